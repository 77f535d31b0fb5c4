"""The most similar practices of each practice, found in blocks of rows: no matrix of all pairs is ever held."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from generator.forks import beside
from generator.linking.diversity import most_diverse
from generator.linking.features import Features
from generator.linking.ranking import DECIMALS, Rows, Scores, best_columns, best_places

OTHER_CITIES = 5  # what a page can show and a reader will read
CANDIDATES = 25  # cities whose best practice may come into a list; of more, the last ones are never chosen
SAME_CITY = 3
BLOCK_ROWS = 128  # rows of dense scores at a time: 10 MB at 10,000 practices


class Ranked(NamedTuple):
    """Pairs of rows, the first with the second among its most similar; by first row, best first."""

    rows: Rows
    columns: Rows
    scores: Scores


_NOTHING = Ranked(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))


def most_similar(features: Features, block_rows: int = BLOCK_ROWS, *, forked: bool = False) -> tuple[Ranked, Ranked]:
    """Return the most similar practices of other cities, and those of the same city, both by score.

    Of other cities, each gives its best practice as long as there are enough cities; more only to fill the list up. Of
    these, some that are nearly the same as another in the list give way (`most_diverse`).

    Every score is exact: all pairs are compared. No shortlist stands before that, as two practices share few words: at
    10,000 practices the sparse product of all rows took 2.4 s, and that of 400 for each alone would take 6 s. Where
    `forked`, two processes share the rows.
    """
    search = _Search(features)
    blocks = [slice(start, start + block_rows) for start in range(0, len(features.practices), block_rows)]
    half = len(blocks) // 2
    with beside(lambda: list(map(search.block, blocks[half:])), forked=forked and half > 0) as rest:
        found = [*map(search.block, blocks[:half]), *rest()]
    return _joined(others for others, _ in found), _joined(own for _, own in found)


class _Search:
    """What the search of each block needs of the library as a whole."""

    def __init__(self, features: Features) -> None:
        self.features = features
        self.cities = np.unique([practice.city for practice in features.practices], return_inverse=True)[1]
        self.starts = np.flatnonzero(np.diff(self.cities, prepend=-1))
        ends = np.append(self.starts, len(self.cities))[1:, None]
        most = np.diff(self.starts, append=len(self.cities)).max(initial=0)
        self.members = np.minimum(self.starts[:, None] + np.arange(most), ends - 1)
        """Cities × columns of their practices; those of cities with fewer practices end with the last one repeated."""
        self.traits = features.traits

    def block(self, rows: slice) -> tuple[Ranked, Ranked]:
        """The most similar practices of some rows in other cities, and in the same city."""
        scores = self.features.scores(rows)
        np.round(scores, DECIMALS, out=scores)
        here = np.arange(len(scores))
        scores[here, rows.start + here] = 0  # a practice meets itself
        same = self.cities[rows][:, None] == self.cities[None, :]
        own = _ranked(rows.start, scores, best_places(scores, same & (scores > 0), SAME_CITY))
        scores[same] = 0
        return _ranked(rows.start, scores, self._spread(scores)), own

    def _spread(self, scores: Scores) -> tuple[Rows, Rows]:
        """The chosen practices of each row, each of a city of its own, then more of the same cities to fill up."""
        rows, columns = self._chosen(scores)
        if len(rows) == len(scores) * OTHER_CITIES:
            return rows, columns
        lifted = scores.copy()
        lifted[rows, columns] += 1  # above all others, as no score passes 1
        return best_columns(lifted, OTHER_CITIES)

    def _chosen(self, scores: Scores) -> tuple[Rows, Rows]:
        """Of the best practice of each city, those that are most similar and yet different from each other."""
        rows, cities = best_columns(np.maximum.reduceat(scores, self.starts, axis=1), CANDIDATES)
        members = self.members[cities]
        candidates = np.zeros((len(scores), CANDIDATES), np.intp)
        of_candidates = np.zeros(candidates.shape)
        places = rows, np.arange(len(rows)) - np.searchsorted(rows, rows)
        candidates[places] = members[np.arange(len(rows)), scores[rows[:, None], members].argmax(axis=1)]
        of_candidates[places] = scores[rows, candidates[places]]
        chosen = most_diverse(of_candidates, self.traits[candidates], OTHER_CITIES)
        return np.nonzero(chosen)[0], candidates[chosen]


def _ranked(start: int, scores: Scores, places: tuple[Rows, Rows]) -> Ranked:
    """The places of a block as rows of all practices, best first."""
    rows, columns = places
    order = np.lexsort((columns, -scores[rows, columns], rows))
    return Ranked(start + rows[order], columns[order], scores[rows, columns][order])


def _joined(parts: Iterator[Ranked]) -> Ranked:
    return Ranked(*map(np.concatenate, zip(_NOTHING, *parts, strict=True)))
