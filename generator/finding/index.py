"""The index: how well each entry answers each word, and what each entry is about as a vector.

Words are ranked by BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004):
a word counts more in a field that tells more, less in a long field, and more the fewer entries hold it. Since all of
that is known beforehand, the index holds one number for each word of an entry, its impact; a query only adds up.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, Self, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.finding.entries import Entry, EntryKind
from generator.finding.weights import OTHER_FIELDS, PRACTICE_FIELDS, SATURATION, Field
from generator.language.forms import stem
from generator.language.rarity import rarity
from generator.language.stop_words import FILLER
from generator.language.word_vectors import of_length_one, word_vectors
from generator.language.words import words_in

COMMON_WORDS = 20_000
"""So many frequent words of English the search knows the meaning of, even where no entry holds them."""
DIMENSIONS = 96
"""Of the word vectors, those that the browser gets."""
MAX_IMPACT = 255
"""The largest impact as it travels, in whole steps."""
_Text = TypeVar("_Text")


class Index(NamedTuple):
    """All that a query needs. Rows are entries, kind by kind."""

    words: tuple[str, ...]
    """Every word the search knows, sorted."""
    place_of: dict[str, int]
    """Where each stands among them."""
    term_of_word: NDArray[np.int32]
    """Its term, which it shares with its other forms; -1 where no entry and no synonym holds it, or it is filler."""
    synonyms: tuple[tuple[int, ...], ...]
    """Groups of terms that stand for the same thing."""
    impacts: sparse.csc_matrix
    """Entries × terms."""
    holders: NDArray[np.intp]
    """How many entries hold each term, pages of the site itself not counted."""
    word_vectors: NDArray[np.float32]
    """Words × dimensions; zeros where the meaning is not known."""
    entry_vectors: NDArray[np.float32]
    """Entries × dimensions, of length 1 or 0; cities, which are found by name, have none."""

    def terms_in(self, text: str) -> list[int]:
        """Return the terms that a text holds, each once."""
        return self.terms_at(self.places_in(text))

    def terms_at(self, places: list[int]) -> list[int]:
        """Return the terms of words, by their `places_in` a text, each once."""
        terms: list[int] = self.term_of_word[places].tolist()
        return list(dict.fromkeys(term for term in terms if term >= 0))

    def directions_of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return texts × dimensions: where the words of each point together, of length 1 or 0."""
        return self.directions_at([self.places_in(text) for text in texts])

    def directions_at(self, places: Sequence[list[int]]) -> NDArray[np.float32]:
        """Return the same of texts whose words are known by their `places_in` them."""
        rows = np.zeros((len(places), self.word_vectors.shape[1]), np.float32)
        for row, some in zip(rows, places, strict=True):
            self.word_vectors[some].sum(axis=0, out=row)
        return of_length_one(rows)

    def places_in(self, text: str) -> list[int]:
        """Return where the words of a text stand among `words`, as far as the search knows them."""
        return [self.place_of[word] for word in words_in(text) if word in self.place_of]


def make_index(entries: Sequence[Entry], synonyms: Sequence[Sequence[str]], unanswered: Sequence[str] = ()) -> Index:
    """Return the index of all entries; a query that holds one of a group of `synonyms` finds the others too.

    Words of what is `unanswered` are terms too, though none of the entries may hold them.

    Practices, pages of the site itself, and all else are each weighed among themselves. So what a door finds that knows
    no pages is what the site finds.
    """
    column_of = columns()
    parts = [_Part.of(entries, kinds, fields, column_of) for kinds, fields in PARTS]
    for word in chain(chain.from_iterable(synonyms), *map(words_in, unanswered)):
        column_of[word]  # asking gives it one
    vocabulary = _Vocabulary.of(column_of)
    to_terms = _selection(vocabulary.term_of_column, len(vocabulary.terms))
    vectors = vocabulary.vectors[vocabulary.place_of_column]
    back = np.argsort(np.concatenate([part.rows for part in parts]), kind="stable")
    impacts = [impacts_of(part.widened(len(column_of)), part.fields, to_terms) for part in parts]
    about = np.vstack([_meaning(part.widened(len(column_of)), part.fields, vectors) for part in parts])[back]
    return Index(
        words=vocabulary.words,
        place_of=vocabulary.place_of,
        term_of_word=vocabulary.term_of_word,
        synonyms=tuple(vocabulary.groups(synonyms)),
        impacts=sparse.csc_matrix(sparse.vstack(impacts, format="csr")[back]),
        holders=sum(
            (
                part.getnnz(axis=0)
                for part, (kinds, _) in zip(impacts, PARTS, strict=True)
                if EntryKind.PAGE not in kinds
            ),
            np.zeros(len(vocabulary.terms), np.intp),
        ),
        word_vectors=vocabulary.vectors,
        entry_vectors=about[: sum(entry.kind is not EntryKind.CITY for entry in entries)],
    )


