"""What an earlier reading of the same folder found to be good, so that the next one parses only what has changed."""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.model import City, Network, Practice
from generator.model.value import Value
from generator.reading.checks import Known
from generator.reading.translations import TranslatedFile


@dataclass
class Memory:
    """Cities and practices without a problem, with a digest of the text they were read from. Never stale.

    A text is taken for read only if it is the same to the letter, on the same day, and, of a practice, if the library
    knows the same cities, areas, criteria, topics and methods. What had a problem is read again each time.
    """

    _day: datetime.date | None = None
    _known: Known | None = None
    _network: Network | None = None
    _cities: dict[Path, tuple[bytes, City]] = field(default_factory=dict)
    _practices: dict[Path, tuple[bytes, Practice]] = field(default_factory=dict)
    _translations: dict[Path, tuple[bytes, Value, TranslatedFile]] = field(default_factory=dict)

    def begin(self, day: datetime.date) -> None:
        """Forget all if it is another day: dates that lay ahead may have come."""
        if day != self._day:
            self._day, self._known = day, None
            self._cities.clear()
            self._practices.clear()

    def belongs_to(self, network: Network | None) -> None:
        """Forget cities if they were held against another network."""
        if network != self._network:
            self._network = network
            self._cities.clear()

    def knows(self, known: Known) -> None:
        """Forget practices if the library knows other things than when they were checked."""
        if known != self._known:
            self._known = known
            self._practices.clear()

    def city(self, path: Path, text: str) -> City | None:
        """Return the city that was read from this text."""
        return _same(self._cities, path, text)

    def practice(self, path: Path, text: str) -> Practice | None:
        """Return the practice that was read from this text."""
        return _same(self._practices, path, text)

    def translation(self, path: Path, text: str, original: Value) -> TranslatedFile | None:
        """Return the translation of this original that was read from this text."""
        kept = self._translations.get(path)
        return kept[2] if kept and kept[0] == _digest(text) and kept[1] == original else None

    def keep_translation(self, path: Path, text: str, original: Value, file: TranslatedFile) -> None:
        """Keep a translation that was read without a problem."""
        self._translations[path] = _digest(text), original, file

    def keep(self, path: Path, text: str, one: City | Practice) -> None:
        """Keep what was read without a problem."""
        if one.aliases:  # whether an earlier id is free depends on all others
            return
        if isinstance(one, City):
            self._cities[path] = _digest(text), one
        else:
            self._practices[path] = _digest(text), one


_One = TypeVar("_One", City, Practice)


def _same(kept: Mapping[Path, tuple[bytes, _One]], path: Path, text: str) -> _One | None:
    return found[1] if (found := kept.get(path)) and found[0] == _digest(text) else None


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
