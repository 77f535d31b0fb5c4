"""The index cut into pieces by name, so that a query reads only those that it needs. `docs/assets/search/` reads them.

A site publishes them as files; a process that asks by itself keeps them in memory. Either way the one engine reads the
same numbers, so both rank alike.

- `words/X`: the words that begin with this letter (with any digit: `0`) and their terms, and how many entries hold each
- `entries`: kinds of the rows, sort keys, for each topic its names, as terms, and its practices, and the terms of each
  subject that the library has nothing on
- `vectors`: a row of 4-bit numbers for each entry that has a meaning
- `terms/N`: for some terms the entries that hold them, and their impacts
- `meanings/N`: for some words their vectors, in 4-bit numbers
- `ids`: the ids of practices and of cities, in the order of their rows, for what knows them by id
- `spelling/X`: the words of English that begin with this letter and that the index does not know
- `lexicons/N`: filler and plurals of another language
- `lexicons/N/words/X`: its words and phrases that begin with this letter, and what they are in English
- `lexicons/N/M`: for some of these their vectors, in 4-bit numbers
- `lexicons/N/own/M`: for some words of that language, as questions are read, the practices that hold them in a title or
  a question, and their impacts
- `lexicons/N/spelling/X`: the words that begin with this letter and that write-ups hold in that language, and those of
  them that are written with accents
- `cards/N`: for one entry what is shown of it (added by whoever shows it), the terms of its title and each question,
  and the directions of these, of its summary and of its problem
"""

import base64
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby, pairwise
from string import ascii_lowercase
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.finding.entries import Entry, EntryKind, names_of, sort_keys
from generator.finding.index import DIMENSIONS, MAX_IMPACT, Index
from generator.finding.known_words import known_words, letter_of, letter_starts, spelling, term_starts
from generator.finding.lexicon_vectors import bare_words, vectors_of
from generator.finding.own_words import OwnWords, translation_into
from generator.finding.weights import RANKING
from generator.language.stop_words import FILLER
from generator.language.words import fold
from generator.model import City, Lexicon, Library, Practice

POSTINGS_A_PIECE = 1_500
WORDS_A_PIECE = 32
STEPS = 7
"""Vectors are kept as whole numbers from -7 to 7."""


class Pieces(NamedTuple):
    """The index as the engine reads it."""

    head: dict[str, Any]
    """What is needed before any piece."""
    named: dict[str, Callable[[], Any]]
    """What makes each piece of data, by name: who asks one question needs few of them."""
    packed: dict[str, bytes]
    """Pieces of plain bytes by name."""


def cut(index: Index, entries: Sequence[Entry], library: Library) -> Pieces:
    """Return all pieces of the index of these entries."""
    pages = [row for row, entry in enumerate(entries) if entry.kind is EntryKind.PAGE]
    scale = _scale(index, pages)
    starts, terms = _terms(index, scale)
    known = frozenset(index.words)
    head = {
        "filler": sorted(FILLER),
        "impact": scale,
        "dimensions": DIMENSIONS,
        "termStarts": starts,
        "letterWords": letter_starts(index.words),
        "letterTerms": term_starts(index),
        "wordsAFile": WORDS_A_PIECE,
        "lexicons": [letter_starts([*bare_words(lexicon)]) for lexicon in library.lexicons],
        "counted": len(entries) - len(pages),
        "ranking": RANKING.data,
    }
    named: dict[str, Callable[[], Any]] = {
        **{f"words/{letter}": piece for letter, piece in known_words(index, library.lexicons)},
        "entries": lambda: _entries(index, entries, library),
        "ids": lambda: _ids(entries),
        **{f"terms/{number}": partial(list, piece) for number, piece in enumerate(terms)},
        **{f"spelling/{letter}": partial(spelling, letter, known) for letter in ascii_lowercase},
        **dict(chain.from_iterable(_lexicon(number, library, scale) for number in range(len(library.lexicons)))),
        **{f"cards/{number}": partial(_passages, entry, index) for number, entry in enumerate(entries)},
    }
    longest = float(np.abs(index.word_vectors).max(initial=0)) or 1.0
    packed = {
        "vectors": _nibbles(index.entry_vectors).tobytes(),
        **{f"meanings/{number}": piece for number, piece in enumerate(_meanings(index.word_vectors, longest))},
        **{
            f"lexicons/{number}/{place}": piece
            for number, lexicon in enumerate(library.lexicons)
            for place, piece in enumerate(_meanings(vectors_of(lexicon, index), longest))
        },
    }
    return Pieces(head, named, packed)


def _scale(index: Index, pages: Sequence[int]) -> float:
    """What one step of an impact stands for; pages of the site, which not every index holds, have no say in it."""
    rows = np.setdiff1d(np.arange(index.impacts.shape[0]), pages)
    held = index.impacts[rows]
    return float(held.max()) / MAX_IMPACT if held.nnz else 1.0


