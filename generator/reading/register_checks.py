"""Checks of registers, the standard and advice, in the light of themselves and of each other."""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from generator.model import (
    AdviceList,
    AvoidedWords,
    CertificationProcess,
    Glossary,
    Method,
    Network,
    Standard,
    Topic,
    Value,
    citations,
)
from generator.reading.checks import (
    Known,
    as_group,
    as_list,
    check_cited,
    check_dates,
    check_one_of,
    check_texts,
    texts_in,
)
from generator.reading.letters import shown
from generator.reading.problems import Problem, nearest
from generator.reading.strict_yaml import Document
from generator.said import about, said, together


def check_entry_aliases(entries: Sequence[Topic | Method], document: Document, register: str) -> Iterator[Problem]:
    """Yield what is wrong with the earlier ids in a register: one that is an id, or stands there twice."""
    owners = {entry.id: entry.id for entry in entries}
    numbers = {str(as_group(one).get("id")): number for number, one in enumerate(document.data[register])}
    for entry in entries:
        for place, alias in enumerate(entry.aliases):
            owner = owners.setdefault(alias, entry.id)
            if owner != entry.id or alias == entry.id:
                where = (register, numbers[entry.id], "aliases", place)
                wrong = said("%(address)s is the address of %(owner)s", address=alias, owner=owner)
                yield document.problem(where, wrong, said("take it out"))


def check_standard(
    standard: Standard, document: Document, today: datetime.date, network: Network | None
) -> Iterator[Problem]:
    """Yield what is wrong with a valid standard in the light of itself and of the network, where that could be read."""
    for a, area in enumerate(standard.areas):
        for c, criterion in enumerate(area.criteria):
            for n, key in enumerate(criterion.name_sources):
                if key not in standard.sources:
                    place = ("areas", a, "criteria", c, "name_sources", n)
                    wrong = said("the source %(source)s does not exist", source=shown(key))
                    yield document.problem(place, wrong, nearest(key, list(standard.sources)))
            for d, detail in enumerate(criterion.details if network else ()):
                where = ("areas", a, "criteria", c, "details", d, "version")
                yield from check_one_of(document, where, detail.version, network.versions if network else ())
    named = {key for criterion in standard.criteria for key in criterion.name_sources}
    yield from check_sourced(document, Standard, today, named)
    codes = [criterion.code for criterion in standard.criteria]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        wrong = said("the criterion %(code)s stands here twice", code=code)
        yield document.problem((), wrong, said("keep one of the two"))
    ids = [area.id for area in standard.areas]
    for number, one in enumerate(ids):
        if one in ids[:number]:
            wrong = said("the area %(area)s stands here twice", area=one)
            yield document.problem(("areas", number, "id"), wrong, said("keep one of the two"))
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
                    wrong = said("the criterion %(code)s does not exist", code=shown(dependency.criterion))
                    yield document.problem(place, wrong, nearest(dependency.criterion, sorted(codes)))
    try:
        order.prepare()
    except CycleError as error:
        way = shown(" → ".join(error.args[1]), 200)
        wrong = said("rests_on goes round in a circle: %(way)s", way=way)
        yield document.problem((), wrong, said("take one out"))


def check_sourced(
    document: Document, model: type[Value], today: datetime.date, named: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield what is wrong with the citations, texts and dates of a register; sources in `named` count as cited."""
    sources, seen = as_group(as_group(document.data).get("sources")), set(named)
    for place, text in texts_in(document.data, ()):
        for key in citations(text):
            seen.add(key)
            if key not in sources:
                wrong = said("the source %(source)s does not exist", source=shown(key))
                yield document.problem(place, wrong, nearest(key, list(sources)))
    yield from check_cited(document, sources, seen)
    yield from check_texts(document, model)
    yield from check_dates(document, today)


def check_certification(document: Document, today: datetime.date, network: Network | None) -> Iterator[Problem]:
    """Yield what is wrong with how certification works, in the light of the network, where that could be read."""
    yield from check_sourced(document, CertificationProcess, today)
    tiers = [as_group(tier).get("level") for tier in as_list(as_group(document.data).get("tiers"))]
    for number, level in enumerate(tiers if network else ()):
        yield from check_one_of(document, ("tiers", number, "level"), level, network.level_by_id if network else ())
    known = [level for level in tiers if network and isinstance(level, str) and level in network.level_by_id]
    if network and known != [level for level in network.level_by_id if level in known]:
        wrong = about("tiers", said("the levels do not stand in their order"))
        way_out = said("lowest first, as in network.yaml: %(levels)s", levels=together(network.level_by_id))
        yield document.problem(("tiers",), wrong, way_out)


def check_advice(document: Document, known: Known, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with advice in the light of the library and of itself."""
    yield from check_sourced(document, AdviceList, today)
    seen: set[str] = set()
    for number, piece in enumerate(as_list(as_group(document.data).get("advice"))):
        identity = as_group(piece).get("id")
        if isinstance(identity, str) and identity in seen:
            wrong = said("%(word)s stands here twice", word=shown(identity))
            yield document.problem(("advice", number, "id"), wrong, said("keep one of the two"))
        elif isinstance(identity, str):
            seen.add(identity)
        for place, area in enumerate(as_list(as_group(piece).get("areas"))):
            if known.areas is not None and isinstance(area, str) and area not in known.areas:
                wrong = said("%(word)s is not known", word=shown(area))
                allowed = nearest(area, known.areas)
                yield document.problem(("advice", number, "areas", place), about("areas", wrong), allowed)


def check_glossary(glossary: Glossary, document: Document) -> Iterator[Problem]:
    """Yield where a valid glossary contradicts itself: a term twice, or one that forbids the word for another."""
    seen = set[str]()
    for number, term in enumerate(glossary.terms):
        if term.en in seen:
            wrong = said("%(word)s stands here twice", word=shown(term.en))
            yield document.problem(("terms", number, "en"), wrong, said("keep one of the two"))
        seen.add(term.en)
    for language in AvoidedWords.model_fields:
        for number, term in enumerate(glossary.terms):
            for place, word in enumerate(getattr(term.avoid, language)):
                whole = re.compile(rf"\b{re.escape(word)}\b")
                other = next((one.en for one in glossary.terms if whole.search(getattr(one, language).lower())), None)
                if other is not None:
                    wrong = said(
                        "%(word)s is to be avoided, and is the word for %(term)s", word=shown(word), term=shown(other)
                    )
                    at = ("terms", number, "avoid", language, place)
                    yield document.problem(at, wrong, said("keep one of the two"))
