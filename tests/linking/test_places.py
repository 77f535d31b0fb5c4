"""Places of the network's countries, the certified cities like them, and what to look at first."""

import pytest

from generator.linking import NodeKind, Peer, Tag, advise, alike, places, readable_first
from generator.linking.places import Place
from generator.model import EvidenceLevel, Library
from generator.model.countries import country_names
from generator.wording import ENGLISH
from tests.linking.conftest import a_city, a_library, a_practice
from tests.said import said

HERE = Place("here-tx", "Here", "Here, TX", "US", "South", 100_000)


def test_there_are_several_thousand_places_each_with_an_id_and_a_label_of_its_own(real_library: Library) -> None:
    found = places(real_library)
    assert len(found) > 4_000
    assert len({one.id for one in found}) == len({one.label for one in found}) == len(found)
    assert {city.id for city in real_library.cities} <= {one.id for one in found}
    assert all(one.region for one in found)
    assert {one.country for one in found} <= set(real_library.network.countries)


def test_a_certified_city_is_no_second_place(real_library: Library) -> None:
    labels = [one.label for one in places(real_library)]
    assert labels.count("Boulder, CO") == 1
    assert [label for label in labels if label.startswith("Bogot")] == ["Bogotá, Colombia"]


def test_a_city_is_known_by_its_state_and_its_other_names(real_library: Library) -> None:
    of_label = {one.label: one for one in places(real_library)}
    assert of_label["Dayton, OH"].state == "Ohio"
    assert "Philly" in of_label["Philadelphia, PA"].others
    [new_york] = [one for one in of_label.values() if one.name.startswith("New York") and one.population > 5_000_000]
    assert "NYC" in new_york.others


def test_places_of_one_name_are_told_apart(real_library: Library) -> None:
    labels = {one.label for one in places(real_library)}
    assert {"Springfield, MA", "Springfield, MO", "Springfield, IL"} <= labels


def test_every_country_is_called_by_its_name(real_library: Library) -> None:
    assert set(real_library.network.countries) <= set(country_names())
    abroad = [one.label.rpartition(", ")[2] for one in places(real_library) if one.country != "US"]
    assert set(abroad) <= set(country_names().values())
    assert "Nassau, Bahamas" in {one.label for one in places(real_library)}


def test_regions_of_states_are_those_that_the_library_uses(real_library: Library) -> None:
    stated = {city.state: city.region for city in real_library.cities if city.country == "US" and city.state}
    assert {state: real_library.network.region_of("US", state) for state in stated} == stated


def test_a_city_of_like_size_nearby_comes_first_and_the_reason_that_gives_most_too() -> None:
    cities = [
        a_city("far-tx", 100_000, country="BR", region="South America"),
        a_city("near-tx", 100_000),
        a_city("big-tx", 9_000_000),
    ]
    found = alike(HERE, a_library([a_practice("near-tx/a")], cities))
    assert list(found) == ["near-tx", "big-tx", "far-tx"]  # like in one of both: neither comes before the other
    assert found["big-tx"].score == found["far-tx"].score
    assert found["near-tx"].score == 1
    assert said(found["near-tx"].reasons)[0] == "Like size (100,000 against 100,000 people)"
    assert said(found["big-tx"].reasons) == ("Same country and region (US South)",)


def test_what_is_asked_for_filters_and_strong_evidence_and_like_cities_come_first() -> None:
    practices = [
        a_practice("near-tx/weak", topics=("health",)),
        a_practice("near-tx/strong", topics=("health",), level=EvidenceLevel.RANDOMIZED_TRIAL),
        a_practice("big-tx/strong", topics=("health",), level=EvidenceLevel.RANDOMIZED_TRIAL),
        a_practice("near-tx/other", topics=("covid-19",)),
    ]
    library = a_library(practices, [a_city("near-tx"), a_city("big-tx", 9_000_000)])
    found = advise(library, HERE, [Tag(NodeKind.TOPIC, "health")])
    assert [one.practice for one in found] == ["near-tx/strong", "near-tx/weak", "big-tx/strong"]
    assert said(found[0].reasons)[0] == "On health"
    assert "Strong evidence: randomized trial" in said(found[0].reasons)
    assert all(one.reasons for one in advise(library, HERE))


def test_words_that_are_answered_half_as_well_count_half() -> None:
    practices = [a_practice("near-tx/near"), a_practice("big-tx/far"), a_practice("near-tx/beside")]
    library = a_library(practices, [a_city("near-tx"), a_city("big-tx", 9_000_000)])
    found = advise(library, HERE, answers={"near-tx/near": 0.5, "big-tx/far": 1.0})
    scores = {one.practice: one.score for one in found}
    assert scores["near-tx/near"] == pytest.approx(
        next(one.score for one in advise(library, HERE) if one.practice == "near-tx/near") / 2
    )
    assert set(scores) == {"near-tx/near", "big-tx/far"}


def test_close_peers_without_a_write_up_come_after_the_others_that_are_close() -> None:
    cities = [a_city("near-tx"), a_city("twin-tx"), a_city("big-tx", 9_000_000)]
    library = a_library([a_practice("twin-tx/one"), a_practice("big-tx/one")], cities)
    peers = [Peer("near-tx", 0.9, ()), Peer("twin-tx", 0.8, ()), Peer("big-tx", 0.2, ())]
    assert [one.city for one in readable_first(peers, library)] == ["twin-tx", "near-tx", "big-tx"]


def test_no_city_stands_a_third_time_before_others_have_stood_twice() -> None:
    practices = [a_practice(f"near-tx/p{number}") for number in range(4)]
    library = a_library([*practices, a_practice("big-tx/p")], [a_city("near-tx"), a_city("big-tx", 9_000_000)])
    assert [one.practice.partition("/")[0] for one in advise(library, HERE)][:3] == ["near-tx", "near-tx", "big-tx"]


def test_people_are_rounded_as_in_the_browser() -> None:
    assert [ENGLISH.people(one) for one in (2_550, 8_549, 106_500, 999_499, 1_150_000, 1_000_000, 7_674_366)] == [
        "2,600", "8,500", "107,000", "999,000", "1.2 million", "1 million", "7.7 million",
    ]  # fmt: skip
