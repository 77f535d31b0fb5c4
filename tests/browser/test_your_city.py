"""The page "Your city": any city of the Americas finds those like it, and the browser ranks as Python does."""

import json
import re
import time
import zlib
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from generator.linking import NodeKind, Tag, advise, alike, places
from generator.model import Library
from generator.publishing.your_city import your_city_files
from tests.axe import assert_open_to_everyone
from tests.said import said
from tests.site import PATIENCE, Watched, wait_until

_RANK = """
async ([root, identity, asked]) => {
    const { advise, alike } = await import(root + "assets/your-city/advice.js");
    const { load } = await import(root + "assets/your-city/places.js");
    const data = await load();
    const here = data.all.find(one => one.id === identity);
    return [
        alike(data, here).map(one => [one.city.id, one.score, one.reasons]),
        advise(data, here, asked).map(one => [one.practice, one.score, one.reasons]),
    ];
}
"""


_NAMED = """
async ([root, typed]) => {
    const { load } = await import(root + "assets/your-city/places.js");
    const { named } = await import(root + "assets/your-city/names.js");
    return named((await load()).all, typed).map(one => one.label);
}
"""


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Dayton Ohio", "Dayton, OH"),
        ("dayton oh", "Dayton, OH"),
        ("nyc", "New York City, NY"),
        ("st louis", "St. Louis, MO"),
        ("winston salem", "Winston-Salem, NC"),
        ("Washington DC", "Washington, DC"),
        ("Fort Worth Texas", "Fort Worth, TX"),
        ("bogota", "Bogotá, Colombia"),
        ("Louisvile", "Louisville, KY"),
        ("Baltimor Maryland", "Baltimore, MD"),
    ],
)
def test_a_city_is_found_as_people_type_it(watched: Watched, typed: str, label: str) -> None:
    page = watched.open("your-city/")
    assert page.evaluate(_NAMED, [watched.address, typed])[0] == label


@pytest.mark.parametrize(
    ("identity", "asked"),
    [
        ("omaha-ne", []),
        ("omaha-ne", [Tag(NodeKind.TOPIC, "homelessness"), Tag(NodeKind.AREA, "rigorous-evaluations")]),
        ("monterrey-mexico", [Tag(NodeKind.TOPIC, "policing-and-crime")]),
        ("boulder-co", []),
        ("guaynabo-puerto-rico", [Tag(NodeKind.CRITERION, "EVAL2")]),
        ("san-jose-san-jose-costa-rica", []),
    ],
)
def test_the_browser_ranks_as_python_does(
    watched: Watched, real_library: Library, identity: str, asked: list[Tag]
) -> None:
    page = watched.open("your-city/")
    place = next(one for one in places(real_library) if one.id == identity)
    theirs: Any = page.evaluate(_RANK, [watched.address, identity, [tag.node for tag in asked]])
    cities = [[one.city, one.score, list(said(one.reasons))] for one in alike(place, real_library).values()]
    practices = [[one.practice, one.score, list(said(one.reasons))] for one in advise(real_library, place, asked)]
    for ours, found in ((cities, theirs[0]), (practices, theirs[1])):
        assert [one[0] for one in found] == [one[0] for one in ours]
        assert [one[1] for one in found] == pytest.approx([one[1] for one in ours], abs=2e-9)
        assert [one[2] for one in found] == [one[2] for one in ours]
    assert practices


def test_a_city_is_chosen_by_keyboard_without_its_accents_and_can_be_sent(watched: Watched) -> None:
    page = watched.open("your-city/")
    page.get_by_role("combobox", name="Your city").fill("cordo")
    expect(page.get_by_role("option").first).to_contain_text("Córdoba, Argentina")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[data-list=practices] .pb-card")).to_have_count(10)
    expect(page.locator("[data-list=cities] .pb-card .pb-why").first).to_be_visible()
    assert page.url.endswith("your-city/?city=cordoba-argentina")
    first = page.locator("[data-list=practices] .pb-card").evaluate_all("cards => cards.map(card => card.dataset.id)")
    page.reload()
    expect(page.locator("[data-list=practices] .pb-card")).to_have_count(10)
    again = page.locator("[data-list=practices] .pb-card").evaluate_all("cards => cards.map(card => card.dataset.id)")
    assert again == first
    assert_open_to_everyone(page)
    assert watched.troubles == []


def test_what_is_ticked_narrows_down_and_back_undoes_it(watched: Watched, real_library: Library) -> None:
    page = watched.open("your-city/?city=omaha-ne")
    page.locator(".pb-your-city__filters summary").click()
    page.get_by_label("Homelessness").check()
    wait_until(page, "document.querySelector('.pb-your-city').dataset.city.includes('homelessness')")
    shown = page.locator("[data-list=practices] .pb-card").evaluate_all("cards => cards.map(card => card.dataset.id)")
    assert shown
    assert all("homelessness" in real_library.practice_by_id[one].topics for one in shown)
    page.go_back()
    expect(page.get_by_label("Homelessness")).not_to_be_checked()
    assert watched.troubles == []


