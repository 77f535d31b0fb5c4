"""From a folder of YAML files to a library, or to every problem in it."""

import datetime
from pathlib import Path
from typing import NamedTuple

from generator.collector import collector_at_rest
from generator.model import City, Library, Method, Network, Standard, Topic
from generator.reading.files import find_files
from generator.reading.memory import Memory
from generator.reading.problems import ProblemsFoundError
from generator.reading.reader import Reader
from generator.reading.rules import Hint


def read_library(
    folder: str | Path, today: datetime.date | None = None, memory: Memory | None = None, *, forked: bool = False
) -> Library:
    """Return the library in `folder`, read and checked. Dates after `today` (this day, if not given) are refused.

    With a `memory`, which keeps what one reading after the other finds good, only changed files are parsed again. Where
    that knows nothing yet, two processes share the work if it may be `forked`, as in linking.

    Raises:
        ProblemsFoundError: with all problems of all files.
    """
    return _read(Reader(Path(folder), today, memory=memory, forked=forked))


def read_originals(folder: str | Path) -> Library:
    """Return the library in `folder` as `read_library` does, but without its translations, whatever these hold."""
    return _read(Reader(Path(folder), None, translated=False))


def read_with_hints(
    folder: str | Path, today: datetime.date | None = None, memory: Memory | None = None
) -> tuple[Library, tuple[Hint, ...]]:
    """Return the library in `folder` as `read_library` does, and what is worth a second look in it.

    With a `memory` the write-ups that gave a hint are parsed again, and so is what has changed.
    """
    reader = Reader(Path(folder), today, look=True, memory=memory)
    return _read(reader), tuple(reader.hints)


class Registers(NamedTuple):
    """The lists that write-ups name things of, as far as they can be read."""

    network: Network | None
    standard: Standard | None
    topics: tuple[Topic, ...]
    methods: tuple[Method, ...]
    cities: tuple[City, ...]


def read_registers(folder: str | Path) -> Registers:
    """Return the registers and the cities in `folder` that can be read; what is wrong with others is not told."""
    reader = Reader(Path(folder), None)
    found = find_files(reader.folder)
    reader.read_network(found)
    cities = tuple(reader.city(identity, path) for identity, path in found.cities.items())
    return Registers(
        reader.network,
        reader.standard(found),
        reader.register(found, "topics", Topic),
        reader.register(found, "methods", Method),
        tuple(city for city in cities if city),
    )


def _read(reader: Reader) -> Library:
    with collector_at_rest():
        library, problems = reader.read()
        reader.memory.save()
    if problems or library is None:
        raise ProblemsFoundError(problems)
    return library
