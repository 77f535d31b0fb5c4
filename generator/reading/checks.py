"""Checks that need more than one field or more than one file.

They look at the data of a file, whether or not it makes a valid model, so that one run tells everything.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.model import (
    CARRIERS,
    SECTIONS,
    AdviceList,
    City,
    Evidence,
    Marks,
    Method,
    Practice,
    Result,
    Section,
    Standard,
    Topic,
    Value,
    citations,
    marks_of,
)
from generator.model.markup import has_marks
from generator.model.value import LINK_SCHEMES
from generator.reading.letters import shown
from generator.reading.problems import Problem, nearest
from generator.reading.strict_yaml import Document, Position

LONGEST = 4_000
"""Characters of a text that are looked through; a longer one is refused for its length."""
TEMPLATE = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|^[^\w\n]*(?:…|\.\.\.)$|[Ll]orem ipsum", re.MULTILINE)
"""What is left over from a template."""
_SIGNS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum", "…", "...", "](")
"""One of these stands in every text that `TEMPLATE` or `_LINK_TARGET` finds something in."""
_MARKS = ("[^", "](", "*", "_")
"""One of these stands in every text that holds Markdown."""
_LINK_TARGET = re.compile(r"\]\(\s*<?\s*([^)\s>]*)")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_YEAR = re.compile(r"[0-9]{4}")
_RESULTS = TypeAdapter(tuple[Result, ...])

Names = Mapping[str, str]
"""What readers know each id by."""


@dataclass(frozen=True)
class Known:
    """The ids that write-ups may name, with their names; None where the file that lists them could not be read."""

    cities: Names
    areas: Names | None
    criteria: Names | None
    topics: Names | None
    methods: Names | None


def check_practice(document: Document, city: str, known: Known, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with a write-up of `city` in the light of the library and of itself."""
    data = _group(document.data)
    for name in ("areas", "criteria", "topics", "methods"):
        allowed: Names | None = getattr(known, name)
        if allowed is not None:
            yield from _check_names(document, name, _list(data.get(name)), allowed)
    if city not in known.cities:
        yield Problem(document.path, 1, 1, f"the city {shown(city)} has no city.yaml", _city_near(city, known))
    for number, adoption in enumerate(_list(data.get("adopted_by"))):
        other = _group(adoption).get("city")
        if isinstance(other, str) and other not in known.cities:
            wrong = f"the city {shown(other)} is not in the library"
            way_out = f"{_city_near(other, known)}; for others use `name`"
            yield document.problem(("adopted_by", number, "city"), wrong, way_out)
    yield from _check_citations(data, document)
    yield from _check_evidence(data, document)
    yield from _check_texts(document, Practice)
    yield from _check_dates(document, today)
    for number, correction in enumerate(_list(data.get("corrections"))):
        yield from _check_past(document, ("corrections", number, "date"), _group(correction).get("date"), today)
    yield from _check_past(document, ("checked", "date"), _group(data.get("checked")).get("date"), today)
    yield from _check_past(document, ("added",), data.get("added"), today)
    yield from _check_past(document, ("reviewed",), data.get("reviewed"), today)
    yield from _check_past(document, ("started",), data.get("started"), today)


