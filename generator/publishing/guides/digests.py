"""Digests of what guides are made of, so that a guide is known to be unchanged without making its data anew."""

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator.model.value import Value
from generator.publishing.guides.guide import Guide
from generator.wording import Language

_CODE = Path(str(files("generator")))
_LIBRARIES = ("babel", "markdown-it-py", "pydantic", "segno", "typst")
"""What data come to be guides through, beside our own code."""


class Digests:
    """Digests of guides, those of the values that many of them share computed once."""

    def __init__(self) -> None:
        self._of_value: dict[int, tuple[Value, bytes]] = {}
        """By identity; the value stands with it, so that no other comes to have the same identity."""

    def of(self, guide: Guide) -> str | None:
        """Return a digest that changes with anything the guide's data are made of, or None where that is not told."""
        if guide.made_of is None:
            return None
        said = hashlib.sha256(_code())
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
        for part in self._parts((head, guide.made_of)):
            said.update(part)
        return said.hexdigest()

    def _parts(self, value: Any) -> Iterator[bytes]:
        """The value in pieces that say what it is and where it ends."""
        if isinstance(value, Value):
            yield self._digest(value)
        elif isinstance(value, Language):
            yield _of_language(value)
        elif isinstance(value, tuple):
            yield b"("
            for one in value:
                yield from self._parts(one)
            yield b")"
        elif is_dataclass(value):
            yield type(value).__name__.encode()
            yield from self._parts(tuple(getattr(value, field.name) for field in fields(value)))
        elif value is None or isinstance(value, str | int | float | Enum):
            text = f"{type(value).__name__} {value!r}".encode()
            yield b"%d:" % len(text) + text
        else:
            raise TypeError(f"a guide is made of values, and {type(value).__name__} is none")

    def _digest(self, value: Value) -> bytes:
        known = self._of_value.get(id(value))
        if known is None:
            text = f"{type(value).__name__} {value.model_dump_json()}".encode()
            known = self._of_value[id(value)] = value, hashlib.sha256(text).digest()
        return known[1]


@functools.cache
def _code() -> bytes:
    """The program as it is now: whatever changes in it may change what is printed."""
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for path in sorted(_CODE.rglob("*.py")):
        digest.update(f"\n{path.relative_to(_CODE).as_posix()} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()


def _of_language(language: Language) -> bytes:
    """The language with all its messages."""
    catalog: dict[Any, str] = getattr(language.translations, "_catalog", {})
    messages = sorted((repr(message), said) for message, said in catalog.items())
    return hashlib.sha256(repr((language.code, messages)).encode()).digest()
