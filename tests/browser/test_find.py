"""The Find page: words, facets, order, and an address that holds them all."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.model import EvidenceLevel, Library, Practice
from tests.axe import assert_open_to_everyone
from tests.site import Watched, wait_until


@pytest.fixture
def find(watched: Watched) -> Iterator[Page]:
    """The Find page, ready; whatever a test does, nothing goes wrong on it."""
    yield opened(watched, "find/")
    assert watched.troubles == []


def opened(watched: Watched, path: str) -> Page:
    page = watched.open(path)
    expect(page.locator(".pb-find--ready")).to_be_visible()
    return page


CARDS = "Array.from(document.querySelectorAll('.pb-find__results > .pb-cards > .pb-card'))"
"""The cards of the results, in the browser's words."""


def ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate(f"{CARDS}.map(card => card.dataset.id)")
    return found


def all_ids(page: Page) -> list[str]:
    """Ids of all results, those behind "Show more" included."""
    more = page.locator(".pb-find__more")
    while more.is_visible():
        shown = len(ids(page))
        more.click()
        wait_until(page, f"document.querySelectorAll('.pb-find__results .pb-card').length > {shown}")
    return ids(page)


def ask(page: Page, words: str) -> None:
    """Type a question and wait for its results."""
    page.get_by_label("What is on your desk?").fill(words)
    wait_until(page, "words => document.querySelector('.pb-find').dataset.query === words", words)


def box(facet: str, value: str) -> str:
    return f".pb-facets input[name='{facet}'][value='{value}']"


def settled(page: Page, text: str) -> None:
    expect(page.locator(".pb-find__count")).to_contain_text(text)
    page.wait_for_load_state("networkidle")


def test_where_nothing_is_asked_no_card_says_why_it_was_found(find: Page) -> None:
    expect(find.locator(".pb-find[data-query='']")).to_be_visible()
    expect(find.locator(".pb-find__results .pb-card")).to_have_count(10)
    expect(find.locator(".pb-found")).to_have_count(0)


def test_a_question_typed_at_home_brings_the_right_practice_first(watched: Watched) -> None:
    page = watched.open("")
    page.get_by_label("What is on your desk?").fill("do body cameras change what police do")
    page.get_by_role("button", name="Find practices").click()
    expect(page.locator(".pb-find__results .pb-card").first).to_have_attribute(
        "data-id", "washington-dc/body-worn-cameras"
    )
    assert page.url.endswith("/find/?q=do+body+cameras+change+what+police+do")


def test_every_question_offered_at_home_is_answered_on_the_first_screen(watched: Watched) -> None:
    page = watched.open("")
    offered = page.locator(".pb-try:not(.pb-try--city) a")
    links = offered.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(links) == 3
    for link in links:
        page = opened(watched, link.removeprefix(watched.address))
        expect(page.locator(".pb-find__results .pb-card").first).to_be_visible()


def test_results_come_as_one_types(find: Page) -> None:
    page = find
    page.get_by_label("What is on your desk?").press_sequentially("ambul")
    expect(page.locator(".pb-find__count")).to_contain_text("for “ambul”")
    expect(page.locator(".pb-find__results .pb-card").first).to_contain_text("ambulance", ignore_case=True)


def test_a_card_shows_city_certification_evidence_result_and_topics_with_the_words_marked(find: Page) -> None:
    ask(find, "nurses for 911 calls")
    card = find.locator("[data-id='washington-dc/nurse-triage-line']")
    for part in ("Washington, DC", "Gold", "Randomized trial", "56%", "911 and ambulances"):
        expect(card).to_contain_text(part)
    expect(card.locator(".pb-meter")).to_be_visible()
    assert "Nurses" in card.locator("mark").all_inner_texts()


@pytest.mark.parametrize(("one", "other"), [("bogota", "Bogotá"), ("STREET TREES", "street trees")])
def test_accents_and_capitals_do_not_matter(find: Page, one: str, other: str) -> None:
    ask(find, one)
    first = ids(find)
    assert first
    ask(find, other)
    assert ids(find) == first


@pytest.mark.parametrize(("one", "other"), [("traffic death", "traffic deaths"), ("evicted", "evictions")])
def test_forms_of_a_word_find_the_same_practices(find: Page, one: str, other: str) -> None:
    ask(find, one)
    first = ids(find)
    ask(find, other)
    assert len({*first[:5]} & {*ids(find)}) >= 4


