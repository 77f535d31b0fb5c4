"""One reading of a folder: files in their order, each held against what it names."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.forks import beside
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
from generator.reading.files import LEXICON, REGISTERS, Found, audit_registers, find_files, read_text
from generator.reading.hints import hints
from generator.reading.languages import Translations, read_translations, translation_hints
from generator.reading.memory import Memory
from generator.reading.problems import Problem, told
from generator.reading.register_checks import (
    check_advice,
    check_certification,
    check_glossary,
    check_sourced,
    check_standard,
)
from generator.said import said

if TYPE_CHECKING:
    from generator.reading.rules import Hint

FEWEST_FORKED = 150
"""With fewer practices, starting a process takes longer than it saves."""


class Reader(Documents):
    """One reading of a folder: collects problems until all files have been seen, and hints if it is to `look`."""

    def __init__(
        self,
        folder: Path,
        today: datetime.date | None,
        *,
        look: bool = False,
        translated: bool = True,
        memory: Memory | None = None,
        forked: bool = False,
    ) -> None:
        self.folder, self.today = folder, today or datetime.datetime.now(tz=datetime.UTC).date()
        self.look, self.translated, self.forked = look, translated, forked
        self.city_addresses: dict[str, str] = {}
        """Whose each id of a city is, earlier ones included."""
        self.network: Network | None = None
        super().__init__(memory or Memory())
        self.memory.begin(self.today)
        self.hints: list[Hint] = []

    def read(self) -> tuple[Library | None, list[Problem]]:
        """Return the library, or every problem in it."""
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
        self.memory.knows(known)
        addresses = {identity: identity for identity in found.practices}
        names = list(found.practices)
        half = len(names) // 2

        def read(names: Iterable[str]) -> list[Practice]:
            read = (self._one(identity, found.practices[identity], known, addresses) for identity in names)
            return [practice for practice in read if practice]

        def found_good() -> dict[str, tuple[bytes, str]]:
            read(names[half:])
            return self.memory.kept.put_so_far

        if not (self.forked and len(names) >= FEWEST_FORKED and self._is_new(found.practices.values())):
            return read(names)
        self.memory.save()  # which closes the file: what is open can't be shared
        with beside(found_good, forked=True) as ahead:
            practices = read(names[:half])
            for place, (digest, json) in ahead().items():
                self.memory.kept.put(place, digest, json)
        return practices + read(names[half:])  # most are known by now; of others it is told here what is wrong

    def _is_new(self, paths: Iterable[Path]) -> bool:
        """Whether none of a few among these practices was read before."""
        every = list(paths)
        texts = ((path, read_text(path)) for path in every[:: max(len(every) // 4, 1)])
        return not any(isinstance(text, str) and self.memory.practice(path, text) for path, text in texts)

    def _one(self, identity: str, path: Path, known: Known, addresses: dict[str, str]) -> Practice | None:
        """The practice in a file, as it was read before where nothing of it has changed."""
        text = self.text(path)
        if text is None:
            return None
        is_known = not self.look or self.memory.is_quiet(path, text)
        kept = self.memory.practice(path, text) if is_known else None
        return kept or self._practice(identity, path, text, known, addresses)

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
