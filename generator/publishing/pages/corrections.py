"""The page of all corrections."""

from collections.abc import Iterator

from generator.model import Correction, Library, Practice
from generator.publishing.page import Page
from generator.publishing.template import Templates

OPEN = 10
"""Write-ups of a day that are told at once; the others are folded."""


def corrections_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page that tells what was wrong in write-ups and what they say now, newest first."""
    yield templates.page(
        "corrections.md.jinja",
        "corrections.md",
        templates.language("Corrections"),
        templates.language("What was wrong in a write-up and what it says now, newest first."),
        more=lambda: {"days": _by_day(templates.library)},
        open=OPEN,
    )


def _by_day(library: Library) -> list[tuple[str, list[tuple[Practice, list[Correction]]]]]:
    """Each day on which something was put right, newest first, with its write-ups by id."""
    days: dict[str, dict[str, list[Correction]]] = {}
    for practice in library.practices:
        for correction in practice.corrections:
            days.setdefault(correction.date, {}).setdefault(practice.id, []).append(correction)
    return [
        (day, [(library.practice_by_id[practice], told) for practice, told in days[day].items()])
        for day in sorted(days, reverse=True)
    ]