def test_a_typo_is_mended_and_told(find: Page) -> None:
    ask(find, "ambulance")
    meant = ids(find)
    ask(find, "ambulence ")
    assert ids(find) == meant
    expect(find.locator(".pb-find__remark")).to_contain_text("Showing results for “ambulance”, not “ambulence”")


def test_values_of_a_facet_add_up_and_facets_narrow_down(find: Page, real_library: Library) -> None:
    levels = {EvidenceLevel.RANDOMIZED_TRIAL, EvidenceLevel.QUASI_EXPERIMENTAL}

    def wanted(practice: Practice) -> bool:
        return practice.evidence.level in levels and "policing-and-crime" in practice.topics

    for level in levels:
        find.locator(box("evidence", level)).check()
    strong = sum(practice.evidence.level in levels for practice in real_library.practices)
    settled(find, f"{strong} practices")
    find.locator(box("topic", "policing-and-crime")).check()
    expected = {practice.id for practice in real_library.practices if wanted(practice)}
    settled(find, f"{len(expected)} practices")
    assert set(all_ids(find)) == expected


def test_counts_beside_the_values_follow_the_question_and_the_other_facets(find: Page, real_library: Library) -> None:
    find.locator(box("topic", "health")).check()
    expected = sum(
        "health" in practice.topics and practice.evidence.level is EvidenceLevel.MONITORING
        for practice in real_library.practices
    )
    monitoring = find.locator("label:has([name='evidence'][value='monitoring'])")
    expect(monitoring.locator(".pb-facet__count")).to_have_text(str(expected))
    ask(find, "ambulance")
    count = int(monitoring.locator(".pb-facet__count").inner_text())
    find.locator(box("evidence", "monitoring")).check()
    settled(find, f"{count} practice")
    assert len(all_ids(find)) == count < expected


def test_a_long_facet_shows_what_most_results_have_first(find: Page) -> None:
    for words in ("", "homelessness", "ambulance"):
        ask(find, words)
        shown = find.locator(".pb-facet").first.locator("label:visible .pb-facet__count").all_inner_texts()
        counts = [int(count) for count in shown]
        assert counts == sorted(counts, reverse=True)


def test_all_facets_are_there(find: Page) -> None:
    names = find.locator(".pb-facet > summary").all_inner_texts()
    assert {name.strip() for name in names} == {
        "Topic",
        "Kind of answer",
        "Evidence",
        "City size",
        "Country",
        "Region",
        "Certification",
        "Practice area",
        "Started",
        "Status",
        "Checked",
        "Cost",
        "Reuse",
    }


@pytest.mark.parametrize("order", ["evidence", "newest", "size"])
def test_results_are_sorted_as_asked(find: Page, real_library: Library, order: str) -> None:
    def key(identity: str) -> int:
        practice = real_library.practice_by_id[identity]
        people = real_library.city_by_id[practice.city].population.count
        keys = {"evidence": practice.evidence.level.strength, "newest": practice.started, "size": people}
        return 0 if keys[order] == "unknown" else int(keys[order])

    ask(find, "homelessness")
    relevant = ids(find)
    find.get_by_label("Sort by").select_option(order)
    wait_until(find, "order => location.search.includes(order)", f"sort={order}")
    wait_until(find, f"before => {CARDS}.map(card => card.dataset.id).join() !== before", ",".join(relevant))
    keys = [key(identity) for identity in all_ids(find)]
    assert keys == sorted(keys, reverse=True)


def test_the_address_holds_the_whole_search_and_can_be_sent(find: Page, browser: Browser, address: str) -> None:
    ask(find, "people sleeping in parks")
    find.locator(box("topic", "homelessness")).check()
    find.get_by_label("Sort by").select_option("newest")
    wait_until(find, "location.search.includes('sort=newest')")
    find.wait_for_load_state("networkidle")
    context = browser.new_context()
    colleague = opened(Watched(context.new_page(), address), find.url.removeprefix(address))
    expect(colleague.locator(".pb-find__count")).to_have_text(find.locator(".pb-find__count").inner_text())
    expect(colleague.locator(".pb-chips").first).to_contain_text("Homelessness")
    assert ids(colleague) == ids(find)
    context.close()


