"""The line that changes in percent stand on, and the mark of a result on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Change, Direction, Result, ResultKind, change_of

FULL = 100.0
"""Percent at either end of the line; what is beyond is marked as such."""
SHORT = 25.0
"""Percent at an end where nothing stands."""
MARGIN = 4.0
"""Room for marks beyond either end, in percent of the width."""


class Glyph(StrEnum):
    """What a mark looks like: no two mean the same, in black and white as well."""

    COMPARED = "compared"
    """Filled: held against a group."""
    CHANGED = "changed"
    """Open: held against an earlier time, or stated without saying against what."""
    NO_EFFECT = "no-effect"
    """A diamond on the line of no change."""
    OTHER_UNIT = "other-unit"
    """A wedge beside it: less or more, but not in percent."""


@dataclass(frozen=True)
class Mark:
    """A mark, in percent of the picture's width: where no change is, where it stands, and from where to where."""

    shape: Glyph
    zero: float
    at: float
    low: float
    high: float
    is_filled: bool
    beyond: bool = False
    """Whether it stands at the end of the line because its percent lie beyond."""

    @property
    def is_less(self) -> bool:
        """Whether it stands on the side of less."""
        return self.at < self.zero


@dataclass(frozen=True)
class Axis:
    """A line from `low` to `high` percent."""

    low: float
    high: float

    def at(self, percent: float) -> float:
        """Return where so many percent are, in percent of the picture's width."""
        inside = min(max(percent, self.low), self.high)
        return round(MARGIN + (100 - 2 * MARGIN) * (inside - self.low) / (self.high - self.low), 1)

    @property
    def ticks(self) -> tuple[tuple[float, int], ...]:
        """Where to write which percent."""
        steps = (-100, -50, 0, 50, 100)
        return tuple((self.at(step), step) for step in steps if self.low <= step <= self.high)

    def mark(self, result: Result) -> Mark | None:
        """Return the mark of a result, or None where its figures don't say which way it went."""
        zero = self.at(0)
        if result.kind is ResultKind.NO_EFFECT:
            return Mark(Glyph.NO_EFFECT, zero, zero, zero, zero, is_filled=False)
        change = change_of(result)
        if change is None:
            return None
        is_filled = result.kind is ResultKind.COMPARISON
        if change.low is None or change.high is None:
            beside = zero + (-MARGIN if change.direction is Direction.LESS else MARGIN)
            return Mark(Glyph.OTHER_UNIT, zero, beside, zero, zero, is_filled)
        low, high = self.at(change.low), self.at(change.high)
        beyond = change.low > self.high or change.high < self.low
        shape = Glyph.COMPARED if is_filled else Glyph.CHANGED
        return Mark(shape, zero, round((low + high) / 2, 1), low, high, is_filled, beyond)


def axis_of(results: Iterable[Result]) -> Axis:
    """Return a line with room for all results: long on each side on which one stands."""
    ways = {change.direction for change in map(change_of, results) if isinstance(change, Change)}
    return Axis(
        -FULL if Direction.LESS in ways or not ways else -SHORT,
        FULL if Direction.MORE in ways or not ways else SHORT,
    )
