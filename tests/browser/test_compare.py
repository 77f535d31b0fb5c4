"""Practices and cities side by side: picked from cards, from Find, from their pages, and by address."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import Watched, wait_until

NURSES, WAZE, LESSONS = "washington-dc/nurse-triage-line", "louisville-ky/waze-traffic-data", "buffalo-ny/data-101"


@pytest.fixture
def quiet(watched: Watched) -> Iterator[Watched]:
    yield watched
    assert watched.troubles == []


def shown(page: Page, *ids: str) -> None:
    wait_until(page, "ids => document.querySelector('.pb-compare')?.dataset.shown === ids", " ".join(ids))


def test_an_address_puts_practices_side_by_side_with_the_same_rows_for_all(quiet: Watched) -> None:
    page = quiet.open(f"compare/?p={NURSES},{WAZE}")
    shown(page, NURSES, WAZE)
    labels = page.locator("[role=rowheader]").all_text_contents()
    assert labels[labels.index("What changed") + 1] == "How sure"
    assert labels[-1] == "Nobody knows"
    for row in page.locator("tbody tr").all():
        expect(row.locator("td")).to_have_count(2)
    sure = page.locator("tr[data-key=sure] td")
    expect(sure.first).to_contain_text("Randomized trial")
    assert page.locator(".pb-compare__grid a[href*='#source-']").count() == 0, "citations stay on their page"
    page.locator("thead a").first.click()
    expect(page).to_have_url(re.compile(f"practices/{NURSES}/$"))


def test_cards_and_pages_pick_and_the_bar_leads_there(quiet: Watched) -> None:
    page = quiet.open("find/?q=ambulances+come+too+late")
    picks = page.locator(".pb-find__results .pb-card [data-pick]")
    picks.nth(0).click()
    expect(page.locator(".pb-tray")).to_contain_text("1 practice chosen. Choose another.")
    picks.nth(1).click()
    expect(picks.nth(1)).to_have_attribute("aria-pressed", "true")
    quiet.open(f"practices/{LESSONS}/")
    page.locator(".pb-give").get_by_role("button", name="Compare").click()
    expect(page.locator(".pb-tray")).to_contain_text("3 practices chosen.")
    page.locator(".pb-tray").get_by_role("link", name="Compare").click()
    expect(page.locator(".pb-compare thead th")).to_have_count(3)
    expect(page).to_have_url(re.compile(rf"compare/\?p=.+,.+,{LESSONS}$"))
    expect(page.locator(".pb-tray")).to_be_hidden()


def test_by_keyboard_one_is_added_and_taken_out_and_a_step_back_undoes_it(quiet: Watched) -> None:
    page = quiet.open(f"compare/?p={NURSES}")
    shown(page, NURSES)
    page.get_by_role("combobox", name="Add a practice").focus()
    page.keyboard.type("waze traffic data")
    expect(page.locator("#pb-compare-list [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-compare thead th")).to_have_count(2)
    page.get_by_role("button", name="Take out").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pb-compare thead th")).to_have_count(1)
    expect(page.get_by_role("combobox", name="Add a practice")).to_be_focused()
    page.go_back()
    expect(page.locator(".pb-compare thead th")).to_have_count(2)


def test_nothing_chosen_explains_how(quiet: Watched) -> None:
    page = quiet.open("compare/")
    expect(page.get_by_role("heading", name="How to pick")).to_be_visible()
    expect(page.locator(".pb-compare table")).to_have_count(0)


def test_what_is_not_there_is_told(watched: Watched) -> None:
    page = watched.open(f"compare/?p={NURSES},no-city/no-practice,../../evil")
    shown(page, NURSES)
    expect(page.locator(".pb-compare__status")).to_contain_text("There is no practice “no-city/no-practice” here")


def test_on_a_phone_each_row_says_whose_it_is_and_nothing_scrolls_sideways(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = Watched(context.new_page(), address).open("compare/?c=boulder-co,burlington-vt")
    shown(page, "boulder-co", "burlington-vt")
    expect(page.locator("tr[data-key=population] .pb-compare__whose").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def test_paper_four_on_one_page_and_a_practice_on_two(watched: Watched) -> None:
    four = (NURSES, WAZE, LESSONS, "baltimore-md/school-eyeglasses")
    page = watched.open(f"compare/?p={','.join(four)}")
    shown(page, *four)
    assert pages_in(page.pdf(prefer_css_page_size=True)) == 1
    for practice in four:
        assert pages_in(watched.open(f"practices/{practice}/").pdf(prefer_css_page_size=True)) <= 2, practice


def test_on_paper_stands_what_is_known_and_not_where_a_screen_leads(watched: Watched) -> None:
    page = watched.open(f"practices/{NURSES}/")
    links = ("Do you know? Add it with a source", "All corrections", "Put it on your site")

    def seen() -> tuple[str, ...]:
        return tuple(text for text in links if page.get_by_text(text).first.is_visible())

    assert seen() == links
    page.emulate_media(media="print")
    assert seen() == ()
    for part in ("#unknown", "#sources"):
        assert page.locator(part).is_visible()
    assert page.get_by_text("Reviewed on").is_visible()


def test_a_citation_is_copied_and_the_address_too(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = Watched(context.new_page(), address).open(f"practices/{NURSES}/?from=mail#took")
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy the BibTeX entry").click()
    expect(page.locator(".pb-give__said")).to_have_text("Copied. Paste it into your text.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@misc{peerbook-practices-washington-dc-nurse")
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.locator(".pb-give__said")).to_contain_text("The address is copied")
    context.close()


def test_a_tick_on_a_criterion_is_a_tick_in_readiness(quiet: Watched) -> None:
    page = quiet.open("criteria/dm1/")
    page.locator(".pb-checks input").nth(1).check()
    expect(page.locator(".pb-checks__status")).to_contain_text("and kept")
    quiet.open("readiness/")
    boxes = page.locator("[data-code=DM1] .pb-points input")
    expect(boxes.nth(1)).to_be_checked()
    boxes.nth(0).check()
    quiet.open("criteria/dm1/")
    expect(page.locator(".pb-checks input").nth(0)).to_be_checked()


def test_the_plan_prints_on_two_pages(watched: Watched) -> None:
    page = watched.open("readiness/")
    expect(page.locator(".pb-readiness[data-ready]")).to_be_visible()
    page.evaluate("window.print = () => {}")
    for radio in page.locator(".pb-answer input[value=no]").all()[:14]:
        radio.check()
    expect(page.locator(".pb-plan > li")).to_have_count(14)
    page.get_by_role("button", name="Print the plan").click()
    sheet = page.locator(".pb-plan-sheet")
    expect(sheet.locator("ol > li")).to_have_count(8)
    assert pages_in(page.pdf(prefer_css_page_size=True)) == 2
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)
