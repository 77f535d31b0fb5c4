"""What an earlier reading of the same folder found to be good, so that the next one parses only what has changed."""

import contextlib
import datetime
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.model import City, Network, Practice
from generator.model.value import Value
from generator.reading.checks import Known
from generator.reading.kept import Kept, reading_digest
from generator.reading.strict_yaml import Document
from generator.reading.translations import InPlaceOf
from generator.reading.validation import Model

READINGS = Path(".cache/readings.sqlite")
"""Where readings are kept, beside the settings of a site, which mostly stand beside its write-ups."""
_One = TypeVar("_One", City, Practice)
_KNOWN, _IN_PLACE_OF = TypeAdapter(Known), TypeAdapter(InPlaceOf)


@dataclass
class Memory:
    """Registers, cities, practices and translations without a problem, with a digest of their text. Never stale.

    A text is taken for read only if it is the same to the letter, on the same day, and, of a practice, if the library
    knows the same cities, areas, criteria, topics and methods. What had a problem is read again each time.
    """

    kept: Kept = field(default_factory=Kept)
    """What was found good by earlier runs of the program."""
    _day: datetime.date = datetime.date.min
    _known: Known | None = None
    _network: Network | None = None
    _world: dict[type[City | Practice], bytes] = field(default_factory=dict)
    """Digest of all that a city or a practice hangs on beside its text."""
    _cities: dict[Path, tuple[bytes, City]] = field(default_factory=dict)
    _practices: dict[Path, tuple[bytes, Practice]] = field(default_factory=dict)
    _wholes: dict[Path, tuple[bytes, BaseModel, Document]] = field(default_factory=dict)
    _translations: dict[Path, tuple[bytes, Value, InPlaceOf]] = field(default_factory=dict)

    @classmethod
    def kept_in(cls, file: Path) -> Self:
        """Return a memory that begins with what earlier runs of the program left in a file, and adds to it."""
        return cls(Kept(file))

    def save(self) -> None:
        """Leave what was read for later runs, where it is kept in a file."""
        self.kept.save()

    def begin(self, day: datetime.date) -> None:
        """Forget all if it is another day: dates that lay ahead may have come."""
        if day != self._day:
            self._day, self._known, self._network = day, None, None
            self._cities.clear()
            self._practices.clear()

    def belongs_to(self, network: Network | None) -> None:
        """Forget cities if they were held against another network."""
        if network != self._network or City not in self._world:
            self._network = network
            self._cities.clear()
            self._world[City] = reading_digest(self._day.isoformat(), network.model_dump_json() if network else "")

    def knows(self, known: Known) -> None:
        """Forget practices if the library knows other things than when they were checked."""
        if known != self._known:
            self._known = known
            self._practices.clear()
            self._world[Practice] = reading_digest(self._day.isoformat(), _KNOWN.dump_json(known).decode())

    def city(self, path: Path, text: str) -> City | None:
        """Return the city that was read from this text."""
        return self._one(self._cities, City, path, text)

    def practice(self, path: Path, text: str) -> Practice | None:
        """Return the practice that was read from this text."""
        return self._one(self._practices, Practice, path, text)

    def keep(self, path: Path, text: str, one: City | Practice) -> None:
        """Keep what was read without a problem."""
        if one.aliases:  # whether an earlier id is free depends on all others
            return
        if isinstance(one, City):
            self._cities[path] = _digest(text), one
        else:
            self._practices[path] = _digest(text), one
        # The form tells what a file leaves out from what it says.
        self.kept.put(path.as_posix(), self._digest_of_one(type(one), text), one.model_dump_json(exclude_unset=True))

    def is_quiet(self, path: Path, text: str) -> bool:
        """Return whether it is known that a practice of this text gives no hint."""
        return self.kept.get(_hints_of(path), self._digest_of_one(Practice, text)) is not None

    def keep_quiet(self, path: Path, text: str) -> None:
        """Keep that a practice of this text gives no hint."""
        self.kept.put(_hints_of(path), self._digest_of_one(Practice, text), "[]")

    def whole(self, path: Path, text: str, kind: type[Model]) -> tuple[Model, Document] | None:
        """Return the register that was read from this text."""
        found = self._wholes.get(path)
        return (found[1], found[2]) if found and found[0] == _digest(text) and isinstance(found[1], kind) else None

    def keep_whole(self, path: Path, text: str, register: BaseModel, document: Document) -> None:
        """Keep a register in which nothing is wrong by itself; what hangs on other files is looked at each time."""
        self._wholes[path] = _digest(text), register, document

    def translation(self, path: Path, text: str, original: Value) -> InPlaceOf | None:
        """Return what was read from this text in place of this original."""
        found = self._translations.get(path)
        if found and found[0] == _digest(text) and found[1] == original:
            return found[2]
        json = self.kept.get(path.as_posix(), reading_digest(original.model_dump_json(), text))
        if json is None:
            return None
        with contextlib.suppress(ValidationError):
            said = _IN_PLACE_OF.validate_json(json)
            self._translations[path] = _digest(text), original, said
            return said
        return None

    def keep_translation(self, path: Path, text: str, original: Value, said: InPlaceOf) -> None:
        """Keep what was read from a translation without a problem."""
        self._translations[path] = _digest(text), original, said
        digest = reading_digest(original.model_dump_json(), text)
        self.kept.put(path.as_posix(), digest, _IN_PLACE_OF.dump_json(said).decode())

    def _one(self, held: dict[Path, tuple[bytes, _One]], model: type[_One], path: Path, text: str) -> _One | None:
        if (found := held.get(path)) and found[0] == _digest(text):
            return found[1]
        json = self.kept.get(path.as_posix(), self._digest_of_one(model, text))
        if json is None:
            return None
        with contextlib.suppress(ValidationError):
            one = model.model_validate_json(json)
            held[path] = _digest(text), one
            return one
        return None

    def _digest_of_one(self, model: type[City | Practice], text: str) -> bytes:
        return reading_digest(model.__name__, self._world[model], text)


def _hints_of(path: Path) -> str:
    return f"{path.as_posix()}: hints"


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
