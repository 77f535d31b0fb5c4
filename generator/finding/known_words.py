"""The words that the search knows, letter by letter, so that a question reads only those that begin as its own do."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cache, partial
from itertools import accumulate, pairwise
from string import ascii_lowercase
from typing import Any

import numpy as np

from generator.finding.index import COMMON_WORDS, Index
from generator.language.stop_words import LIGHT
from generator.language.word_vectors import word_vectors
from generator.language.words import fold
from generator.model import Lexicon

LETTERS = f"0{ascii_lowercase}"
"""What words begin with; 0 stands for any digit."""
MOST_SHARED = 25
"""Letters that a word can share with the last one, since one letter tells how many."""
FREQUENT_WORDS = 10_000
"""What stands among so many words of English is taken for English, even where another language has it too."""


def letter_of(word: str) -> str:
    """Return which of the letters a word begins with."""
    return word[0] if word[0] in ascii_lowercase else LETTERS[0]


def letter_starts(words: Sequence[str]) -> list[int]:
    """Return the place of the first word of each letter, and the end; words stand letter by letter."""
    return [*(bisect_left(words, letter, key=letter_of) for letter in LETTERS), len(words)]


def term_starts(index: Index) -> list[int]:
    """Return the first term of each letter, and the end: a term begins as its words do, and both are sorted."""
    words = letter_starts(index.words)
    terms = [int(index.term_of_word[begin:end].max(initial=-1)) + 1 for begin, end in pairwise(words)]
    return [0, *accumulate(terms, max)]


def known_words(index: Index, lexicons: Sequence[Lexicon]) -> Iterator[tuple[str, partial[dict[str, Any]]]]:
    """Yield each letter that words may begin with, and what makes its piece.

    Foreign are words of other languages, names above all, that few people use in English and that mean something else
    there: "mosquito" is the same in both.
    """
    words, terms = letter_starts(index.words), term_starts(index)
    told = [(fold(word), english.split()) for lexicon in lexicons for word, english in lexicon.words.items()]
    foreign = {word for word, _ in told} - {word for word, english in told if word in english}
    foreign.difference_update(word_vectors().words[:FREQUENT_WORDS])
    for letter, places, held in zip(LETTERS, pairwise(words), pairwise(terms), strict=True):
        yield letter, partial(_of_letter, index, foreign, places, held)


def _of_letter(index: Index, foreign: Set[str], places: tuple[int, int], terms: tuple[int, int]) -> dict[str, Any]:
    """Words between two places, and what each stands for.

    A word's term is told as the step from the last one told, and how many entries hold a term as twice the power of
    two; -2 stands for none.
    """
    words, term_of_word = index.words[slice(*places)], index.term_of_word[slice(*places)]
    held = np.flatnonzero(term_of_word >= 0)
    steps: list[int | None] = [None] * len(words)
    for place, step in zip(held.tolist(), np.diff(term_of_word[held], prepend=terms[0]).tolist(), strict=True):
        steps[place] = step
    holders = np.round(2 * np.log2(np.maximum(index.holders[slice(*terms)], 0.5))).astype(int)
    return {
        "words": coded(words),
        "steps": steps,
        "holders": holders.tolist(),
        "synonyms": [group for group in index.synonyms if any(terms[0] <= term < terms[1] for term in group)],
        "light": [word for word in words if word in LIGHT],
        "foreign": [word for word in words if word in foreign],
    }


def coded(words: Sequence[str]) -> str:
    """Sorted words in one string, each as what it shares with the last one (A: no letter, B: one …) and the rest."""
    coded: list[str] = []
    for last, word in pairwise(("", *words)):
        most = min(len(last), len(word), MOST_SHARED)
        shared = 0
        while shared < most and last[shared] == word[shared]:
            shared += 1
        coded.append(chr(ord("A") + shared) + word[shared:])
    return "".join(coded)


@cache
def _english() -> dict[str, list[str]]:
    """Words of English by their first letter, sorted, less the most common ones, which every index knows."""
    table = word_vectors()
    by_letter: dict[str, list[str]] = {letter: [] for letter in ascii_lowercase}
    for word in sorted({*table.words[COMMON_WORDS:], *table.others}):
        by_letter.get(word[0], []).append(word)
    return by_letter


def spelling(letter: str, known: frozenset[str]) -> str:
    """Words of English that begin so, less those that the index knows: none of them is to be corrected."""
    return coded([word for word in _english()[letter] if word not in known])
