"""The frame of every page in the language of the site: menu, header, footer, and the way to other languages.

These stand in the settings and in `docs/overrides`, which engines read that know nothing of us. So their words go
into the settings as values.
"""

from typing import Any

import yaml

from generator.publishing.site.settings import Settings
from generator.wording import Language, marked

WORDS = {
    "menu": marked("Menu"),
    "more": marked("More pages"),
    "made_with": marked("Made with"),
    "languages": marked("Languages"),
    "missing": marked("This page does not exist"),
    "missing_way_on": marked("It may have moved. Search above, or start from"),
    "all_practices": marked("all practices"),
    "or": marked("or"),
    "all_cities": marked("all cities"),
}
"""What the templates of the theme say, by the name that they know it by."""
_OFFER = marked("This page is also there in %(language)s.")
_GO, _STAY = marked("Read it in %(language)s"), marked("No, thank you")
_TRANSLATED = ("site_description",)
"""Settings that are sentences."""
_THEME_LANGUAGES = {"es-419": "es", "pt-BR": "pt-BR"}
"""How the theme calls a language where it knows no regions of it."""


def frame_of(settings: Settings, address: str) -> dict[str, Any]:
    """Return what the templates of the theme are told, as `extra` of the settings; the site will stand at `address`."""
    _ = settings.language
    words = {name: _(message) for name, message in WORDS.items()}
    return {"words": words, "languages": languages_of_site(settings, address)}


def languages_of_site(settings: Settings, address: str) -> list[dict[str, Any]]:
    """Return all languages of the site, the first one first; none where there is but one.

    Each with its code, its own name, the way to its root from that of this site, and what readers who prefer it are
    asked in it.
    """
    if not settings.others:
        return []
    up = "../" if settings.folder else ""
    root = address.rstrip("/").removesuffix(f"/{settings.folder}" if settings.folder else "")
    first = settings.first if settings.folder else settings.language
    every = [("", first), *settings.others]
    return [
        {
            "code": language.code,
            "name": language.own_name[:1].upper() + language.own_name[1:],
            "root": f"{up}{folder}/" if folder else up,
            "address": f"{root}/{folder}/" if folder else f"{root}/",
            "here": folder == settings.folder,
            "offer": language(_OFFER, language=language.own_name),
            "go": language(_GO, language=language.own_name),
            "stay": language(_STAY),
        }
        for folder, language in every
    ]


def in_words_of(settings: Settings) -> dict[str, Any]:
    """Return the settings that hold words, in the language of the site."""
    given = yaml.safe_load(settings.file.read_text(encoding="utf-8"))
    _ = settings.language
    theme = {**given["theme"], "language": _THEME_LANGUAGES.get(_.code, _.code)}
    if isinstance(theme.get("palette"), list):
        theme["palette"] = [
            {**one, "toggle": {**one["toggle"], "name": _(one["toggle"]["name"])}} if "toggle" in one else one
            for one in theme["palette"]
        ]
    words = {name: _(" ".join(given[name].split())) for name in _TRANSLATED if given.get(name)}
    nav = {"nav": _nav(given["nav"], _)} if "nav" in given else {}
    return {**words, **nav, "theme": theme, "edit_uri": given.get("edit_uri") or ""}


def _nav(items: list[Any], _: Language) -> list[Any]:
    return [
        {_(name): _nav(held, _) if isinstance(held, list) else held for name, held in item.items()}
        if isinstance(item, dict)
        else item
        for item in items
    ]


def words_of_settings(given: dict[str, Any]) -> list[str]:
    """Return the words in settings that a site in another language translates."""
    found = [" ".join(given[name].split()) for name in _TRANSLATED if given.get(name)]
    found += [one["toggle"]["name"] for one in given.get("theme", {}).get("palette") or [] if "toggle" in one]
    return [*found, *_names(given.get("nav", []))]


def _names(items: list[Any]) -> list[str]:
    found = []
    for item in items:
        for name, held in item.items() if isinstance(item, dict) else ():
            found += [name, *(_names(held) if isinstance(held, list) else ())]
    return found
