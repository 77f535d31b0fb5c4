"""The most similar practices of each practice, found in blocks of rows: no matrix of all pairs is ever held."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.linking.features import Features
from generator.linking.ranking import DECIMALS, Rows, Scores, best_columns, best_places

OTHER_CITIES = 5  # what a page can show and a reader will read
SAME_CITY = 3
BLOCK_ROWS = 256  # rows of dense scores at a time: 20 MB at 10,000 practices


class Ranked(NamedTuple):
    """Pairs of rows, the first with the second among its most similar; by first row, best first."""

    rows: Rows
    columns: Rows
    scores: Scores


_NOTHING = Ranked(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))


def most_similar(features: Features, block_rows: int = BLOCK_ROWS) -> tuple[Ranked, Ranked]:
    """Return the most similar practices of other cities, and those of the same city.

    Of other cities, each gives one practice as long as there are enough cities; more only to fill the list up.
    """
    cities = _city_numbers(features)
    others, own = [_NOTHING], [_NOTHING]
    for start, scores in _blocks(features, block_rows):
        same = cities[start : start + len(scores), None] == cities[None, :]
        own.append(_ranked(start, scores, best_places(scores, same & (scores > 0), SAME_CITY)))
        scores[same] = 0
        others.append(_ranked(start, scores, _spread(scores, cities)))
    return _joined(others), _joined(own)


def _city_numbers(features: Features) -> NDArray[np.intp]:
    return np.unique([practice.city for practice in features.practices], return_inverse=True)[1]


def _blocks(features: Features, block_rows: int) -> Iterator[tuple[int, Scores]]:
    """Rows of the matrix of scores, with 0 where a practice meets itself."""
    for start in range(0, len(features.practices), block_rows):
        scores = features.scores(slice(start, start + block_rows)).round(DECIMALS)
        rows = np.arange(len(scores))
        scores[rows, start + rows] = 0
        yield start, scores


def _spread(scores: Scores, cities: NDArray[np.intp]) -> tuple[Rows, Rows]:
    """The best practices of each row, each of a city of its own, then more of the same cities to fill up."""
    starts = np.flatnonzero(np.diff(cities, prepend=-1))
    ends = np.append(starts[1:], len(cities))
    rows, city = best_columns(np.maximum.reduceat(scores, starts, axis=1), OTHER_CITIES)
    columns = np.array(
        [starts[c] + scores[row, starts[c] : ends[c]].argmax() for row, c in zip(rows, city, strict=True)], np.intp
    )
    if len(rows) == len(scores) * OTHER_CITIES:
        return rows, columns
    lifted = scores.copy()
    lifted[rows, columns] += 1  # above all others, as no score passes 1
    return best_columns(lifted, OTHER_CITIES)


def _ranked(start: int, scores: Scores, places: tuple[Rows, Rows]) -> Ranked:
    """The places of a block as rows of all practices, best first."""
    rows, columns = places
    order = np.lexsort((columns, -scores[rows, columns], rows))
    return Ranked(start + rows[order], columns[order], scores[rows, columns][order])


def _joined(parts: list[Ranked]) -> Ranked:
    return Ranked(*map(np.concatenate, zip(*parts, strict=True)))
