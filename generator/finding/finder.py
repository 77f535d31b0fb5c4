"""From a question to practices: the door of this room."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.finding.engine import RankingEngine
from generator.finding.entries import Entry, EntryKind, SitePage, entries_of
from generator.finding.index import Index, make_index
from generator.finding.pieces import cut
from generator.language.words import words_in
from generator.model import Criterion, Library

LONGEST_QUESTION = 500
"""Letters of a question that are read. More is a text, and each word of it costs."""


class Hit(NamedTuple):
    """A practice that was found."""

    practice: str
    """Its id."""
    score: float
    answers: str
    """The question of the write-up for which it was ranked so high; "" where that is the title, or it was not read."""
    holds: tuple[str, ...]
    """Words of the question, as understood, that the write-up holds, in one of their forms."""


class Findings(NamedTuple):
    """What a question finds."""

    practices: tuple[Hit, ...]
    """Best first. Where nothing answers, what comes nearest."""
    nothing: tuple[str, ...] | None
    """What no practice answers, in a few words, any of which; None where one does, or nothing was asked."""
    others: dict[str, tuple[str, ...]]
    """What else speaks of it (topics, criteria, cities …), by kind: ids, codes or addresses."""
    corrections: tuple[tuple[str, str], ...]
    """What was typed, and what it was taken for."""
    unknown: tuple[str, ...]
    """Words that no entry holds."""
    translation: tuple[str, str] | None
    """The language in which it was asked, and what that was taken for in English."""


class Finder:
    """A library that can be asked. It belongs to the thread that made it.

    Args:
        library: what is searched.
        guides: pages of the site itself, found beside it. Practices rank the same with and without them.

    """

    def __init__(self, library: Library, guides: Iterable[SitePage] = ()) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries_of(library, guides))
        self.index: Index = make_index(self.entries, library.synonyms, library.unanswered)
        self._engine = RankingEngine(cut(self.index, self.entries, library))

    def search(self, question: str) -> Findings:
        """Return what a question finds, ranked as on the site."""
        said = self._engine.ask(question[:LONGEST_QUESTION])
        translation = said["translation"]
        text = translation["text"] if translation else question[:LONGEST_QUESTION]
        words = [*words_in(text), *(taken for _, taken in said["corrections"] if not translation)]
        return Findings(
            practices=tuple(self._hit(row, score, passage, words) for row, score, passage in said["found"]),
            nothing=None if said["nothing"] is None else tuple(said["nothing"]),
            others={
                kind: tuple(_identity(self.entries[row]) for row in rows)
                for kind, rows in said["rows"].items()
                if kind != EntryKind.PRACTICE
            },
            corrections=tuple((typed, taken) for typed, taken in said["corrections"]),
            unknown=tuple(said["unknown"]),
            translation=(translation["language"], translation["text"]) if translation else None,
        )

    def _hit(self, row: int, score: float, passage: int, words: Iterable[str]) -> Hit:
        entry = self.entries[row]
        held = self.index.impacts[[row]].nonzero()[1].tolist()
        holds = dict.fromkeys(word for word in words if set(self.index.terms_in(word)).intersection(held))
        answers = entry.passages[passage] if passage > 0 else ""
        return Hit(_identity(entry), round(score, 3), answers, tuple(holds))


def _identity(entry: Entry) -> str:
    subject: Any = entry.subject
    if isinstance(subject, SitePage):
        return subject.url
    return subject.code if isinstance(subject, Criterion) else str(subject.id)
