"""What a result's figures say happened: less or more of what is measured, by how much, or that nothing was found.

Whether less or more is better depends on the measure and is not judged here: infant deaths and exams passed move the
other way, and a write-up has no field that says which is wished for.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from generator.model.figures import dated_quantity
from generator.model.practice import Practice, Result, ResultKind


class Direction(StrEnum):
    """Whether there is less or more of what is measured than in what it is held against."""

    LESS = "less"
    MORE = "more"


class Change(NamedTuple):
    """How a result moved: its direction, and from `low` to `high` percent where that is stated or can be reckoned.

    The percent are of what the result is held against: of the figure before, or of that without the practice. For one
    figure `low` and `high` are the same; both are None where the source gives the change in another unit.
    """

    direction: Direction
    low: float | None = None
    high: float | None = None


class Effect(StrEnum):
    """What the results of a practice, taken together, say came of it."""

    COMPARED = "compared"
    CHANGED = "changed"
    MIXED = "mixed"
    NO_EFFECT = "no-effect"
    NOT_MEASURED = "not-measured"

    @property
    def label(self) -> str:
        """The effect in words."""
        return _EFFECT_WORDS[self][0]

    @property
    def rank(self) -> int:
        """Place in a list that is sorted by effect, 4 (a difference from a group) to 0 (not measured)."""
        return len(Effect) - 1 - list(Effect).index(self)

    @property
    def meaning(self) -> str:
        """By which rule a practice has it, in a sentence."""
        return _EFFECT_WORDS[self][1]


_EFFECT_WORDS = {
    Effect.COMPARED: (
        "Difference found",
        "At least one result is held against a comparison group and differs from it; none found no effect.",
    ),
    Effect.CHANGED: (
        "Changed over time",
        "Results give two times or a change and no comparison group; other things may have changed as well.",
    ),
    Effect.MIXED: (
        "Mixed results",
        "Some results changed or differ and others found no effect, or one measure both rose and fell.",
    ),
    Effect.NO_EFFECT: (
        "No effect found",
        "An effect was looked for and none was found, or figures stayed as they were; nothing else changed.",
    ),
    Effect.NOT_MEASURED: (
        "Effect not measured",
        "There are no figures, or they stand alone: how much was done, held against nothing.",
    ),
}

_PERCENT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_STATED = re.compile(
    r"(?:(?:about|around|roughly|approximately|nearly|almost|more than|over|at least|up to|just over|just under)\s+)?"
    rf"(?P<sign>[-−+])?(?P<low>{_PERCENT})\s?(?:%|percent(?!age))"
    rf"(?:\s(?:to|and)\s(?P<high>{_PERCENT})\s?(?:%|percent(?!age)))?"
    r"(?P<rest>[^%]*)",
)
"""One share, or two with "to" or "and" between them; a second share behind it makes it a list, which is not read."""
_WORDS = {
    Direction.LESS: re.compile(r"\b(?:fewer|less|lower|shorter|smaller|cheaper|below|down|decrease|drop|fall)\b"),
    Direction.MORE: re.compile(r"\b(?:more|higher|longer|larger|greater|above|up|increase|rise)\b"),
}
_LEADING = re.compile(r"^(?:more than|less than|up to|no more than|no less than)\b")
"""Words of direction that only hedge a figure."""
_NEGATED = re.compile(r"\b(?:no|not|nor|without)\b")
_FOLD = {"doubled": 100.0, "tripled": 200.0, "more than doubled": 100.0, "more than tripled": 200.0}


def change_of(result: Result) -> Change | None:
    """Return how a result moved, or None where its figures don't say, stand alone, or no effect was found."""
    if result.kind is ResultKind.NO_EFFECT:
        return None
    if result.treated:
        return _between(result.comparison, result.treated)
    if result.change:
        return _stated(result.change)
    return _between(result.before, result.after) if result.before else None


