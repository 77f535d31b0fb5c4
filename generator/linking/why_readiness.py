"""Reasons as values, for a self-assessment: why a gap stands where it does, and where the city stands."""

from dataclasses import dataclass

from generator.model import Answer, Level


@dataclass(frozen=True, slots=True)
class IsMandatory:
    """No city is certified without the criterion."""


@dataclass(frozen=True, slots=True)
class OthersRestOnIt:
    """Criteria that rest on this one: some by code, the others counted."""

    codes: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ShownBy:
    """So many cities have shown the criterion: of those like the one that asks, or of all."""

    cities: int
    like_yours: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """Nothing else speaks for the gap than what was answered."""

    answer: Answer


GapReason = IsMandatory | OthersRestOnIt | ShownBy | Answered
"""Why a gap stands where it does in the plan."""


@dataclass(frozen=True, slots=True)
class NoneShowsIt:
    """No write-up shows the criterion itself."""

    own_does: bool
    """Whether one of the city itself does, and only of others there is none."""
    are_from_area: bool
    """Whether practices of the same area stand there instead."""


@dataclass(frozen=True, slots=True)
class Share:
    """A level and the share of the criteria published for it, in percent."""

    level: Level
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Band:
    """Where a share of the criteria lies: in that of a level, between it and the one `above`, or below it."""

    share: Share
    above: Share | None = None
    is_below: bool = False


@dataclass(frozen=True, slots=True)
class YesCount:
    """So many criteria were answered yes, and where that lies."""

    met: int
    total: int
    percent: str
    band: Band


@dataclass(frozen=True, slots=True)
class MandatoryMissing:
    """Mandatory criteria that are not answered yes, by code."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithPartly:
    """What it would be with those answered partly."""

    partly: int
    met: int
    total: int
    percent: str
    band: Band


@dataclass(frozen=True, slots=True)
class NextLevel:
    """At how many criteria the next level begins, and how many are missing."""

    level: Level
    begins_at: int
    missing: int


@dataclass(frozen=True, slots=True)
class NotAnswered:
    """So many criteria are not answered yet."""

    count: int


StandingSentence = YesCount | MandatoryMissing | WithPartly | NextLevel | NotAnswered
"""What is to be said of where a city stands."""
