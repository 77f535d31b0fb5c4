"""The best columns of each row of a block of scores, exact and the same on every machine."""

import numpy as np
from numpy.typing import NDArray

DECIMALS = 9
"""Scores are compared to so many places, so that the order of a sum can't decide a rank."""

Rows = NDArray[np.intp]
Scores = NDArray[np.float64]


def best_columns(scores: Scores, limit: int) -> tuple[Rows, Rows]:
    """Return the places (rows, columns) of the `limit` highest scores above 0 of each row of a dense block.

    They come row by row, best first; equal scores in the order of their columns.
    """
    if not scores.size:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    column = max(scores.shape[1] - limit, 0)
    least = np.partition(scores, column, axis=1)[:, column, None]
    return best_places(scores, (scores >= least) & (scores > 0), limit)


def best_places(scores: Scores, among: NDArray[np.bool_], limit: int) -> tuple[Rows, Rows]:
    """Return the places of the `limit` highest scores of each row where `among` is true, in the same order."""
    rows, columns = np.nonzero(among)
    order = np.lexsort((columns, -scores[rows, columns], rows))
    rows, columns = rows[order], columns[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    return rows[rank < limit], columns[rank < limit]
