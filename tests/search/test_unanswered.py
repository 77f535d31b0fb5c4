"""What is held to be unanswered: no write-up is about it, and who asks for it by its name is told so."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from generator.finding import Finder
from generator.finding.entries import entries_of
from generator.finding.index import make_index
from generator.finding.pieces import cut
from generator.language.forms import stem
from generator.language.stop_words import FILLER
from generator.language.words import words_in
from generator.model import Library, Practice, plain_text
from tests.conftest import FULL

CLOSE = 1
"""Other words that may stand among those of a subject."""
SEVERAL = 3
"""Passages of one write-up that hold a subject: it is about that."""
NAMED_ALIKE = {"hoarding", "toilets", "undergrounding"}
"""Passages hold their stems for something else: departments hoard data, water goes from toilet to tap."""
EACH = 25
"""A usual run asks for one of so many."""
TOLD = {"English": 0.8, "Spanish": 0.8, "Portuguese": 0.8}
"""At least so large a share of what is asked by name is told: some share their words with a write-up."""


def _terms(text: str) -> list[str]:
    return [stem(word) for word in words_in(text) if word not in FILLER]


def _sentences(text: str) -> Iterator[str]:
    yield from re.split(r"(?<=[.;!?])\s", plain_text(text))


def _passages(practice: Practice) -> Iterator[list[str]]:
    yield from map(_terms, practice.questions)
    for text in (practice.summary, *practice.problem):
        yield from map(_terms, _sentences(text))


def _holds(passage: list[str], subject: set[str]) -> bool:
    """Whether the words of a subject stand close together."""
    if not subject <= set(passage):
        return False
    width = len(subject) + CLOSE
    return any(subject <= set(passage[place : place + width]) for place in range(len(passage)))


def test_no_title_holds_all_words_of_what_is_unanswered(real_library: Library) -> None:
    titles = [(practice.id, set(_terms(practice.title))) for practice in real_library.practices]
    wordings = [(name, set(_terms(name))) for name in real_library.unanswered]
    assert [(name, of) for name, subject in wordings for of, title in titles if subject and subject <= title] == []


def test_no_write_up_comes_back_to_what_is_unanswered(real_library: Library) -> None:
    wordings = {name: set(_terms(name)) for name in real_library.unanswered if name not in NAMED_ALIKE}
    about = []
    for practice in real_library.practices:
        passages = [*_passages(practice)]
        words = set(chain.from_iterable(passages))
        near = {name: subject for name, subject in wordings.items() if subject and subject <= words}
        held = Counter(name for passage in passages for name, subject in near.items() if _holds(passage, subject))
        about += [(name, practice.id) for name, count in held.items() if count >= SEVERAL]
    assert about == []


def test_each_is_in_play(real_library: Library) -> None:
    """What a title names, or half a question, counts no more, and is to be taken out of the list."""
    entries = tuple(entries_of(real_library, ()))
    index = make_index(entries, real_library.synonyms, real_library.unanswered)
    counted = {tuple(one) for one in cut(index, entries, real_library).named["entries"]()["unanswered"]}
    assert [name for name in real_library.unanswered if tuple(sorted(index.terms_in(name))) not in counted] == []


@pytest.mark.quality
@pytest.mark.parametrize("language", TOLD)
def test_who_asks_for_it_by_name_is_told(real_library: Library, real_finder: Finder, language: str) -> None:
    names = set(real_library.unanswered)
    asks = {"English": [*real_library.unanswered]}
    for lexicon in real_library.lexicons:
        asks[lexicon.language] = [word for word, said in lexicon.words.items() if said in names]
    some = asks[language] if FULL else asks[language][::EACH]
    told = [real_finder.search(ask).nothing is not None for ask in some]
    assert sum(told) >= TOLD[language] * len(told), [ask for ask, said in zip(some, told, strict=True) if not said]
