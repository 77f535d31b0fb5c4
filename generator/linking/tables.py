"""Rows of named numbers as a sparse matrix."""

from collections.abc import Iterable, Mapping

import numpy as np
from scipy import sparse


def table(rows: Iterable[Mapping[str, float]]) -> tuple[sparse.csr_matrix, list[str]]:
    """Return rows × names, and the names, sorted. No rows, and rows without names, are allowed."""
    held = list(rows)
    names = sorted({name for row in held for name in row})
    column_of = {name: column for column, name in enumerate(names)}
    cells = [sorted((column_of[name], value) for name, value in row.items()) for row in held]
    columns = np.array([column for row in cells for column, _ in row], np.intp)
    values = np.array([value for row in cells for _, value in row], np.float64)
    ends = np.cumsum([0, *map(len, cells)])
    return sparse.csr_matrix((values, columns, ends), shape=(len(held), len(names))), names
