"""Peers of cities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking import Peer, link
from generator.linking.city_features import WEIGHTS
from generator.linking.peers import PEERS, find_peers, peers_of
from generator.model import City, Library
from generator.wording import say_short
from tests.linking.conftest import a_city, a_library, a_practice, town_halls
from tests.said import said


def peer_of(one: City, other: City) -> Peer:
    (peer,) = find_peers(a_library([], [one, other]))[one.id]
    return peer


def test_the_weights_add_up_to_one() -> None:
    assert abs(sum(WEIGHTS.values()) - 1) < 1e-12


def test_the_city_nearest_in_size_comes_first() -> None:
    cities = [a_city("own", 147_000), a_city("near", 159_000), a_city("far", 300_000)]
    assert [peer.city for peer in find_peers(a_library([], cities))["own"]] == ["near", "far"]


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        (159_000, "Like size (147,000 against 159,000 people)"),
        (300_000, "Sizes not far apart (147,000 against 300,000 people)"),
    ],
)
def test_sizes_are_given_in_numbers(people: int, reason: str) -> None:
    assert said(peer_of(a_city("own", 147_000), a_city("other", people, region="West")).reasons[:1]) == (reason,)


@pytest.mark.parametrize("people", [500_000, "unknown"])
def test_far_or_unknown_sizes_are_no_reason(people: int | str) -> None:
    reasons = said(peer_of(a_city("own", 147_000), a_city("other", people)).reasons)
    assert reasons == ("Same country and region (US South)",)


@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [
        (("US", "South"), ("US", "South"), "Same country and region (US South)"),
        (("US", "South"), ("US", "West"), "Same country (United States)"),
        (("BR", "South America"), ("BR", "South America"), "Same country (Brazil)"),
        (("BR", "South America"), ("CO", "South America"), "Same part of the Americas (South America)"),
    ],
)
def test_places_are_compared_by_country_and_region(own: tuple[str, str], other: tuple[str, str], reason: str) -> None:
    one = a_city("own", "unknown", country=own[0], region=own[1])
    assert said(peer_of(one, a_city("other", "unknown", country=other[0], region=other[1])).reasons) == (reason,)


def test_a_form_of_government_counts_where_both_are_known() -> None:
    known = a_city("own", government="council-manager")
    assert "Both council-manager" in said(peer_of(known, a_city("other", government="council-manager")).reasons)
    unknown = [a_city("own", government="unknown"), a_city("other", government="unknown")]
    assert not any("unknown" in reason for reason in said(peer_of(*unknown).reasons))


def test_a_level_counts_where_both_are_known() -> None:
    assert "Both gold" in said(peer_of(a_city("own", level="gold"), a_city("other", level="gold")).reasons)
    assert not any("unknown" in reason for reason in said(peer_of(a_city("own"), a_city("other")).reasons))


def test_cities_are_alike_in_what_they_work_on() -> None:
    practices = [
        a_practice("own/a", topics=("road-safety",), methods=("crisis-response",)),
        a_practice("same/a", topics=("road-safety",), methods=("crisis-response",)),
        a_practice("else/a", topics=("homelessness",), methods=("behavioral-message",)),
    ]
    peers = find_peers(a_library(practices))["own"]
    assert [peer.city for peer in peers] == ["same", "else"]
    assert "Both work on road safety" in said(peers[0].reasons)
    assert "Same kind of answer: crisis response" in said(peers[0].reasons)


def test_the_short_reason_stands_inside_a_sentence() -> None:
    assert say_short(peer_of(a_city("own"), a_city("other")).reasons[0]) == "like size"
    practices = [a_practice("own/a"), a_practice("other/a")]
    places = {"country": "US", "region": "West"}, {"country": "BR", "region": "South America"}
    cities = [a_city(name, "unknown", **place) for name, place in zip(("own", "other"), places, strict=True)]
    (peer,) = find_peers(a_library(practices, cities))["own"]
    assert say_short(peer.reasons[0]) == "like work"


def test_no_more_than_eight_are_named() -> None:
    cities = [a_city(f"city{number}") for number in range(12)]
    assert {len(peers) for peers in find_peers(a_library([], cities)).values()} == {PEERS}


@given(town_halls())
def test_scores_are_symmetric_and_every_peer_has_a_reason(library: Library) -> None:
    peers = link(library).peers
    scores = {(city, peer.city): peer.score for city, found in peers.items() for peer in found}
    for (city, other), score in scores.items():
        assert city != other
        assert 0 < score <= 1
        assert scores.get((other, city), score) == score
    assert all(peer.reasons and say_short(peer.reasons[0]) for found in peers.values() for peer in found)


@given(town_halls())
def test_a_pair_of_cities_reads_the_same_both_ways(library: Library) -> None:
    said = {
        (city.id, peer.city): (peer.score, peer.reasons)
        for city in library.cities
        for peer in peers_of(library, city.id)
    }
    assert all(said[other, city] == why for (city, other), why in said.items())


@given(town_halls(), st.integers(1, 20))
def test_the_size_of_blocks_changes_nothing(library: Library, block_rows: int) -> None:
    assert find_peers(library, block_rows) == find_peers(library)
