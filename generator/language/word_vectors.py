"""Vectors of words: words that are used alike point the same way.

How the table beside this module was made, and from what, is told in `data/make_word_vectors.py`.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class WordVectors(NamedTuple):
    """Words without accents, the most frequent of English first, and the vector of each."""

    words: tuple[str, ...]
    others: tuple[str, ...]
    """More words of English, sorted, that have no vector."""
    vectors: NDArray[np.float32]
    """Words × dimensions. Longer vectors are those of words that tell more; the first dimensions tell the most."""


def of_length_one(rows: Vectors) -> Vectors:
    """Return the rows scaled to length 1; those that are 0 stay so."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    ones: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 1e-6)
    return ones


@cache
def word_vectors() -> WordVectors:
    """Return the shipped table."""
    with files("generator.language").joinpath("data/word-vectors.npz").open("rb") as file, np.load(file) as table:
        words, others = (tuple(table[name].tobytes().decode().split("\n")) for name in ("words", "others"))
        packed, scales = table["steps"], table["scales"].astype(np.float32)
    steps = np.stack((packed >> 4, packed & 15), axis=-1).reshape(len(packed), -1).astype(np.float32) - 8
    return WordVectors(words, others, steps * scales[:, None])
