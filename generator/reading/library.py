"""From a folder of YAML files to a library, or to every problem in it."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.collector import collector_at_rest
from generator.model import (
    AdoptionGuide,
    AdviceList,
    AuditList,
    CertificationProcess,
    City,
    Glossary,
    Lexicon,
    Library,
    Method,
    Network,
    Practice,
    Standard,
    Synonyms,
    Topic,
    Unanswered,
)
from generator.model.translation import WRITTEN_IN, originals
from generator.reading.audit_registers import check_audits
from generator.reading.checks import Known, check_aliases, check_city, check_practice, check_texts
from generator.reading.documents import Documents
from generator.reading.files import LEXICON, REGISTERS, Found, audit_registers, find_files
from generator.reading.hints import hints
from generator.reading.languages import Translations, read_translations, translation_hints
from generator.reading.memory import Memory
from generator.reading.problems import Problem, ProblemsFoundError, told
from generator.reading.register_checks import (
    check_advice,
    check_certification,
    check_glossary,
    check_sourced,
    check_standard,
)
from generator.reading.rules import Hint
from generator.said import said


def read_library(folder: str | Path, today: datetime.date | None = None, memory: Memory | None = None) -> Library:
    """Return the library in `folder`, read and checked. Dates after `today` (this day, if not given) are refused.

    With a `memory`, which keeps what one reading after the other finds good, only changed files are parsed again.

    Raises:
        ProblemsFoundError: with all problems of all files.
    """
    return _read(_Reader(Path(folder), today, memory=memory))


def read_originals(folder: str | Path) -> Library:
    """Return the library in `folder` as `read_library` does, but without its translations, whatever these hold."""
    return _read(_Reader(Path(folder), None, translated=False))


def read_with_hints(
    folder: str | Path, today: datetime.date | None = None, memory: Memory | None = None
) -> tuple[Library, tuple[Hint, ...]]:
    """Return the library in `folder` as `read_library` does, and what is worth a second look in it.

    With a `memory` the write-ups that gave a hint are parsed again, and so is what has changed.
    """
    reader = _Reader(Path(folder), today, look=True, memory=memory)
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
    reader = _Reader(Path(folder), None)
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


def _read(reader: "_Reader") -> Library:
    with collector_at_rest():
        library, problems = reader.read()
        reader.memory.save()
    if problems or library is None:
        raise ProblemsFoundError(problems)
    return library


class _Reader(Documents):
    """One reading of a folder: collects problems until all files have been seen, and hints if it is to `look`."""

    def __init__(
        self,
        folder: Path,
        today: datetime.date | None,
        *,
        look: bool = False,
        translated: bool = True,
        memory: Memory | None = None,
    ) -> None:
        self.folder, self.today = folder, today or datetime.datetime.now(tz=datetime.UTC).date()
        self.look, self.translated = look, translated
        self.city_addresses: dict[str, str] = {}
        """Whose each id of a city is, earlier ones included."""
        self.network: Network | None = None
        super().__init__(memory or Memory())
        self.memory.begin(self.today)
        self.hints: list[Hint] = []

    def read(self) -> tuple[Library | None, list[Problem]]:
        way_out = said("name the folder of write-ups")
        if not self.folder.is_dir():
            return None, [Problem(self.folder, 1, 1, said("this folder does not exist"), way_out)]
        found = find_files(self.folder)
        self.problems += found.problems
        self.read_network(found)
        standard = self.standard(found)
        topics, methods = self.register(found, "topics", Topic), self.register(found, "methods", Method)
        synonyms, unanswered = self.whole(found, "synonyms", Synonyms), self.whole(found, "unanswered", Unanswered)
        certification = self.whole(found, "certification", CertificationProcess)
        advice, adoption = self.whole(found, "advice", AdviceList), self.whole(found, "adoption", AdoptionGuide)
        languages = sorted(name for name in found.registers if LEXICON.fullmatch(name))
        lexicons = [self.whole(found, name, Lexicon) for name in languages]
        glossary = self.whole(found, "glossary", Glossary)
        if glossary:
            self.problems += told(check_glossary(*glossary))
        self.city_addresses = {identity: identity for identity in found.cities}
        cities = {identity: self.city(identity, path) for identity, path in found.cities.items()}
        known = Known(
            cities={identity: city.spoken if city else (identity,) for identity, city in cities.items()},
            areas={area.id: (area.name,) for area in standard.areas} if standard else None,
            criteria={criterion.code: (criterion.name,) for criterion in standard.criteria} if standard else None,
            topics={topic.id: topic.spoken for topic in topics} or None,
            methods={method.id: method.spoken for method in methods} or None,
        )
        practices = self._practices(found, known)
        if not found.practices and not self.problems:
            self.problems.append(Problem(self.folder, 1, 1, said("no write-up is here"), way_out))
        if certification:
            self.problems += told(check_certification(certification[1], self.today, self.network))
        if adoption:
            self.problems += told(check_sourced(adoption[1], AdoptionGuide, self.today))
        if advice:
            self.problems += told(check_advice(advice[1], known, self.today))
        audits = self._audits(found, practices)
        wholes = {"certification": certification, "advice": advice, "adoption": adoption}
        registers = audits | {name: whole[0] for name, whole in wholes.items() if whole}
        can_be_translated = originals(
            practices,
            filter(None, cities.values()),
            topics,
            methods,
            standard=standard,
            network=self.network,
            **registers,
        )
        translations = Translations()
        if self.translated:
            translations = read_translations(found, can_be_translated, self.memory)
            self.problems += translations.problems
        if self.look:
            self.hints += translation_hints(translations, can_be_translated, glossary[0] if glossary else None)
        network = self.network
        if self.problems or not (network and standard and synonyms and certification and advice and adoption):
            return None, self.problems
        return (
            Library(
                practices=tuple(practices),
                cities=tuple(city for city in cities.values() if city),
                network=network,
                standard=standard,
                topics=topics,
                methods=methods,
                certification=certification[0],
                advice=advice[0],
                adoption=adoption[0],
                synonyms=synonyms[0].synonyms,
                unanswered=unanswered[0].wordings if unanswered else (),
                audit_registers=audits,
                lexicons=tuple(lexicon[0] for lexicon in lexicons if lexicon),
                translations=translations.all,
            ),
            [],
        )

    def city(self, identity: str, path: Path) -> City | None:
        """The city in a file, unless something is wrong with it."""
        text = self.text(path)
        if text is None or (kept := self.memory.city(path, text)):
            return None if text is None else kept
        so_far = len(self.problems)
        document = self.document(path, text)
        if document is None:
            return None
        self.problems += told(check_aliases(identity, document, self.city_addresses))
        city = self.model(document, City, {"id": identity}, check_city(document, self.today, self.network))
        if city and len(self.problems) == so_far:
            self.memory.keep(path, text, city)
        return city

    def _practices(self, found: Found, known: Known) -> list[Practice]:
        practices = []
        self.memory.knows(known)
        addresses = {identity: identity for identity in found.practices}
        for identity, path in found.practices.items():
            text = self.text(path)
            is_known = text is not None and (not self.look or self.memory.is_quiet(path, text))
            kept = self.memory.practice(path, text) if text is not None and is_known else None
            practice = kept or (self._practice(identity, path, text, known, addresses) if text is not None else None)
            practices += [practice] if practice else []
        return practices

    def _practice(
        self, identity: str, path: Path, text: str, known: Known, addresses: dict[str, str]
    ) -> Practice | None:
        so_far = len(self.problems)
        document = self.document(path, text)
        if document is None:
            return None
        city = identity.partition("/")[0]
        wrong = check_practice(document, city, known, self.today)
        practice = self.model(document, Practice, {"id": identity, "city": city}, wrong)
        self.problems += told(check_aliases(identity, document, addresses))
        if practice and self.look:
            found = tuple(hints(practice, document)) if practice.language == WRITTEN_IN else ()  # they are of English
            self.hints += found
            if not found:
                self.memory.keep_quiet(path, text)
        if practice and len(self.problems) == so_far:
            self.memory.keep(path, text, practice)
        return practice

    def _audits(self, found: Found, practices: Iterable[Practice]) -> dict[str, AuditList]:
        names = {name for practice in practices for name in (practice.id, *practice.aliases)} | found.practices.keys()
        held: dict[str, AuditList] = {}
        for name in audit_registers(found.registers):
            read = self.whole(found, name, AuditList)
            if read:
                others = {audit.id for register in held.values() for audit in register.audits}
                self.problems += told(check_audits(*read, names, self.today, others))
                held[name] = read[0]
        return held

    def read_network(self, found: Found) -> None:
        """Read the network, unless something is wrong with it; what cities were read under another is forgotten."""
        read = self.whole(found, "network", Network)
        if read:
            self.problems += told(check_texts(read[1], Network))
        self.network = read[0] if read else None
        self.memory.belongs_to(self.network)

    def standard(self, found: Found) -> Standard | None:
        """The standard, unless something is wrong with it."""
        for name in REGISTERS:
            if name not in found.registers:
                gone = self.folder / f"{name}.yaml"
                self.problems.append(Problem(gone, 1, 1, said("this file is missing"), said("put it back")))
        read = self.whole(found, "standard", Standard)
        if read is None:
            return None
        self.problems += told(check_standard(*read, self.today, self.network))
        return read[0]
