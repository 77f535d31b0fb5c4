"""Measured results as rows, strongest evidence first."""

from enum import StrEnum
from typing import NamedTuple

from generator.model import Library, Practice, Result, ResultKind
from generator.publishing.tiles import Tile, tile_of
from generator.wording import ENGLISH, Language, marked


class Held(StrEnum):
    """What a result is held against."""

    GROUP = "group"
    TIME = "time"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        """As filters name it."""
        return _WORDS[self]


_WORDS = {
    Held.GROUP: marked("A comparison group"),
    Held.TIME: marked("An earlier time"),
    Held.NOTHING: marked("Nothing, or not said"),
}


class Row(NamedTuple):
    """A measured result, the practice that it is of, and its figures in words."""

    practice: Practice
    result: Result
    tile: Tile

    @property
    def held(self) -> Held:
        """What the result is held against."""
        if self.result.comparison_group:
            return Held.GROUP
        return Held.TIME if self.result.kind is ResultKind.CHANGE else Held.NOTHING


def rows_of(library: Library, _: Language = ENGLISH) -> tuple[Row, ...]:
    """Return every measured result of the library, strongest evidence first, then by practice."""
    practices = sorted(library.practices, key=lambda one: (-one.evidence.level.strength, one.id))
    return tuple(
        Row(practice, result, tile)
        for practice in practices
        for result in practice.results
        if (tile := tile_of(result, _))
    )
