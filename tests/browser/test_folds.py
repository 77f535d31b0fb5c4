"""Long parts of a page are folded on a phone, and nowhere in the way of whoever is led to them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import Watched

FOLDS = "details[data-folds]"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    watched = Watched(context.new_page(), address)
    yield watched
    context.close()
    assert watched.troubles == []


def folded(page: Page) -> int:
    """How many of the parts that a phone folds are folded."""
    count: int = page.locator(f"{FOLDS}:not([open])").count()
    return count


def test_a_phone_shows_long_parts_by_their_headings_alone(phone: Watched) -> None:
    page = phone.open("certification/")
    assert folded(page) == page.locator(FOLDS).count() > 5
    history = page.get_by_role("heading", name="History")
    expect(page.locator(".pb-timeline")).to_be_hidden()
    history.click()
    expect(page.locator(".pb-timeline")).to_be_visible()


def test_on_a_desk_they_are_open(watched: Watched) -> None:
    page = watched.open("certification/")
    assert page.locator(FOLDS).count() > 5
    assert folded(page) == 0


@pytest.mark.parametrize("way", ["address", "link"])
def test_what_one_is_led_to_is_not_folded(phone: Watched, way: str) -> None:
    page = phone.open("topics/" if way == "link" else "topics/#evidence")
    if way == "link":
        page.get_by_role("link", name="Where do we know little?").click()
    expect(page.locator("#evidence")).to_be_in_viewport()
    expect(page.locator(".pb-matrix")).to_be_visible()


def test_a_part_that_one_opens_early_stays_open(browser: Browser, address: str) -> None:
    """Folds come with the page, before any script of ours, so none closes what somebody has opened meanwhile."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.route("**/assets/pages.js", lambda route: route.abort())
    page.goto(f"{address}certification/")
    assert folded(page) == page.locator(FOLDS).count() > 5
    page.get_by_role("heading", name="History").click()
    page.evaluate("__pb_fold()")
    expect(page.locator(".pb-timeline")).to_be_visible()
    context.close()


def test_parts_of_the_next_page_are_folded_too(phone: Watched) -> None:
    page = phone.open("certification/advice/")
    page.get_by_role("link", name="How certification works").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How certification works")
    expect(page.locator(".pb-timeline")).to_be_hidden()


@pytest.mark.parametrize("path", ["practices/table/", "cities/"])
def test_of_a_long_table_a_phone_shows_the_first_rows_in_any_order_until_asked(phone: Watched, path: str) -> None:
    page = phone.open(path)
    rows, shown = page.locator(".pb-listing tbody tr"), page.locator(".pb-listing tbody tr >> visible=true")
    expect(shown).to_have_count(40)
    page.get_by_role("button", name="City").click()
    page.get_by_role("button", name="City").click()
    expect(shown).to_have_count(40)
    expect(rows.first).to_be_visible()
    every = page.get_by_role("button", name=f"Show all {rows.count()}")
    every.click()
    expect(shown).to_have_count(rows.count())
    expect(rows.nth(40).locator("a").first).to_be_focused()
    expect(every).to_be_hidden()


def test_a_desk_and_paper_show_a_long_table_whole(watched: Watched) -> None:
    page = watched.open("cities/")
    expect(page.locator(".pb-listing tbody tr >> visible=true")).to_have_count(page.locator("tbody tr").count())
    expect(page.locator("[data-whole]")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(media="print")
    expect(page.locator(".pb-listing tbody tr >> visible=true")).to_have_count(page.locator("tbody tr").count())


@pytest.mark.parametrize(
    "path",
    [
        "practices/table/",
        "practices/washington-dc/nurse-triage-line/",
        "topics/homelessness/",
        "cities/",
        "accuracy/",
        "evidence/",
        "contribute/fields/",
    ],
)
def test_no_page_is_endless_on_a_phone(phone: Watched, path: str) -> None:
    page = phone.open(path)
    assert page.evaluate("document.documentElement.scrollHeight") < 12_000


def test_a_footnote_opens_the_sources(phone: Watched) -> None:
    page = phone.open("certification/")
    expect(page.locator(".pb-sources")).to_be_hidden()
    page.locator(".pb-cite a").first.click()
    expect(page.locator(".pb-sources li:target")).to_be_in_viewport()


def test_progress_of_the_self_assessment_leads_into_an_area_that_is_folded(phone: Watched) -> None:
    page = phone.open("readiness/")
    expect(page.locator("#dm1")).to_be_visible()
    expect(page.locator("#od1")).to_be_hidden()
    expect(page.locator("[data-count=open-data]")).to_have_text("0 of 4 answered")
    page.locator(".pb-progress").get_by_role("link", name="Open Data").click()
    expect(page.locator("#od1")).to_be_in_viewport()


def test_on_paper_nothing_is_folded(phone: Watched) -> None:
    page = phone.open("readiness/")
    assert folded(page) == 7
    page.pdf()
    assert folded(page) == 0
