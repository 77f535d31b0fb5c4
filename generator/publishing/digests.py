"""Digests of values, by which one build knows that what another made of them would come out the same."""

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from types import FunctionType, NoneType
from typing import Any

from generator.model import Untranslated, Worded, texts_with_words
from generator.model.value import Value
from generator.wording import Language

_PLAIN = frozenset((str, int, float, bool, NoneType))


class Digests:
    """Digests of values, those of what many hold computed once."""

    def __init__(self) -> None:
        self._of_value: dict[int, tuple[Value | Language, bytes]] = {}
        """By identity; the value stands with it, so that no other comes to have the same identity."""

    def of(self, value: Any) -> str:
        """Return a digest (SHA-256, hexadecimal) that changes with anything in the value.

        Raises:
            TypeError: if something in it is neither a value nor made of values.
        """
        return hashlib.sha256(repr(self._told(value)).encode("utf-8", "surrogatepass")).hexdigest()

    def _told(self, value: Any) -> Any:
        """The value as tuples, texts and numbers, of which no two that differ are written alike."""
        if type(value) not in _PLAIN and isinstance(value, Untranslated | Worded):
            return type(value).__name__, str(value), _beside(value)
        if type(value) in _PLAIN or isinstance(value, str | int | float | Enum):  # most are plain
            return value
        if isinstance(value, tuple | list):
            return tuple([self._told(one) for one in value])
        if isinstance(value, Mapping):
            return "mapping", tuple([(self._told(key), self._told(one)) for key, one in value.items()])
        if isinstance(value, Value | Language):
            return self._digest(value)
        if isinstance(value, partial):
            return "partial", self._told(value.func), self._told(value.args), self._told(value.keywords)
        if isinstance(value, type) or (isinstance(value, FunctionType) and not value.__closure__):
            return "code", value.__module__, value.__qualname__
        if not isinstance(value, type) and hasattr(value, "digested"):
            return type(value).__name__, self._told(value.digested)
        if is_dataclass(value) and not isinstance(value, type):
            return type(value).__name__, *(self._told(getattr(value, name)) for name in _fields_of(type(value)))
        raise TypeError(f"a digest is of values, and {type(value).__name__} is none")

    def _digest(self, value: Value | Language) -> bytes:
        known = self._of_value.get(id(value))
        if known is None:
            text = f"{type(value).__name__} {_written(value)}".encode("utf-8", "surrogatepass")
            known = self._of_value[id(value)] = value, hashlib.sha256(text).digest()
        return known[1]


@functools.cache
def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _beside(text: Untranslated | Worded) -> tuple[str | bool, ...]:
    """What a text knows beside its words."""
    return (text.original,) if isinstance(text, Worded) else (text.language, text.is_outdated)


def _written(value: Value | Language) -> str:
    if isinstance(value, Value):
        known = [_beside(text) for _, text in texts_with_words(value) if isinstance(text, Untranslated | Worded)]
        return value.model_dump_json() + (repr(known) if known else "")
    catalog: dict[Any, str] = getattr(value.translations, "_catalog", {})
    # Under the empty message stands the head of the catalogue, with the minute in which it was read.
    return repr((value.code, sorted((repr(message), said) for message, said in catalog.items() if message)))
