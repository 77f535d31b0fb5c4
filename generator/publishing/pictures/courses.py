"""Results drawn by themselves: two groups as bars, two or more times as a course."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import DatedQuantity, Practice, Result, dated_quantity
from generator.publishing.tiles import lengths
from generator.wording import ENGLISH, Language

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FEWEST = 3
"""Points from which a measure is drawn over time, beside the results that give two of them each."""
INSET = 9.0
"""Room left and right of a course, in percent of its width."""


class Point(NamedTuple):
    """A point of a course: where it stands in percent of the picture, when it was, and the figure as written."""

    x: float
    height: float
    when: str
    figure: str


@dataclass(frozen=True)
class Course:
    """What a measure was at several times, drawn from zero."""

    metric: str
    points: tuple[Point, ...]

    def said(self, _: Language = ENGLISH) -> str:
        """Return the course in words: "votes: 36 (2017), 91 (2021), 60 (2025)"."""
        return f"{self.metric}: {', '.join(f'{point.figure} ({point.when})' for point in self.points)}"


def before_and_after(result: Result, _: Language = ENGLISH) -> Course | None:
    """Return the course of a result with two times, or None where its figures can't be held against each other."""
    heights = lengths(result.before, result.after) if result.before else None
    if not heights or not result.before or not result.after:
        return None
    first, last = _years(result)
    when = (str(first), str(last)) if first and last and first != last else (_("before"), _("after"))
    figures = (_undated(result.before), _undated(result.after))
    places = (INSET, 100 - INSET)
    points = zip(places, heights, when, figures, strict=True)
    return Course(result.metric or "", tuple(Point(*point) for point in points))


def over_time(practice: Practice) -> tuple[Course, ...]:
    """Return the course of each measure of a practice that its results give for three years or more.

    A measure of which one year has two figures, or which comes in two units, has no course.
    """
    measures: dict[str, list[tuple[int, DatedQuantity, str]]] = defaultdict(list)
    for result in practice.results:
        if result.metric and not result.comparison_group:
            measures[result.metric].extend(_dated(result))
    courses = (_course(metric, points) for metric, points in measures.items())
    return tuple(course for course in courses if course)


def _course(metric: str, points: Iterable[tuple[int, DatedQuantity, str]]) -> Course | None:
    by_year: dict[int, tuple[float, str]] = {}
    units = set()
    for year, dated, figure in points:
        units.add(dated.quantity.unit)
        known = by_year.setdefault(year, (dated.quantity.value, figure))
        if known[0] != dated.quantity.value:
            return None
    if len(by_year) < FEWEST or len(units) > 1 or min(value for value, _figure in by_year.values()) < 0:
        return None
    years = sorted(by_year)
    top = max(value for value, _figure in by_year.values()) or 1.0
    span = years[-1] - years[0]

    def point(year: int) -> Point:
        value, figure = by_year[year]
        place = INSET + (100 - 2 * INSET) * (year - years[0]) / span
        return Point(round(place, 1), round(100 * value / top, 1), str(year), figure)

    return Course(metric, tuple(map(point, years)))


def _dated(result: Result) -> Iterator[tuple[int, DatedQuantity, str]]:
    """The figures of a result that stand for one year each."""
    first, last = _years(result)
    for figure, year in ((result.before, first), (result.after, last), (result.value, last if first == last else None)):
        dated = dated_quantity(figure)
        if figure and dated and year:
            yield year, dated, _undated(figure)


def _years(result: Result) -> tuple[int | None, int | None]:
    """In which years the two figures of a result were measured: those behind the figures, else those of its period."""
    named = [int(year) for year in _YEAR.findall(result.period or "")]
    ends = (named[0], named[-1]) if 1 <= len(named) <= 2 else (None, None)
    first, last = (dated_quantity(figure) for figure in (result.before, result.after or result.value))
    return (first.year if first and first.year else ends[0]), (last.year if last and last.year else ends[1])


def _undated(figure: str) -> str:
    """A figure without the date behind it."""
    return re.sub(r"\s*\([^()]*(?:19|20)\d\d[^()]*\)$", "", figure)
