"""A city's certifications on a line of years."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Certification, Library

INSET = 6.0
"""Room left and right of the line, in percent of its width."""


class CertifiedStep(NamedTuple):
    """A step on the line: where it stands in percent, its level, its year, and whether its name stands below."""

    at: float
    level: str
    year: int
    is_below: bool


@dataclass(frozen=True)
class CertificationLine:
    """Steps and years with their places; `undated` steps have none."""

    steps: tuple[CertifiedStep, ...]
    years: tuple[tuple[float, int], ...]
    undated: int


def years_of(library: Library) -> tuple[int, int]:
    """Return the first and last year in which any city of the library was certified, so that all lines are alike."""
    years = [step.year for city in library.cities for step in city.certifications if step.year != "unknown"]
    return (min(years), max(years)) if years else (0, 0)


def certification_line(steps: Iterable[Certification], years: tuple[int, int]) -> CertificationLine | None:
    """Return the line of a city between two years, or None where no step has a year.

    Names stand above and below the line by turns, as steps may follow each other within a year.
    """
    known = [(step, step.year) for step in steps]
    dated = sorted(((year, step.level) for step, year in known if year != "unknown"), key=lambda one: one[0])
    if not dated:
        return None
    first, last = years
    span = max(last - first, 1)

    def at(year: int) -> float:
        return round(INSET + (100 - 2 * INSET) * (year - first) / span, 1)

    return CertificationLine(
        steps=tuple(
            CertifiedStep(at(year), level, year, number % 2 == 1) for number, (year, level) in enumerate(dated)
        ),
        years=tuple((at(year), year) for year in range(first, last + 1)),
        undated=len(known) - len(dated),
    )