def _lexicon(number: int, library: Library, scale: float) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield the pieces of a lexicon by name, less those of plain bytes."""
    lexicon = library.lexicons[number]
    whole = lexicon_piece(lexicon)
    own = OwnWords(whole, library.practices, translation_into(library, lexicon), scale)
    yield f"lexicons/{number}", lambda: {**whole, "words": {}, "own": own.number}
    for letter, words in groupby(whole["words"].items(), lambda one: letter_of(one[0])):
        yield f"lexicons/{number}/words/{letter}", partial(dict, [*words])
    for place in range(own.number):
        yield f"lexicons/{number}/own/{place}", partial(own.piece, place)
    for letter in ascii_lowercase if own.number else ():
        yield f"lexicons/{number}/spelling/{letter}", partial(own.spelling, letter)


def lexicon_piece(lexicon: Lexicon) -> dict[str, Any]:
    """Return what the engine reads of a lexicon."""
    return {
        "language": lexicon.language,
        "letters": lexicon.letters,
        "plurals": lexicon.plurals,
        "filler": [*map(fold, lexicon.filler)],
        "words": bare_words(lexicon),
    }


def _entries(index: Index, entries: Sequence[Entry], library: Library) -> dict[str, Any]:
    counts = Counter(entry.kind for entry in entries)
    row_of = {practice.id: row for row, practice in enumerate(library.practices)}
    return {
        "kinds": [[str(kind), counts[kind]] for kind in EntryKind],
        "sorts": sort_keys(library),
        "topics": [
            (
                [index.terms_in(name) for name in names_of(topic)],
                [row_of[practice.id] for practice in library.practices_by_topic.get(topic.id, ())],
            )
            for topic in library.topics
        ],
        "unanswered": _unanswered(index, entries, library),
    }


def _unanswered(index: Index, entries: Sequence[Entry], library: Library) -> list[list[int]]:
    """Terms of each subject that no write-up is about; less those that a title names, or half a question is."""
    subjects = {frozenset(index.terms_in(name)) for name in library.unanswered} - {frozenset()}
    by_term: dict[int, list[frozenset[int]]] = {}
    for subject in subjects:
        by_term.setdefault(min(subject), []).append(subject)
    for entry in entries:
        for place, passage in enumerate(entry.passages):
            held = frozenset(index.terms_in(passage))
            named = [one for term in held for one in by_term.get(term, ()) if one <= held]
            subjects.difference_update(one for one in named if place == 0 or 2 * len(one) >= len(held))
    return sorted(map(sorted, subjects))


def _ids(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Ids of practices and of cities, in the order of their rows."""
    subjects = [entry.subject for entry in entries]
    return {
        EntryKind.PRACTICE: [one.id for one in subjects if isinstance(one, Practice)],
        EntryKind.CITY: [one.id for one in subjects if isinstance(one, City)],
    }


def _terms(index: Index, scale: float) -> tuple[list[int], list[list[Any]]]:
    """Number of the first term of each piece, and the pieces: for each term [steps between rows, impacts]."""
    starts: list[int] = []
    pieces: list[list[Any]] = []
    size = POSTINGS_A_PIECE
    ends = index.impacts.indptr
    impacts = np.clip(np.round(index.impacts.data / scale), 1, MAX_IMPACT).astype(int).tolist()
    rows = index.impacts.indices
    steps = np.diff(rows, prepend=0)
    firsts = ends[:-1][np.diff(ends) > 0]
    steps[firsts] = rows[firsts]
    in_steps = steps.tolist()
    for term, (begin, end) in enumerate(pairwise(ends.tolist())):
        if size + (end - begin) > POSTINGS_A_PIECE:
            starts.append(term)
            pieces.append([])
            size = 0
        pieces[-1].append([in_steps[begin:end], impacts[begin:end]])
        size += end - begin
    return starts, pieces


def _meanings(vectors: NDArray[np.float32], longest: float) -> Iterator[bytes]:
    """For each word a byte for its length, as a share of the longest, and its direction."""
    lengths = np.abs(vectors).max(axis=1)
    head = np.round(255 * np.minimum(lengths / longest, 1)).astype(np.uint8)[:, None]
    rows = np.hstack((head, _nibbles(vectors)))
    for begin in range(0, len(rows), WORDS_A_PIECE):
        yield rows[begin : begin + WORDS_A_PIECE].tobytes()


def _nibbles(rows: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Rows scaled so that their largest value is STEPS, two values a byte, 8 standing for 0."""
    largest = np.abs(rows).max(axis=1, keepdims=True, initial=0)
    scaled = np.divide(rows * STEPS, largest, out=np.zeros_like(rows), where=largest > 0)
    steps = np.round(scaled).astype(np.int8) + 8
    packed: NDArray[np.uint8] = (steps[:, 0::2] << 4 | steps[:, 1::2]).astype(np.uint8)
    return packed


def _passages(entry: Entry, index: Index) -> list[Any]:
    """Nothing to show yet, and the terms and directions of the passages."""
    places = [index.places_in(text) for text in (*entry.passages, *entry.also)]
    directions = _nibbles(index.directions_at(places))
    terms = [index.terms_at(one) for one in places[: len(entry.passages)]]
    return ["", terms, base64.b64encode(directions.tobytes()).decode()]
