"""What was tried and what came of it: every result that was held against something on a line of its own, by level.

After the forest plot of systematic reviews (Lewis and Clarke, "Forest plots: trying to see the wood and the trees",
BMJ 2001), without its sum: measures differ, so nothing is added up, and lengths rank nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import EvidenceLevel, Practice, Result, ResultKind
from generator.publishing.pictures.axis import Axis, Mark, axis_of
from generator.publishing.tiles import Tile, tile_of
from generator.wording import ENGLISH, Language

MOST_LINES = 120
"""Results drawn in one picture, those of the strongest evidence; the rest is counted."""
_HELD = (ResultKind.COMPARISON, ResultKind.NO_EFFECT, ResultKind.CHANGE)


@dataclass(frozen=True)
class TriedLine:
    """A result on its line: the result, its figures in words, and its mark where it has a place."""

    result: Result
    tile: Tile
    mark: Mark | None


@dataclass(frozen=True)
class Tried:
    """The picture: for each level of evidence its practices with their lines, and what is not drawn."""

    axis: Axis
    levels: tuple[tuple[EvidenceLevel, tuple[tuple[Practice, tuple[TriedLine, ...]], ...]], ...]
    compared: int
    """Results that differ from a comparison group."""
    no_effect: int
    over_time: int
    alone: int
    """Figures that stand alone, held against nothing."""
    left_out: int
    """Lines beyond the most that are drawn."""

    @property
    def lines(self) -> int:
        """Number of results that were held against something, drawn or not."""
        return self.compared + self.no_effect + self.over_time


def tried(practices: Sequence[Practice], _: Language = ENGLISH, most: int = MOST_LINES) -> Tried:
    """Return the picture of what these practices came to.

    Args:
        practices: strongest evidence first, as the library lists them.
        most: lines to draw; a practice is drawn whole or not at all.
    """
    held = [(practice, _held(practice)) for practice in practices]
    held = [(practice, results) for practice, results in held if results]
    shown: list[tuple[Practice, list[Result]]] = []
    for practice, results in held:
        if shown and sum(len(one) for _practice, one in shown) + len(results) > most:
            break
        shown.append((practice, results))
    every = [result for _practice, results in held for result in results]
    drawn = [result for _practice, results in shown for result in results]
    axis = axis_of(drawn)
    kinds = [result.kind for result in every]
    return Tried(
        axis=axis,
        levels=tuple(
            (level, tuple((practice, tuple(_lines(results, axis, _))) for practice, results in group))
            for level, group in groupby(shown, key=lambda one: one[0].evidence.level)
        ),
        compared=kinds.count(ResultKind.COMPARISON),
        no_effect=kinds.count(ResultKind.NO_EFFECT),
        over_time=kinds.count(ResultKind.CHANGE),
        alone=sum(result.kind is ResultKind.FIGURE for practice in practices for result in practice.results),
        left_out=len(every) - len(drawn),
    )


def _held(practice: Practice) -> list[Result]:
    """The results of a practice that are held against something, the strongest kind first."""
    return [result for kind in _HELD for result in practice.results if result.kind is kind]


def _lines(results: Sequence[Result], axis: Axis, _: Language) -> list[TriedLine]:
    tiles = [(result, tile_of(result, _)) for result in results]
    return [TriedLine(result, tile, axis.mark(result)) for result, tile in tiles if tile]
