"""The sentences of a write-up as hints read them: each with its field and where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Practice, plain_text
from generator.model.claims import STATEMENTS
from generator.reading.strict_yaml import Position


class FieldText(NamedTuple):
    """A text of a write-up, its field and where it stands."""

    field: str
    place: Position
    text: str


def plain_texts(practice: Practice) -> tuple[FieldText, ...]:
    """Return all sentences of a write-up, without footnotes."""
    return tuple(FieldText(one.field, one.place, plain_text(one.text)) for one in marked_texts(practice))


def marked_texts(practice: Practice) -> Iterator[FieldText]:
    """Yield the same as they are written."""
    yield FieldText("title", ("title",), practice.title)
    yield FieldText("summary", ("summary",), practice.summary)
    if practice.cost:
        yield FieldText("cost", ("cost",), practice.cost)
    for field in STATEMENTS:
        for number, text in enumerate(getattr(practice, field)):
            yield FieldText(field, (field, number), text)
    for number, result in enumerate(practice.results):
        yield FieldText("results", ("results", number, "text"), result.text)
    yield FieldText("evidence", ("evidence", "note"), practice.evidence.note)
    for number, adoption in enumerate(practice.adopted_by):
        yield FieldText("adopted_by", ("adopted_by", number, "text"), adoption.text)
