"""The least that passes: which questions of the form need an answer, and about how long answers to them take."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from generator.model import WriteUp
from generator.model.markup import without_citations
from generator.model.value import inner_model
from generator.publishing.contribute.steps import STEPS, Control, FormField

if TYPE_CHECKING:
    from pydantic import BaseModel

SIGNS_A_MINUTE = 190
"""What people type who compose as they go: about 38 words a minute, half of what typists copy."""
SECONDS_A_CHOICE = 4
SECONDS_A_HEADING = 10
_CHOSEN = {Control.CITY, Control.ONE_OF, Control.SOME_OF}


@dataclass(frozen=True)
class Least:
    """How many questions need an answer, and the minutes that answers as long as those of the example take."""

    answers: int
    minutes: int


def needed_fields() -> tuple[FormField, ...]:
    """Return the questions that have to be answered before a write-up passes, in the order of the form."""
    return tuple(field for step in STEPS for field in step.fields if not field.is_set and _is_needed(field))


def least(example: dict[str, Any]) -> Least:
    """Return what the shortest way takes: answers as long as an example's, and all headings that stand open."""
    fields = needed_fields()
    seen = sum(not field.is_later for step in STEPS for field in step.fields)
    seconds = SECONDS_A_HEADING * seen + SECONDS_A_CHOICE * len(STEPS) + sum(_seconds(one, example) for one in fields)
    return Least(len(fields), ceil(seconds / 60))


def minutes_of(headings: int, signs: int, choices: int) -> float:
    """Return the minutes that it takes to read so many headings, type so many signs and choose so often."""
    return (SECONDS_A_HEADING * headings + SECONDS_A_CHOICE * choices) / 60 + signs / SIGNS_A_MINUTE


def _is_needed(field: FormField) -> bool:
    if field.kind is Control.CITY:
        return True
    model: type[BaseModel] | None = WriteUp
    for name in field.path.split("."):
        if model is None or not model.model_fields[name].is_required():
            return False
        model = inner_model(model.model_fields[name].annotation)
    return True


def _seconds(field: FormField, example: dict[str, Any]) -> float:
    """How long it takes to answer as the example does, with the first of a list."""
    if field.kind in _CHOSEN:
        held = example.get(field.path)
        return SECONDS_A_CHOICE * (len(held) if isinstance(held, list) else 1)
    value: Any = example
    for name in field.path.split("."):
        value = value[name]
    if field.kind is Control.SOURCES:
        parts = next(iter(value.values())).values()
        opened_and_taken = 2 * SECONDS_A_CHOICE
        return opened_and_taken + sum(SECONDS_A_HEADING + _typed(part) for part in parts)
    return _typed(value[0] if isinstance(value, list) else value)


def _typed(text: str) -> float:
    return 60 * len(without_citations(text)) / SIGNS_A_MINUTE
