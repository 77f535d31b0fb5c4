"""Checks that need more than one field or more than one file.

They look at the data of a file, whether or not it makes a valid model, so that one run tells everything.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.model import (
    CARRIERS,
    SECTIONS,
    City,
    Evidence,
    Marks,
    Network,
    Practice,
    Result,
    Section,
    Value,
    citations,
    marks_of,
)
from generator.model.markup import has_marks
from generator.model.value import LINK_SCHEMES
from generator.reading.letters import shown
from generator.reading.problems import Names, Problem, nearest
from generator.reading.strict_yaml import Document, Position
from generator.said import about, said

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


@dataclass(frozen=True)
class Known:
    """The ids that write-ups may name, with what people write for them; None where their file could not be read."""

    cities: Names
    areas: Names | None
    criteria: Names | None
    topics: Names | None
    methods: Names | None


def check_practice(document: Document, city: str, known: Known, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with a write-up of `city` in the light of the library and of itself."""
    data = as_group(document.data)
    for name in ("areas", "criteria", "topics", "methods"):
        allowed: Names | None = getattr(known, name)
        if allowed is not None:
            yield from _check_names(document, name, as_list(data.get(name)), allowed)
    if city not in known.cities:
        wrong = said("the city %(city)s has no city.yaml", city=shown(city))
        way_out = said(
            "%(guess)s; for a new city, peerbook new and the form write that file", guess=_city_near(city, known)
        )
        yield Problem(document.path, 1, 1, wrong, way_out)
    for number, adoption in enumerate(as_list(data.get("adopted_by"))):
        other = as_group(adoption).get("city")
        if isinstance(other, str) and other not in known.cities:
            wrong = said("the city %(city)s is not in the library", city=shown(other))
            way_out = said("%(guess)s; for others use `name`", guess=_city_near(other, known))
            yield document.problem(("adopted_by", number, "city"), wrong, way_out)
    yield from _check_citations(data, document)
    yield from _check_evidence(data, document)
    yield from check_texts(document, Practice)
    yield from check_dates(document, today)
    for number, correction in enumerate(as_list(data.get("corrections"))):
        yield from _check_past(document, ("corrections", number, "date"), as_group(correction).get("date"), today)
    yield from _check_past(document, ("checked", "date"), as_group(data.get("checked")).get("date"), today)
    yield from _check_past(document, ("added",), data.get("added"), today)
    yield from _check_past(document, ("reviewed",), data.get("reviewed"), today)
    yield from _check_past(document, ("started",), data.get("started"), today)


