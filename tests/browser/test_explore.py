"""The Explore page: the picture by mouse, finger and keyboard, and what stands in its place without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.linking import Links
from generator.model import Library
from generator.publishing.explore import picture
from tests.axe import assert_open_to_everyone
from tests.site import Watched, wait_until

TRIAGE = "washington-dc/nurse-triage-line"


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    """The Explore page, ready; whatever a test does, nothing goes wrong on it."""
    yield opened(watched)
    assert watched.troubles == []


@pytest.fixture(scope="module")
def columns(real_library: Library, real_links: Links) -> dict[str, list[int]]:
    """The practices of the picture."""
    practices: dict[str, list[int]] = picture(real_library, real_links)["practices"]
    return practices


def opened(watched: Watched) -> Page:
    page = watched.open("explore/")
    expect(page.locator(".pb-explore[data-ready]")).to_be_visible()
    page.locator("canvas").scroll_into_view_if_needed()
    return page


def state(page: Page, name: str) -> str:
    return page.locator(".pb-explore").get_attribute(f"data-{name}") or ""


def place(page: Page, columns: dict[str, list[int]], identity: str) -> tuple[float, float]:
    """Where on the screen the picture shows a practice."""
    row = list(map(str, columns["id"])).index(identity)
    box = page.locator("canvas").bounding_box()
    assert box
    world = [columns["x"][row], columns["y"][row]]
    if box["height"] > box["width"]:
        world.reverse()
    scale, x, y = (float(state(page, name)) for name in ("scale", "x", "y"))
    return (
        box["x"] + box["width"] / 2 + (world[0] - x) * scale,
        box["y"] + box["height"] / 2 + (world[1] - y) * scale,
    )


def pixels(page: Page) -> str:
    """What is drawn, after the next frame."""
    drawn: str = page.evaluate(
        "new Promise(done => requestAnimationFrame(() => setTimeout(() =>"
        " done(document.querySelector('.pb-explore canvas').toDataURL()), 50)))"
    )
    return drawn


def test_something_is_drawn_sharp_and_again_in_the_dark(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=2, color_scheme="light")
    watched = Watched(context.new_page(), address)
    page = opened(watched)
    assert page.evaluate("(c => c.width === 2 * c.clientWidth)(document.querySelector('.pb-explore canvas'))")
    light = pixels(page)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    assert pixels(page) != light
    context.close()
    assert watched.troubles == []


def test_buttons_change_the_view_and_set_it_back(page: Page) -> None:
    first, drawn = state(page, "scale"), pixels(page)
    page.get_by_role("button", name="Zoom in").click()
    assert float(state(page, "scale")) > float(first)
    assert pixels(page) != drawn
    page.get_by_role("button", name="Reset view").click()
    assert state(page, "scale") == first
    assert pixels(page) == drawn


def test_a_group_is_chosen_by_its_name_and_all_of_them_again(page: Page, real_links: Links) -> None:
    first = state(page, "scale")
    choice = page.get_by_label("Look at")
    together = [one for one in real_links.communities if len(one.practices) > 1]
    assert choice.locator("option").count() == len(together) + 1
    choice.select_option(index=2)
    assert float(state(page, "scale")) > float(first)
    page.get_by_role("button", name="Zoom out").click()
    expect(choice).to_have_value("")
    choice.select_option(index=2)
    choice.select_option(index=0)
    assert state(page, "scale") == first


def test_the_wheel_zooms_at_the_pointer_and_lets_the_page_scroll_where_it_cannot(
    page: Page, columns: dict[str, list[int]]
) -> None:
    x, y = place(page, columns, TRIAGE)
    page.mouse.move(x, y)
    first = float(state(page, "scale"))
    page.mouse.wheel(0, -100)
    wait_until(page, f"document.querySelector('.pb-explore').dataset.scale > {first}")
    assert place(page, columns, TRIAGE) == pytest.approx((x, y), abs=3)
    page.get_by_role("button", name="Reset view").click()
    page.mouse.move(x, y)
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 100)
    wait_until(page, f"scrollY > {before}")
    assert float(state(page, "scale")) == first


def test_dragging_moves_the_picture_and_opens_nothing(page: Page, columns: dict[str, list[int]]) -> None:
    x, y = place(page, columns, TRIAGE)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=5)
    page.mouse.up()
    assert place(page, columns, TRIAGE) == pytest.approx((x + 60, y + 40), abs=3)
    assert page.url.endswith("/explore/")


def test_a_point_under_the_pointer_tells_what_it_is_and_a_click_opens_it(
    page: Page, columns: dict[str, list[int]], real_library: Library
) -> None:
    x, y = place(page, columns, TRIAGE)
    page.mouse.move(x, y)
    card = page.locator(".pb-explore__card")
    practice = real_library.practice_by_id[TRIAGE]
    for words in (practice.title, "Washington, DC", practice.evidence.level.label, "linked with"):
        expect(card).to_contain_text(words)
    assert 1 <= card.locator("li a").count() <= 5
    page.mouse.click(x, y)
    expect(page).to_have_url(re.compile(f"/practices/{TRIAGE}/$"))
    expect(page.locator(".pb-practice h1")).to_have_text(practice.title)


def test_the_card_stays_while_the_pointer_is_on_it_and_goes_with_escape(
    page: Page, columns: dict[str, list[int]]
) -> None:
    page.mouse.move(*place(page, columns, TRIAGE))
    card = page.locator(".pb-explore__card")
    card.locator("a").first.hover()
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).not_to_be_visible()


def test_the_picture_is_used_by_keyboard_alone(page: Page) -> None:
    page.locator(".pb-explore canvas").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    identity = state(page, "row")
    assert identity
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/practices/{identity}/$"))


@pytest.mark.parametrize("words", ["waste", "WÁSTE"])
def test_words_highlight_the_practices_whose_titles_hold_them(page: Page, real_library: Library, words: str) -> None:
    drawn = pixels(page)
    page.get_by_label("Find in the picture").fill(words)
    found = set(state(page, "found").split())
    assert {one.id for one in real_library.practices if "waste" in one.title.lower()} <= found
    assert len(found) < 20
    assert pixels(page) != drawn
    expect(page.locator(".pb-explore__status")).to_contain_text(f"{len(found)} found")
    page.keyboard.press("Enter")
    page.get_by_label("Find in the picture").fill("xylophone")
    expect(page.locator(".pb-explore__status")).to_have_text("None found.")


def test_accents_of_titles_do_not_matter(page: Page) -> None:
    page.get_by_label("Find in the picture").fill("bogota")
    assert any(identity.startswith("bogota") for identity in state(page, "found").split())


def test_a_filter_hides_practices_of_no_checked_area(page: Page, real_library: Library) -> None:
    assert int(state(page, "shown")) == len(real_library.practices)
    drawn = pixels(page)
    page.get_by_role("button", name="Clear all").click()
    assert state(page, "shown") == "0"
    page.get_by_role("checkbox", name="Open Data").check()
    assert int(state(page, "shown")) == len(real_library.practices_by_area["open-data"])
    assert pixels(page) != drawn
    page.get_by_role("button", name="Clear all").click()
    page.get_by_role("button", name="Check all").click()
    assert int(state(page, "shown")) == len(real_library.practices)


def test_it_works_when_one_comes_from_another_page_and_back(watched: Watched) -> None:
    page = watched.open("about/")
    page.evaluate("document.querySelector('.md-nav--primary a[href$=\"explore/\"]').click()")
    expect(page.locator(".pb-explore[data-ready]")).to_be_visible()
    page.locator(".pb-explore__fold summary").click()
    page.locator(".pb-explore__table tbody a").first.click()
    expect(page.locator(".pb-practice")).to_be_visible()
    page.go_back()
    expect(page.locator(".pb-explore[data-ready]")).to_be_visible()
    page.get_by_role("button", name="Zoom in").click()
    assert watched.troubles == []


def test_on_a_phone_a_tap_shows_the_card_and_a_second_opens_the_practice(
    browser: Browser, address: str, columns: dict[str, list[int]]
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    watched = Watched(context.new_page(), address)
    page = opened(watched)
    page.touchscreen.tap(*place(page, columns, TRIAGE))
    card = page.locator(".pb-explore__card")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert_open_to_everyone(page)
    identity = state(page, "row")
    page.touchscreen.tap(*place(page, columns, identity))
    expect(page).to_have_url(re.compile(f"/practices/{identity}/$"))
    context.close()
    assert watched.troubles == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_too_small_to_hit(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = opened(Watched(context.new_page(), address))
    for control in page.locator(
        ".pb-explore button, .pb-explore label:has(input), .pb-explore input[type=search]"
    ).all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    context.close()


def test_without_javascript_a_sentence_leads_to_the_table(
    browser: Browser, address: str, real_library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "explore/")
    expect(page.locator(".pb-explore__without")).to_be_visible()
    expect(page.locator(".pb-explore canvas")).not_to_be_visible()
    expect(page.locator(".pb-explore__without a")).to_have_attribute("href", "#table")
    expect(page.locator("#table ~ details tbody td a")).to_have_count(len(real_library.practices))
    context.close()


def test_a_picture_that_cannot_be_loaded_leaves_the_sentence(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/explore/graph.json", lambda route: route.abort())
    page.goto(address + "explore/")
    expect(page.locator(".pb-explore__without")).to_be_visible()
    context.close()
