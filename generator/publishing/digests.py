"""Digests of values, by which one build knows that what another made of them would come out the same."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from operator import attrgetter
from types import FunctionType, NoneType
from typing import Any

from generator.model import Untranslated, Worded
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
        kind = type(value)
        return value if kind in _PLAIN else _TELLERS[kind](self, value)

    def _each_told(self, values: Iterable[Any]) -> list[Any]:
        """Values as `_told` gives them; most are plain, and there are a million of them."""
        return [one if type(one) in _PLAIN else self._told(one) for one in values]

    def _digest(self, value: Value | Language) -> bytes:
        known = self._of_value.get(id(value))
        if known is None:
            text = f"{type(value).__name__} {_written(value)}".encode("utf-8", "surrogatepass")
            known = self._of_value[id(value)] = value, hashlib.sha256(text).digest()
        return known[1]


_Teller = Callable[[Digests, Any], Any]
"""Tells a value as `Digests._told` does."""


class _Tellers(dict[type, _Teller]):
    """What tells values of each type; asked for first, it is kept: there are a million values of a few dozen types."""

    def __missing__(self, kind: type) -> _Teller:
        self[kind] = next((tell for kinds, tell in _BY_KIND if issubclass(kind, kinds)), None) or self._by_form(kind)
        return self[kind]

    def _by_form(self, kind: type) -> _Teller:
        if hasattr(kind, "digested"):
            return _by_itself
        if is_dataclass(kind):
            names = (field.name for field in fields(kind))
            return partial(_field_by_field, attrgetter("__class__.__module__", "__class__.__name__", *names))
        return _refused


def _as_it_is(_: Digests, value: Any) -> Any:
    return value


def _with_what_is_beside(_: Digests, value: Untranslated | Worded) -> Any:
    return type(value).__name__, str(value), _beside(value)


def _one_by_one(digests: Digests, value: tuple[Any, ...] | list[Any]) -> Any:
    return tuple(digests._each_told(value))


def _pair_by_pair(digests: Digests, value: Mapping[Any, Any]) -> Any:
    return "mapping", (*digests._each_told(value), None, *digests._each_told(value.values()))


def _by_digest(digests: Digests, value: Value | Language) -> bytes:
    return digests._digest(value)


def _partial(digests: Digests, value: "partial[Any]") -> Any:
    return "partial", digests._told(value.func), digests._told(value.args), digests._told(value.keywords)


def _by_name(_: Digests, value: type | FunctionType) -> Any:
    if isinstance(value, FunctionType) and value.__closure__:
        raise TypeError(f"a digest is of values, and what {value.__qualname__} holds is not seen")
    return "code", value.__module__, value.__qualname__


def _by_itself(digests: Digests, value: Any) -> Any:
    return type(value).__name__, digests._told(value.digested)


def _field_by_field(fields_of: Callable[[Any], tuple[Any, ...]], digests: Digests, value: Any) -> Any:
    return tuple(digests._each_told(fields_of(value)))


def _refused(_: Digests, value: Any) -> Any:
    raise TypeError(f"a digest is of values, and {type(value).__name__} is none")


_BY_KIND: tuple[tuple[tuple[type, ...], _Teller], ...] = (
    ((Untranslated, Worded), _with_what_is_beside),
    ((str, int, float, Enum), _as_it_is),
    ((tuple, list), _one_by_one),
    ((Mapping,), _pair_by_pair),
    ((Value, Language), _by_digest),
    ((partial,), _partial),
    ((type, FunctionType), _by_name),
)


_TELLERS = _Tellers()


def _knowing(held: Any) -> Iterator[Untranslated | Worded]:
    """Texts, at any depth, that know something beside their words."""
    kind = type(held)
    if issubclass(kind, Untranslated | Worded):
        yield held
        return
    inner: Iterable[Any] = ()
    if kind is tuple:
        inner = held
    elif issubclass(kind, Value):
        # Beside its fields stands what it has found out about itself.
        inner = map(held.__dict__.__getitem__, kind.model_fields)
    elif issubclass(kind, Mapping):
        inner = held.values()
    for one in inner:
        if type(one) not in _PLAIN:
            yield from _knowing(one)


def _beside(text: Untranslated | Worded) -> tuple[str | bool, ...]:
    """What a text knows beside its words."""
    return (text.original,) if isinstance(text, Worded) else (text.language, text.is_outdated)


def _written(value: Value | Language) -> str:
    if isinstance(value, Value):
        known = [_beside(text) for text in _knowing(value)]
        return value.model_dump_json() + (repr(known) if known else "")
    catalog: dict[Any, str] = getattr(value.translations, "_catalog", {})
    # Under the empty message stands the head of the catalogue, with the minute in which it was read.
    return repr((value.code, sorted((repr(message), said) for message, said in catalog.items() if message)))
