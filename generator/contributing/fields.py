"""What a contributor is told of each field, made from the models: its meaning, what is allowed, and its choices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model import Library
from generator.model.value import inner_model

CONTROLLED = ("areas", "criteria", "topics", "methods")
"""Fields whose values stand in a register of the library."""


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A field: the way to it, and what the models say of it."""

    path: tuple[str, ...]
    model: type[BaseModel]
    info: FieldInfo

    @property
    def name(self) -> str:
        """The key under which it stands."""
        return self.path[-1]

    @property
    def description(self) -> str:
        """What it holds."""
        return self.info.description or ""

    @property
    def is_required(self) -> bool:
        """Whether it may not be left out."""
        return self.info.is_required()

    @property
    def is_list(self) -> bool:
        """Whether it holds several values."""
        return any(get_origin(part) is tuple for part in _parts(self.info.annotation))

    @property
    def inner(self) -> type[BaseModel] | None:
        """The model of what it holds, where that is a group of fields."""
        return inner_model(self.info.annotation)

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that the models allow, where they name them."""
        return tuple(choices_in(self.info.annotation))


def entries(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[FieldEntry]:
    """Yield each field of a model and then those of the groups in it, in the order of the models."""
    for name, info in model.model_fields.items():
        entry = FieldEntry((*path, name), model, info)
        yield entry
        if entry.inner:
            yield from entries(entry.inner, entry.path)


def choices_in(annotation: Any) -> Iterator[str]:
    """Yield the values that a type names: those of an enumeration, or of a literal."""
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, StrEnum):
            yield from map(str, part)
        elif get_origin(part) is Literal:
            yield from map(str, get_args(part))


def takes_numbers(annotation: Any) -> bool:
    """Return whether a type takes a whole number, such as a year, beside the words that it names."""
    return any(part is int for part in _parts(annotation))


def registered(library: Library) -> Mapping[str, Mapping[str, str]]:
    """Return, for each field of `CONTROLLED`, its allowed ids with their names."""
    return {
        "areas": {area.id: area.name for area in library.standard.areas},
        "criteria": {criterion.code: criterion.name for criterion in library.standard.criteria},
        "topics": {topic.id: topic.name for topic in library.topics},
        "methods": {method.id: method.name for method in library.methods},
    }


def _parts(annotation: Any) -> Iterator[Any]:
    """A type and the types in it, those of the models apart."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)
