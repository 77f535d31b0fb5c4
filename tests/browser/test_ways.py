"""The ways that people take through the site."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.publishing import build_site
from tests.builders import PRACTICE
from tests.site import Watched, serving


def test_moving_on_loads_no_whole_page_and_keeps_the_menu_in_step(watched: Watched) -> None:
    page = watched.open("")
    page.evaluate("window.stayed = true")
    page.locator(".pb-menu").get_by_role("link", name="Cities").click()
    expect(page.get_by_role("heading", level=1, name="Cities")).to_be_visible()
    assert page.evaluate("window.stayed") is True
    expect(page.locator(".pb-menu [aria-current]")).to_have_text("Cities")
    page.get_by_role("button", name="Population").click()
    assert page.evaluate("window.stayed") is True


def test_a_table_sorts_by_keyboard_and_says_so(watched: Watched) -> None:
    page = watched.open("practices/table/")
    button = page.get_by_role("button", name="Population")
    button.focus()
    page.keyboard.press("Enter")
    head = page.locator("th", has=button)
    expect(head).to_have_attribute("aria-sort", "descending")
    sizes = page.locator("tbody tr td:nth-child(3)").evaluate_all("cells => cells.map(cell => +cell.dataset.value)")
    assert sizes == sorted(sizes, reverse=True)
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")


def test_the_whole_card_is_the_target(watched: Watched) -> None:
    page = watched.open("practices/washington-dc/nurse-triage-line/")
    card = page.locator(".pb-card").first
    title = card.locator(".pb-card__title a").inner_text()
    card.scroll_into_view_if_needed()
    box = card.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] - 8, box["y"] + 8)
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def test_the_figure_of_a_trial_is_on_the_first_screen_of_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = Watched(context.new_page(), address).open("practices/washington-dc/nurse-triage-line/")
    box = page.locator(".pb-figure").first.bounding_box()
    context.close()
    assert box is not None
    assert box["y"] + box["height"] < 844


def test_the_page_skips_to_its_content_by_keyboard(watched: Watched) -> None:
    page = watched.open("cities/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")


@pytest.fixture
def hostile(project: Callable[..., Path]) -> Iterator[str]:
    """A site whose one practice holds markup wherever text goes."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} </title></div>"
    text = (
        PRACTICE.replace(
            "Boulder sends nurses to calls that need no ambulance", "'</title><script>alert(3)</script>{{ 7*7 }}'"
        )
        .replace("summary: Boulder", f"summary: '{evil}'\nlessons:\n  - Boulder")
        .replace("Callers were content.", evil)
        .replace("metric: share", f"metric: {evil} share")
        .replace("unknown: [running cost]", f"unknown: ['{evil}']")
        .replace("title: The news", f"title: '{evil}'")
        .replace(
            "lessons:\n  - Boulder sends a nurse to callers with minor complaints. Fewer ambulances went out.\n", ""
        )
    )
    config = project({"boulder-co/nurses": text})
    with serving(lambda address: build_site(config, site_url=address)) as (address, _):
        yield address


def test_markup_in_contributed_text_is_shown_as_typed_and_never_runs(browser: Browser, hostile: str) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), hostile)
    for path in (
        "",
        "find/",
        "practices/table/",
        "evidence/",
        "practices/boulder-co/nurses/",
        "cities/boulder-co/",
    ):
        page = watched.open(path)
        assert page.locator("img[src=x]").count() == 0
    page = watched.open("practices/boulder-co/nurses/")
    expect(page.locator("h1")).to_have_text("</title><script>alert(3)</script>{{ 7*7 }}")
    expect(page.locator(".pb-unknown")).to_contain_text("<script>alert(1)</script>")
    page = watched.open("find/?q=nurses")
    expect(page.locator(".pb-find__results .pb-card").first).to_contain_text(
        "</title><script>alert(3)</script>{{ 7*7 }}"
    )
    page = watched.open("find/?q=%3Cimg+src%3Dx+onerror%3Dalert(4)%3E+nurses")
    expect(page.locator(".pb-find__count")).to_contain_text("<img src=x onerror=alert(4)> nurses")
    page.keyboard.press("/")
    page.keyboard.type("<img src=x onerror=alert(5)> nurses")
    expect(page.locator(".pb-hit").first).to_contain_text("</title><script>")
    page.wait_for_timeout(300)
    context.close()
    assert watched.troubles == []
