"""Write-ups that may tell of one and the same practice: of one city, on one subject, in words that few others use."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from generator.collector import collector_at_rest
from generator.language.stop_words import STOP_WORDS
from generator.language.words import words_in
from generator.linking.features import in_order
from generator.linking.meanings import practice_meanings
from generator.linking.tables import table
from generator.model import City, Library, Practice, plain_text

THRESHOLD = 0.137
"""From here on two write-ups are worth a look: the lowest at which nine of ten told pairs of the fitted half are right.

A pair that is missed costs a library more than one that a reader looks at in vain."""
SHARED_SHOWN = 4
MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two write-ups that may tell of the same practice."""

    one: str
    two: str
    """Their ids, in the order of the alphabet."""
    score: float
    """0 to 1: how alike their meaning is, times the share of the words' weight that the shorter one has in common."""
    words: tuple[str, ...]
    """The rarest words that both hold."""

    def other(self, identity: str) -> str:
        """Return the one of the two that is not `identity`."""
        return self.two if identity == self.one else self.one


def possible_duplicates(
    library: Library, of: Collection[str] | None = None, least: float = THRESHOLD
) -> tuple[PossibleDuplicate, ...]:
    """Return the pairs of write-ups that may tell of the same practice, the most alike first.

    Only write-ups of one city are held against each other, so that the work grows with the cities and not with the
    square of the library. How often it is right, `python -m bench.duplicates` measures.

    Args:
        library: all write-ups.
        of: ids of which at least one has to be in a pair; None for all.
        least: score from which a pair is returned.

    """
    with collector_at_rest():
        practices = in_order(library)
        if not practices:
            return ()
        words = _Words(practices, library.city_by_id)
        directions = practice_meanings(practices).astype(np.float64)
        found: list[PossibleDuplicate] = []
        for _, rows in groupby(range(len(practices)), key=lambda row: practices[row].city):
            block = list(rows)
            if len(block) > 1 and (of is None or any(practices[row].id in of for row in block)):
                found += _pairs(practices, words, directions, block, least)
    chosen = (pair for pair in found if of is None or pair.one in of or pair.two in of)
    return tuple(sorted(chosen, key=lambda pair: (-pair.score, pair.one, pair.two)))


def _pairs(
    practices: Sequence[Practice], words: "_Words", directions: NDArray[np.float64], block: list[int], least: float
) -> Iterator[PossibleDuplicate]:
    likeness = np.maximum(directions[block] @ directions[block].T, 0) * words.overlap(block)
    for first, second in np.argwhere(np.triu(likeness >= least, 1)).tolist():
        one, two = sorted((practices[block[first]].id, practices[block[second]].id))
        shared = words.shared(block[first], block[second])
        yield PossibleDuplicate(one, two, round(float(likeness[first, second]), 6), shared)


class _Words:
    """The words of each write-up, without its city's own names, each as heavy as it is rare."""

    def __init__(self, practices: Sequence[Practice], cities: dict[str, City]) -> None:
        words = (_words_of(_text_of(one, cities.get(one.city))) for one in practices)
        self.holds, self.names = table(dict.fromkeys(found, 1.0) for found in words)
        holders = np.asarray(self.holds.sum(axis=0)).ravel()
        self.weights: NDArray[np.float64] = np.log1p(len(practices) / (1 + holders))
        self.totals: NDArray[np.float64] = self.holds @ self.weights

    def overlap(self, rows: list[int]) -> NDArray[np.float64]:
        """Share of the weight of the lighter of two write-ups that both have, for all pairs of the rows."""
        held = self.holds[rows]
        shared: NDArray[np.float64] = (held.multiply(self.weights).tocsr() @ held.T).toarray()
        lighter = np.minimum.outer(self.totals[rows], self.totals[rows])
        return shared / np.maximum(lighter, 1e-9)

    def shared(self, one: int, two: int) -> tuple[str, ...]:
        """The rarest words that two write-ups share."""
        both = np.intersect1d(self.holds[one].indices, self.holds[two].indices)
        both = np.array([column for column in both if not self.names[column].isdigit()], dtype=np.intp)
        rarest = both[np.lexsort((both, -self.weights[both]))][:SHARED_SHOWN]
        return tuple(self.names[column] for column in rarest)


def _text_of(practice: Practice, city: City | None) -> tuple[str, frozenset[str]]:
    """What a write-up says that tells it apart from others, and the words that all of its city share."""
    results = (result.text for result in practice.results)
    text = " ".join(
        map(plain_text, (practice.title, practice.summary, *practice.problem, *practice.approach, *results))
    )
    names = (city.name, city.state or "", *city.other_names) if city else ()
    return text, frozenset(words_in(" ".join(names)))


def _words_of(document: tuple[str, frozenset[str]]) -> list[str]:
    text, own = document
    return [word for word in words_in(text) if len(word) >= MIN_LETTERS and word not in STOP_WORDS and word not in own]
