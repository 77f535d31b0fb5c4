"""Communities of similar practices."""

from hypothesis import given

from generator.linking import link
from generator.model import Library
from tests.linking.conftest import a_library, a_practice, libraries


def three_fields() -> Library:
    """Four practices on crashes, three on shelters and two on shots, in nine cities."""
    crashes = {"topics": ("road-safety",), "methods": ("predictive-model",), "title": "Injury crashes there"}
    shelters = {"topics": ("homelessness",), "methods": ("crisis-response",), "title": "Night shelters for them"}
    shots = {"topics": ("covid-19",), "methods": ("behavioral-message",), "title": "Free shots for them"}
    return a_library(
        [
            *(a_practice(f"city{number}/crashes", areas=("open-data",), **crashes) for number in range(4)),
            *(a_practice(f"town{number}/beds", areas=("rigorous-evaluations",), **shelters) for number in range(3)),
            *(a_practice(f"village{number}/shots", areas=("open-data",), **shots) for number in range(2)),
        ]
    )


def test_practices_of_one_kind_are_a_community_the_largest_first() -> None:
    members = [community.practices for community in link(three_fields()).communities]
    assert members == [
        ("city0/crashes", "city1/crashes", "city2/crashes", "city3/crashes"),
        ("town0/beds", "town1/beds", "town2/beds"),
        ("village0/shots", "village1/shots"),
    ]


def test_a_community_is_named_after_what_sets_it_apart() -> None:
    crashes, shelters, _ = link(three_fields()).communities
    assert crashes.name == "Predictive model · road safety · injury crashes"
    assert shelters.id == "crisis-response-homelessness-night-shelters"


def test_a_practice_that_shares_nothing_is_named_after_its_title() -> None:
    (community,) = link(a_library([a_practice("austin/alone", title="Meters, all alone")])).communities
    assert community.name == "Meters, all alone"
    assert community.id == "meters-all-alone"


@given(libraries())
def test_every_practice_is_in_exactly_one(library: Library) -> None:
    communities = link(library).communities
    members = [practice for community in communities for practice in community.practices]
    assert sorted(members) == sorted(practice.id for practice in library.practices)
    assert len({community.id for community in communities}) == len(communities)
    sizes = [len(community.practices) for community in communities]
    assert sizes == sorted(sizes, reverse=True)
    assert all(community.name and list(community.practices) == sorted(community.practices) for community in communities)