def check_aliases(identity: str, document: Document, addresses: dict[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with a practice's earlier ids; `addresses` holds whose each is, and takes these in."""
    for number, alias in enumerate(_list(_group(document.data).get("aliases"))):
        if isinstance(alias, str):
            owner = addresses.setdefault(alias, identity)
            if owner != identity or alias == identity:
                wrong = f"{shown(alias)} is the address of {shown(owner)}"
                yield document.problem(("aliases", number), wrong, "take it out")


def check_entry_aliases(entries: Sequence[Topic | Method], document: Document, register: str) -> Iterator[Problem]:
    """Yield what is wrong with the earlier ids in a register: one that is an id, or stands there twice."""
    owners = {entry.id: entry.id for entry in entries}
    numbers = {_group(one).get("id"): number for number, one in enumerate(document.data[register])}
    for entry in entries:
        for place, alias in enumerate(entry.aliases):
            owner = owners.setdefault(alias, entry.id)
            if owner != entry.id or alias == entry.id:
                where = (register, numbers[entry.id], "aliases", place)
                yield document.problem(where, f"{alias} is the address of {owner}", "take it out")


def check_city(document: Document, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with a city in the light of itself."""
    data = _group(document.data)
    sources, cited = _group(data.get("sources")), set[str]()
    for place, keys in _lists_of_sources(data, ()):
        for number, key in enumerate(keys):
            if isinstance(key, str):
                cited.add(key)
                if key not in sources:
                    wrong = f"the source {shown(key)} does not exist"
                    yield document.problem((*place, number), wrong, nearest(key, list(sources)))
    yield from _check_cited(document, sources, cited)
    for number, step in enumerate(_list(data.get("certifications"))):
        yield from _check_past(document, ("certifications", number, "year"), _group(step).get("year"), today)
    yield from _check_texts(document, City)
    yield from _check_dates(document, today)


def check_standard(standard: Standard, document: Document, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with a valid standard in the light of itself."""
    for a, area in enumerate(standard.areas):
        for c, criterion in enumerate(area.criteria):
            for n, key in enumerate(criterion.name_sources):
                if key not in standard.sources:
                    place = ("areas", a, "criteria", c, "name_sources", n)
                    wrong = f"the source {shown(key)} does not exist"
                    yield document.problem(place, wrong, nearest(key, list(standard.sources)))
    named = {key for criterion in standard.criteria for key in criterion.name_sources}
    yield from check_sourced(document, Standard, today, named)
    codes = [criterion.code for criterion in standard.criteria]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield document.problem((), f"the criterion {code} stands here twice", "keep one of the two")
    ids = [area.id for area in standard.areas]
    for number, one in enumerate(ids):
        if one in ids[:number]:
            yield document.problem(("areas", number, "id"), f"the area {one} stands here twice", "keep one of the two")
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
                    wrong = f"the criterion {shown(dependency.criterion)} does not exist"
                    yield document.problem(place, wrong, nearest(dependency.criterion, sorted(codes)))
    try:
        order.prepare()
    except CycleError as error:
        way = shown(" → ".join(error.args[1]), 200)
        yield document.problem((), f"rests_on goes round in a circle: {way}", "take one out")


def check_sourced(
    document: Document, model: type[Value], today: datetime.date, named: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield what is wrong with the citations, texts and dates of a register; sources in `named` count as cited."""
    sources, seen = _group(_group(document.data).get("sources")), set(named)
    for place, text in _texts(document.data, ()):
        for key in citations(text):
            seen.add(key)
            if key not in sources:
                yield document.problem(place, f"the source {shown(key)} does not exist", nearest(key, list(sources)))
    yield from _check_cited(document, sources, seen)
    yield from _check_texts(document, model)
    yield from _check_dates(document, today)


def check_advice(document: Document, known: Known, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with advice in the light of the library and of itself."""
    yield from check_sourced(document, AdviceList, today)
    seen: set[str] = set()
    for number, piece in enumerate(_list(_group(document.data).get("advice"))):
        identity = _group(piece).get("id")
        if identity in seen:
            wrong = f"{shown(identity)} stands here twice"
            yield document.problem(("advice", number, "id"), wrong, "keep one of the two")
        elif isinstance(identity, str):
            seen.add(identity)
        for place, area in enumerate(_list(_group(piece).get("areas"))):
            if known.areas is not None and isinstance(area, str) and area not in known.areas:
                wrong = f"areas: {shown(area)} is not known"
                allowed = nearest(area, sorted(known.areas), known.areas)
                yield document.problem(("advice", number, "areas", place), wrong, allowed)


def _group(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _city_near(name: str, known: Known) -> str:
    return nearest(name, sorted(known.cities), known.cities)


def _check_names(document: Document, field: str, names: Sequence[object], allowed: Names) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if not isinstance(name, str):
            continue
        if name not in allowed:
            wrong = f"{field}: {shown(name)} is not known"
            yield document.problem((field, number), wrong, nearest(name, sorted(allowed), allowed))
        elif name in seen:
            yield document.problem((field, number), f"{field}: {name} stands here twice", "keep one of the two")
        seen.add(name)


def _check_citations(data: Mapping[str, Any], document: Document) -> Iterator[Problem]:
    sources = _group(data.get("sources"))
    cited = set[str]()
    for section in SECTIONS:
        for place, text in _statements(data, section):
            name = section.field if section.inner == "text" else section.inner
            keys = citations(text)
            cited.update(keys)
            if not keys and section.needs_source and len(text) <= LONGEST:
                wrong = f"{name}: this statement has no source"
                yield document.problem(place, wrong, "end it with a footnote: …[^key]")
            for key in keys:
                if key not in sources:
                    wrong = f"{name}: the source {shown(key)} does not exist"
                    yield document.problem(place, wrong, nearest(key, list(sources)))
    yield from _check_cited(document, sources, cited)


def _check_cited(document: Document, sources: Mapping[str, Any], cited: Collection[str]) -> Iterator[Problem]:
    for key in sources:
        if key not in cited:
            wrong = f"the source {shown(key)} is not cited"
            yield document.problem(("sources", key), wrong, "cite it, or take it out", key=True)


def _statements(data: Mapping[str, Any], section: Section) -> Iterator[tuple[Position, str]]:
    """The texts of a section, which holds one, or a group with one, or a list of either."""
    value = data.get(section.field)
    items: list[tuple[Position, Any]] = [((section.field,), value)]
    if isinstance(value, list):
        items = [((section.field, number), item) for number, item in enumerate(value)]
    for place, item in items:
        text = item if isinstance(item, str) else _group(item).get(section.inner)
        if isinstance(text, str):
            yield (place if text is item else (*place, section.inner)), text


def _check_evidence(data: Mapping[str, Any], document: Document) -> Iterator[Problem]:
    try:
        level = Evidence.model_validate(data.get("evidence")).level
        results = _RESULTS.validate_python(data.get("results", ()))
    except ValidationError:
        return
    carrier = CARRIERS[level]
    if carrier and not carrier.is_among(results):
        yield document.problem(
            ("evidence", "level"),
            f"level: no result carries {level}",
            f"{carrier.wanted}; else choose a weaker level",
        )


def _check_texts(document: Document, model: type[Value]) -> Iterator[Problem]:
    """Marks that a field can't show, leftovers of a template, and links with a scheme that is not allowed."""
    if any(sign in document.text for sign in _MARKS):
        yield from _check_marks(document, model)
    if not any(sign in document.text for sign in _SIGNS):
        return
    for place, text in _texts(document.data, ()):
        if found := TEMPLATE.search(text):
            yield document.problem(
                place, f"“{shown(found[0])}” is left over from a template", "write the text, or take it out"
            )
        if "](" not in text:
            continue
        for target in _LINK_TARGET.findall(text):
            if not target.lower().startswith(tuple(f"{scheme}:" for scheme in LINK_SCHEMES)):
                yield document.problem(
                    place, f"the link to “{shown(target)}” is not allowed", "links begin with https:, http: or mailto:"
                )


def _check_marks(document: Document, model: type[Value]) -> Iterator[Problem]:
    """Footnotes outside of statements, and emphasis or links in a field that is shown as typed."""
    for place, text in _texts(document.data, ()):
        if not any(sign in text for sign in _MARKS):
            continue
        marks = marks_of(model, place)
        name = next((str(step) for step in place if isinstance(step, str)), "")
        if marks is not Marks.CITED and citations(text):
            yield document.problem(place, f"{name}: footnotes stand in the statements below", "take it out here")
        elif marks is Marks.PLAIN and "sources" not in place and has_marks(text):
            wrong = f"{name}: Markdown is shown as typed here"
            yield document.problem(place, wrong, "plain words only; emphasis and links stand in statements")


def _check_dates(document: Document, today: datetime.date) -> Iterator[Problem]:
    for key, source in _group(_group(document.data).get("sources")).items():
        yield from _check_past(document, ("sources", key, "date"), _group(source).get("date"), today)


def _check_past(document: Document, place: Position, value: object, today: datetime.date) -> Iterator[Problem]:
    """Refuse a date, or the part of one that is known, after today."""
    if isinstance(value, str) and _DATE.fullmatch(value) and value > today.isoformat()[: len(value)]:
        allowed = "this year or earlier" if _YEAR.fullmatch(value) else "today or earlier"
        yield document.problem(place, f"{place[-1]}: {value} lies in the future", allowed)


def _lists_of_sources(data: object, place: Position) -> Iterator[tuple[Position, Sequence[object]]]:
    """Every list of source keys below `place`, with where it stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources" and isinstance(value, list):
                yield (*place, key), value
            else:
                yield from _lists_of_sources(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _lists_of_sources(value, (*place, number))


def _texts(data: object, place: Position) -> Iterable[tuple[Position, str]]:
    if isinstance(data, str):
        if len(data) <= LONGEST:
            yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*place, number))
