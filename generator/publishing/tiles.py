"""A result as a tile: its figure large, what it is held against beside it, drawn so that each kind looks its own."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Result, ResultKind, dated_quantity
from generator.wording import ENGLISH, Language

LONG_FIGURE = 12
"""Characters beyond which a figure is set smaller."""
_HYPHEN = re.compile(r"(?<!\S)-(?=[$€£\d])")
"""That before a number, as it is typed; one within "10-20" or a word is none."""


@dataclass(frozen=True)
class Tile:
    """What a tile shows. `bars` are two lengths in percent of the tile's width: with the practice, and without."""

    kind: ResultKind
    figure: str
    against: str
    basis: str
    bars: tuple[float, float] | None = None

    @property
    def is_long(self) -> bool:
        """Whether the figure needs a smaller size."""
        return len(self.figure) + len(self.against) > LONG_FIGURE * 2 or len(self.figure) > LONG_FIGURE


class Lead(NamedTuple):
    """The result that stands for a practice in a list, its tile, and what else no effect was found on."""

    result: Result
    tile: Tile
    without: str = ""


def tile_of(result: Result, _: Language = ENGLISH) -> Tile | None:
    """Return the tile of a measured result, or None for an account without a figure."""
    kind = result.kind
    group = result.comparison_group
    against = group and _("against %(other)s", other=group)
    basis = " · ".join(filter(None, (against, result.sample, result.period)))
    match kind:
        case ResultKind.ACCOUNT:
            return None
        case ResultKind.NO_EFFECT:
            return Tile(kind, _("No effect"), _("found"), basis)
        case ResultKind.COMPARISON if result.treated:
            return Tile(
                kind,
                _signed(result.treated),
                _("against %(other)s", other=_signed(result.comparison)),
                basis,
                lengths(result.treated, result.comparison),
            )
        case ResultKind.COMPARISON | ResultKind.FIGURE:
            figure = _signed(result.change or result.value)
            return Tile(
                kind, figure, _("target %(target)s", target=_signed(result.target)) if result.target else "", basis
            )
        case ResultKind.CHANGE if result.before:
            return Tile(kind, _signed(f"{result.before} → {result.after}"), _signed(result.change), basis)
        case ResultKind.CHANGE:
            return Tile(kind, _signed(result.change), "", basis)


def _signed(figure: str | None) -> str:
    """A figure with the sign for minus where a hyphen stands for it, which is shorter and hard to see."""
    return _HYPHEN.sub("−", figure or "")


def lengths(first: str | None, second: str | None) -> tuple[float, float] | None:
    """Return how long two figures are, drawn from zero, in percent of the longer one (of 100 where they are shares).

    None where one is missing or the two texts don't state the same kind of number.
    """
    dated, later = dated_quantity(first), dated_quantity(second)
    if not dated or not later:
        return None
    one, other = dated.quantity, later.quantity
    if one.unit != other.unit or min(one.value, other.value) < 0:
        return None
    full = max(one.value, other.value, 100.0 if one.unit == "%" else 0.0)
    return (round(100 * one.value / full, 1), round(100 * other.value / full, 1)) if full else None


def headline_of(result: Result, _: Language = ENGLISH) -> str:
    """Return a result in one line of plain text, for cards, tables and exports."""
    tile = tile_of(result, _)
    if tile is None:
        return ""
    figure = f"{tile.figure} {tile.against}".strip()
    return f"{figure}: {result.metric}" if result.metric else figure
