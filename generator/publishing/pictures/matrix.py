"""Where the evidence is: areas or topics against levels, so that what is not known stands out as much as what is."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model import Area, EvidenceLevel, Practice, Topic

LEAST, MOST = 11.0, 22.0
"""Radius of a circle for one practice and for the largest number in the picture, in pixels."""


@dataclass(frozen=True)
class Cell:
    """How many practices of one row have a level, and the radius of their circle; 0 where there is none."""

    level: EvidenceLevel
    count: int
    radius: float


@dataclass(frozen=True)
class Matrix:
    """Rows with a cell for each level, strongest first. `facet` is the name by which Find narrows down to a row."""

    facet: str
    levels: tuple[EvidenceLevel, ...]
    rows: tuple[tuple[Area | Topic, tuple[Cell, ...]], ...]

    @property
    def empty(self) -> int:
        """Number of cells without a practice."""
        return sum(not cell.count for _row, cells in self.rows for cell in cells)

    @property
    def cells(self) -> int:
        """Number of all cells."""
        return len(self.rows) * len(self.levels)


def matrix(
    facet: str,
    rows: Sequence[Area] | Sequence[Topic],
    practices: Iterable[Practice],
    keys: Callable[[Practice], Iterable[str]],
) -> Matrix:
    """Return how many practices each row has at each level. `keys` gives the ids of the rows that a practice is in."""
    counts = Counter((key, practice.evidence.level) for practice in practices for key in keys(practice))
    most = max(counts.values(), default=1)

    def cells(row: Area | Topic) -> tuple[Cell, ...]:
        found = [(level, counts[row.id, level]) for level in EvidenceLevel]
        return tuple(Cell(level, count, _radius(count, most)) for level, count in found)

    return Matrix(facet, tuple(EvidenceLevel), tuple((row, cells(row)) for row in rows))


def _radius(count: int, most: int) -> float:
    """Of a circle that grows with the square root of the count, from one practice to the most."""
    if not count:
        return 0.0
    share = (math.sqrt(count) - 1) / (math.sqrt(most) - 1) if most > 1 else 1.0
    return round(LEAST + (MOST - LEAST) * share, 1)
