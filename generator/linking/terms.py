"""The words of the write-ups: found, counted by where they stand, singular and plural as one."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from scipy import sparse

from generator.language.forms import form_key, singular
from generator.language.words import subject_words, without_possessives
from generator.model import SECTIONS, City, Depth, Library, Method, Practice, Topic, plain_text
from generator.model.countries import country_names

TITLE_WEIGHT = 3  # the one line in which the authors say what it is
CORE_WEIGHT = 2  # summary, problem and approach tell what was wrong and what was done
DETAIL_WEIGHT = 1  # tools, people, money, results and lessons
MIN_PRACTICES = 2  # a word of a single write-up links nothing
MAX_SHARE = 0.25  # a word of every fourth write-up says nothing of any, and fills the blocks of the similarity search
ALWAYS_KEPT = 10  # … but in a small library every word is common: what so few write-ups hold is kept

_SENTENCE_START = re.compile(r"(?:^|(?<=[.!?]\s))[^\W\d_](?=[^\W\d_A-Z])", re.MULTILINE)


class _Texts(NamedTuple):
    """The words of a write-up by their place."""

    title: tuple[str, ...]
    summary: tuple[str, ...]
    core: tuple[str, ...]
    details: tuple[str, ...]


_WEIGHTS = (TITLE_WEIGHT, CORE_WEIGHT, CORE_WEIGHT, DETAIL_WEIGHT)


class Terms(NamedTuple):
    """How much each write-up speaks of each term."""

    counts: sparse.csr_matrix
    """Practices × terms: occurrences, weighted by where they stand."""
    names: tuple[str, ...]
    """Each term in the form in which it is written most often."""


def count_terms(practices: Iterable[Practice], cities: dict[str, City]) -> Terms:
    """Return the terms of each practice: words, and pairs of words that repeat in titles and summaries.

    A city's own names are left out of its write-ups, so that practices of one place are not alike for their place.
    """
    texts = [_texts_of(practice, _names_of(cities[practice.city])) for practice in practices]
    pairs = _repeated_pairs(texts)
    return _without_rare_and_common(_merge_forms(*_count_forms(texts, pairs)))


def register_words(library: Library) -> frozenset[str]:
    """Return the stems of all words, and pairs of words, that the registers list for topics and methods."""
    entries: tuple[Topic | Method, ...] = (*library.topics, *library.methods)
    phrases = (subject_words(phrase) for entry in entries for phrase in (entry.name, *entry.words))
    return frozenset(form_key(term) for words in phrases for term in (*filter(None, words), *_pairs_of(words)))


def _texts_of(practice: Practice, own_names: re.Pattern[str]) -> _Texts:
    core, details = (
        tuple(text for section in SECTIONS if section.depth is depth for text in section.words(practice))
        for depth in (Depth.CORE, Depth.DETAIL)
    )

    return _Texts(
        title=_words_of((practice.title,), own_names),
        summary=_words_of((practice.summary,), own_names),
        core=_words_of(core, own_names),
        details=_words_of(details, own_names),
    )


@lru_cache(maxsize=2**14)  # a preview links again and again, and of all write-ups one has changed
def _words_of(parts: tuple[str, ...], own_names: re.Pattern[str]) -> tuple[str, ...]:
    text = own_names.sub(";", without_possessives("\n".join(map(plain_text, parts))))
    return tuple(subject_words(_SENTENCE_START.sub(lambda letter: letter[0].lower(), text)))


def _names_of(city: City) -> re.Pattern[str]:
    names = {city.name, *city.other_names, city.state or city.name, country_names().get(city.country, city.name)}
    return _any_of(tuple(sorted(names, key=lambda name: (-len(name), name))))


@lru_cache(maxsize=2**13)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _repeated_pairs(texts: Sequence[_Texts]) -> frozenset[str]:
    """Stems of the pairs of words that titles and summaries of at least `MIN_PRACTICES` write-ups hold."""
    heads = ({form_key(pair) for words in (one.title, one.summary) for pair in _pairs_of(words)} for one in texts)
    holders = Counter(pair for head in heads for pair in head)
    return frozenset(pair for pair, count in holders.items() if count >= MIN_PRACTICES)


def _pairs_of(words: Sequence[str]) -> list[str]:
    return [f"{first} {second}" for first, second in pairwise(words) if first and second]


def _count_forms(texts: Iterable[_Texts], pairs: frozenset[str]) -> tuple[sparse.csr_matrix, list[str]]:
    """Write-ups × forms in which terms are written, and the forms."""
    column_of: defaultdict[str, int] = defaultdict()
    column_of.default_factory = column_of.__len__
    columns, lengths = array("q"), list[int]()
    for words in chain.from_iterable(texts):
        terms = (*filter(None, words), *_pairs_among(words, pairs))
        columns.extend([column_of[term] for term in terms])
        lengths.append(len(terms))
    places = np.repeat(np.arange(len(lengths)), lengths)
    weights = np.array(_WEIGHTS, np.float64)[places % len(_WEIGHTS)]
    shape = len(lengths) // len(_WEIGHTS), len(column_of)
    cells = weights, (places // len(_WEIGHTS), np.array(columns, np.intp))
    return sparse.csr_matrix(cells, shape=shape), list(column_of)


def _pairs_among(words: Sequence[str], pairs: frozenset[str]) -> list[str]:
    """Neighbouring words whose stem is among `pairs`, as they are written."""
    keys = list(map(singular, words))
    forms = zip(pairwise(words), pairwise(keys), strict=True)
    return [" ".join(pair) for pair, (first, second) in forms if f"{first} {second}" in pairs]


def _merge_forms(counts: sparse.csr_matrix, forms: Sequence[str]) -> Terms:
    """Add the columns of the forms of one term, and name the term after its most frequent form."""
    stems = [form_key(form) for form in forms]
    column_of = {one: column for column, one in enumerate(sorted(set(stems)))}
    columns = np.array([column_of[one] for one in stems], dtype=np.intp)
    rows = np.arange(len(forms))
    merge = sparse.csr_matrix((np.ones(len(forms)), (rows, columns)), shape=(len(forms), len(column_of)))
    totals = np.asarray(counts.sum(axis=0)).ravel()
    names = {columns[form]: forms[form] for form in np.lexsort((rows, totals))}
    return Terms(counts @ merge, tuple(names[column] for column in range(len(column_of))))


def _without_rare_and_common(terms: Terms) -> Terms:
    practices = terms.counts.getnnz(axis=0)
    most = max(MAX_SHARE * terms.counts.shape[0], ALWAYS_KEPT)
    kept = np.flatnonzero((practices >= MIN_PRACTICES) & (practices <= most))
    return Terms(terms.counts[:, kept], tuple(terms.names[column] for column in kept))
