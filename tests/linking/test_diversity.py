"""Choosing what is alike, but not all alike."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from generator.linking.diversity import RELEVANCE, most_diverse


def plain(scores: list[float], likeness: np.ndarray, limit: int) -> set[int]:
    """One row, one choice after the other."""
    chosen: list[int] = []
    while len(chosen) < limit and (
        left := [one for one, score in enumerate(scores) if score > 0 and one not in chosen]
    ):
        nearest = {one: max((likeness[one, other] for other in chosen), default=0) for one in left}
        worth = {one: round(RELEVANCE * scores[one] - (1 - RELEVANCE) * max(nearest[one], 0), 9) for one in left}
        chosen.append(max(left, key=lambda one: (worth[one], -one)))
    return set(chosen)


def test_a_copy_of_the_first_gives_way_to_one_that_is_a_little_less_alike() -> None:
    traits = np.array([[[1.0, 0], [1, 0], [0, 1]]])
    assert most_diverse(np.array([[0.5, 0.5, 0.4]]), traits, 2).tolist() == [[True, False, True]]
    assert most_diverse(np.array([[0.5, 0.5, 0.2]]), traits, 2).tolist() == [[True, True, False]]


def test_what_is_not_alike_is_never_chosen() -> None:
    assert most_diverse(np.array([[0.5, 0, 0]]), np.zeros((1, 3, 1)), 2).tolist() == [[True, False, False]]
    assert most_diverse(np.zeros((0, 3)), np.zeros((0, 3, 1)), 2).shape == (0, 3)
    assert most_diverse(np.zeros((2, 0)), np.zeros((2, 0, 1)), 2).shape == (2, 0)


@given(st.data(), st.integers(0, 4), st.integers(0, 8), st.integers(1, 5))
def test_all_rows_at_once_give_what_each_gives_alone(data: st.DataObject, rows: int, most: int, limit: int) -> None:
    numbers = st.floats(0, 1).map(lambda number: round(number, 3))
    scores = data.draw(arrays.arrays(np.float64, (rows, most), elements=numbers))
    traits = data.draw(arrays.arrays(np.float64, (rows, most, 2), elements=numbers))
    found = most_diverse(scores, traits, limit)
    for row in range(rows):
        assert set(np.flatnonzero(found[row])) == plain(scores[row].tolist(), traits[row] @ traits[row].T, limit)
