"""The page "Readiness" as people use it: by keyboard, over several visits, with a plan, and on paper."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.linking import places, plan
from generator.model import Answer, Library
from generator.wording import say
from tests.assessments import FILLED, an_assessment, at_random
from tests.axe import assert_open_to_everyone
from tests.browser.readiness import a_file, answer, as_file, choose, given, opened, question, ready, said
from tests.said import said as worded
from tests.site import Watched, wait_until


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    """The page, ready; whatever a test does, nothing goes wrong on it and no request leaves the site."""
    yield opened(watched)
    assert watched.troubles == []


def test_every_criterion_is_asked_with_its_points_and_the_mandatory_ones_are_called_out(
    page: Page, real_library: Library
) -> None:
    for criterion in real_library.standard.criteria:
        part = question(page, criterion.code)
        expect(part.get_by_role("group", name=criterion.question)).to_be_visible()
        expect(part.get_by_role("radio")).to_have_count(len(Answer))
        assert part.get_by_role("checkbox").evaluate_all("boxes => boxes.map(box => box.value)") == list(
            criterion.checks
        )
        assert part.get_by_text("Mandatory", exact=True).count() == criterion.mandatory
    expect(page.locator(".pb-readiness__area")).to_have_count(8)


def test_questions_are_answered_by_keyboard_alone_and_progress_is_told(page: Page) -> None:
    page.locator(".pb-readiness__side").get_by_role("link", name="DM1").press("Enter")
    expect(question(page, "DM1")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-code=DM1] h3 a")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert given(page) == {"DM1": "yes"}
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert given(page) == {"DM1": "no"}
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Clear the answer to DM1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(question(page, "DM1").get_by_role("checkbox").first).to_be_checked()
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Meets in May")
    expect(page.get_by_label("Note on DM1")).to_have_value("Meets in May")
    expect(page.locator("[data-progress=data-management]")).to_have_text("1 of 9 answered, 0 yes")
    expect(page.locator(".pb-readiness__heard")).to_have_text(
        "Data Management: 1 of 9 answered, 0 yes. In all, yes to 0 of 43."
    )
    question(page, "DM1").get_by_role("button", name="Clear the answer").press("Enter")
    assert given(page) == {}
    expect(question(page, "DM1").get_by_role("radio", name="Yes")).to_be_focused()


def test_the_estimate_is_told_in_words(page: Page, real_library: Library) -> None:
    words = page.locator(".pb-estimate__words")
    expect(words).to_have_text("Answer a question, and the estimate begins.")
    codes = [one.code for one in real_library.standard.criteria if one.code != "LC1"][:24]
    assert {"DM1", "PA1"} < set(codes)
    choose(page, "Load a file", a_file("a.json", as_file(an_assessment(**dict.fromkeys(codes, "yes")))))
    expect(words).to_contain_text(
        "You answered yes to 24 of 43 (56%). That is in the band published for Silver (51–67%)."
    )
    expect(page.locator(".pb-estimate__warning")).to_have_text(
        "Not certified without LC1, whatever the share: it is mandatory and not answered yes."
    )
    expect(page.locator("[data-state=LC1]")).to_have_text("not answered")
    bar = page.locator(".pb-bands__yes").evaluate("bar => bar.offsetWidth / bar.parentElement.offsetWidth")
    assert bar == pytest.approx(24 / 43, abs=0.01)


def test_answers_are_there_again_after_a_reload_and_nothing_is_sent(watched: Watched) -> None:
    page = opened(watched)
    sent: list[str] = []
    answer(page, DM1="Partly", OD2="Not sure")
    question(page, "OD2").locator("summary").click()
    page.on("request", lambda request: sent.append(request.method + (request.post_data or "")))
    page.get_by_label("Note on OD2").fill("Ask the web team")
    question(page, "DM1").get_by_role("checkbox").nth(1).check()
    page.get_by_label("Filled in by").fill("Ana Ruiz")
    page.reload()
    ready(page)
    assert given(page) == {"DM1": "partly", "OD2": "not-sure"}
    expect(page.get_by_label("Note on OD2")).to_have_value("Ask the web team")
    expect(page.get_by_label("Note on OD2")).to_be_visible()
    expect(question(page, "DM1").get_by_role("checkbox").nth(1)).to_be_checked()
    expect(page.get_by_label("Filled in by")).to_have_value("Ana Ruiz")
    assert set(sent) == {"GET"}
    assert watched.troubles == []


@pytest.mark.parametrize("city", ["omaha-ne", None])
def test_the_plan_shows_what_python_plans(page: Page, real_library: Library, city: str | None) -> None:
    assessment = at_random(real_library, 5).model_copy(update={"city": city})
    choose(page, "Load a file", a_file("a.json", as_file(assessment)))
    place = next((one for one in places(real_library) if one.id == city), None)
    steps = plan(assessment, place, real_library)
    expect(page.locator(".pb-step")).to_have_count(len(steps))
    more = page.get_by_role("button", name="Show practices for the other")
    more.click()
    expect(more).to_be_hidden()
    expect(page.locator(".pb-step h3 a").nth(8)).to_be_focused()
    for number, step in enumerate(steps):
        item = page.locator(".pb-step").nth(number)
        expect(item.locator("h3")).to_have_text(re.compile(rf"^{number + 1}\. {step.criterion} "))
        assert item.locator("> .pb-why span").all_inner_texts() == list(worded(step.reasons))
        shown = item.locator(".pb-card").evaluate_all("cards => cards.map(card => card.dataset.id)")
        assert shown == [one.practice for one in step.practices]
        if step.note:
            expect(item).to_contain_text(say(step.note))
    file = rf"self-assessment{f'-{city}' if city else ''}-\d{{4}}-\d\d-\d\d\.json"
    command = re.compile(rf"^peerbook guide --assessment {file}{f' --city {city}' if city else ''}$")
    expect(page.locator(".pb-plan__command")).to_have_text(command)


def test_the_city_comes_along_from_your_city_and_stays(watched: Watched) -> None:
    page = watched.open("your-city/?city=omaha-ne")
    page.get_by_role("link", name="Check where you stand").click()
    ready(page)
    city = page.get_by_role("combobox", name="Your city")
    expect(city).to_have_value("Omaha, NE")
    assert page.url.endswith("/readiness/")
    page.reload()
    ready(page)
    expect(city).to_have_value("Omaha, NE")
    answer(page, RDC1="No")
    expect(page.locator(".pb-plan__status")).to_have_text("1 step, with practices of cities like Omaha, NE first.")
    city.fill("boul")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("The answers here are for Omaha, NE.")
    expect(city).to_have_value("Omaha, NE")
    page.get_by_role("button", name="They are for Boulder, CO").click()
    expect(page.locator(".pb-plan__status")).to_contain_text("Boulder, CO")
    city.fill("")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="They are for no city yet").click()
    expect(page.locator(".pb-plan__status")).to_contain_text("Name your city above")
    assert watched.troubles == []


def test_a_city_that_nobody_knows_is_said(watched: Watched) -> None:
    page = opened(watched, "readiness/?city=atlantis")
    expect(page.locator(".pb-readiness__place")).to_contain_text("No city “atlantis” is known here")


def test_each_city_has_answers_of_its_own(watched: Watched) -> None:
    page = opened(watched, "readiness/?city=omaha-ne")
    answer(page, DM1="Yes")
    page.goto(watched.address + "readiness/?city=lincoln-ne")
    ready(page)
    expect(said(page)).to_contain_text("The answers here are for Omaha, NE.")
    assert given(page) == {"DM1": "yes"}
    page.get_by_role("button", name="Begin answers for Lincoln, NE").click()
    assert given(page) == {}
    answer(page, PA1="No")
    page.goto(watched.address + "readiness/?city=omaha-ne")
    ready(page)
    page.get_by_role("button", name="Open the answers for Omaha, NE").click()
    assert given(page) == {"DM1": "yes"}
    page.get_by_role("button", name="Back to Lincoln, NE").click()
    assert given(page) == {"PA1": "no"}
    page.reload()
    ready(page)
    assert given(page) == {"PA1": "no"}
    assert watched.troubles == []


@pytest.mark.parametrize("city", ["atlantis", "No City!", "omaha-ne"])
def test_a_link_with_a_city_loses_no_answer_while_the_cities_can_not_be_loaded(
    browser: Browser, address: str, city: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "readiness/")
    ready(page)
    answer(page, DM1="Yes")
    page.route("**/your-city/**/data.bin", lambda route: route.abort())
    page.goto(f"{address}readiness/?city={city}")
    expect(page.locator(".pb-plan__status")).to_contain_text("The practices could not be loaded")
    assert given(page) == {"DM1": "yes"}
    page.unroute("**/your-city/**/data.bin")
    page.goto(address + "readiness/")
    ready(page)
    assert given(page) == {"DM1": "yes"}
    context.close()


def test_it_works_when_one_comes_from_another_page_and_back(watched: Watched) -> None:
    page = watched.open("about/")
    page.evaluate("document.querySelector('.md-nav--primary a[href$=\"readiness/\"]').click()")
    ready(page)
    answer(page, PA1="No")
    page.locator("[data-code=PA1] h3 a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("PA1")
    page.go_back()
    ready(page)
    assert given(page) == {"PA1": "no"}
    expect(page.locator(".pb-step .pb-card").first).to_be_visible()
    assert watched.troubles == []


def test_a_browser_that_keeps_nothing_is_told_so_and_the_page_works(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    page = context.new_page()
    page.goto(address + "readiness/")
    ready(page)
    expect(page.locator(".pb-readiness__storage")).to_contain_text("This browser keeps nothing for this page.")
    answer(page, DM1="Yes", DM2="No")
    expect(page.locator(".pb-estimate__words")).to_contain_text("You answered yes to 1 of 43")
    expect(page.locator(".pb-step")).to_have_count(1)
    context.close()


def test_another_tab_follows(watched: Watched) -> None:
    page = opened(watched)
    other = page.context.new_page()
    other.goto(page.url)
    ready(other)
    answer(other, DM1="Partly")
    wait_until(page, "document.querySelector('.pb-answer :checked')")
    assert given(page) == {"DM1": "partly"}


def test_what_was_kept_and_can_not_be_read_does_no_harm(watched: Watched) -> None:
    page = watched.open("about/")
    page.evaluate("localStorage.setItem('peerbook-self-assessment', '{\"format\": 1}')")
    page = opened(watched)
    expect(said(page)).to_contain_text("can’t be read any more")
    answer(page, DM1="Yes")
    page.reload()
    ready(page)
    assert given(page) == {"DM1": "yes"}
    assert page.evaluate("localStorage.getItem('peerbook-self-assessment:unreadable')") == '{"format": 1}'


def test_practices_that_can_not_be_loaded_leave_the_form(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/your-city/**/data.bin", lambda route: route.abort())
    page.goto(address + "readiness/")
    ready(page)
    answer(page, DM1="No")
    expect(page.locator(".pb-plan__status")).to_contain_text("The practices could not be loaded")
    expect(page.locator(".pb-estimate__words")).to_contain_text("You answered yes to 0 of 43")
    page.unroute("**/your-city/**/data.bin")
    answer(page, DM2="No")
    expect(page.locator(".pb-step")).to_have_count(2)
    context.close()


def test_places_and_practices_are_fetched_once_somebody_begins(watched: Watched) -> None:
    fetched: list[str] = []
    watched.page.on("request", lambda request: fetched.append(request.url))
    page = opened(watched)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".pb-plan__status")).to_contain_text("The plan is made of your answers")
    assert not [url for url in fetched if url.endswith(".bin")]
    city = page.get_by_role("combobox", name="Your city")
    city.press_sequentially("omah")
    page.get_by_role("option", name="Omaha, NE").click()
    answer(page, RDC1="No")
    expect(page.locator(".pb-plan__status")).to_have_text("1 step, with practices of cities like Omaha, NE first.")
    assert watched.troubles == []


def test_on_paper_it_is_a_worksheet_filled_in_where_it_was_answered(page: Page) -> None:
    choose(page, "Load a file", a_file("ana.json", FILLED))
    expect(page.locator(".pb-step")).to_have_count(1)
    page.emulate_media(media="print")
    worksheet(page)
    expect(page.locator(".pb-paper-head")).to_contain_text("Omaha, NE")
    filled = page.locator("[data-code=DM1] .pb-paper-note")
    expect(filled).to_contain_text("Draft is with the council")
    assert lines_of(filled) == 0
    expect(page.locator(".pb-readiness__tools")).to_be_hidden()
    expect(page.locator(".pb-readiness__bar")).to_be_hidden()
    expect(page.locator(".pb-estimate__words")).to_be_visible()
    expect(page.locator(".pb-step").first).to_be_hidden()  # the plan prints by itself
    assert mark_of(page.locator("[data-code=DM1] [value=partly]")) != "none"
    assert mark_of(page.locator("[data-code=DM1] [value=yes]")) == "none"


def test_without_javascript_the_page_is_the_worksheet(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "readiness/")
    expect(page.get_by_text("Without JavaScript nothing here is counted")).to_be_visible()
    expect(page.locator(".pb-readiness__tools")).to_be_hidden()
    expect(page.locator(".pb-readiness__side")).to_be_hidden()
    page.emulate_media(media="print")
    worksheet(page)
    context.close()


def worksheet(page: Page) -> None:
    """Every criterion has its question, boxes and lines to write on, and the head asks who, where and when."""
    expect(page.locator(".pb-question legend >> visible=true")).to_have_count(43)
    expect(page.locator(".pb-answer__choices input >> visible=true")).to_have_count(4 * 43)
    assert page.locator("[data-code=DM2] .pb-points input >> visible=true").count() > 1
    empty = page.locator("[data-code=DM2] .pb-paper-note")
    expect(empty).to_be_visible()
    assert lines_of(empty) == 2
    expect(page.locator("details textarea").first).to_be_hidden()
    for words in ("City", "Filled in by", "Date"):
        expect(page.locator(".pb-paper-head")).to_contain_text(words)


def lines_of(note: Any) -> int:
    """How many lines to write on stand below a question."""
    width = "parseFloat(getComputedStyle(one, part).borderBottomWidth)"
    drawn: int = note.evaluate(f"one => ['::before', '::after'].filter(part => {width}).length")
    return drawn


def mark_of(box: Any) -> str:
    mark: str = box.evaluate("one => getComputedStyle(one, '::before').content")
    return mark


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_filled_page_is_open_to_everyone(
    browser: Browser, address: str, real_library: Library, width: int, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    watched = Watched(context.new_page(), address)
    page = opened(watched)
    assessment = at_random(real_library, 7).model_copy(update={"city": "omaha-ne"})
    choose(page, "Load a file", a_file("a.json", as_file(assessment)))
    expect(page.locator(".pb-step .pb-card").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_open_to_everyone(page)
    page.get_by_role("button", name="Clear everything").first.click()
    assert_open_to_everyone(page)
    page.keyboard.press("Escape")
    small = [
        control.evaluate("one => one.outerHTML")
        for control in page.locator(
            ".pb-readiness button >> visible=true, .pb-readiness label:has(input) >> visible=true"
        ).all()
        if min((control.bounding_box() or {"width": 0, "height": 0})[side] for side in ("width", "height")) < 24
    ]
    assert small == []
    assert watched.troubles == []
    context.close()
