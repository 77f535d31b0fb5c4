import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model import Source, citations, plain_text
from generator.model.markup import parse_inline
from generator.model.value import _USUAL_ADDRESS, _checked_address


def test_citations_come_in_order_and_once() -> None:
    assert citations("One.[^b] Two.[^a][^b]") == ("b", "a")


def test_plain_text_keeps_the_words_only() -> None:
    assert plain_text("See *the* [report](https://x.org), **now**.[^a]") == "See the report, now."


@pytest.mark.parametrize("text", ["snake_case_name", "2 * 3 * 4", "a_b"])
def test_plain_text_leaves_signs_inside_words_alone(text: str) -> None:
    assert plain_text(text) == text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x.org", "//x.org", "https:// x.org", 'https://x.org/"><b>']
)
def test_addresses_that_could_harm_are_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        Source(title="T", url=url)


@given(st.from_regex(_USUAL_ADDRESS, fullmatch=True))
def test_what_passes_as_a_usual_address_would_pass_taken_apart(url: str) -> None:
    assert _checked_address(url) == url


@pytest.mark.parametrize("date", ["2018-13", "2018-02-30", "18-06-2018", "June 2018"])
def test_dates_that_are_none_are_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        Source(title="T", date=date)


def test_what_is_a_link_and_what_an_escape_is_the_parsers_word() -> None:
    assert plain_text(r"[x](https://e.org/a_(b)) \*no\*") == "x *no*"
    assert plain_text("[x](javascript:alert(1))") == "[x](javascript:alert(1))"


@given(st.text(alphabet=st.sampled_from("ab [^]()\\*_.!:/h")) | st.text(st.characters(exclude_categories=["C"])))
def test_citations_and_plain_text_are_what_the_parser_finds(text: str) -> None:
    tokens = parse_inline(text)
    assert citations(text) == tuple(dict.fromkeys(one.meta["key"] for one in tokens if one.type == "citation"))
    words = "".join(one.content for one in tokens if one.type != "citation")
    assert plain_text(text).split() == words.split()