def check_aliases(identity: str, document: Document, addresses: dict[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with earlier ids; `addresses` holds whose each is, and takes these in."""
    for number, alias in enumerate(as_list(as_group(document.data).get("aliases"))):
        if isinstance(alias, str):
            owner = addresses.setdefault(alias, identity)
            if owner != identity or alias == identity:
                wrong = said("%(address)s is the address of %(owner)s", address=shown(alias), owner=shown(owner))
                yield document.problem(("aliases", number), wrong, said("take it out"))


def check_city(document: Document, today: datetime.date, network: Network | None) -> Iterator[Problem]:
    """Yield what is wrong with a city in the light of itself and of the network, where that could be read."""
    data = as_group(document.data)
    sources, cited = as_group(data.get("sources")), set[str]()
    for place, keys in _lists_of_sources(data, ()):
        for number, key in enumerate(keys):
            if isinstance(key, str):
                cited.add(key)
                if key not in sources:
                    wrong = said("the source %(source)s does not exist", source=shown(key))
                    yield document.problem((*place, number), wrong, nearest(key, list(sources)))
    yield from check_cited(document, sources, cited)
    for number, step in enumerate(as_list(data.get("certifications"))):
        yield from _check_past(document, ("certifications", number, "year"), as_group(step).get("year"), today)
    if network:
        yield from _check_network(document, network)
    yield from check_texts(document, City)
    yield from check_dates(document, today)


def check_one_of(document: Document, place: Position, value: object, allowed: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with a text that is to be one of those allowed; whether it is a text, the model tells."""
    if isinstance(value, str) and value not in (known := list(allowed)):
        wrong = about(str(place[-1]), said("“%(word)s” is not known", word=shown(value)))
        yield document.problem(place, wrong, nearest(value, known))


def _check_network(document: Document, network: Network) -> Iterator[Problem]:
    """Levels, country and region that the network does not have."""
    data = as_group(document.data)
    for number, step in enumerate(as_list(data.get("certifications"))):
        place = ("certifications", number, "level")
        yield from check_one_of(document, place, as_group(step).get("level"), network.level_ids)
    country, region, state = data.get("country"), data.get("region"), data.get("state")
    yield from check_one_of(document, ("country",), country, network.countries)
    yield from check_one_of(document, ("region",), region, network.region_by_id)
    lies_in = network.region_of(str(country), str(state))
    if isinstance(region, str) and region in network.region_by_id and lies_in and region != lies_in:
        where = f"{state}, {country}" if network.is_divided(str(country)) else country
        wrong = said("%(place)s does not lie in %(region)s", place=shown(where), region=str(region))
        yield document.problem(("region",), about("region", wrong), lies_in)


def as_group(value: object) -> Mapping[str, Any]:
    """Return a value of a document if it is a group of fields, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> Sequence[Any]:
    """Return a value of a document if it is a list, else an empty one."""
    return value if isinstance(value, list) else ()


def _city_near(name: str, known: Known) -> str:
    return nearest(name, known.cities)


def _check_names(document: Document, field: str, names: Sequence[object], allowed: Names) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if not isinstance(name, str):
            continue
        if name not in allowed:
            wrong = about(field, said("%(word)s is not known", word=shown(name)))
            yield document.problem((field, number), wrong, nearest(name, allowed))
        elif name in seen:
            wrong = about(field, said("%(word)s stands here twice", word=name))
            yield document.problem((field, number), wrong, said("keep one of the two"))
        seen.add(name)


def _check_citations(data: Mapping[str, Any], document: Document) -> Iterator[Problem]:
    sources = as_group(data.get("sources"))
    cited = set[str]()
    for section in SECTIONS:
        for place, text in _statements(data, section):
            name = section.field if section.inner == "text" else section.inner
            keys = citations(text)
            cited.update(keys)
            if not keys and section.needs_source and len(text) <= LONGEST:
                wrong = about(name, said("this statement has no source"))
                yield document.problem(place, wrong, said("end it with a footnote: …[^key]"))
            for key in keys:
                if key not in sources:
                    wrong = about(name, said("the source %(source)s does not exist", source=shown(key)))
                    yield document.problem(place, wrong, nearest(key, list(sources)))
    yield from check_cited(document, sources, cited)


def check_cited(document: Document, sources: Mapping[str, Any], cited: Collection[str]) -> Iterator[Problem]:
    """Yield the sources that nothing cites."""
    for key in sources:
        if key not in cited:
            wrong = said("the source %(source)s is not cited", source=shown(key))
            yield document.problem(("sources", key), wrong, said("cite it, or take it out"), key=True)


def _statements(data: Mapping[str, Any], section: Section) -> Iterator[tuple[Position, str]]:
    """The texts of a section, which holds one, or a group with one, or a list of either."""
    value = data.get(section.field)
    items: list[tuple[Position, Any]] = [((section.field,), value)]
    if isinstance(value, list):
        items = [((section.field, number), item) for number, item in enumerate(value)]
    for place, item in items:
        text = item if isinstance(item, str) else as_group(item).get(section.inner)
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
            about("level", said("no result carries %(level)s", level=str(level))),
            said("%(wanted)s; else choose a weaker level", wanted=carrier.wanted),
        )


def check_texts(document: Document, model: type[Value]) -> Iterator[Problem]:
    """Marks that a field can't show, leftovers of a template, and links with a scheme that is not allowed."""
    if any(sign in document.text for sign in _MARKS):
        yield from _check_marks(document, model)
    if not any(sign in document.text for sign in _SIGNS):
        return
    for place, text in texts_in(document.data, ()):
        if found := TEMPLATE.search(text):
            wrong = said("“%(words)s” is left over from a template", words=shown(found[0]))
            yield document.problem(place, wrong, said("write the text, or take it out"))
        if "](" not in text:
            continue
        for target in _LINK_TARGET.findall(text):
            if not target.lower().startswith(tuple(f"{scheme}:" for scheme in LINK_SCHEMES)):
                wrong = said("the link to “%(address)s” is not allowed", address=shown(target))
                yield document.problem(place, wrong, said("links begin with https:, http: or mailto:"))


def _check_marks(document: Document, model: type[Value]) -> Iterator[Problem]:
    """Footnotes outside of statements, and emphasis or links in a field that is shown as typed."""
    for place, text in texts_in(document.data, ()):
        if not any(sign in text for sign in _MARKS):
            continue
        marks = marks_of(model, place)
        name = next((str(step) for step in place if isinstance(step, str)), "")
        if marks is not Marks.CITED and citations(text):
            wrong = about(name, said("footnotes stand in the statements below"))
            yield document.problem(place, wrong, said("take it out here"))
        elif marks is Marks.PLAIN and "sources" not in place and has_marks(text):
            wrong = about(name, said("Markdown is shown as typed here"))
            yield document.problem(place, wrong, said("plain words only; emphasis and links stand in statements"))


def check_dates(document: Document, today: datetime.date) -> Iterator[Problem]:
    """Yield dates of sources that lie in the future."""
    for key, source in as_group(as_group(document.data).get("sources")).items():
        yield from _check_past(document, ("sources", key, "date"), as_group(source).get("date"), today)


def _check_past(document: Document, place: Position, value: object, today: datetime.date) -> Iterator[Problem]:
    """Refuse a date, or the part of one that is known, after today."""
    if isinstance(value, str) and _DATE.fullmatch(value) and value > today.isoformat()[: len(value)]:
        allowed = said("this year or earlier") if _YEAR.fullmatch(value) else said("today or earlier")
        yield document.problem(place, about(str(place[-1]), said("%(date)s lies in the future", date=value)), allowed)


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


def texts_in(data: object, place: Position) -> Iterable[tuple[Position, str]]:
    """Yield every text of a document, with where it stands."""
    if isinstance(data, str):
        if len(data) <= LONGEST:
            yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts_in(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts_in(value, (*place, number))
