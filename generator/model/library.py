"""The library: all practices, cities and registers, read and checked."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from pydantic import Field

from generator.model.audits import Audit, AuditList
from generator.model.city import City
from generator.model.guidance import AdoptionGuide, AdviceList, CertificationProcess
from generator.model.lexicon import Lexicon
from generator.model.network import Network
from generator.model.practice import Practice
from generator.model.registers import Method, Topic
from generator.model.standard import Area, Criterion, Standard
from generator.model.translation import Review, Translation
from generator.model.value import Value

Subject = Practice | City | Area | Criterion | Topic | Method
"""What has a page of its own."""


class Library(Value):
    """Everything that was read. Practices and cities are sorted by id."""

    practices: tuple[Practice, ...]
    cities: tuple[City, ...]
    network: Network
    standard: Standard
    topics: tuple[Topic, ...]
    methods: tuple[Method, ...]
    certification: CertificationProcess
    advice: AdviceList
    adoption: AdoptionGuide
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words that people use for the same thing."""
    unanswered: tuple[str, ...] = ()
    """What people ask city halls about and no write-up is about, as they name it."""
    audit_registers: dict[str, AuditList] = Field(default_factory=dict)
    """How often claims were held against sources, and what was found, by the name of the register: "audits-2"."""
    lexicons: tuple[Lexicon, ...] = ()
    """Other languages that the search understands."""
    language: str = ""
    """The name of the language that it is put into: "es"; empty for the one that it was written in."""
    translations: tuple[Translation, ...] = ()
    """Its texts in other languages, by language."""

    @property
    def audits(self) -> tuple[Audit, ...]:
        """All audits, in the order of the registers."""
        return tuple(audit for register in self.audit_registers.values() for audit in register.audits)

    @cached_property
    def source_count(self) -> int:
        """Number of sources: each address (or title, where there is none) counts once."""
        holders = (
            *(practice.sources for practice in self.practices),
            *(city.sources for city in self.cities),
            self.standard.sources,
            self.certification.sources,
            self.advice.sources,
            self.adoption.sources,
        )
        return len({source.url or source.title for sources in holders for source in sources.values()})

    @cached_property
    def reviews(self) -> dict[str, Review]:
        """Who has gone over the translation that it is put into, by the id of the write-up."""
        return dict(next((one.reviews for one in self.translations if one.language == self.language), {}))

    @cached_property
    def practice_by_id(self) -> dict[str, Practice]:
        """Practices by `city/name`."""
        return {practice.id: practice for practice in self.practices}

    @cached_property
    def city_by_id(self) -> dict[str, City]:
        """Cities by id."""
        return {city.id: city for city in self.cities}

    @cached_property
    def area_by_id(self) -> dict[str, Area]:
        """Practice areas by id."""
        return {area.id: area for area in self.standard.areas}

    @cached_property
    def criterion_by_code(self) -> dict[str, Criterion]:
        """Criteria by code."""
        return {criterion.code: criterion for criterion in self.standard.criteria}

    @cached_property
    def topic_by_id(self) -> dict[str, Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def method_by_id(self) -> dict[str, Method]:
        """Methods by id."""
        return {method.id: method for method in self.methods}

    @cached_property
    def practices_of_city(self) -> dict[str, tuple[Practice, ...]]:
        """Practices by city id; a city without one is not a key."""
        return self._grouped(lambda practice: (practice.city,))

    @cached_property
    def practices_by_area(self) -> dict[str, tuple[Practice, ...]]:
        """Practices by area id."""
        return self._grouped(lambda practice: practice.areas)

    @cached_property
    def practices_by_criterion(self) -> dict[str, tuple[Practice, ...]]:
        """Practices by criterion code."""
        return self._grouped(lambda practice: practice.criteria)

    @cached_property
    def practices_by_topic(self) -> dict[str, tuple[Practice, ...]]:
        """Practices by topic id."""
        return self._grouped(lambda practice: practice.topics)

    @cached_property
    def practices_by_method(self) -> dict[str, tuple[Practice, ...]]:
        """Practices by method id."""
        return self._grouped(lambda practice: practice.methods)

    def _grouped(self, keys_of: Callable[[Practice], Iterable[str]]) -> dict[str, tuple[Practice, ...]]:
        """Practices under each of their keys, strongest evidence first, then by id."""
        groups: dict[str, list[Practice]] = defaultdict(list)
        for practice in sorted(self.practices, key=lambda one: (-one.evidence.level.strength, one.id)):
            for key in keys_of(practice):
                groups[key].append(practice)
        return {key: tuple(group) for key, group in groups.items()}
