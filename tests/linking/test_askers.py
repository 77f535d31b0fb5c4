"""Made-up askers of Your city see first what they should: a floor, and names that exist."""

import statistics

import pytest

from bench.askers import reached, read_askers
from generator.linking import places
from generator.model import Library

FLOOR = 0.8
"""A little under what was reached on the half that the weights were not fitted on."""


def test_askers_name_places_topics_and_practices_that_exist(real_library: Library) -> None:
    askers = read_askers()
    known = {place.id for place in places(real_library)}
    assert len(askers) >= 20
    for asker in askers:
        assert asker["place"] in known
        assert set(asker["topics"]) <= real_library.topic_by_id.keys()
        assert set(asker["want"]) <= real_library.practice_by_id.keys()
        assert all(not one.startswith(f"{asker['place']}/") for one in asker["want"])


@pytest.mark.quality
@pytest.mark.parametrize("half", ["tune", "held-out"])
def test_what_an_asker_should_see_is_among_the_first_five(real_library: Library, half: str) -> None:
    askers = [one for one in read_askers() if one["set"] == half]
    assert statistics.mean(reached(real_library, askers)) >= FLOOR
