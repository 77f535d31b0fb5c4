"""Rows of named numbers as a sparse matrix."""

from collections.abc import Iterable, Mapping
from itertools import chain

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer


def table(rows: Iterable[Mapping[str, float]]) -> tuple[sparse.csr_matrix, list[str]]:
    """Return rows × names, and the names, sorted. No rows, and rows without names, are allowed."""
    vectorizer = DictVectorizer(dtype=np.float64)
    with_empty_row = vectorizer.fit_transform(chain(rows, [{}]))  # no rows at all are refused
    return with_empty_row[:-1], vectorizer.feature_names_
