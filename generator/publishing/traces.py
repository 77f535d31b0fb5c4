"""What is looked at while a page is made, so that the next build knows which pages would come out the same.

A trace holds each thing of the library, its links, its guides or its language that was looked at, with a digest of what
was there. While all of them are the same, and the page is made of the same values by the same code, so is the page:
verifying traces, as in Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018, doi:10.1145/3236774.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar, cast

from generator.publishing.digests import Digests
from generator.wording import Language

_Seen = TypeVar("_Seen")


class Look(NamedTuple):
    """One thing that was looked at: an attribute of what is watched, or what stands in it under a key."""

    of: str
    """The name under which it is watched: "library"."""
    name: str
    key: str | None = None


Looks = dict[Look, Any]
"""What was there, by what was looked at."""
_looks: ContextVar[Looks | None] = ContextVar("looks", default=None)
LIBRARY, LINKS, WORDS = "library", "links", "words"
"""The names under which these are watched."""
_Made = TypeVar("_Made")
_MISSING = object()
_IS_THERE = "\0"
"""The key of a look at whether a mapping holds anything: no text has it."""


@contextmanager
def looking() -> Iterator[Looks]:
    """Give what is looked at meanwhile in this thread."""
    looks: Looks = {}
    before = _looks.set(looks)
    try:
        yield looks
    finally:
        _looks.reset(before)


def watched(seen: _Seen, name: str) -> _Seen:
    """Return what stands for something wherever pages are made of it: it gives the same, and looks are written down."""
    return cast("_Seen", _Watched(seen, name))


def watched_language(language: Language) -> Language:
    """Return the same for what puts things into words: which of them it knows otherwise is looked up."""
    return replace(language, texts=watched_mapping(language.texts, WORDS)) if language.texts else language


def watched_mapping(seen: Mapping[str, _Seen], name: str) -> Mapping[str, _Seen]:
    """Return the same for what is looked up by keys."""
    return _WatchedMapping(seen, Look(name, ""))


def remembered(make: Callable[[str], _Made]) -> Callable[[str], _Made]:
    """Return what makes each thing but once: whoever asks for it again has looked at the same."""
    known: dict[str, tuple[_Made, Looks]] = {}

    def ask(key: str) -> _Made:
        if key not in known:
            with looking() as looks:
                made = make(key)
            known[key] = made, looks
        made, looks = known[key]
        for look, found in looks.items():
            _note(look, found)
        return made

    return ask


def _note(look: Look, found: Any) -> None:
    looks = _looks.get()
    if looks is not None:
        looks[look] = found


class _Watched:
    def __init__(self, seen: Any, name: str) -> None:
        self._seen, self._name = seen, name

    @property
    def digested(self) -> tuple[str, ...]:
        """For digests of what holds it: what is looked at in it has its own."""
        return (self._name,)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._seen, name)
        look = Look(self._name, name)
        if isinstance(found, dict):
            mapping = self.__dict__[name] = _WatchedMapping(found, look)
            return mapping
        _note(look, found)
        return found


class _WatchedMapping(Mapping[str, Any]):
    def __init__(self, seen: Mapping[str, Any], look: Look) -> None:
        self._seen, self._look = seen, look

    def __getitem__(self, key: str) -> Any:
        found = self._seen.get(key, _MISSING)
        _note(self._look._replace(key=key), None if found is _MISSING else found)
        if found is _MISSING:
            raise KeyError(key)
        return found

    def __bool__(self) -> bool:
        _note(self._look._replace(key=_IS_THERE), bool(self._seen))
        return bool(self._seen)

    def __iter__(self) -> Iterator[str]:
        _note(self._look, self._seen)
        return iter(self._seen)

    def __len__(self) -> int:
        _note(self._look, self._seen)
        return len(self._seen)


class Now:
    """What there is to look at now, by the names under which it is watched."""

    def __init__(self, roots: Mapping[str, Any], digests: Digests | None = None) -> None:
        self._roots = roots
        self._digests = digests or Digests()
        self._known: dict[Look, str] = {}

    def digest(self, value: Any) -> str:
        """Return a digest of values; see `Digests.of`."""
        return self._digests.of(value)

    def digests(self, looks: Looks) -> dict[Look, str]:
        """Return digests of what was found.

        Raises:
            TypeError: if something of it is no value.
        """
        for look, found in looks.items():
            if look not in self._known:
                self._known[look] = self._digests.of(found)
        return {look: self._known[look] for look in looks}

    def digest_at(self, look: Look) -> str | None:
        """Return the digest of what a look finds now; None where it finds nothing that has one."""
        if look not in self._known:
            try:
                self._known[look] = self._digests.of(self._found(look))
            except (AttributeError, LookupError, TypeError):
                return None
        return self._known[look]

    def _found(self, look: Look) -> Any:
        root = self._roots[look.of]
        held = getattr(root, look.name) if look.name else root
        if look.key == _IS_THERE:
            return bool(held)
        return held if look.key is None else held.get(look.key)
