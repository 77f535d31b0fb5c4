"""The site as a folder of Markdown with its own mkdocs.yml, for any engine that reads these."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from generator.publishing.compact import compact, is_compacted
from generator.publishing.hand_written import hand_written
from generator.publishing.page import Asset, Page
from generator.publishing.site.frame import frame_of, in_words_of
from generator.publishing.site.landing import land, staging
from generator.publishing.site.settings import Settings
from generator.publishing.site.told import told_to_theme
from generator.publishing.spoken import FOLDER as MESSAGES
from generator.said import said

PLUGIN = "peerbook"
BESIDE = "beside"
"""The folder of Markdown files that are no pages: whoever builds the site copies them into it afterwards."""
MARK = ".peerbook-emitted"
"""The file by which an earlier emission is known."""


def emit(
    pages: Iterable[Page],
    assets: Iterable[Asset],
    settings: Settings,
    folder: Path,
    site_url: str | None = None,
    imprint: str = "",
) -> int:
    """Write pages, assets, the hand-written docs and an mkdocs.yml without our plugin to `folder`, in one move.

    It is the site in the language of the settings; `site_url` takes the place of the address in them, and `imprint`
    stands at the foot of pages where they have no `copyright`.

    Returns:
        The number of pages written.

    Raises:
        FileExistsError: if `folder` exists and is neither empty nor an earlier emission, or holds the project itself.
        BusyError: if another process is writing it.
    """
    config_file = settings.file
    config = yaml.safe_load(config_file.read_text(encoding="utf-8"))
    config |= in_words_of(settings) if settings.folder else {}
    config |= {"site_url": site_url or settings.address}
    config["copyright"] = config.get("copyright") or imprint
    if config_file.resolve().is_relative_to(folder.resolve()):
        raise FileExistsError(said("%(folder)s holds the project itself", folder=str(folder)))
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FileExistsError(said("%(folder)s holds something else", folder=str(folder)))
    with staging(folder) as made:
        docs = config_file.parent / config.get("docs_dir", "docs")
        theme = config_file.parent / config["theme"]["custom_dir"]
        shutil.copytree(docs, made / "docs", ignore=_no_page(theme), copy_function=_sending(docs))
        for path, source in hand_written(docs, settings.folder):
            shutil.copyfile(source, made / "docs" / path)
        shutil.copytree(theme, made / "overrides")
        count = 0
        for page in pages:
            _write(made / "docs" / page.path, page.markdown.encode())
            count += 1
        messages = ""
        for asset in assets:
            if asset.path.startswith(f"{MESSAGES}/"):
                messages = asset.path
            _write(made / (BESIDE if asset.is_markdown else "docs") / asset.path, asset.read())
        known = {**frame_of(settings, config["site_url"]), **told_to_theme(made / "overrides", messages)}
        config["extra"] = {**config.get("extra", {}), **known}
        _write(made / "mkdocs.yml", yaml.safe_dump(_without_plugin(config), sort_keys=False).encode())
        _write(made / MARK, b"Written by peerbook emit, which overwrites this folder.\n")
        land(made, folder)
    return count


def _without_plugin(config: dict[str, Any]) -> dict[str, Any]:
    def name(plugin: str | dict[str, Any]) -> str:
        return plugin if isinstance(plugin, str) else next(iter(plugin))

    plugins = [plugin for plugin in config.get("plugins", []) if name(plugin) != PLUGIN]
    theme = {**config["theme"], "custom_dir": "overrides"}
    own = {"docs_dir": "docs", "site_dir": "site", "edit_uri": "", "theme": theme, "plugins": plugins}
    return {**config, **own}


def _no_page(theme: Path) -> Any:
    """What is not copied with the docs: the theme, and pages, of which each language has its own."""

    def ignored(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) == theme or name.endswith(".md")]

    return ignored


def _sending(docs: Path) -> Callable[[str, str], None]:
    """How a file of the docs is copied: our scripts and styles as they are sent."""

    def copy(source: str, target: str) -> None:
        path = Path(source).relative_to(docs).as_posix()
        if is_compacted(path):
            Path(target).write_bytes(compact(path, Path(source).read_bytes()))
        else:
            shutil.copyfile(source, target)

    return copy


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
