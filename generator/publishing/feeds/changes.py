"""What changed when: write-ups that came in, were corrected, held against a further source, or reviewed.

All days are those that the write-ups tell themselves, so the same library always gives the same news.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from generator.model import Library, Practice
from generator.wording import marked


class ChangeKind(StrEnum):
    """What happened to a write-up, what readers should know of first coming first."""

    CORRECTED = "corrected"
    ADDED = "added"
    CHECKED = "checked"
    REVIEWED = "reviewed"

    @property
    def label(self) -> str:
        """The kind in words, as a message of the catalogue."""
        return _LABELS[self]


_LABELS = {
    ChangeKind.CORRECTED: marked("Corrected"),
    ChangeKind.ADDED: marked("New"),
    ChangeKind.CHECKED: marked("Checked against further sources"),
    ChangeKind.REVIEWED: marked("Reviewed"),
}
_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}


@dataclass(frozen=True)
class LibraryChange:
    """Something that happened to a write-up on a day."""

    day: str
    """ISO 8601."""
    kind: ChangeKind
    practice: Practice
    told: tuple[str, ...] = ()
    """What was wrong and what it says now, for a correction."""


def changes(practices: Iterable[Practice]) -> list[LibraryChange]:
    """Return every change, newest first; those of a day by kind, then by id."""
    found = [change for practice in practices for change in _of(practice)]
    found.sort(key=lambda one: (_ORDER[one.kind], one.practice.id))
    found.sort(key=lambda one: one.day, reverse=True)
    return found


def by_day(found: Sequence[LibraryChange]) -> Iterator[tuple[str, list[tuple[ChangeKind, list[LibraryChange]]]]]:
    """Yield each day with its changes by kind, in the order that `changes` gave them."""
    for day, of_day in groupby(found, key=lambda one: one.day):
        yield day, [(kind, list(some)) for kind, some in groupby(of_day, key=lambda one: one.kind)]


def last_change(library: Library) -> str:
    """Return the day of the last change in the library, or the first day there is where it holds nothing."""
    return max((practice.updated for practice in library.practices), default="1970-01-01")


def _of(practice: Practice) -> Iterator[LibraryChange]:
    """The changes of a practice: one for a day, beside the coming in, as a correction is a review as well."""
    days = {practice.added}
    yield LibraryChange(practice.added, ChangeKind.ADDED, practice)
    for day in sorted({correction.date for correction in practice.corrections}):
        told = tuple(correction.text for correction in practice.corrections if correction.date == day)
        yield LibraryChange(day, ChangeKind.CORRECTED, practice, told)
        days.add(day)
    if practice.checked and practice.checked.date not in days:
        yield LibraryChange(practice.checked.date, ChangeKind.CHECKED, practice)
        days.add(practice.checked.date)
    if practice.reviewed not in days:
        yield LibraryChange(practice.reviewed, ChangeKind.REVIEWED, practice)
