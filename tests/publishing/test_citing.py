"""Citations as people paste them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.citing import cite_page


def test_a_page_is_cited_in_two_ways() -> None:
    cited = cite_page("practices/boulder-co/nurses/", "Nurses answer calls", "2026-11-03", "https://example.org/n/")
    assert cited.apa == "Peerbook. (2026, November 3). Nurses answer calls. https://example.org/n/"
    assert cited.bibtex.splitlines() == [
        "@misc{peerbook-practices-boulder-co-nurses,",
        "  author = {{Peerbook}},",
        "  title = {{Nurses answer calls}},",
        "  year = {2026},",
        "  month = {11},",
        "  note = {Reviewed 2026-11-03},",
        "  url = {https://example.org/n/}",
        "}",
    ]


def test_what_is_not_known_is_left_out() -> None:
    cited = cite_page("cities/boulder-co/", "Did it work?", None, "")
    assert cited.apa == "Peerbook. (n.d.). Did it work?"
    assert "year" not in cited.bibtex
    assert "url" not in cited.bibtex


@given(st.text())
def test_a_title_never_becomes_tex(title: str) -> None:
    line = next(one for one in cite_page("a/", title, None, "").bibtex.split("\n  ") if one.startswith("title"))
    inner = line.removeprefix("title = {{").partition("}}")[0] if "\n" not in title else ""
    depth = 0
    for place, sign in enumerate(inner):
        escaped = place > 0 and inner[place - 1] == "\\"
        depth += (sign == "{" and not escaped) - (sign == "}" and not escaped)
        assert escaped or sign not in "&%$#_"
        assert depth >= 0