def test_back_and_forward_walk_through_the_search(find: Page) -> None:
    ask(find, "trees")
    settled(find, "for “trees”")
    find.locator(box("evidence", "monitoring")).check()
    expect(find.locator(".pb-chip").first).to_contain_text("Monitoring")
    find.go_back()
    expect(find.locator(".pb-chip")).to_have_count(0)
    expect(find.get_by_label("What is on your desk?")).to_have_value("trees")
    find.go_back()
    expect(find.get_by_label("What is on your desk?")).to_have_value("")
    find.go_forward()
    find.go_forward()
    expect(find.locator(".pb-chip").first).to_contain_text("Monitoring")
    expect(find.locator(box("evidence", "monitoring"))).to_be_checked()


def test_a_result_and_back_again_leads_to_the_same_results(find: Page) -> None:
    ask(find, "trees")
    before = ids(find)
    find.locator(".pb-find__results .pb-card a").first.click()
    expect(find.locator(".pb-practice")).to_be_visible()
    find.go_back()
    expect(find.locator(".pb-find--ready")).to_be_visible()
    settled(find, "for “trees”")
    assert ids(find) == before


def test_a_city_orders_explains_and_narrows_down_and_is_kept_and_sent(
    find: Page, browser: Browser, address: str, real_library: Library
) -> None:
    ask(find, "homelessness")
    find.get_by_label("For a city like").fill("dayton oh")
    find.get_by_role("option", name="Dayton, OH").click()
    find.get_by_label("Sort by").select_option("like")
    expect(find.locator(".pb-find__results .pb-like").first).to_have_text(re.compile("^Like Dayton: "))
    assert find.url.endswith("find/?q=homelessness&city=dayton-oh&sort=like")
    find.locator(box("near", "region")).check()
    wait_until(find, "location.search.includes('near=region')")
    expect(find.locator(".pb-chip").first).to_contain_text("Same region (Midwest)")
    wait_until(find, "document.querySelectorAll('.pb-find__results > .pb-cards > .pb-card').length < 10")
    assert {real_library.city_by_id[one.partition("/")[0]].region for one in ids(find)} == {"Midwest"}
    context = browser.new_context()
    colleague = opened(Watched(context.new_page(), address), find.url.removeprefix(address))
    expect(colleague.get_by_label("For a city like")).to_have_value("Dayton, OH")
    assert ids(colleague) == ids(find)
    context.close()
    find.goto(address + "find/?q=trees")
    expect(find.locator(".pb-find__results .pb-like").first).to_contain_text("Dayton")
    find.get_by_role("button", name="Any city").click()
    expect(find.locator(".pb-like")).to_have_count(0)
    find.reload()
    expect(find.locator(".pb-find--ready")).to_be_visible()
    expect(find.get_by_label("For a city like")).to_have_value("")
    assert_open_to_everyone(find)


def test_a_chip_takes_its_filter_away(find: Page) -> None:
    find.locator(box("evidence", "monitoring")).check()
    topic = str(find.locator(".pb-facets input[name='topic']").first.get_attribute("value"))
    find.locator(box("topic", topic)).check()
    find.get_by_role("button", name="Remove the filter Evidence: Monitoring").click()
    expect(find.locator(box("evidence", "monitoring"))).not_to_be_checked()
    expect(find.locator(box("topic", topic))).to_be_checked()
    find.locator(box("evidence", "monitoring")).check()
    find.get_by_role("button", name="Clear all").click()
    expect(find.locator(".pb-facets :checked")).to_have_count(0)
    assert "?" not in find.url


def test_where_no_practice_is_left_the_page_says_which_filter_holds_them_back(watched: Watched) -> None:
    page = opened(watched, "find/?q=ambulance&topic=emergency-services&evidence=randomized-trial&country=BR")
    none = page.locator(".pb-find__none")
    expect(none).to_contain_text("No practice meets all filters")
    expect(none.locator(".pb-card").first).to_be_visible()
    button = none.get_by_role("button", name="Without “Brazil”")
    count = int(button.inner_text().split(": ")[1].split()[0])
    assert count > 0
    button.click()
    settled(page, f"{count} practice")
    assert watched.troubles == []


