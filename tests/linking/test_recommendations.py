"""What peers do that a city has no write-up on."""

from typing import Any

from hypothesis import given

from generator.linking import Recommendation, link
from generator.linking.recommendations import RECOMMENDATIONS
from generator.model import EvidenceLevel, Library, Practice
from tests.linking.conftest import a_city, a_library, a_practice, libraries
from tests.said import said


def gaps_of(city: str, *practices: Practice, **fields: Any) -> tuple[Recommendation, ...]:
    return link(a_library(practices, [a_city(city, **fields)])).gaps[city]


def test_a_field_without_a_write_up_is_filled_from_a_peer() -> None:
    own = a_practice("boulder/own", topics=("health",))
    (gap,) = gaps_of("boulder", own, a_practice("austin/crashes", topics=("road-safety",)))
    assert (gap.practice, gap.peer) == ("austin/crashes", "austin")
    assert (gap.field, gap.field_name) == ("topic:road-safety", "Road safety")
    assert said(gap.reasons) == ("Austin (a peer: like size) · road safety, on which Boulder has no write-up here",)


def test_an_area_without_a_write_up_is_a_gap_too() -> None:
    own = a_practice("boulder/own", areas=("open-data",))
    (gap,) = gaps_of("boulder", own, a_practice("austin/trial", areas=("open-data", "rigorous-evaluations")))
    assert gap.field == "area:rigorous-evaluations"


def test_each_is_listed_under_a_practice_area_that_is_missing_if_it_has_one() -> None:
    own = a_practice("boulder/own", areas=("open-data",), topics=("health",))
    areas = ("open-data", "rigorous-evaluations")
    (missing,) = gaps_of("boulder", own, a_practice("austin/trial", areas=areas, topics=("road-safety",)))
    assert (missing.field, missing.area) == ("topic:road-safety", "rigorous-evaluations")
    (covered,) = gaps_of("boulder", own, a_practice("austin/data", areas=("open-data",), topics=("road-safety",)))
    assert covered.area == "open-data"


def test_what_a_city_has_is_not_recommended() -> None:
    assert gaps_of("boulder", a_practice("boulder/own"), a_practice("austin/same")) == ()


def test_what_a_city_took_over_is_not_recommended() -> None:
    taken_over = a_practice(
        "austin/crashes", topics=("road-safety",), adopted_by=({"city": "boulder", "text": "All of it.[^report]"},)
    )
    assert gaps_of("boulder", a_practice("boulder/own"), taken_over) == ()


def test_the_strongest_evidence_comes_first() -> None:
    found = gaps_of(
        "boulder",
        a_practice("austin/weak", topics=("road-safety",)),
        a_practice("boise/strong", topics=("homelessness",), level=EvidenceLevel.RANDOMIZED_TRIAL),
    )
    assert [gap.practice for gap in found] == ["boise/strong", "austin/weak"]


def test_each_field_stands_once_before_any_stands_twice() -> None:
    many = [a_practice(f"city{number}/p", topics=("health",)) for number in range(7)]
    other = a_practice("austin/other", topics=("homelessness",))
    found = gaps_of("boulder", *many, other)
    assert "topic:homelessness" in [gap.field for gap in found]
    assert len(found) == RECOMMENDATIONS


def test_no_peer_fills_the_list_while_others_have_something() -> None:
    topics = ("health", "homelessness", "road-safety", "covid-19")
    one_peer = [a_practice(f"austin/{topic}", topics=(topic,), level=EvidenceLevel.MONITORING) for topic in topics]
    others = [a_practice(f"city-{topic}/p", topics=(topic,)) for topic in topics]
    found = gaps_of("boulder", *one_peer, *others)
    assert [gap.peer for gap in found].count("austin") < len(one_peer)


@given(libraries())
def test_recommendations_come_from_peers_in_fields_that_are_missing(library: Library) -> None:
    links = link(library)
    for city, gaps in links.gaps.items():
        own = library.practices_of_city.get(city, ())
        covered = {f"topic:{topic}" for one in own for topic in one.topics}
        covered |= {f"area:{area}" for one in own for area in one.areas}
        for gap in gaps:
            assert gap.peer in [peer.city for peer in links.peers[city]]
            assert library.practice_by_id[gap.practice].city == gap.peer
            assert gap.field not in covered
            assert gap.area in library.practice_by_id[gap.practice].areas
        strengths = [library.practice_by_id[gap.practice].evidence.level.strength for gap in gaps]
        assert strengths == sorted(strengths, reverse=True)
        assert len({gap.practice for gap in gaps}) == len(gaps) <= RECOMMENDATIONS