PARTS: tuple[tuple[frozenset[EntryKind], dict[str, Field]], ...] = (
    (frozenset({EntryKind.PRACTICE}), PRACTICE_FIELDS),
    (frozenset({EntryKind.PAGE}), OTHER_FIELDS),
    (frozenset(EntryKind) - {EntryKind.PRACTICE, EntryKind.PAGE}, OTHER_FIELDS),
)
"""Kinds of entries that are weighed among themselves, and their fields."""


class _Part(NamedTuple):
    """Entries that are weighed among themselves."""

    rows: NDArray[np.intp]
    """Where they stand among all."""
    fields: dict[str, Field]
    counts: dict[str, sparse.csr_matrix]
    """For each field, entries × words: how often it holds each."""

    @classmethod
    def of(
        cls,
        entries: Sequence[Entry],
        kinds: frozenset[EntryKind],
        fields: dict[str, Field],
        column_of: defaultdict[str, int],
    ) -> Self:
        rows = [row for row, entry in enumerate(entries) if entry.kind in kinds]
        texts = [entries[row].fields for row in rows]
        counts = counts_of(texts, lambda text, field: words_in(text.get(field, "")), fields, column_of)
        return cls(np.array(rows, np.intp), fields, counts)

    def widened(self, width: int) -> dict[str, sparse.csr_matrix]:
        """The counts with a column for every word, those seen later included."""
        for field in self.counts.values():
            field.resize(field.shape[0], width)
        return self.counts


class _Vocabulary(NamedTuple):
    """The words of all entries (columns, as they came), all words the search knows (sorted), and their terms."""

    words: tuple[str, ...]
    place_of: dict[str, int]
    terms: dict[str, int]
    term_of_word: NDArray[np.int32]
    place_of_column: NDArray[np.intp]
    vectors: NDArray[np.float32]

    @classmethod
    def of(cls, columns: Iterable[str]) -> Self:
        held = tuple(columns)
        table = word_vectors()
        words = tuple(sorted({*held, *table.words[:COMMON_WORDS]}))
        place_of = {word: place for place, word in enumerate(words)}
        terms = {
            term: number for number, term in enumerate(sorted({stem(word) for word in held if word not in FILLER}))
        }
        term_of_word = [-1 if word in FILLER else terms.get(stem(word), -1) for word in words]
        vectors = np.zeros((len(words), DIMENSIONS), np.float32)
        known = [(place_of[one], row) for row, one in enumerate(table.words) if one in place_of and one not in FILLER]
        places, rows = np.array(known, np.intp).reshape(-1, 2).T
        vectors[places] = table.vectors[rows, :DIMENSIONS]
        to_words = np.fromiter(map(place_of.__getitem__, held), np.intp, len(held))
        return cls(words, place_of, terms, np.array(term_of_word, np.int32), to_words, vectors)

    @property
    def term_of_column(self) -> NDArray[np.int32]:
        terms: NDArray[np.int32] = self.term_of_word[self.place_of_column]
        return terms

    def groups(self, synonyms: Sequence[Sequence[str]]) -> Iterator[tuple[int, ...]]:
        """Terms of each group of words that stand for the same thing, where these are several."""
        for group in synonyms:
            terms = sorted({self.terms[stem(word)] for word in group if word not in FILLER})
            if len(terms) > 1:
                yield tuple(terms)


def columns() -> defaultdict[str, int]:
    """Return what gives each word that is asked for its column, and one not seen before the next."""
    column_of: defaultdict[str, int] = defaultdict()
    column_of.default_factory = column_of.__len__
    return column_of


def counts_of(
    texts: Sequence[_Text],
    words: Callable[[_Text, str], Iterable[str]],
    fields: dict[str, Field],
    column_of: defaultdict[str, int],
) -> dict[str, sparse.csr_matrix]:
    """Return for each field entries × words: how often it holds each.

    Args:
        texts: one of each entry.
        words: gives the words of a text in a field. They are asked for one text after the other: millions of words at
            once would be half of what a build holds.
        fields: those to count.
        column_of: see `columns`.
    """
    cells: dict[str, tuple[array[int], list[int]]] = {}
    for field in fields:
        held = array("l")
        ends = [0]
        for text in texts:
            held.extend(map(column_of.__getitem__, words(text, field)))
            ends.append(len(held))
        cells[field] = held, ends
    counts = {}
    for field, (held, ends) in cells.items():
        shape = len(texts), len(column_of)
        counts[field] = sparse.csr_matrix((np.ones(len(held), np.float32), np.array(held), ends), shape=shape)
        counts[field].sum_duplicates()
    return counts


def _selection(targets: NDArray[np.int32], width: int) -> sparse.csr_matrix:
    """A matrix that moves column i to `targets[i]`, and drops it where that is negative."""
    rows = np.flatnonzero(targets >= 0)
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, targets[rows])), shape=(len(targets), width))


def impacts_of(
    counts: dict[str, sparse.csr_matrix], fields: dict[str, Field], to_terms: sparse.csr_matrix, among: int = 0
) -> sparse.csr_matrix:
    """Return entries × terms: BM25F impacts; how rare a term is, is told `among` so many entries, if these are more."""
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
    return sparse.csr_matrix(total.multiply(rarity(holders, max(among, total.shape[0]))))


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