def test_words_and_the_city_lead_together_and_the_first_result_is_in_view(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open("your-city/?city=dayton-oh&q=people+sleeping+in+parks")
    first = page.locator("[data-list=practices] > .pb-card").first
    expect(first.locator(".pb-topics")).to_contain_text("Homelessness")
    expect(page.locator(".pb-your-city__told")).to_contain_text("for Dayton, OH, on “people sleeping in parks”")
    page.locator(".pb-your-city__filters summary").click()
    page.get_by_label("Homelessness").check()
    wait_until(page, "document.querySelector('.pb-your-city').dataset.city.includes('topic:homelessness')")
    expect(first).to_be_in_viewport()
    assert "q=people+sleeping+in+parks&topic=homelessness" in page.url
    page.get_by_label("What is on your desk?").fill("airport noise")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-your-city__told")).to_contain_text("Nothing here on “airport noise”")
    assert watched.troubles == []


def test_a_city_typed_before_the_places_are_there_gets_its_suggestions(watched: Watched) -> None:
    waiting: list[Route] = []
    watched.page.route(DATA, lambda route: waiting.append(route))
    page = watched.page
    page.goto(watched.address + "your-city/", wait_until="commit")
    page.get_by_role("combobox", name="Your city").fill("dayton")
    wait_until(page, "document.querySelector('.pb-your-city__live').hidden === false")
    expect(page.get_by_role("option")).to_have_count(0)
    ends = time.monotonic() + PATIENCE
    while not waiting and time.monotonic() < ends:
        page.wait_for_timeout(20)
    waiting[0].continue_()
    expect(page.get_by_role("option").first).to_contain_text("Dayton, OH")


def test_a_name_that_nobody_knows_is_said(watched: Watched) -> None:
    page = watched.open("your-city/?city=atlantis")
    expect(page.locator(".pb-your-city__status")).to_contain_text("No city of this name is known here")
    page.get_by_role("combobox", name="Your city").fill("xanadu")
    expect(page.locator(".pb-your-city__status")).to_contain_text("No match")


DATA = re.compile(r"/your-city/.*data\.bin$")


def shown(page: Page, kind: str) -> dict[str, list[str]]:
    """The reasons under each card of a list, by id."""
    found: dict[str, list[str]] = page.locator(f"[data-list={kind}] > .pb-card").evaluate_all(
        "cards => Object.fromEntries(cards.map(card => [card.dataset.id,"
        " Array.from(card.querySelectorAll('.pb-why > :not(br)'), reason => reason.textContent)]))"
    )
    return found


@pytest.mark.parametrize("earlier", ["practices", "cities"])
def test_data_older_than_the_cards_puts_no_reason_under_another_card(
    watched: Watched, real_library: Library, earlier: str
) -> None:
    *_, asset = your_city_files(real_library)
    data = json.loads(zlib.decompress(asset.read()))
    omaha = next(one for one in places(real_library) if one.id == "omaha-ne")
    if earlier == "practices":  # since then the first was added, and another one taken out
        data["practices"] = [["gone-tx/gone", *data["practices"][0][1:]], *data["practices"][2:]]
    else:  # since then a city was added before all others
        for number, practice in enumerate(data["practices"]):
            data["practices"][number] = [practice[0], (practice[1] + 1), *practice[2:]]
        data["cities"] = [["aa-gone", "Gone", *data["cities"][0][2:]], *data["cities"]]

    def answer(route: Route) -> None:
        route.fulfill(body=zlib.compress(json.dumps(data).encode()))

    watched.page.route(DATA, answer)
    page = watched.open("your-city/?city=omaha-ne")
    expect(page.locator("[data-list=practices] .pb-card").first).to_be_visible()
    practices, cities = shown(page, "practices"), shown(page, "cities")
    reasons = {one.practice: list(said(one.reasons)) for one in advise(real_library, omaha)}
    peers = {one.city: list(said(one.reasons)) for one in alike(omaha, real_library).values()}
    assert len(practices) >= 9
    assert practices == {identity: reasons[identity] for identity in practices}
    assert len(cities) >= 7
    assert cities == {identity: peers[identity] for identity in cities}
    assert watched.troubles == []


def test_places_of_a_format_that_the_script_does_not_know_are_not_read(watched: Watched) -> None:
    head = re.compile(r"/your-city/index\.json$")
    watched.page.route(head, lambda route: route.fulfill(json={"format": 2, "folder": "unknown"}))
    page = watched.open("your-city/?city=omaha-ne")
    expect(page.locator(".pb-your-city__status")).to_contain_text("load the page again")
