"""Digests of what guides are made of, so that a guide is known to be unchanged without making its data anew."""

import functools
import hashlib
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from generator.model.value import Value
from generator.own_code import own_code
from generator.publishing.guides.guide import Guide
from generator.wording import Language

_LIBRARIES = ("babel", "markdown-it-py", "pydantic", "segno", "typst")
"""What data come to be guides through, beside our own code."""


class Digests:
    """Digests of guides, those of the values that many of them share computed once."""

    def __init__(self) -> None:
        self._of_value: dict[int, tuple[Value | Language, bytes]] = {}
        """By identity; the value stands with it, so that no other comes to have the same identity."""

    def of(self, guide: Guide) -> str | None:
        """Return a digest that changes with anything the guide's data are made of, or None where that is not told."""
        if guide.made_of is None:
            return None
        head = (
            guide.kind,
            guide.path,
            guide.title,
            guide.subject,
            guide.paper,
            guide.day,
            guide.language,
            guide.network,
        )
        told = repr(self._told((head, guide.made_of))).encode("utf-8", "surrogatepass")
        return hashlib.sha256(own_code(*_LIBRARIES) + told).hexdigest()

    def _told(self, value: Any) -> Any:
        """The value as tuples, texts and numbers, of which no two that differ are written alike."""
        if value is None or isinstance(value, str | int | float | Enum):
            return value
        if isinstance(value, tuple):
            return tuple([self._told(one) for one in value])
        if isinstance(value, Value | Language):
            return self._digest(value)
        if is_dataclass(value) and not isinstance(value, type):
            return type(value).__name__, *(self._told(getattr(value, name)) for name in _fields_of(type(value)))
        raise TypeError(f"a guide is made of values, and {type(value).__name__} is none")

    def _digest(self, value: Value | Language) -> bytes:
        known = self._of_value.get(id(value))
        if known is None:
            text = f"{type(value).__name__} {_written(value)}".encode()
            known = self._of_value[id(value)] = value, hashlib.sha256(text).digest()
        return known[1]


@functools.cache
def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _written(value: Value | Language) -> str:
    if isinstance(value, Value):
        return value.model_dump_json()
    catalog: dict[Any, str] = getattr(value.translations, "_catalog", {})
    return repr((value.code, sorted((repr(message), said) for message, said in catalog.items())))
