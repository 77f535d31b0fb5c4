"""The index: how well each entry answers each word, and what each entry is about as a vector.

Words are ranked by BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004):
a word counts more in a field that tells more, less in a long field, and more the fewer entries hold it. Since all of
that is known beforehand, the index holds one number for each word of an entry, its impact; a query only adds up.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.finding.entries import Entry, EntryKind
from generator.language.forms import stem
from generator.language.rarity import rarity
from generator.language.stop_words import FILLER
from generator.language.word_vectors import of_length_one, word_vectors
from generator.language.words import words_in


class Field(NamedTuple):
    """How much a word in this field counts, and how much less in a long one (0: the same, 1: by its share)."""

    weight: float
    length: float
    meaning: float = 0.0
    """Share of the field in what the entry is about as a whole."""


PRACTICE_FIELDS = {
    "title": Field(3.0, 0.3, meaning=0.3),
    "summary": Field(2.0, 0.3, meaning=0.3),
    "questions": Field(1.2, 0.5, meaning=0.7),
    "tags": Field(1.0, 0.5),
    "problem": Field(0.9, 0.5, meaning=0.25),
    "results": Field(1.0, 0.6, meaning=0.05),
    "rest": Field(0.7, 0.75, meaning=0.1),
    "place": Field(0.7, 0.3),
}
OTHER_FIELDS = {
    "name": Field(3.0, 0.3, meaning=0.4),
    "words": Field(2.0, 0.5, meaning=0.4),
    "text": Field(1.0, 0.6, meaning=0.2),
}
SATURATION = 1.2
"""BM25's k1: how soon it stops to matter that a word stands there once more."""
COMMON_WORDS = 20_000
"""So many frequent words of English the search knows the meaning of, even where no entry holds them."""
DIMENSIONS = 96
"""Of the word vectors, those that the browser gets."""
STEPS = 7
"""Vectors are kept as whole numbers from -7 to 7."""


