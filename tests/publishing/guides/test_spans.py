"""Contributed text as spans: only emphasis, links and citations mean anything."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Result, Source
from generator.publishing.guides.parts import tile_data
from generator.publishing.guides.spans import Endnotes, Span, to_spans
from generator.wording import ENGLISH, read_language
from tests.conftest import ROOT

REPORT = Source(title="The report", url="https://example.org/report")
NEWS = Source(title="The news", publisher="A paper", date="2020-06")


def texts(spans: list[Span]) -> str:
    """All text in spans."""
    return "".join(one if isinstance(one, str) else texts(one[-1]) for one in spans if one[0] != "cite")


def test_emphasis_and_links_nest() -> None:
    assert to_spans("It *is **so*** [here](https://example.org)") == [
        "It ",
        ["em", ["is ", ["strong", ["so"]]]],
        " ",
        ["link", "https://example.org", ["here"]],
    ]


def test_a_link_that_could_run_stays_text() -> None:
    assert to_spans("[run](javascript:alert)") == ["[run](javascript:alert)"]


def test_citations_in_a_row_are_one_and_without_a_number_none() -> None:
    assert to_spans("So.[^a][^b][^a]", {"a": 1, "b": 2}.get) == ["So.", ["cite", [1, 2]]]
    assert to_spans("So.[^a]") == ["So."]


def test_endnotes_are_numbered_as_they_are_cited_and_one_address_once() -> None:
    notes = Endnotes()
    assert notes.spans("A.[^n]", {"n": NEWS, "r": REPORT}) == ["A.", ["cite", [1]]]
    assert notes.spans("B.[^r][^n]", {"n": NEWS, "r": REPORT}) == ["B.", ["cite", [2, 1]]]
    assert notes.number(REPORT.model_copy(update={"title": "Another title"})) == 2
    assert [(one["title"], one["date"]) for one in notes.data] == [("The news", "June 2020"), ("The report", "")]


@given(st.text(st.characters(codec="latin-1", exclude_characters="\x00*_[]\\"), max_size=60))
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    assert texts(to_spans(text)) == " ".join(text.split())


@given(st.text("*_[]()\\^a1: #$<>{}", max_size=40))
def test_any_markup_gives_spans_of_known_kinds(text: str) -> None:
    def known(span: Any) -> bool:
        return isinstance(span, str) or (span[0] in ("em", "strong", "link") and all(map(known, span[-1])))

    assert all(map(known, to_spans(text)))


def test_how_a_source_was_read_is_told_in_the_language() -> None:
    spanish = read_language("es-419", ROOT / "messages")
    notes = Endnotes(language=spanish)
    copy = Source(title="Leisure-time activity", publisher="A review", date="2017-12", note="read in a copy")
    own = Source(title="The news", note="pages 3 to 5")
    notes.spans("A.[^c][^o]", {"c": copy, "o": own})
    assert [one["date"] for one in notes.data] == ["diciembre de 2017, leída en una copia", "pages 3 to 5"]


def test_a_tile_names_each_source_of_its_result_once_apart_from_the_others() -> None:
    sources = {key: Source(title=key) for key in ("one", "two", "three")}
    text = "It fell.[^one][^two] Others say by how much.[^three] It fell again.[^two]"
    result = Result(text=text, metric="fires", value="7", period="2020")
    assert tile_data(result, Endnotes(), sources, ENGLISH)["marks"] == [["cite", [1, 2, 3]]]
