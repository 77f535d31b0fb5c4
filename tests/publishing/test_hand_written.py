"""Hand-written pages in other languages: part by part what the first says, with the same links, code and anchors."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.publishing.hand_written import files_named, hand_written, is_in_language
from tests.conftest import ROOT

DOCS = ROOT / "docs"
LED_TO = {
    "contribute/index.md": ("something-wrong-here", "translations"),
    "contribute/writing.md": ("which-figures-go-where",),
}
"""Anchors that other pages lead to. In another language a heading makes another one, so they are written out."""
FENCES = re.compile(r"```.*?```", re.DOTALL)


def links(text: str) -> Counter[str]:
    return Counter(re.findall(r"\]\(([^)]+)\)", text))


def headings(text: str) -> list[str]:
    return re.findall(r"^#+(?= )", FENCES.sub("", text), re.MULTILINE)


def fields_of_front_matter(text: str) -> list[str]:
    return re.findall(r"^\w+(?=:)", text.split("---\n")[1], re.MULTILINE)


@pytest.mark.parametrize("folder", ["es", "pt"])
@pytest.mark.parametrize("path", [page.path for page in hand_written(DOCS)])
def test_a_page_in_another_language_is_the_same_page(path: str, folder: str) -> None:
    page = {one.path: one.file for one in hand_written(DOCS, folder)}[path]
    assert is_in_language(page.name), f"{path} is not written in {folder}"
    first, own = ((DOCS / path).read_text(encoding="utf-8"), page.read_text(encoding="utf-8"))
    assert fields_of_front_matter(own) == fields_of_front_matter(first)
    assert headings(own) == headings(first)
    assert links(own) == links(first)
    if path != "contribute/index.md":  # its example is a write-up in the language of the page
        assert FENCES.findall(own) == FENCES.findall(first)
    for anchor in LED_TO.get(path, ()):
        assert f'<a id="{anchor}"></a>' in own


def test_what_no_page_is_a_translation_of_is_told_apart(tmp_path: Path) -> None:
    for name in ("about.md", "about.es.md", "release.2.md"):
        (tmp_path / name).write_text("# A page\n", encoding="utf-8")
    assert [page.path for page in hand_written(tmp_path)] == ["about.md", "release.2.md"]
    assert [page.file.name for page in hand_written(tmp_path, "es")] == ["about.es.md", "release.2.md"]


def test_what_pages_may_lead_to_is_found_however_the_link_is_written(tmp_path: Path) -> None:
    for name, text in {
        "about.md": '[all](data/all.zip "All") and <a href="./feed.xml">a feed</a>',
        "notes/one.md": "[one][1]\n\n[1]: ../practices/boulder-co/nurses/index.json",
        "notes/one.es.md": "[otra](otra.csv)",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert files_named(tmp_path) >= {"data/all.zip", "feed.xml", "practices/boulder-co/nurses/index.json"}
    assert "notes/otra.csv" in files_named(tmp_path, "es") - files_named(tmp_path)
