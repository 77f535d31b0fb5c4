"""The messages of scripts in another language: one file, named after what it holds."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from generator.publishing.page import Asset
from generator.publishing.spoken import VARIABLE, spoken_files
from generator.wording import ENGLISH, Language, read_language
from tests.conftest import ROOT

PLURAL = ("%(count)s practice", "%(count)s practices")


def language(folder: Path, code: str, *, more: str) -> Language:
    catalog = Catalog(locale=code.replace("-", "_"))
    catalog.add("Clear all", "Borrar todo")
    catalog.add("A message of Python alone", "Otra cosa")
    catalog.add(PLURAL, ("%(count)s práctica", more))
    with (folder / f"{code}.po").open("wb") as file:
        write_po(file, catalog)
    return read_language(code, folder)


def held(asset: Asset) -> Any:
    """What the file holds; it is a script that does nothing but put it into a variable."""
    text = asset.read().decode("utf-8")
    assert text.startswith(f"{VARIABLE}=")
    return json.loads(text.removeprefix(f"{VARIABLE}=").removesuffix(";\n"))


def test_a_language_gets_the_messages_of_scripts_that_it_words_otherwise(tmp_path: Path) -> None:
    (asset,) = spoken_files(ROOT / "docs", language(tmp_path, "es-419", more="%(count)s prácticas"))
    forms = {"many": "%(count)s prácticas", "one": "%(count)s práctica", "other": "%(count)s prácticas"}
    assert held(asset) == {
        "language": "es-419",
        "messages": {PLURAL[0]: forms, "Clear all": "Borrar todo"},
    }
    (other,) = spoken_files(ROOT / "docs", language(tmp_path, "es-419", more="%(count)s prácticas más"))
    assert asset.path != other.path
    assert list(spoken_files(ROOT / "docs", ENGLISH)) == []
    assert list(spoken_files(tmp_path, language(tmp_path, "es-419", more="x"))) == []


def test_plural_forms_go_by_the_categories_that_browsers_have(tmp_path: Path) -> None:
    (asset,) = spoken_files(ROOT / "docs", language(tmp_path, "pt-BR", more="%(count)s práticas"))
    forms: dict[str, Any] = held(asset)["messages"][PLURAL[0]]
    assert set(forms) == {"one", "many", "other"}
    assert forms["one"] == "%(count)s práctica"


@pytest.mark.slow
def test_pages_of_another_language_name_the_file_and_english_ones_none(project: Callable[..., Path]) -> None:
    from generator.publishing import build_site

    config = project()
    (config.parent / "messages").mkdir(exist_ok=True)
    language(config.parent / "messages", "es", more="%(count)s prácticas")
    english = build_site(config)
    assert not (english / "messages").exists()
    assert "messages/" not in (english / "find/index.html").read_text(encoding="utf-8")
    text = config.read_text(encoding="utf-8").replace("  language: en\n", "  language: es\n")
    config.write_text(text, encoding="utf-8")
    spanish = build_site(config)
    (file,) = (spanish / "messages").iterdir()
    for page, up in (
        ("index.html", ""),
        ("find/index.html", "../"),
        ("practices/boulder-co/nurses/index.html", "../../../"),
    ):
        html = (spanish / page).read_text(encoding="utf-8")
        assert f'<script src="{up}messages/{file.name}" defer></script>' in html
