"""The one list of a write-up's sections, and that all rooms loop over it."""

from pathlib import Path

import pytest

from generator.finding.entries import entries_of
from generator.linking.terms import count_terms
from generator.model import SECTIONS, Marks, PagePart, Section, WriteUp, marks_of
from generator.publishing.data.catalogue import tables
from generator.publishing.guides import Site
from generator.publishing.guides.briefs import briefs
from generator.reading import ProblemsFoundError, read_library
from tests.builders import PRACTICE, SWEEPING, write_library

NOT_SECTIONS = {"sources", "questions", "unknown", "corrections"}


def test_every_field_with_citations_is_a_section() -> None:
    inner = {section.field: section.inner for section in SECTIONS}
    cited = {
        field
        for field in WriteUp.model_fields
        if marks_of(WriteUp, (field,)) is Marks.CITED
        or any(marks_of(WriteUp, (field, name)) is Marks.CITED for name in ("text", "note"))
    }
    assert cited - NOT_SECTIONS == set(inner)
    assert [field for field in inner if marks_of(WriteUp, (field, inner[field])) is not Marks.CITED] == []


@pytest.mark.parametrize(
    ("place", "marks"),
    [
        (("title",), Marks.PLAIN),
        (("summary",), Marks.INLINE),
        (("problem", 0), Marks.CITED),
        (("cost",), Marks.CITED),
        (("results", 3, "text"), Marks.CITED),
        (("results", 3, "metric"), Marks.PLAIN),
        (("unknown", 0), Marks.PLAIN),
        (("corrections", 0, "text"), Marks.PLAIN),
        (("sources", "report", "title"), Marks.PLAIN),
    ],
)
def test_the_type_of_a_field_says_how_its_text_is_read(place: tuple[str | int, ...], marks: Marks) -> None:
    assert marks_of(WriteUp, place) is marks


LISTS = [section for section in SECTIONS if section.part in (PagePart.BODY, PagePart.TOOK) and section.inner == "text"]


@pytest.mark.parametrize("section", [one for one in LISTS if one.field != "adopted_by"], ids=lambda one: one.field)
def test_a_statement_of_any_section_is_found_exported_and_printed(tmp_path: Path, section: Section) -> None:
    """A word that stands nowhere else comes out of every room that the section says it goes to."""
    said = f"{section.field}:\n  - Quokkas were counted.[^report]\n"
    texts = {
        identity: said + "".join(part for part in _blocks(text) if not part.startswith(f"{section.field}:"))
        for identity, text in (("boulder-co/nurses", PRACTICE), ("salem-or/sweeping", SWEEPING))
    }
    library = read_library(write_library(tmp_path / "practices", texts))
    practice = library.practice_by_id["boulder-co/nurses"]
    assert "Quokkas were counted.[^report]" in practice.statements
    assert any("uokka" in name for name in count_terms(library.practices, library.city_by_id).names)
    (entry,) = (one for one in entries_of(library, ()) if one.subject is practice)
    assert "Quokkas were counted." in entry.fields[section.search]
    (column,) = (one for one in tables(library)[0].columns if one.name == section.field)
    assert column.value(practice) == "Quokkas were counted."
    if section.in_brief or section.field == "approach":
        assert any("Quokkas" in guide.content for guide in briefs(library, Site("")))


def _blocks(text: str) -> list[str]:
    """The top fields of a YAML text."""
    blocks: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[0].isspace():
            blocks[-1] += line
        else:
            blocks.append(line)
    return blocks


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("unknown: [running cost]", 'unknown: ["running cost[^news]"]', "unknown: footnotes stand in the statements"),
        ("unknown: [running cost]", 'unknown: ["*running* cost"]', "unknown: Markdown is shown as typed here"),
        ("title: Boulder sends", "title: Boulder **really** sends", "title: Markdown is shown as typed here"),
        ("metric: share of calls", "metric: share of *calls*", "results: Markdown is shown as typed"),
    ],
)
def test_marks_in_a_plain_field_are_told(tmp_path: Path, written: str, instead: str, told: str) -> None:
    assert written in PRACTICE
    with pytest.raises(ProblemsFoundError) as found:
        read_library(write_library(tmp_path / "p", {"boulder-co/nurses": PRACTICE.replace(written, instead)}))
    assert told in str(found.value)
