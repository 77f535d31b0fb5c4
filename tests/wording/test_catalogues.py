"""The languages of this site: nothing of the interface lacks its words, and no translation breaks what stands in it."""

import ast
import re
from collections import Counter
from pathlib import Path
from typing import cast

import pytest
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from generator.publishing.messages import catalogue_of_messages, is_translated
from tests.conftest import ROOT

FILES = sorted((ROOT / "messages").glob("*.po"))
_TAG = re.compile(r"<[^>]*>")
_PART = re.compile(r"%\(\w+\)s|%%")


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def said(request: pytest.FixtureRequest) -> tuple[Path, Catalog]:
    with request.param.open("rb") as file:
        return request.param, read_po(file)


def forms(message: Message) -> tuple[tuple[str, str], ...]:
    """Each text of a message with its translation."""
    if isinstance(message.id, str):
        return ((message.id, cast("str", message.string)),)
    return tuple(zip(message.id, cast("tuple[str, ...]", message.string), strict=True))


def test_every_message_has_its_words(said: tuple[Path, Catalog]) -> None:
    _, catalog = said
    missing = [message.id for message in catalogue_of_messages() if message.id and message.id not in catalog]
    assert missing == [], "run peerbook messages"
    assert [message.id for message in catalog if message.id and not is_translated(message)] == []


def test_tags_and_parts_stand_in_each_translation_as_in_the_original(said: tuple[Path, Catalog]) -> None:
    _, catalog = said
    for message in catalog:
        for english, text in forms(message) if message.id else ():
            assert Counter(_TAG.findall(english)) == Counter(_TAG.findall(text)), english
            parts = Counter(_PART.findall(english))
            assert set(parts) == set(_PART.findall(text)) | ({"%(count)s"} & set(parts)), english


def test_no_word_is_one_that_the_glossary_avoids(said: tuple[Path, Catalog]) -> None:
    path, catalog = said
    glossary = yaml.safe_load((ROOT / "practices/glossary.yaml").read_text(encoding="utf-8"))
    language = path.stem.partition("-")[0]
    avoided = [word for term in glossary["terms"] for word in term.get("avoid", {}).get(language, ())]
    assert len(avoided) > 50
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, avoided))})(?![\w-])")
    texts = [_PART.sub("", _TAG.sub("", text)) for message in catalog if message.id for _, text in forms(message)]
    assert [text for text in texts if words.search(text)] == []


def test_the_settings_name_each_of_them() -> None:
    plugins = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    assert sorted(plugins[0]["peerbook"]["languages"].values()) == [path.stem for path in FILES]


def test_no_message_is_lost_inside_of_an_f_string() -> None:
    """Babel passes over calls that stand there."""
    known = {message.id for message in catalogue_of_messages()}
    lost = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "generator").rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
        if getattr(call.func, "id", getattr(call.func, "attr", "")) in ("_", "said", "marked")
        if call.args[0].value not in known
    ]
    assert lost == []