class Index(NamedTuple):
    """All that a query needs. Rows are entries, kind by kind."""

    words: tuple[str, ...]
    """Every word the search knows, sorted."""
    term_of_word: NDArray[np.int32]
    """Its term, which it shares with its other forms; -1 where no entry and no synonym holds it, or it is filler."""
    synonyms: tuple[tuple[int, ...], ...]
    """Groups of terms that stand for the same thing."""
    impacts: sparse.csc_matrix
    """Entries × terms."""
    word_vectors: NDArray[np.float32]
    """Words × dimensions; zeros where the meaning is not known."""
    entry_vectors: NDArray[np.float32]
    """Entries × dimensions, of length 1 or 0; cities, which are found by name, have none."""

    def terms_in(self, text: str) -> list[int]:
        """Return the terms that a text holds, each once."""
        places = (bisect_left(self.words, word) for word in words_in(text))
        terms = (int(self.term_of_word[place]) for place in places)
        return list(dict.fromkeys(term for term in terms if term >= 0))

    def directions_of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return texts × dimensions: where the words of each point together, of length 1 or 0."""
        rows = np.zeros((len(texts), self.word_vectors.shape[1]), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in words_in(text):
                place = bisect_left(self.words, word)
                if place < len(self.words) and self.words[place] == word:
                    row += self.word_vectors[place]
        return of_length_one(rows)


def make_index(entries: Sequence[Entry], synonyms: Sequence[Sequence[str]]) -> Index:
    """Return the index of all entries; a query that holds one of a group of `synonyms` finds the others too."""
    table = word_vectors()
    count = sum(entry.kind is EntryKind.PRACTICE for entry in entries)
    named = len(entries) - sum(entry.kind is EntryKind.CITY for entry in entries)
    column_of: dict[str, int] = {}
    practices = _counts([entry.fields for entry in entries[:count]], PRACTICE_FIELDS, column_of)
    others = _counts([entry.fields for entry in entries[count:]], OTHER_FIELDS, column_of)
    for word in chain.from_iterable(synonyms):
        column_of.setdefault(word, len(column_of))
    words = tuple(sorted({*column_of, *table.words[:COMMON_WORDS]}))
    place_of = {word: place for place, word in enumerate(words)}
    for field in (*practices.values(), *others.values()):
        field.resize(field.shape[0], len(column_of))
    terms = sorted({stem(word) for word in column_of if word not in FILLER})
    column_of_term = {term: column for column, term in enumerate(terms)}
    term_of_word = np.full(len(words), -1, np.int32)
    for place, word in enumerate(words):
        if word not in FILLER:
            term_of_word[place] = column_of_term.get(stem(word), -1)

    vector_of = {word: row for row, word in enumerate(table.words)}
    vectors = np.zeros((len(words), DIMENSIONS), np.float32)
    known = [(place, vector_of[word]) for word, place in place_of.items() if word in vector_of and word not in FILLER]
    places, rows = np.array(known, np.intp).reshape(-1, 2).T
    vectors[places] = table.vectors[rows, :DIMENSIONS]

    to_words = np.fromiter(map(place_of.__getitem__, column_of), np.intp, len(column_of))
    to_terms = _selection(term_of_word[to_words], len(terms))
    impacts = sparse.vstack(
        (
            _impacts(practices, PRACTICE_FIELDS, to_terms),
            _impacts(others, OTHER_FIELDS, to_terms),
        ),
        format="csc",
    )
    about = np.vstack(
        (
            _meaning(practices, PRACTICE_FIELDS, vectors[to_words]),
            _meaning(others, OTHER_FIELDS, vectors[to_words])[: named - count],
        )
    )
    groups = (sorted({column_of_term[stem(word)] for word in group if word not in FILLER}) for group in synonyms)
    return Index(
        words, term_of_word, tuple(tuple(group) for group in groups if len(group) > 1), impacts, vectors, about
    )


def _counts(
    texts: Sequence[dict[str, str]], fields: dict[str, Field], column_of: dict[str, int]
) -> dict[str, sparse.csr_matrix]:
    """For each field, entries × words: how often it holds each. Words not seen before get the next column."""
    cells: dict[str, tuple[list[int], list[int]]] = {}
    for field in fields:
        columns: list[int] = []
        ends = [0]
        for text in texts:
            columns += [column_of.setdefault(word, len(column_of)) for word in words_in(text.get(field, ""))]
            ends.append(len(columns))
        cells[field] = columns, ends
    counts = {}
    for field, (columns, ends) in cells.items():
        shape = len(texts), len(column_of)
        counts[field] = sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=shape)
        counts[field].sum_duplicates()
    return counts


def _selection(targets: NDArray[np.int32], width: int) -> sparse.csr_matrix:
    """A matrix that moves column i to `targets[i]`, and drops it where that is negative."""
    rows = np.flatnonzero(targets >= 0)
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, targets[rows])), shape=(len(targets), width))


def _impacts(
    counts: dict[str, sparse.csr_matrix], fields: dict[str, Field], to_terms: sparse.csr_matrix
) -> sparse.csr_matrix:
    """Entries × terms: BM25F impacts."""
    total = None
    for name, field in fields.items():
        terms = counts[name] @ to_terms
        lengths = np.asarray(terms.sum(axis=1)).ravel()
        scale = 1 - field.length + field.length * lengths / max(lengths.mean() if len(lengths) else 0, 1e-9)
        weighted = sparse.diags_array(field.weight / np.maximum(scale, 1e-9)) @ terms
        total = weighted if total is None else total + weighted
    total = sparse.csr_matrix(total)
    holders = total.getnnz(axis=0)
    total.data = total.data / (SATURATION + total.data)
    return sparse.csr_matrix(total.multiply(rarity(holders, total.shape[0])))


def _meaning(
    counts: dict[str, sparse.csr_matrix], fields: dict[str, Field], vectors: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Entries × dimensions: the mean over the fields of the direction in which their words point together."""
    rows = next(iter(counts.values())).shape[0]
    total = np.zeros((rows, vectors.shape[1]), np.float32)
    for name, field in fields.items():
        if field.meaning:
            total += field.meaning * of_length_one(counts[name] @ vectors)
    return of_length_one(total)
