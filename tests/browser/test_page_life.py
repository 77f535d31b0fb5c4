"""Pages that come and go without a reload leave nothing behind."""

import time

from playwright.sync_api import Browser, Page, Route, expect

from tests.site import PATIENCE, Watched, wait_until

_COUNTED = """
window.listening = 0;
const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (kind, act, options) {
    if (this instanceof MediaQueryList) {
        window.listening++;
        options?.signal?.addEventListener("abort", () => window.listening--);
    }
    return listen.call(this, kind, act, options);
};
"""


def find_and_leave(page: Page) -> int:
    """Go to Find and on to another page; how many listeners to the width of the screen there are then."""
    page.get_by_role("banner").get_by_role("link", name="Find", exact=True).click()
    expect(page.locator(".pb-facet").first).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Guides", exact=True).click()
    wait_until(page, "!document.querySelector('.pb-find')")
    count: int = page.evaluate("window.listening")
    return count


def test_find_listens_to_nothing_after_it_was_left(watched: Watched) -> None:
    watched.page.add_init_script(_COUNTED)
    page = watched.open("about/")
    before = page.evaluate("window.listening")
    assert find_and_leave(page) == before
    assert find_and_leave(page) == before
    assert watched.troubles == []


def test_find_that_is_left_before_the_index_comes_builds_nothing(watched: Watched) -> None:
    watched.page.add_init_script(_COUNTED)
    page = watched.open("about/")
    before = page.evaluate("window.listening")
    waiting: list[Route] = []
    was_left: list[bool] = []
    page.route("**/search/index.json", lambda route: route.continue_() if was_left else waiting.append(route))
    page.get_by_role("banner").get_by_role("link", name="Find", exact=True).click()
    wait_until(page, "document.querySelector('.pb-find') !== null")
    ends = time.monotonic() + PATIENCE
    while not waiting:
        assert time.monotonic() < ends, "Find never asked for the index"
        page.wait_for_timeout(20)
    page.evaluate("window.left = document.querySelector('.pb-find')")
    page.get_by_role("banner").get_by_role("link", name="Guides", exact=True).click()
    wait_until(page, "!document.querySelector('.pb-find')")
    was_left.append(True)
    for route in waiting:
        route.continue_()
    page.locator(".pb-box__input").fill("trees")
    expect(page.locator(".pb-hit").first).to_be_visible()
    assert page.evaluate("window.left.querySelectorAll('.pb-facet').length") == 0
    assert page.evaluate("window.listening") == before
    assert watched.troubles == []


def test_a_page_is_dark_as_the_machine_is_until_light_is_chosen_which_is_kept(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    watched = Watched(context.new_page(), address)
    page = watched.open("about/")
    body, switch = page.locator("body"), page.locator(".pb-scheme label:visible")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    expect(switch).to_have_attribute("title", "Switch to light mode")
    switch.click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    expect(switch).to_have_attribute("title", "Switch to dark mode")
    expect(page.locator("meta[name=theme-color]")).to_have_attribute("content", "rgb(255, 255, 255)")
    watched.open("topics/")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.locator(".pb-scheme input:checked").press("Enter")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    context.close()
    assert watched.troubles == []
