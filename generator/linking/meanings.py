"""What each write-up is about as a whole, as a direction: words that are used alike point the same way."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.language.stop_words import FILLER
from generator.language.word_vectors import Vectors, of_length_one, word_vectors
from generator.language.words import words_in
from generator.model import SECTIONS, Practice, plain_text

FIELDS: tuple[tuple[float, Callable[[Practice], Iterable[str]]], ...] = (
    (0.4, lambda practice: (practice.title,)),
    (0.4, lambda practice: (practice.summary,)),
    (0.8, lambda practice: practice.questions),  # words that the authors themselves did not use
    *((section.meaning, section.texts) for section in SECTIONS if section.meaning),
)
"""Fields of a write-up, and the share of each in its direction."""


class Meanings(NamedTuple):
    """Where write-ups point, and where their questions do."""

    practices: Vectors
    """Practices × dimensions; see `practice_meanings`."""
    questions: Vectors
    """Questions × dimensions, directions of length 1."""
    starts: NDArray[np.intp]
    """Where the questions of each practice begin, and the last end: those of practice i are `starts[i]` to
    `starts[i + 1]`."""


def meanings(practices: Sequence[Practice]) -> Meanings:
    """Return the meanings of practices and of their questions."""
    questions = [(question,) for practice in practices for question in practice.questions]
    starts = np.cumsum([0, *(len(practice.questions) for practice in practices)])
    return Meanings(practice_meanings(practices), of_length_one(_counts(questions) @ word_vectors().vectors), starts)


def practice_meanings(practices: Sequence[Practice]) -> Vectors:
    """Return practices × dimensions: directions of length 1, less what all have in common; 0 where that leaves none.

    A field points where its words point together. That a mean of word vectors tells what a text is about, once the
    common direction is taken out, is from Arora, Liang and Ma, "A simple but tough-to-beat baseline for sentence
    embeddings" (ICLR 2017).
    """
    table = word_vectors()
    total = np.zeros((len(practices), table.vectors.shape[1]), np.float32)
    for share, texts in FIELDS:
        total += share * of_length_one(_counts(map(texts, practices)) @ table.vectors)
    return of_length_one(of_length_one(total) - of_length_one(total).mean(axis=0)) if len(practices) else total


def _counts(texts: Iterable[Iterable[str]]) -> sparse.csr_matrix:
    """Texts × words of the table: how often each holds each."""
    columns: list[int] = []
    ends = [0]
    for parts in texts:
        for part in parts:
            columns += _rows_in(part)
        ends.append(len(columns))
    shape = len(ends) - 1, len(word_vectors().words)
    return sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=shape)


@lru_cache(maxsize=2**16)  # questions are asked for twice, and a preview links again what has not changed
def _rows_in(text: str) -> tuple[int, ...]:
    """The rows of the words of a text, as far as the table knows them."""
    row_of = _rows_of_words()
    return tuple(row_of[word] for word in words_in(plain_text(text)) if word in row_of)


@cache
def _rows_of_words() -> dict[str, int]:
    return {word: row for row, word in enumerate(word_vectors().words) if word not in FILLER}
