"""The shortest way through the form: what has to be answered, and that the checker takes it at the first round."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from bench.contribute import CASES, Facts, filled_in
from generator.reading import read_library
from tests.browser.contribute import file_text, on, opened, unfold, write, wrong
from tests.conftest import ROOT
from tests.site import Watched

MOST_FIELDS = 21
"""Answers that a first version takes with a measured result, or for a city that is not in the library yet."""


@pytest.mark.parametrize(("size", "facts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_least_that_passes_is_short_and_the_checker_takes_it_at_once(
    browser: Browser, address: str, tmp_path: Path, size: ViewportSize, facts: Facts
) -> None:
    context = browser.new_context(viewport=size)
    watched = Watched(context.new_page(), address)
    page = opened(watched)
    walk = filled_in(page, facts)
    assert walk.troubles == 0
    assert walk.fields <= MOST_FIELDS
    expect(page.get_by_text("Nothing is missing")).to_be_visible()
    for path in (ROOT / "practices").glob("*.yaml"):
        shutil.copy(path, tmp_path / path.name)
    for register in tmp_path.glob("audits*.yaml"):
        register.unlink()
    if not facts.certified:
        (tmp_path / "boulder-co").mkdir()
        shutil.copy(ROOT / "practices/boulder-co/city.yaml", tmp_path / "boulder-co")
    names = page.locator(".pb-file h3").all_text_contents()
    for place, name in enumerate(names):
        write(tmp_path, name.removeprefix("practices/"), file_text(page, place))
    (practice,) = read_library(tmp_path).practices
    assert practice.title == facts.title
    assert practice.citation_order == tuple(practice.sources)
    assert watched.troubles == []
    context.close()


def test_what_a_first_version_passes_without_opens_where_something_is_missing_in_it(watched: Watched) -> None:
    page = opened(watched, "?step=find")
    unfold(page)
    page.get_by_label("Questions people come with 1", exact=True).fill("too short")
    on(page)
    page.locator(".pb-summary").get_by_role("link", name="Questions people come with 1").click()
    expect(page.get_by_label("Questions people come with 1", exact=True)).to_be_focused()


def test_a_source_that_comes_after_the_words_is_cited_in_them_and_a_second_one_in_none(watched: Watched) -> None:
    page = opened(watched, "?step=problem")
    page.get_by_label("The problem 1", exact=True).fill("Nobody knew the day.")
    page.get_by_role("button", name="2. Where can all this be read?").click()
    for title in ("The memo", "The news"):
        page.get_by_role("button", name="Add a source").click()
        page.get_by_role("dialog").get_by_label("Title of the page").fill(title)
        page.get_by_role("button", name="Add and cite it").click()
    on(page)
    expect(page.locator(".pb-cites summary")).to_contain_text("Sources: The memo for")
    page.get_by_role("button", name="Add a point").click()
    expect(page.locator(".pb-cites summary").last).to_contain_text("Cite a source")


def test_a_source_that_is_taken_from_a_text_stays_out(watched: Watched) -> None:
    page = opened(watched, "?step=sources")
    page.get_by_role("button", name="Add a source").click()
    page.get_by_role("dialog").get_by_label("Title of the page").fill("The memo")
    page.get_by_role("button", name="Add and cite it").click()
    on(page)
    page.locator(".pb-cites summary").click()
    page.get_by_label("The memo").uncheck()
    page.get_by_label("The problem 1", exact=True).fill("Nobody knew the day.")
    expect(page.locator(".pb-cites summary")).to_contain_text("Cite a source")
    page.get_by_label("The problem 1", exact=True).blur()
    expect(wrong(page, "Say which source tells this.")).to_be_visible()
