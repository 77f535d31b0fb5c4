"""Translations: the library's texts in another language, each with a digest of the text that it was made from.

What is not words (figures, sources, dates, ids) has no translation: it stays with the original and can't differ.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from generator.model.audits import Audit, AuditList, Finding
from generator.model.city import Certification, City, CityProfile, Location, Population
from generator.model.guidance import (
    AdoptionGuide,
    AdviceList,
    AdvicePiece,
    CertificationProcess,
    Cohort,
    Event,
    Partner,
    Step,
    Term,
    Tier,
    WorksheetQuestion,
)
from generator.model.network import Level, Network, Region
from generator.model.practice import Adoption, Check, Correction, Evidence, Practice, Result, WriteUp
from generator.model.registers import RegisterEntry
from generator.model.standard import Area, Criterion, CriterionDetail, Dependency, Standard
from generator.model.value import Value

TextPlace = tuple[str | int, ...]
"""Where a text stands in its file: keys, and positions in lists from 0."""


class Topics(Value):
    """The register of topics, as its file holds it."""

    topics: tuple[RegisterEntry, ...]


class Methods(Value):
    """The register of kinds of answer, as its file holds it."""

    methods: tuple[RegisterEntry, ...]


WRITTEN_IN = "en"
"""The language of the library's own texts, but for write-ups that name another."""
FIGURES = ("before", "after", "change", "treated", "comparison", "value", "target")
"""Fields of a result that hold a figure with its unit."""
TEXTS: Mapping[type[Value], tuple[str, ...]] = {
    WriteUp: (
        "title", "summary", "questions", "cost", "problem", "approach", "tools", "people", "resources", "results",
        "evidence", "lessons", "adopted_by", "unknown", "corrections", "checked",
    ),
    Result: ("text", "metric", *FIGURES, "comparison_group", "sample", "period"),
    Evidence: ("note",),
    Adoption: ("name", "text"),
    Correction: ("text",),
    Check: ("note",),
    CityProfile: ("population", "location", "certifications", "notes"),
    Population: ("note",),
    Location: ("note",),
    Certification: ("note",),
    Topics: ("topics",),
    Methods: ("methods",),
    RegisterEntry: ("name", "description"),
    Network: ("certification", "certified_for", "levels", "roles", "example", "territory", "regions"),
    Level: ("name",),
    Region: ("name", "short", "long"),
    Standard: ("title", "version", "provenance", "areas", "unknown", "themes"),
    Area: ("name", "description", "note", "criteria"),
    Criterion: ("name", "question", "asks", "checks", "rests_on", "details", "predecessor", "sourcing"),
    CriterionDetail: ("text",),
    Dependency: ("because",),
    CertificationProcess: (
        "summary", "eligibility", "steps", "scoring", "mandatory", "tiers", "tiers_note", "earlier_thresholds",
        "timelines", "validity", "support", "partners", "history", "cohorts", "participation", "glossary", "unknown",
    ),
    Step: ("name", "text"),
    Tier: ("meaning",),
    Partner: ("name", "role"),
    Event: ("text",),
    Cohort: ("text",),
    Term: ("term", "meaning"),
    AdviceList: ("how_to_read", "advice"),
    AdvicePiece: ("audience", "voice", "text"),
    AdoptionGuide: ("facts", "worksheet"),
    WorksheetQuestion: ("question", "prompts", "why"),
    AuditList: ("audits",),
    Audit: ("by", "how", "then", "findings"),
    Finding: ("field", "note"),
}  # fmt: skip
"""The fields of each model that hold words, or models that do."""


def separators(language: str) -> tuple[str, str]:
    """Return the sign between thousands and that before decimals, after the Unicode CLDR.

    The Spanish of Latin America (es-419) writes 1,234.5 as English does.
    """
    return (".", ",") if language == "pt" else (",", ".")


def texts_of(model: type[Value]) -> tuple[str, ...]:
    """Return the fields of a model that hold words; none where it has nothing to translate."""
    return next((TEXTS[kind] for kind in model.__mro__ if kind in TEXTS), ())


def is_wordless(text: str) -> bool:
    """Return whether a text has no letters, so that there is nothing to translate: "-13.8%"."""
    return not any(map(str.isalpha, text))


@lru_cache(maxsize=2**16)
def digest_of(text: str) -> str:
    """Return the mark by which a translation knows the text that it was made from: 8 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def texts_with_words(value: Value, place: TextPlace = ()) -> Iterator[tuple[TextPlace, str]]:
    """Yield the texts of a value that have words, each with its place, in the order of its fields."""
    for name in texts_of(type(value)):
        held = getattr(value, name)
        if isinstance(held, tuple):
            for number, one in enumerate(held):
                yield from _texts_at(one, (*place, name, number))
        else:
            yield from _texts_at(held, (*place, name))


def _texts_at(held: Any, place: TextPlace) -> Iterator[tuple[TextPlace, str]]:
    if isinstance(held, Value):
        yield from texts_with_words(held, place)
    elif isinstance(held, str) and not is_wordless(held):
        yield place, held


@dataclass(frozen=True, slots=True)
class Review:
    """Who has gone over a translation, by role, and when (ISO 8601)."""

    by: str
    date: str


@dataclass(frozen=True)
class Translation:
    """The library's texts in one language."""

    language: str
    """The name of its folder: "es"."""
    texts: dict[str, str] = field(default_factory=dict)
    """By the digest of the original, from all files: the same words have the same translation."""
    outdated: frozenset[str] = frozenset()
    """Digests of originals that were translated once and have changed since."""
    reviews: Mapping[str, Review] = field(default_factory=dict)
    """By the id of the write-up, those that somebody has gone over."""


def language_of(value: Value) -> str:
    """Return the language that something of the library is written in."""
    return value.language if isinstance(value, WriteUp) else WRITTEN_IN


def originals(
    practices: Iterable[Practice],
    cities: Iterable[City],
    topics: Iterable[RegisterEntry],
    methods: Iterable[RegisterEntry],
    **registers: Value | None,
) -> dict[str, Value]:
    """Return all that has texts to translate: registers by name, if they are there, write-ups and cities by id."""
    whole: dict[str, Value] = {"topics": Topics(topics=tuple(topics)), "methods": Methods(methods=tuple(methods))}
    whole |= {name: register for name, register in registers.items() if register}
    whole |= {f"{city.id}/city": city for city in cities if any(texts_with_words(city))}
    return whole | {practice.id: practice for practice in practices}
