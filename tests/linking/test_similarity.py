"""Which practices are most similar."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.linking.diversity import most_diverse
from generator.linking.features import WEIGHTS, practice_features
from generator.linking.reasons import shared_features
from generator.linking.similarity import OTHER_CITIES, most_similar
from generator.model import Library
from tests.linking.conftest import a_library, a_practice, libraries


def scores_of(library: Library) -> np.ndarray:
    """All scores, the plain way: a dense matrix of all pairs."""
    features = practice_features(library)
    meaning = np.maximum(features.meanings @ features.meanings.T, 0)
    return np.asarray((features.matrix @ features.matrix.T).todense()) + meaning


def neighbours_of(library: Library, practice: str) -> list[str]:
    features = practice_features(library)
    others, _ = most_similar(features)
    ids = [one.id for one in features.practices]
    return [ids[column] for row, column in zip(others.rows, others.columns, strict=True) if ids[row] == practice]


def test_the_weights_add_up_to_one() -> None:
    assert abs(sum(WEIGHTS.values()) - 1) < 1e-12


def test_a_shared_kind_of_answer_counts_more_than_a_shared_field() -> None:
    library = a_library(
        [
            a_practice("austin/own", methods=("crisis-response",), topics=("health",)),
            a_practice("boise/method", methods=("crisis-response",), topics=("road-safety",)),
            a_practice("cali/topic", methods=("predictive-model",), topics=("health",)),
        ]
    )
    assert neighbours_of(library, "austin/own")[:2] == ["boise/method", "cali/topic"]


def test_a_rare_shared_tag_counts_more_than_a_common_one() -> None:
    common = [a_practice(f"city{number}/p", topics=("health",), methods=("crisis-response",)) for number in range(6)]
    library = a_library(
        [
            *common,
            a_practice("austin/own", topics=("health", "homelessness"), methods=("predictive-model",)),
            a_practice("boise/rare", topics=("homelessness",), methods=("behavioral-message",)),
            a_practice("cali/common", topics=("health",), methods=("behavioral-message",)),
        ]
    )
    assert neighbours_of(library, "austin/own")[0] == "boise/rare"


def test_sharing_three_of_three_tags_says_more_than_one_of_one() -> None:
    three = ("road-safety", "homelessness", "covid-19")
    library = a_library(
        [
            *(a_practice(f"{city}/one", topics=("health",)) for city in ("austin", "boise")),
            *(a_practice(f"{city}/three", topics=three) for city in ("cali", "dallas")),
        ]
    )
    scores = scores_of(library)
    assert scores[2, 3] > scores[0, 1]


def test_shared_words_make_practices_similar() -> None:
    same = {"topics": ("health",), "methods": ("crisis-response",)}
    library = a_library(
        [
            a_practice("austin/own", title="Nurses answer ambulance calls", **same),
            a_practice("boise/words", title="Ambulance calls go to nurses", **same),
            a_practice("cali/none", title="Meters read water in cellars", **same),
        ]
    )
    assert neighbours_of(library, "austin/own") == ["boise/words", "cali/none"]


def test_each_city_stands_once_among_the_neighbours_while_there_are_enough() -> None:
    twins = [a_practice(f"boise/twin{number}", topics=("health",)) for number in range(6)]
    others = [a_practice(f"city{number}/p", topics=("covid-19", "health")) for number in range(4)]
    found = neighbours_of(a_library([a_practice("austin/own"), *twins, *others]), "austin/own")
    assert [one.partition("/")[0] for one in found].count("boise") == 1
    assert len(found) == OTHER_CITIES


def test_with_too_few_cities_a_city_stands_more_often() -> None:
    twins = [a_practice(f"boise/twin{number}") for number in range(4)]
    found = neighbours_of(a_library([a_practice("austin/own"), *twins, a_practice("cali/p")]), "austin/own")
    assert sorted(found) == ["boise/twin0", "boise/twin1", "boise/twin2", "boise/twin3", "cali/p"]


@given(libraries())
def test_scores_lie_between_0_and_1_and_are_symmetric(library: Library) -> None:
    scores = scores_of(library)
    assert scores.min(initial=0) >= 0
    assert scores.max(initial=0) <= 1 + 1e-9
    np.testing.assert_allclose(scores, scores.T, atol=1e-12)


@given(libraries())
def test_what_two_practices_share_adds_up_to_their_score(library: Library) -> None:
    left, right = np.indices((len(library.practices),) * 2).reshape(2, -1)
    sums = [
        sum(one.contribution for one in shared) for shared in shared_features(practice_features(library), left, right)
    ]
    np.testing.assert_allclose(sums, scores_of(library).ravel(), atol=1e-12)


@given(libraries(most=14))
def test_the_search_in_blocks_finds_what_a_plain_search_finds(library: Library) -> None:
    scores = scores_of(library).round(9)
    features = practice_features(library)
    others, own = most_similar(features, block_rows=3)
    for row, practice in enumerate(features.practices):
        best_of_city: dict[str, int] = {}
        for column in np.argsort(-scores[row], kind="stable").tolist():
            other = features.practices[column]
            if other.city != practice.city and scores[row, column] > 0:
                best_of_city.setdefault(other.city, column)
        candidates = np.array(list(best_of_city.values()), np.intp)
        chosen = candidates[
            most_diverse(scores[[row]][:, candidates], features.traits[None, candidates], OTHER_CITIES)[0]
        ]
        found = others.columns[others.rows == row]
        assert set(chosen) <= set(found)
        assert (np.diff(scores[row, found]) <= 0).all()
        assert len(found) == min(
            OTHER_CITIES,
            sum(1 for column in np.flatnonzero(scores[row]) if features.practices[column].city != practice.city),
        )
        assert all(features.practices[column].city == practice.city for column in own.columns[own.rows == row])


def test_a_near_copy_gives_way_to_something_else() -> None:
    """Five copies and one that is like the practice at hand in another way: one copy gives way."""
    copy = {"methods": ("crisis-response",), "topics": ("homelessness",), "title": "Beds at night for all"}
    copies = [a_practice(f"city{number}/copy", **copy) for number in range(5)]
    other = a_practice("dallas/other", methods=("crisis-response",), topics=("health",), title="Meters read water")
    own = a_practice("austin/own", methods=("crisis-response",), topics=("homelessness",))
    library = a_library([own, *copies, other])
    assert practice_features(library).practices[scores_of(library)[0].argmin()].id == "dallas/other"
    assert "dallas/other" in neighbours_of(library, "austin/own")


@given(libraries(), st.integers(1, 20))
def test_the_size_of_blocks_changes_nothing(library: Library, block_rows: int) -> None:
    features = practice_features(library)
    for one, other in zip(most_similar(features), most_similar(features, block_rows), strict=True):
        for array, same in zip(one, other, strict=True):
            np.testing.assert_array_equal(array, same)
