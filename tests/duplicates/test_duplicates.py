"""Write-ups of one practice are found, and few others: floors under what the labelled pairs show."""

import pytest

from generator.linking.duplicates import possible_duplicates
from generator.model import Library
from tests.duplicates.labelled import FIT, REPORT, SAME, pairs, quality, scores

LEAST_RECALL, LEAST_PRECISION = 0.95, 0.8
MOST_FALSE = 0.01
"""Share of the pairs of one city in the library that may be told though they are two practices."""

pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def found(real_library: Library) -> dict[tuple[str, str], float]:
    """The score of every pair of one city, with the tellings."""
    return scores(real_library)


@pytest.mark.parametrize("half", [FIT, REPORT])
def test_recall_and_precision_hold_on_both_halves(
    half: str, found: dict[tuple[str, str], float], real_library: Library
) -> None:
    labelled = tuple(one for one in pairs(real_library) if one.half == half)
    got = quality(labelled, found)
    assert got.recall >= LEAST_RECALL
    assert got.precision > LEAST_PRECISION


def test_there_are_enough_pairs_of_every_kind(real_library: Library) -> None:
    labelled = pairs(real_library)
    kinds = [one.kind for one in labelled]
    assert kinds.count(SAME) >= 50
    assert kinds.count("two of one city") >= 32
    assert kinds.count("look-alikes of two cities") >= 20
    assert {one.two for one in labelled if one.kind == SAME} <= real_library.practice_by_id.keys()
    assert not {one[2:] for one in labelled if one.half == FIT} & {one[2:] for one in labelled if one.half == REPORT}


def test_the_library_gives_few_false_alarms(real_library: Library) -> None:
    told = possible_duplicates(real_library)
    all_pairs = sum(len(some) * (len(some) - 1) // 2 for some in real_library.practices_of_city.values())
    assert len(told) <= MOST_FALSE * all_pairs


def test_a_copy_is_found_and_told_with_the_words_that_both_hold(real_library: Library) -> None:
    original = real_library.practice_by_id["louisville-ky/waze-traffic-data"]
    copy = original.model_copy(update={"id": "louisville-ky/another"})
    library = real_library.model_copy(update={"practices": (*real_library.practices, copy)})
    (pair,) = possible_duplicates(library, of=["louisville-ky/another"])
    assert pair.other("louisville-ky/another") == original.id
    assert pair.score > 0.9
    assert pair.words


def test_small_and_empty_libraries_have_none(small_library: Library) -> None:
    assert possible_duplicates(small_library) == ()
    assert possible_duplicates(small_library.model_copy(update={"practices": ()})) == ()
