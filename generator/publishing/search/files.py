"""The index as files, so cut that a query fetches only the pieces it needs. `docs/assets/search/` reads them.

`search/index.json` names the folder that holds the rest. The folder is named after what it holds, so that a browser
never mixes pieces of two builds. Its files are deflated, for servers that compress only what they know:

- `words`: all words with their terms, and how many practices hold each term
- `entries`: kinds of the rows, facets and sort keys
- `vectors`: a row of 4-bit numbers for each entry that has a meaning
- `terms/N`: for some terms the entries that hold them, and their impacts
- `meanings/N`: for some words their vectors, in 4-bit numbers
- `ids`: the ids of practices and of cities, in the order of their rows, for what knows them by id
- `spelling/X`: the words of English that begin with this letter and that the index does not know
- `lexicons/N`: another language's words and phrases, and what they are in English
- `cards/N`: for one entry what is shown of it, as HTML, the terms of its title and each question, and the directions of
  these, of its summary and of its problem
"""

import base64
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.finding.entries import Entry, EntryKind, SitePage, entries_of
from generator.finding.index import COMMON_WORDS, DIMENSIONS, STEPS, Index, make_index
from generator.language.stop_words import FILLER, LIGHT
from generator.language.word_vectors import word_vectors
from generator.language.words import fold
from generator.linking import Links
from generator.model import City, Lexicon, Library, Practice
from generator.publishing.page import Asset
from generator.publishing.search.facets import facets_of, sort_keys
from generator.publishing.template import Templates
from generator.wording import ENGLISH, Language

FOLDER = "search"
MAX_IMPACT = 255
POSTINGS_A_FILE = 4_000
WORDS_A_FILE = 64
FREQUENT_WORDS = 10_000
"""What stands among so many words of English is taken for English, even where another language has it too."""


def search_files(
    library: Library, links: Links, guides: Iterable[SitePage], language: Language = ENGLISH
) -> Iterator[Asset]:
    """Yield all files of the search index."""
    entries = tuple(entries_of(library, guides))
    index = make_index(entries, library.synonyms)
    scale = float(index.impacts.max()) / MAX_IMPACT if index.impacts.nnz else 1.0
    starts, terms = _term_files(index, scale)
    templates = Templates(library, links, None, language=language)
    files = {
        "words": _packed(_words(index, library.lexicons)),
        "entries": _packed(_entries(entries, library, language)),
        "ids": _packed(_ids(entries)),
        "vectors": zlib.compress(_nibbles(index.entry_vectors).tobytes(), 9),
        **{f"terms/{number}": _packed(file) for number, file in enumerate(terms)},
        **{f"meanings/{number}": file for number, file in enumerate(_meaning_files(index))},
        **{f"spelling/{letter}": _packed(_coded(words)) for letter, words in _english(index).items()},
        **{f"lexicons/{number}": _packed(_lexicon(one)) for number, one in enumerate(library.lexicons)},
        **{f"cards/{number}": _packed(file) for number, file in enumerate(_cards(entries, index, templates))},
    }
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(name.encode() + content)
    folder = digest.hexdigest()[:12]
    head = {
        "folder": folder,
        "filler": sorted(FILLER),
        "impact": scale,
        "dimensions": DIMENSIONS,
        "termStarts": starts,
        "wordsAFile": WORDS_A_FILE,
        "lexicons": len(library.lexicons),
    }
    yield Asset(f"{FOLDER}/index.json", json.dumps(head, separators=(",", ":")).encode())
    for name, content in files.items():
        yield Asset(f"{FOLDER}/{folder}/{name}.bin", content)


def _packed(data: Any) -> bytes:
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def _words(index: Index, lexicons: Sequence[Lexicon]) -> dict[str, Any]:
    """All words, and what each stands for.

    A word's term is told as the step from the last one told, and how many entries hold a term as twice the power of
    two; -2 stands for none.
    """
    held = np.flatnonzero(index.term_of_word >= 0)
    steps: list[int | None] = [None] * len(index.words)
    for place, step in zip(held.tolist(), np.diff(index.term_of_word[held], prepend=0).tolist(), strict=True):
        steps[place] = step
    holders = np.round(2 * np.log2(np.maximum(index.impacts.getnnz(axis=0), 0.5))).astype(int)
    return {
        "words": _coded(index.words),
        "steps": steps,
        "holders": holders.tolist(),
        "synonyms": index.synonyms,
        "light": sorted(LIGHT),
        "foreign": sorted(_foreign(index, lexicons)),
    }


