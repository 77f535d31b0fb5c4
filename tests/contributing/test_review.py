"""`peerbook review`: a reviewer is told what counts, and contributed text stays text."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.cli import main
from generator.contributing.comment import literal
from generator.contributing.links import AskedLink, LinkAnswer
from generator.contributing.review import MARK, MOST_LETTERS, compare, review_text
from generator.reading import read_library, read_with_hints
from tests.builders import PRACTICE, SWEEPING, write_library

NEW = SWEEPING.replace("Salem texts residents the day before street sweeping", "Salem writes to owners of dirty lots")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_library(tmp_path / "base" / "practices")


def head(tmp_path: Path, **practices: str) -> Path:
    held = {"boulder-co/nurses": PRACTICE, "salem-or/sweeping": SWEEPING}
    held |= {name.replace("__", "/").replace("_", "-"): text for name, text in practices.items()}
    return write_library(tmp_path / "head" / "practices", held)


def told(base: Path, changed: Path, *found: AskedLink) -> str:
    library, hints = read_with_hints(changed)
    return review_text(read_library(base), library, hints, found)


def test_a_reviewer_is_told_what_is_new_what_it_adds_and_why_the_level_holds(base: Path, tmp_path: Path) -> None:
    text = told(base, head(tmp_path, salem_or__lots=NEW))
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    assert text.startswith(MARK)
    assert "Salem writes to owners of dirty lots" in shown
    assert "<code>salem-or/lots</code>" in shown
    assert "topic <code>sanitation</code> (1 before)" in shown
    assert "Allowed because of a comparison group (was it drawn by lot? the source has to say so)" in shown
    assert ": result 1 of 2." in shown
    assert "The write-up as it reads" in shown
    assert "Nearest in the library" in shown
    assert "Boulder" not in shown.split("Nearest in the library")[0]


def test_changes_removals_and_moves_are_told_apart(base: Path, tmp_path: Path) -> None:
    changed = head(tmp_path, salem_or__sweeping=SWEEPING.replace("status: ongoing", "status: completed"))
    (changed / "boulder-co/nurses.yaml").rename(changed / "boulder-co/line.yaml")
    contribution = compare(read_library(base), read_library(changed))
    assert [one.id for one in contribution.changed] == ["salem-or/sweeping"]
    assert contribution.removed == ("boulder-co/nurses",)
    path = changed / "boulder-co/line.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "aliases: [boulder-co/nurses]\n", encoding="utf-8")
    contribution = compare(read_library(base), read_library(changed))
    assert (contribution.added, contribution.removed) == ((), ())


def test_a_new_city_comes_with_the_sources_of_its_certification(base: Path, tmp_path: Path) -> None:
    changed = head(tmp_path, salem_or__lots=NEW)
    (changed / "salem-or").rename(changed / "eugene-or")
    city = changed / "eugene-or/city.yaml"
    city.write_text(city.read_text(encoding="utf-8").replace("name: Salem", "name: Eugene"), encoding="utf-8")
    text = told(base, changed)
    assert "New city: **Eugene" in text
    assert "Certified gold, 2021 (new)" in text
    assert "does the source name the city" in text


def test_sources_that_do_not_answer_are_named(base: Path, tmp_path: Path) -> None:
    copy = "https://web.archive.org/web/2020/https://example.org/report"
    found = AskedLink("https://example.org/report", LinkAnswer.GONE, "status 404", (), copy)
    text = told(base, head(tmp_path, salem_or__lots=NEW), found)
    assert "Source <code>report</code> is gone" in text
    assert f'<a href="{copy}">' in text
    assert "Source <code>news</code>" not in text


HOSTILE = [
    "@octocat and @org/team see #1", "<script>alert(1)</script>", "[x](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "</details>out", "```\ncode", "<!-- peerbook-review -->", "www.evil.example and https://evil.example",
    "a@evil.example",
    "| a | b |", "&lt;b&gt; &#64;octocat",
    "GH-1 octo/repo#2 0123456789abcdef0123456789abcdef01234567", "$x^2$", ":rocket:",
    "- [ ] task", "> quote", "# Heading", "\\@octocat",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_contributed_text_is_shown_as_typed(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(literal(text))
    assert re.fullmatch(r"<p>[^<]*</p>\n", shown)
    words = shown[3:-5].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert words.replace("\u2060", "") == text.replace("\n", " ")
    assert not re.search(r"[@#]\w", words)
    assert not re.search(r"www\.|://", literal(text))


@given(st.text(max_size=80))
def test_no_text_becomes_markup(text: str) -> None:
    shown = MarkdownIt("commonmark", {"html": True}).render(f"x{literal(text)}x")
    assert re.fullmatch(r"<p>[^<]*</p>\n", shown)


def test_hostile_write_ups_open_no_block_and_mention_nobody(base: Path, tmp_path: Path) -> None:
    title = 'title: "</summary></details> @octocat <img src=x onerror=alert(1)> #1 !"'
    hostile = re.sub("title: .*", title, NEW, count=1)
    text = told(base, head(tmp_path, salem_or__lots=hostile))
    assert "<img" not in text
    assert "@octocat" not in text
    assert text.count("<details>") == text.count("</details>")


def test_a_comment_fits_and_closes_what_it_opened(base: Path, tmp_path: Path) -> None:
    many = {f"salem_or__lots_{n}": NEW.replace("Callers were content.", "Word " * 220) for n in range(40)}
    text = told(base, head(tmp_path, **many))
    assert len(text) < MOST_LETTERS + 200
    assert text.count("<details>") == text.count("</details>")


def test_the_command_writes_problems_where_the_write_ups_can_not_be_read(base: Path, tmp_path: Path) -> None:
    broken = head(tmp_path, salem_or__lots=NEW.replace("status: ongoing", 'status: "@octocat"'))
    out = tmp_path / "comment.md"
    done = CliRunner().invoke(main, ["review", "--base", str(base), "--head", str(broken), "--out", str(out)])
    assert done.exit_code == 0, done.output
    text = out.read_text(encoding="utf-8")
    assert text.startswith(MARK)
    assert "does not pass the check yet" in text
    assert "@octocat" not in text
