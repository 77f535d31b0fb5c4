"""Vectors of another language's words: they point where English says the same.

A question's words in English, put together one by one, point elsewhere than the question does: "chico" is small or a
child, and half of what is said is idiom. So each word and phrase of a lexicon has a vector of its own, learnt from the
translated write-ups. How is told in `data/make_lexicon_vectors.py`.
"""

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from generator.finding.index import Index
from generator.finding.known_words import LETTERS, letter_of
from generator.language.words import fold
from generator.model import Lexicon
from generator.model.lexicon import ALTERNATIVES

LESS = 0.5
"""What each but the first counts."""


def vectors_of(lexicon: Lexicon, index: Index) -> NDArray[np.float32]:
    """Return words of the lexicon × dimensions: as they were learnt, else where their English points."""
    learnt = _learnt().get(lexicon.language, {})
    words = bare_words(lexicon)
    vectors = np.zeros((len(words), index.word_vectors.shape[1]), np.float32)
    for row, (word, told) in zip(vectors, words.items(), strict=True):
        row[:] = learnt[word] if word in learnt else in_english(told, index)
    return vectors


def bare_words(lexicon: Lexicon) -> dict[str, str]:
    """Return its words and phrases as the search compares them, letter by letter, and what each is in English."""
    words = {_bare(word): english for word, english in lexicon.words.items()}
    return dict(sorted(words.items(), key=lambda one: LETTERS.index(letter_of(one[0]))))


def in_english(told: str, index: Index) -> NDArray[np.float32]:
    """Return where English points, alternatives half as much as what is likeliest; zeros where nobody knows."""
    total = np.zeros(index.word_vectors.shape[1], np.float32)
    for number, english in enumerate(told.split(ALTERNATIVES)):
        places = [index.place_of[word] for word in _bare(english).split() if word in index.place_of]
        total += index.word_vectors[places].sum(axis=0) * (LESS if number else 1)
    return total / (1 + LESS * told.count(ALTERNATIVES))


def _bare(word: str) -> str:
    return fold(word).replace("-", " ").replace("'", " ")


@cache
def _learnt() -> dict[str, dict[str, NDArray[np.float32]]]:
    """For each language the vectors of the shipped table, by word."""
    learnt = {}
    with files("generator.finding").joinpath("data/lexicon-vectors.npz").open("rb") as file, np.load(file) as table:
        for language in table["languages"].tolist():
            words = table[f"{language} words"].tobytes().decode().split("\n")
            vectors = table[f"{language} steps"].astype(np.float32) * table[f"{language} scales"].astype(np.float32)
            learnt[language] = dict(zip(words, vectors, strict=True))
    return learnt
