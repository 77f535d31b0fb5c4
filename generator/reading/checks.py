"""Checks that need more than one field or more than one file."""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from generator.model import (
    AdviceList,
    City,
    EvidenceLevel,
    Method,
    Practice,
    ResultKind,
    Source,
    Standard,
    Topic,
    citations,
)
from generator.model.value import LINK_SCHEMES
from generator.reading.problems import Problem, nearest
from generator.reading.strict_yaml import Document, Place

NEED_SOURCES = ("problem", "approach", "resources", "results", "adopted_by")
_TEMPLATE = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|^[^\w\n]*(?:…|\.\.\.)$|[Ll]orem ipsum", re.MULTILINE)
_SIGNS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum", "…", "...", "](")
"""One of these stands in every text that `_TEMPLATE` or `_LINK_TARGET` finds something in."""
_LINK_TARGET = re.compile(r"\]\(\s*<?\s*([^)\s>]*)")


@dataclass(frozen=True)
class Known:
    """The ids that write-ups may name; None where the file that lists them could not be read itself."""

    cities: frozenset[str]
    areas: frozenset[str] | None
    criteria: frozenset[str] | None
    topics: frozenset[str] | None
    methods: frozenset[str] | None


def check_practice(practice: Practice, document: Document, known: Known, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with a valid practice in the light of the library and of itself."""
    for name in ("areas", "criteria", "topics", "methods"):
        allowed: frozenset[str] | None = getattr(known, name)
        if allowed is not None:
            yield from _check_names(document, name, getattr(practice, name), sorted(allowed))
    if practice.city not in known.cities:
        yield Problem(
            document.path,
            1,
            1,
            f"the city {practice.city} has no city.yaml",
            nearest(practice.city, sorted(known.cities)),
        )
    for number, adoption in enumerate(practice.adopted_by):
        if adoption.city and adoption.city not in known.cities:
            yield document.problem(
                ("adopted_by", number, "city"),
                f"the city {adoption.city} is not in the library",
                f"{nearest(adoption.city, sorted(known.cities))}; for others use `name`",
            )
    yield from _check_citations(practice, document)
    yield from _check_evidence(practice, document)
    yield from _check_texts(document)
    yield from _check_dates(document, practice.sources, today)
    if practice.reviewed > today.isoformat():
        yield document.problem(("reviewed",), f"reviewed: {practice.reviewed} lies in the future", "today or earlier")
    for number, correction in enumerate(practice.corrections):
        if correction.date > today.isoformat():
            place = ("corrections", number, "date")
            yield document.problem(place, f"date: {correction.date} lies in the future", "today or earlier")
    if practice.started != "unknown" and practice.started > today.year:
        yield document.problem(("started",), f"started: {practice.started} lies in the future", "this year or earlier")


def check_aliases(practice: Practice, document: Document, addresses: dict[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with a practice's earlier ids; `addresses` holds whose each is, and takes these in."""
    for number, alias in enumerate(practice.aliases):
        owner = addresses.setdefault(alias, practice.id)
        if owner != practice.id or alias == practice.id:
            yield document.problem(("aliases", number), f"{alias} is the address of {owner}", "take it out")


def check_entry_aliases(entries: Sequence[Topic | Method], document: Document, register: str) -> Iterator[Problem]:
    """Yield what is wrong with the earlier ids in a register: one that is an id, or stands there twice."""
    owners = {entry.id: entry.id for entry in entries}
    for entry in entries:
        for alias in entry.aliases:
            owner = owners.setdefault(alias, entry.id)
            if owner != entry.id or alias == entry.id:
                number = next(n for n, one in enumerate(document.data[register]) if one.get("id") == entry.id)
                place = (register, number, "aliases", entry.aliases.index(alias))
                yield document.problem(place, f"{alias} is the address of {owner}", "take it out")


def check_city(city: City, document: Document, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with a valid city in the light of itself."""
    for key in sorted(city.cited - city.sources.keys()):
        yield document.problem((), f"the source {key} does not exist", nearest(key, list(city.sources)))
    for key in city.sources.keys() - city.cited:
        yield document.problem(("sources", key), f"the source {key} is not cited", "cite it, or take it out", key=True)
    for number, step in enumerate(city.certifications):
        if step.year != "unknown" and step.year > today.year:
            yield document.problem(
                ("certifications", number, "year"),
                f"year: {step.year} lies in the future",
                "this year or earlier",
            )
    yield from _check_texts(document)
    yield from _check_dates(document, city.sources, today)


def check_standard(standard: Standard, document: Document, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with a valid standard in the light of itself."""
    named = {key for criterion in standard.criteria for key in criterion.name_sources}
    yield from check_sourced(standard.sources, document, today, named)
    codes = [criterion.code for criterion in standard.criteria]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield document.problem((), f"the criterion {code} stands here twice", "keep one of the two")
    yield from _check_dependencies(standard, document)


def _check_dependencies(standard: Standard, document: Document) -> Iterator[Problem]:
    order = TopologicalSorter[str]()
    codes = {criterion.code for criterion in standard.criteria}
    for a, area in enumerate(standard.areas):
        for c, criterion in enumerate(area.criteria):
            for d, dependency in enumerate(criterion.rests_on):
                order.add(criterion.code, dependency.criterion)
                if dependency.criterion not in codes:
                    place = ("areas", a, "criteria", c, "rests_on", d, "criterion")
                    wrong = f"the criterion {dependency.criterion} does not exist"
                    yield document.problem(place, wrong, nearest(dependency.criterion, sorted(codes)))
    try:
        order.prepare()
    except CycleError as error:
        yield document.problem((), f"rests_on goes round in a circle: {' → '.join(error.args[1])}", "take one out")


def check_sourced(
    sources: dict[str, Source], document: Document, today: datetime.date, named: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield what is wrong with the citations, texts and dates of a register; sources in `named` count as cited."""
    seen = set(named)
    for place, text in _texts(document.data, ()):
        for key in citations(text):
            seen.add(key)
            if key not in sources:
                yield document.problem(place, f"the source {key} does not exist", nearest(key, list(sources)))
    for key in sources.keys() - seen:
        yield document.problem(("sources", key), f"the source {key} is not cited", "cite it, or take it out", key=True)
    yield from _check_texts(document)
    yield from _check_dates(document, sources, today)


def check_advice(advice: AdviceList, document: Document, known: Known, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with valid advice in the light of the library and of itself."""
    yield from check_sourced(advice.sources, document, today)
    seen: set[str] = set()
    for number, piece in enumerate(advice.advice):
        if piece.id in seen:
            yield document.problem(("advice", number, "id"), f"{piece.id} stands here twice", "keep one of the two")
        seen.add(piece.id)
        for place, area in enumerate(piece.areas):
            if known.areas is not None and area not in known.areas:
                wrong = f"areas: {area} is not known"
                yield document.problem(("advice", number, "areas", place), wrong, nearest(area, sorted(known.areas)))


def _check_names(document: Document, field: str, names: tuple[str, ...], allowed: list[str]) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if name not in allowed:
            yield document.problem((field, number), f"{field}: {name} is not known", nearest(name, allowed))
        elif name in names[:number]:
            yield document.problem((field, number), f"{field}: {name} stands here twice", "keep one of the two")


def _check_citations(practice: Practice, document: Document) -> Iterator[Problem]:
    cited: set[str] = set(citations(practice.evidence.note))
    for field in (*NEED_SOURCES, "tools", "people", "lessons", "cost"):
        for place, text in _statements(practice, field):
            keys = citations(text)
            cited.update(keys)
            if not keys and field in (*NEED_SOURCES, "cost"):
                yield document.problem(
                    place, f"{field}: this statement has no source", "end it with a footnote: …[^key]"
                )
            for key in keys:
                if key not in practice.sources:
                    yield document.problem(
                        place,
                        f"{field}: the source {key} does not exist",
                        nearest(key, list(practice.sources)),
                    )
    asked = ((("questions", number), text) for number, text in enumerate(practice.questions))
    told = ((("corrections", number, "text"), one.text) for number, one in enumerate(practice.corrections))
    for place, text in ((("title",), practice.title), (("summary",), practice.summary), *asked, *told):
        if citations(text):
            yield document.problem(place, f"{place[0]}: footnotes stand in the statements below", "take it out here")
    for key in practice.sources.keys() - cited:
        yield document.problem(("sources", key), f"the source {key} is not cited", "cite it, or take it out", key=True)


def _statements(practice: Practice, field: str) -> Iterator[tuple[Place, str]]:
    if field == "cost":
        if practice.cost:
            yield ("cost",), practice.cost
        return
    for number, item in enumerate(getattr(practice, field)):
        yield ((field, number), item) if isinstance(item, str) else ((field, number, "text"), item.text)


def _check_evidence(practice: Practice, document: Document) -> Iterator[Problem]:
    level, results = practice.evidence.level, practice.results
    carried, wanted = {
        EvidenceLevel.RANDOMIZED_TRIAL: (
            any(result.comparison_group for result in results),
            "a result with comparison_group: the people or places that chance left without the practice",
        ),
        EvidenceLevel.QUASI_EXPERIMENTAL: (
            any(result.comparison_group for result in results),
            "a result with comparison_group: what the practice is held against",
        ),
        EvidenceLevel.BEFORE_AFTER: (
            any(result.kind is ResultKind.CHANGE and (result.before or result.period) for result in results),
            "a result with before and after, or with change and period",
        ),
        EvidenceLevel.MONITORING: (
            any(result.is_measured for result in results),
            "a result with a figure: value, or before and after",
        ),
        EvidenceLevel.DESCRIPTIVE: (True, ""),
    }[level]
    if not carried:
        yield document.problem(
            ("evidence", "level"),
            f"level: no result carries {level}",
            f"{wanted}; else choose a weaker level",
        )


def _check_texts(document: Document) -> Iterator[Problem]:
    """Leftovers of a template, and links with a scheme that is not allowed, in any text of the file."""
    if not any(sign in document.text for sign in _SIGNS):
        return
    for place, text in _texts(document.data, ()):
        if found := _TEMPLATE.search(text):
            yield document.problem(
                place, f"“{found[0]}” is left over from a template", "write the text, or take it out"
            )
        if "](" not in text:
            continue
        for target in _LINK_TARGET.findall(text):
            if not target.lower().startswith(tuple(f"{scheme}:" for scheme in LINK_SCHEMES)):
                yield document.problem(
                    place,
                    f"the link to “{target[:60]}” is not allowed",
                    "links begin with https:, http: or mailto:",
                )


def _check_dates(document: Document, sources: dict[str, Source], today: datetime.date) -> Iterator[Problem]:
    for key, source in sources.items():
        if source.date and source.date > today.isoformat()[: len(source.date)]:
            yield document.problem(
                ("sources", key, "date"), f"date: {source.date} lies in the future", "today or earlier"
            )


def _texts(data: object, place: Place) -> Iterable[tuple[Place, str]]:
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*place, number))