def _between(base: str | None, other: str | None) -> Change | None:
    """The move from one figure to another of the same unit, in percent of the first.

    Two figures that are changes themselves ("43% less" against "13% less") have a way, and no percent of each other.
    """
    changes = (_own_change(base), _own_change(other))
    if any(change is not None for change in changes):
        return _between_changes(*changes)
    first, second = dated_quantity(base), dated_quantity(other)
    if not first or not second or first.quantity.unit != second.quantity.unit:
        return None
    start, end = first.quantity.value, second.quantity.value
    if start == end:
        return None
    direction = Direction.MORE if end > start else Direction.LESS
    if start <= 0 or end < 0:
        return Change(direction)
    percent = round(100 * (end - start) / start, 1)
    return Change(direction, percent, percent)


def _own_change(figure: str | None) -> float | None:
    """The percent of a figure that is a change by itself: "-20%", "13% less"."""
    change = _stated(re.sub(r"\s*\([^()]*\)$", "", figure)) if figure else None
    return change.low if change and change.low == change.high else None


def _between_changes(base: float | None, other: float | None) -> Change | None:
    """Which way one change lies from another."""
    if base is None or other is None or base == other:
        return None
    return Change(Direction.MORE if other > base else Direction.LESS)


def _stated(text: str) -> Change | None:
    """A change as a source words it: "-17%", "37% fewer", "33% to 34% fewer", "4.5 fewer", "doubled"."""
    words = text.strip().lower()
    if words in _FOLD:
        return Change(Direction.MORE, _FOLD[words], _FOLD[words])
    if _NEGATED.search(words):
        return None
    share = _STATED.fullmatch(words)
    direction = _direction(share["sign"] if share else words[:1], share["rest"] if share else words)
    if direction is None or not share:
        return Change(direction) if direction else None
    sign = -1 if direction is Direction.LESS else 1
    ends = [sign * float(end.replace(",", "")) for end in (share["low"], share["high"]) if end]
    return Change(direction, min(ends), max(ends))


def _direction(sign: str | None, words: str) -> Direction | None:
    """Which way, by the sign or, without one, by the only kind of comparing word there is."""
    if sign in ("-", "−"):
        return Direction.LESS
    if sign == "+":
        return Direction.MORE
    said = [direction for direction, pattern in _WORDS.items() if pattern.search(_LEADING.sub("", words))]
    return said[0] if len(said) == 1 else None


def effect_of(practice: Practice) -> Effect:
    """Return what the results of a practice say came of it, by rules that read their figures and never their words."""
    moved = {result.kind for result in practice.results if result.kind in _MOVES and not _is_flat(result)}
    stayed = any(result.kind is ResultKind.NO_EFFECT or _is_flat(result) for result in practice.results)
    nothing_found = any(result.kind is ResultKind.NO_EFFECT for result in practice.results)
    if moved and (nothing_found or _is_torn(practice)):
        return Effect.MIXED
    if ResultKind.COMPARISON in moved:
        return Effect.COMPARED
    if moved:
        return Effect.CHANGED
    return Effect.NO_EFFECT if stayed else Effect.NOT_MEASURED


_MOVES = (ResultKind.COMPARISON, ResultKind.CHANGE)


def _is_flat(result: Result) -> bool:
    """Whether both figures of a result are one and the same."""
    pair = (result.comparison, result.treated) if result.treated else (result.before, result.after)
    one, other = map(dated_quantity, pair)
    return one is not None and other is not None and one.quantity[:2] == other.quantity[:2]


def _is_torn(practice: Practice) -> bool:
    """Whether one measure went up in one result and down in another."""
    ways: dict[str | None, set[Direction]] = {}
    for result in practice.results:
        change = change_of(result)
        if change:
            ways.setdefault(result.metric, set()).add(change.direction)
    return any(len(way) > 1 for way in ways.values())


def lead_of(practice: Practice) -> Result | None:
    """Return the result that stands for a practice in a list: the first of the kind that its effect rests on."""
    kinds = _LEADS[effect_of(practice)]
    found = (result for kind in kinds for result in practice.results if result.kind is kind)
    return next(found, None)


_LEADS = {
    Effect.COMPARED: (ResultKind.COMPARISON,),
    Effect.CHANGED: (ResultKind.CHANGE,),
    Effect.MIXED: (ResultKind.COMPARISON, ResultKind.CHANGE),
    Effect.NO_EFFECT: (ResultKind.NO_EFFECT, *_MOVES),
    Effect.NOT_MEASURED: (ResultKind.FIGURE,),
}
