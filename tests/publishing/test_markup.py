import subprocess
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import Untranslated, citations
from generator.publishing.markup import LONG, PART, UnnumberedError, attribute_text, in_two, to_html
from tests.conftest import ROOT

VOID = {"meta", "link", "br", "input", "img", "hr"}


class Tags(HTMLParser):
    """Collects the elements of a piece of HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*so*, **very**", "<em>so</em>, <strong>very</strong>"),
        ("[report](https://x.org/a?b=1&c=2)", '<a href="https://x.org/a?b=1&amp;c=2" rel="ugc nofollow">report</a>'),
        ("<b>bold</b> & co", "&lt;b&gt;bold&lt;/b&gt; &amp; co"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](data:text/html,hi)", "[x](data:text/html,hi)"),
        ("# no heading", "# no heading"),
        ("`no code`", "`no code`"),
        ("![no image](https://x.org/i.png)", '!<a href="https://x.org/i.png" rel="ugc nofollow">no image</a>'),
        ("{{ jinja }} {% raw %}", "{{ jinja }} {% raw %}"),
        ("{: onclick=alert(1) }", "{: onclick=alert(1) }"),
    ],
)
def test_only_emphasis_and_links_become_markup(text: str, html: str) -> None:
    assert to_html(text) == html


def test_citations_become_numbers_that_lead_to_the_sources() -> None:
    html = to_html("Fewer calls.[^report][^news]", {"report": 1, "news": 2})
    assert html.startswith("Fewer calls.<sup")
    assert [attrs["href"] for tag, attrs in Tags(html).found if tag == "a"] == ["#source-report", "#source-news"]


def test_citations_inside_a_statement_stay_where_they_are() -> None:
    html = to_html("One.[^a] *Two*.[^b]", {"a": 1, "b": 2})
    assert html.index("source-a") < html.index("<em>") < html.index("source-b")


def test_a_citation_without_a_number_is_a_defect_and_never_left_out_in_silence() -> None:
    assert to_html("One.[^a]") == "One."
    for text in ("One.[^a]", "One[^a] and *two*.[^b]"):
        with pytest.raises(UnnumberedError):
            to_html(text, {"b": 1} if text.endswith("b]") else {})


SIGNS = "<>&\"'`*_[](){}%!#^:/\\|-=$ \n"
nasty = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8", exclude_categories=["Cc"]), st.sampled_from(SIGNS)), max_size=120
)
"""Text as the reader lets it through: without control characters, with every sign that means something somewhere."""


@given(nasty)
@example("[^a]: [x](<javascript:alert(1)>)")
@example("<script>alert(1)</script>")
@example('[a](https://x.org"onmouseover=alert(1))')
@example("[a](https://x.org 'onmouseover=\"alert(1)\"')")
def test_no_text_becomes_any_other_markup(text: str) -> None:
    for tag, attrs in Tags(to_html(text, {"a": 1})).found:
        assert tag in {"em", "strong", "a", "sup"}
        assert set(attrs) <= {"href", "title", "class", "aria-label", "rel"}
        if tag == "a":
            assert attrs.get("rel") == "ugc nofollow" or str(attrs["href"]).startswith("#source-")
            assert str(attrs["href"]).lower().startswith(("https:", "http:", "mailto:", "#source-"))


@given(nasty)
def test_text_for_attributes_holds_nothing_that_opens_markup_however_often_it_is_unescaped(text: str) -> None:
    safe = attribute_text(text)
    assert not set("<>\"'") & set(safe)
    assert not Tags(f"<title>{safe}</title>").found[1:]


def test_links_can_be_made_by_several_threads_at_once() -> None:
    """The table of mdurl is whole before anybody else looks: half of it ended a build, now and then."""
    code = "import generator.model.markup, mdurl._encode; print(*map(len, mdurl._encode.encode_cache.values()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["128"]


SENTENCE = (
    "Of 100 homes that the city looked at in the first year of the program, some 40 had lead in their water pipes."
)


def test_a_long_statement_is_shown_up_to_the_first_sources_that_it_tells() -> None:
    first, rest = f"{SENTENCE}[^one][^two]", f"A newspaper has 50.[^three] {SENTENCE} {SENTENCE}[^four]"
    assert in_two(f"{first} {rest}") == (first, rest)
    assert in_two(f"{first} {SENTENCE}[^three]") == (f"{first} {SENTENCE}[^three]", ""), "it is not long"


def test_what_is_shown_of_a_statement_tells_the_figure_above_it() -> None:
    first, second, third = f"{SENTENCE}[^one]", f"{SENTENCE} By 2020 it was 1,200.[^two]", f"{SENTENCE}[^three]"
    text = f"{first} {second} {third}"
    assert in_two(text, "100 → 1.200") == (f"{first} {second}", third)
    assert in_two(text, "from 100 to 7") == in_two(text) == (first, f"{second} {third}")


def test_a_statement_is_not_shown_in_two_parts_where_one_would_be_short_or_cut_what_is_emphasized() -> None:
    for whole in (
        f"{SENTENCE} {SENTENCE} {SENTENCE}[^one] And 50.[^two]",
        f"Some.[^one] {SENTENCE} {SENTENCE} {SENTENCE}",
        f"{SENTENCE} *{SENTENCE}[^one] {SENTENCE}*",
    ):
        assert len(whole) > LONG
        assert in_two(whole) == (whole, "")


def test_both_parts_of_a_statement_stay_in_its_language() -> None:
    parts = in_two(Untranslated(f"{SENTENCE}[^one] {SENTENCE} {SENTENCE}[^two]", "pt"))
    assert [part.language for part in parts if isinstance(part, Untranslated)] == ["pt", "pt"]


@given(
    st.lists(
        st.sampled_from(["word " * 12, "end.", "[^one]", "[^two]", " ", "*", "_", "!", "a[b](https://c.d) "]),
        min_size=12,
    )
)
def test_two_parts_say_and_cite_together_what_the_whole_does(pieces: list[str]) -> None:
    text = "".join(pieces).strip()
    first, rest = in_two(text)
    assert f"{first} {rest}".strip().split() == text.split()
    assert dict.fromkeys([*citations(first), *citations(rest)]) == dict.fromkeys(citations(text))
    assert not rest or min(len(first), len(rest)) >= PART