def _coded(words: Sequence[str]) -> str:
    """Sorted words in one string, each as what it shares with the last one (A: no letter, B: one …) and the rest."""
    coded: list[str] = []
    for last, word in pairwise(("", *words)):
        shared = next((n for n, pair in enumerate(zip(last, word, strict=False)) if pair[0] != pair[1]), len(last))
        shared = min(shared, len(word), 25)
        coded.append(chr(ord("A") + shared) + word[shared:])
    return "".join(coded)


def _english(index: Index) -> dict[str, list[str]]:
    """Words of English by their first letter, less those that the index knows: none of them is to be corrected."""
    table = word_vectors()
    words = sorted({*table.words[COMMON_WORDS:], *table.others}.difference(index.words))
    return {letter: list(held) for letter, held in groupby(words, key=lambda word: word[0])}


def _foreign(index: Index, lexicons: Sequence[Lexicon]) -> set[str]:
    """Words of other languages that the index knows, names above all, but that few people use in English."""
    frequent = set(word_vectors().words[:FREQUENT_WORDS])
    words = {fold(word) for lexicon in lexicons for word in lexicon.words}
    return words.intersection(index.words) - frequent


def _lexicon(lexicon: Lexicon) -> dict[str, Any]:
    return {
        "language": lexicon.language,
        "plurals": lexicon.plurals,
        "filler": [*map(fold, lexicon.filler)],
        "words": {fold(word).replace("-", " ").replace("'", " "): english for word, english in lexicon.words.items()},
    }


def _entries(entries: Sequence[Entry], library: Library, language: Language) -> dict[str, Any]:
    counts = Counter(entry.kind for entry in entries)
    return {
        "kinds": [[str(kind), counts[kind]] for kind in EntryKind],
        "facets": [
            {
                "id": facet.id,
                "name": facet.name,
                "values": facet.values,
                "of": [one[0] if len(one) == 1 else one for one in facet.of_practice],
            }
            for facet in facets_of(library, language)
        ],
        "sorts": sort_keys(library),
    }


def _ids(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Ids of practices and of cities, in the order of their rows."""
    subjects = [entry.subject for entry in entries]
    return {
        EntryKind.PRACTICE: [one.id for one in subjects if isinstance(one, Practice)],
        EntryKind.CITY: [one.id for one in subjects if isinstance(one, City)],
    }


def _term_files(index: Index, scale: float) -> tuple[list[int], list[list[Any]]]:
    """Number of the first term of each file, and the files: for each term [steps between rows, impacts]."""
    starts: list[int] = []
    files: list[list[Any]] = []
    size = POSTINGS_A_FILE
    ends = index.impacts.indptr
    impacts = np.maximum(1, np.round(index.impacts.data / scale)).astype(int)
    for term, (begin, end) in enumerate(pairwise(ends)):
        if size + (end - begin) > POSTINGS_A_FILE:
            starts.append(term)
            files.append([])
            size = 0
        rows = index.impacts.indices[begin:end]
        files[-1].append([np.diff(rows, prepend=0).tolist(), impacts[begin:end].tolist()])
        size += int(end - begin)
    return starts, files


def _meaning_files(index: Index) -> Iterator[bytes]:
    """For each word a byte for its length, a square root, and its direction."""
    lengths = np.abs(index.word_vectors).max(axis=1)
    longest = lengths.max() or 1.0
    head = np.round(255 * lengths / longest).astype(np.uint8)[:, None]
    rows = np.hstack((head, _nibbles(index.word_vectors)))
    for begin in range(0, len(rows), WORDS_A_FILE):
        yield rows[begin : begin + WORDS_A_FILE].tobytes()


def _nibbles(rows: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Rows scaled so that their largest value is STEPS, two values a byte, 8 standing for 0."""
    largest = np.abs(rows).max(axis=1, keepdims=True, initial=0)
    scaled = np.divide(rows * STEPS, largest, out=np.zeros_like(rows), where=largest > 0)
    steps = np.round(scaled).astype(np.int8) + 8
    packed: NDArray[np.uint8] = (steps[:, 0::2] << 4 | steps[:, 1::2]).astype(np.uint8)
    return packed


def _cards(entries: Sequence[Entry], index: Index, templates: Templates) -> Iterator[tuple[str, list[list[int]], str]]:
    """Each entry's card, with addresses relative to the site's root, and the terms and directions of its passages."""
    result = templates.result
    for entry in entries:
        directions = _nibbles(index.directions_of((*entry.passages, *entry.also)))
        terms = [index.terms_in(passage) for passage in entry.passages]
        yield result(entry.kind, entry.subject), terms, base64.b64encode(directions.tobytes()).decode()
