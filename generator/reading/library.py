"""From a folder of YAML files to a library, or to every problem in it."""

import datetime
from pathlib import Path
from typing import TypeVar

from generator.collector import collector_at_rest
from generator.model import (
    AdoptionGuide,
    AdviceList,
    CertificationProcess,
    City,
    Library,
    Method,
    Practice,
    Standard,
    Synonyms,
    Topic,
)
from generator.reading.checks import (
    Known,
    check_advice,
    check_aliases,
    check_city,
    check_entry_aliases,
    check_practice,
    check_sourced,
    check_standard,
)
from generator.reading.files import REGISTERS, Found, find_files, read_text
from generator.reading.problems import Problem, ProblemsFoundError
from generator.reading.strict_yaml import Document, parse
from generator.reading.validation import Model, validate

Entry = TypeVar("Entry", Topic, Method)


def read_library(folder: str | Path, today: datetime.date | None = None) -> Library:
    """Return the library in `folder`, read and checked. Dates after `today` (this day, if not given) are refused.

    Raises:
        ProblemsFoundError: with all problems of all files.

    """
    with collector_at_rest():
        library, problems = _Reader(Path(folder), today or datetime.datetime.now(tz=datetime.UTC).date()).read()
    if problems or library is None:
        raise ProblemsFoundError(problems)
    return library


class _Reader:
    """One reading of a folder: collects problems until all files have been seen."""

    def __init__(self, folder: Path, today: datetime.date) -> None:
        self.folder, self.today = folder, today
        self.problems: list[Problem] = []

    def read(self) -> tuple[Library | None, list[Problem]]:
        if not self.folder.is_dir():
            return None, [Problem(self.folder, 1, 1, "this folder does not exist", "name the folder of write-ups")]
        found = find_files(self.folder)
        self.problems += found.problems
        standard = self._standard(found)
        topics, methods = self._register(found, "topics", Topic), self._register(found, "methods", Method)
        synonyms = self._whole(found, "synonyms", Synonyms)
        certification = self._whole(found, "certification", CertificationProcess)
        advice = self._whole(found, "advice", AdviceList)
        adoption = self._whole(found, "adoption", AdoptionGuide)
        cities = {identity: self._model(path, City, {"id": identity}) for identity, path in found.cities.items()}
        known = Known(
            cities=frozenset(cities),
            areas=frozenset(area.id for area in standard.areas) if standard else None,
            criteria=frozenset(criterion.code for criterion in standard.criteria) if standard else None,
            topics=frozenset(topic.id for topic in topics) or None,
            methods=frozenset(method.id for method in methods) or None,
        )
        practices = self._practices(found, known)
        if certification:
            self.problems += check_sourced(certification[0].sources, certification[1], self.today)
        if adoption:
            self.problems += check_sourced(adoption[0].sources, adoption[1], self.today)
        if advice:
            self.problems += check_advice(*advice, known, self.today)
        for city in filter(None, cities.values()):
            self.problems += check_city(city[0], city[1], self.today)
        if self.problems or not (standard and synonyms and certification and advice and adoption):
            return None, self.problems
        return (
            Library(
                practices=tuple(practices),
                cities=tuple(city[0] for city in cities.values() if city),
                standard=standard,
                topics=topics,
                methods=methods,
                certification=certification[0],
                advice=advice[0],
                adoption=adoption[0],
                synonyms=synonyms[0].synonyms,
            ),
            [],
        )

    def _document(self, path: Path) -> Document | None:
        text = read_text(path)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        document = parse(path, text)
        if isinstance(document, Document):
            return document
        self.problems += document
        return None

    def _model(self, path: Path, model: type[Model], extra: dict[str, str]) -> tuple[Model, Document] | None:
        document = self._document(path)
        if document is None:
            return None
        value = validate(document, model, dict(extra))
        if isinstance(value, list):
            self.problems += value
            return None
        return value, document

    def _practices(self, found: Found, known: Known) -> list[Practice]:
        practices = []
        addresses = {identity: identity for identity in found.practices}
        for identity, path in found.practices.items():
            read = self._model(path, Practice, {"id": identity, "city": identity.partition("/")[0]})
            if read:
                practices.append(read[0])
                self.problems += check_practice(*read, known, self.today)
                self.problems += check_aliases(*read, addresses)
        return practices

    def _standard(self, found: Found) -> Standard | None:
        for name in REGISTERS:
            if name not in found.registers:
                self.problems.append(Problem(self.folder / f"{name}.yaml", 1, 1, "this file is missing", "put it back"))
        read = self._whole(found, "standard", Standard)
        if read is None:
            return None
        self.problems += check_standard(*read, self.today)
        return read[0]

    def _whole(self, found: Found, name: str, model: type[Model]) -> tuple[Model, Document] | None:
        """A register that is one model."""
        path = found.registers.get(name)
        return self._model(path, model, {}) if path else None

    def _register(self, found: Found, name: str, model: type[Entry]) -> tuple[Entry, ...]:
        path = found.registers.get(name)
        document = self._document(path) if path else None
        if document is None:
            return ()
        entries = document.data.get(name) if isinstance(document.data, dict) else None
        if not isinstance(entries, list) or len(document.data) != 1:
            self.problems.append(document.problem((), f"this is not a list of {name}", f"`{name}:` and its entries"))
            return ()
        read: list[Entry] = []
        for number in range(len(entries)):
            entry = validate(document, model, place=(name, number))
            if isinstance(entry, list):
                self.problems += entry
            elif any(entry.id == other.id for other in read):
                self.problems.append(
                    document.problem((name, number, "id"), f"{entry.id} stands here twice", "keep one of the two")
                )
            else:
                read.append(entry)
        self.problems += check_entry_aliases(read, document, name)
        return tuple(read)