@pytest.mark.parametrize("words", ["xylophone", "airport noise"])
def test_where_nothing_answers_the_page_says_so_and_offers_what_comes_nearest(find: Page, words: str) -> None:
    ask(find, words)
    expect(find.locator(".pb-find__count")).to_contain_text(f"Nothing here on “{words}”")
    expect(find.locator(".pb-find__none").get_by_role("link", name="share it")).to_have_attribute(
        "href", re.compile("/contribute/$")
    )
    assert len(ids(find)) <= 5


def test_what_english_knows_is_not_corrected(find: Page) -> None:
    ask(find, "snow plows")
    expect(find.locator(".pb-find__remark")).not_to_contain_text("Showing results for")


def test_a_question_in_spanish_is_told_in_english_and_the_page_says_so(find: Page) -> None:
    ask(find, "las ambulancias llegan tarde")
    expect(find.locator(".pb-find__remark")).to_contain_text(
        "From Spanish: showing results for “ambulance arrive late”"
    )
    assert "new-orleans-la/ambulance-posting" in ids(find)[:3]


def test_a_card_shows_the_result_that_belongs_to_the_question(find: Page) -> None:
    ask(find, "ambulances come too late")
    card = find.locator('.pb-card[data-id="boston-ma/cityscore"]')
    expect(card.locator(".pb-headline:visible")).not_to_contain_text("streetlight")


def test_a_card_says_by_what_it_was_found_where_none_of_the_words_stands_on_it(find: Page) -> None:
    ask(find, "hobos")
    expect(find.locator(".pb-found").first).to_contain_text(re.compile("Found by “.+”, for “hobos”"))
    ask(find, "ambulances come too late")
    bare = find.locator(".pb-find__results > .pb-cards > .pb-card:not(:has(mark))")
    assert bare.count() == bare.locator(".pb-found").count()


def test_filters_and_results_are_reached_by_keyboard_and_the_count_is_announced(find: Page) -> None:
    expect(find.locator(".pb-find__count")).to_have_attribute("role", "status")
    find.get_by_label("What is on your desk?").focus()
    for _ in range(5):
        find.keyboard.press("Tab")
    focused = find.locator(":focus")
    expect(focused).to_have_attribute("type", "checkbox")
    find.keyboard.press("Space")
    expect(find.locator(".pb-chip").first).to_be_visible()
    expect(focused).to_be_checked()


def test_more_results_come_on_demand_and_take_the_focus(find: Page) -> None:
    assert len(ids(find)) == 10
    find.get_by_role("button", name="Show 10 more practices").click()
    expect(find.locator(".pb-find__results > .pb-cards > .pb-card")).to_have_count(20)
    assert find.evaluate("document.activeElement.closest('.pb-card').previousElementSibling !== null")


def test_on_a_phone_the_filters_are_in_a_sheet(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    watched = Watched(context.new_page(), address)
    page = opened(watched, "find/?q=homelessness")
    expect(page.locator(".pb-facets")).not_to_be_visible()
    page.get_by_role("button", name="Filters").click()
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()
    sheet.locator("summary", has_text="Evidence").click()
    assert_open_to_everyone(page)
    sheet.get_by_label("Randomized trial").check()
    sheet.get_by_role("button", name="Show").click()
    expect(sheet).not_to_be_visible()
    expect(page.get_by_role("button", name="Filters (1)")).to_be_focused()
    expect(page.locator(".pb-find__results .pb-card").first).to_contain_text("Randomized trial")
    context.close()
    assert watched.troubles == []


def test_without_javascript_the_page_leads_to_all_practices(
    browser: Browser, address: str, real_library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "find/")
    links = page.locator(".pb-list a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert set(links) == {f"../topics/{topic}/" for practice in real_library.practices for topic in practice.topics}
    page.get_by_role("link", name="as a table").click()
    page.wait_for_url("**/practices/table/")
    links = page.locator("tbody th a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert set(links) == {f"../../practices/{practice.id}/" for practice in real_library.practices}
    page.locator("tbody th a").first.click()
    expect(page.locator(".pb-practice")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "answer", [lambda route: route.abort(), lambda route: route.fulfill(json={**route.fetch().json(), "format": 0})]
)
def test_a_search_that_cannot_be_loaded_or_read_leaves_the_way_by_topic(
    browser: Browser, address: str, answer: Callable[[Route], None]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/index.json", answer)
    page.goto(address + "find/")
    expect(page.locator(".pb-list li").first).to_be_visible(timeout=10_000)
    context.close()
