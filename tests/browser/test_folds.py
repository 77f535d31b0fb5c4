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
