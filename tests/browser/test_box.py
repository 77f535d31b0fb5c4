"""The search box in the header of every page."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import assert_open_to_everyone
from tests.site import Watched


def type_in(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(".pb-box__output")).to_be_visible()


@pytest.mark.parametrize("key", ["/", "s"])
def test_a_key_opens_the_box_but_not_while_one_types_elsewhere(watched: Watched, key: str) -> None:
    page = watched.open("cities/boulder-co/")
    page.keyboard.press(key)
    expect(page.locator(".pb-box__input")).to_be_focused()
    expect(page.locator(".pb-box__input")).to_have_value("")
    page = watched.open("find/")
    page.get_by_label("What is on your desk?").press_sequentially(f"x{key}")
    expect(page.get_by_label("What is on your desk?")).to_have_value(f"x{key}")


def test_results_are_grouped_by_kind_and_carry_their_ids(watched: Watched) -> None:
    page = watched.open("about/")
    for words, kind, identity in (
        ("homelessness", "topic", "homelessness"),
        ("bogota", "city", "bogota-colombia"),
        ("eval2", "criterion", "EVAL2"),
        ("nudge", "method", "behavioral-message"),
        ("nurse triage", "practice", "washington-dc/nurse-triage-line"),
        ("contribute", "page", "contribute/"),
    ):
        page.locator(".pb-box__input").fill(words)
        expect(page.locator(f".pb-hit[data-kind='{kind}'][data-id='{identity}']")).to_be_visible()
    assert watched.troubles == []


def test_matched_words_are_marked(watched: Watched) -> None:
    page = watched.open("")
    type_in(page, "ambulance")
    expect(page.locator(".pb-hit mark").first).to_have_text("ambulance", ignore_case=True)


def test_arrows_choose_and_enter_opens_without_a_whole_page_load(watched: Watched) -> None:
    page = watched.open("cities/boulder-co/")
    page.evaluate("window.stayed = true")
    type_in(page, "nurse triage")
    page.locator(".pb-hit").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".pb-hit[aria-selected=true]")
    expect(page.locator(".pb-box__input")).to_have_attribute("aria-activedescendant", "pb-hit-0")
    title = chosen.locator(".pb-hit__title").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    expect(page.locator(".pb-box__output")).not_to_be_visible()
    assert page.evaluate("window.stayed") is True
    assert watched.troubles == []


def test_enter_leads_to_the_find_page_from_anywhere_even_from_itself(watched: Watched) -> None:
    page = watched.open("practices/washington-dc/nurse-triage-line/")
    type_in(page, "vacant lots")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-find__count")).to_contain_text("for “vacant lots”")
    type_in(page, "street trees")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-find__count")).to_contain_text("for “street trees”")
    expect(page.get_by_label("What is on your desk?")).to_have_value("street trees")
    assert watched.troubles == []


def test_escape_and_a_click_elsewhere_close_the_list(watched: Watched) -> None:
    page = watched.open("about/")
    type_in(page, "trees")
    page.keyboard.press("Escape")
    expect(page.locator(".pb-box__output")).not_to_be_visible()
    page.keyboard.type(" ")
    expect(page.locator(".pb-box__output")).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".pb-box__output")).not_to_be_visible()


def test_the_count_is_announced_and_the_box_says_what_it_controls(watched: Watched) -> None:
    page = watched.open("about/")
    type_in(page, "ambulance")
    expect(page.locator(".pb-box__status")).to_have_attribute("role", "status")
    expect(page.locator(".pb-box__status")).to_contain_text("practices")
    expect(page.get_by_role("combobox", name="Search")).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Search").get_by_role("option").first).to_be_visible()
    assert_open_to_everyone(page)


def test_on_a_phone_the_box_fills_the_screen_and_closes_again(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    watched = Watched(context.new_page(), address)
    page = watched.open("about/")
    expect(page.locator(".pb-box__input")).not_to_be_visible()
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("homeless")
    expect(page.locator(".pb-hit").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".pb-box__input")).not_to_be_visible()
    context.close()
    assert watched.troubles == []


def test_without_javascript_the_box_leads_to_the_find_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "about/")
    page.locator(".pb-box__input").fill("trees")
    page.locator(".pb-box__input").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Find a practice")).to_be_visible()
    context.close()
