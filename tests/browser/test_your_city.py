"""The page "Your city": any city of the Americas finds those like it, and the browser ranks as Python does."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator.linking import Kind, Tag, advise, alike, places
from generator.model import Library
from tests.site import Watched, wait_until

_RANK = """
async ([root, identity, asked]) => {
    const { advise, alike, place } = await import(root + "assets/your-city/advice.js");
    const stream = (await fetch(root + "your-city/data.bin")).body.pipeThrough(new DecompressionStream("deflate"));
    const data = await new Response(stream).json();
    const here = data.cities.concat(data.places).map(place).find(one => one.id === identity);
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
        ("omaha-ne", [Tag(Kind.TOPIC, "homelessness"), Tag(Kind.AREA, "rigorous-evaluations")]),
        ("monterrey-mexico", [Tag(Kind.TOPIC, "policing-and-crime")]),
        ("boulder-co", []),
        ("guaynabo-puerto-rico", [Tag(Kind.CRITERION, "EVAL2")]),
        ("san-jose-san-jose-costa-rica", []),
    ],
)
def test_the_browser_ranks_as_python_does(
    watched: Watched, real_library: Library, identity: str, asked: list[Tag]
) -> None:
    page = watched.open("your-city/")
    place = next(one for one in places(real_library) if one.id == identity)
    theirs: Any = page.evaluate(_RANK, [watched.address, identity, [tag.node for tag in asked]])
    cities = [[one.city, one.score, list(one.reasons)] for one in alike(place, real_library).values()]
    practices = [[one.practice, one.score, list(one.reasons)] for one in advise(real_library, place, asked)]
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
    assert Axe().run(page).violations_count == 0, Axe().run(page).generate_report()
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


def test_a_name_that_nobody_knows_is_said(watched: Watched) -> None:
    page = watched.open("your-city/?city=atlantis")
    expect(page.locator(".pb-your-city__status")).to_contain_text("No city of this name is known here")
    page.get_by_role("combobox", name="Your city").fill("xanadu")
    expect(page.locator(".pb-your-city__status")).to_contain_text("No match")
