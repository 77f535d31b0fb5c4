"""Builders of small libraries: a practice, a city or a library in one line, and strategies that make many."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from generator.model import (
    AdoptionGuide,
    AdviceList,
    CertificationProcess,
    City,
    EvidenceLevel,
    Library,
    Method,
    Network,
    Practice,
    Standard,
    Topic,
)
from tests.builders import ADOPTION, ADVICE, CERTIFICATION, NETWORK

METHODS = {
    "crisis-response": "Crisis response",
    "behavioral-message": "Behavioral message",
    "predictive-model": "Predictive model",
}
TOPICS = {"road-safety": "Road safety", "homelessness": "Homelessness", "covid-19": "COVID-19", "health": "Health"}
AREAS = {"open-data": "Open Data", "rigorous-evaluations": "Rigorous Evaluations"}
CRITERIA = {"OD1": "Open Data Policy", "EVAL2": "Launching Rigorous Evaluations"}
WORDS = ("dispatch", "nurse", "ambulance", "crash", "crashes", "shelter", "meters", "the", "ünïcode", "救急車", "2019")


def a_practice(identity: str, **fields: Any) -> Practice:
    """A practice with nothing to say but what is given; its city is what stands before the slash."""
    plain: dict[str, Any] = {
        "title": "It was done there",
        "summary": "This was what they did there, and then they did it again.",
        "started": "unknown",
        "status": "unknown",
        "areas": ("open-data",),
        "topics": ("health",),
        "methods": ("predictive-model",),
        "problem": ("It was so.",),
        "approach": ("They did it.",),
        "evidence": {"level": fields.pop("level", EvidenceLevel.DESCRIPTIVE), "note": "Nobody measured it."},
        "sources": {"report": {"title": "The report"}},
        "added": "2026-01-15",
        "reviewed": "2026-01-31",
    }
    return Practice(**{**plain, **fields, "id": identity, "city": identity.partition("/")[0]})


def a_city(
    identity: str, people: int | str = 100_000, *, level: str = "unknown", government: str = "unknown", **fields: Any
) -> City:
    """A city of the US South whose name is its id."""
    place = {"name": identity.partition("-")[0].capitalize(), "state": "TX", "country": "US", "region": "South"}
    step = {"level": level, "year": 2021, "award": "new", "sources": ["list"]}
    return City.model_validate(
        {
            **place,
            **fields,
            "id": identity,
            "population": {"count": people},
            "government": {"form": government},
            "certifications": [step],
            "sources": {"list": {"title": "The list"}},
        }
    )


def a_library(practices: Iterable[Practice] = (), cities: Sequence[City] = ()) -> Library:
    """A library of these practices, in their order, and of these cities; others that practices need are made up."""
    practices = tuple(practices)
    known = {city.id for city in cities}
    others = sorted({practice.city for practice in practices} - known)
    return Library(practices=practices, cities=(*cities, *map(a_city, others)), **_registers())


@cache
def _registers() -> dict[str, Any]:
    """What is the same in all of them, read once."""
    return {
        "network": Network.model_validate(yaml.safe_load(NETWORK)),
        "standard": Standard.model_validate(_standard()),
        "topics": tuple(Topic.model_validate(_entry(*entry)) for entry in TOPICS.items()),
        "methods": tuple(Method.model_validate(_entry(*entry)) for entry in METHODS.items()),
        "certification": CertificationProcess.model_validate(yaml.safe_load(CERTIFICATION)),
        "advice": AdviceList.model_validate(yaml.safe_load(ADVICE)),
        "adoption": AdoptionGuide.model_validate(yaml.safe_load(ADOPTION)),
    }


def _entry(identity: str, name: str) -> dict[str, Any]:
    return {"id": identity, "name": name, "description": "What it is.", "words": ("a", "b", "c", "d", name)}


def _standard() -> dict[str, Any]:
    def criterion(code: str) -> dict[str, Any]:
        texts = {"question": "Is it so?", "asks": "That it is so.", "checks": ["It is so"], "sourcing": "One place."}
        return {"code": code, "name": CRITERIA[code], "name_sources": ["list"], **texts}

    areas = zip(AREAS.items(), CRITERIA, strict=True)
    return {
        "title": "A small standard",
        "version": "2022",
        "provenance": ["One place."],
        "areas": [
            {"id": area, "name": name, "description": "An area.", "criteria": [criterion(code)]}
            for (area, name), code in areas
        ],
        "sources": {"list": {"title": "The list"}},
    }


def a_few(values: Iterable[str], least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of the values, in any order, none twice."""
    return st.lists(st.sampled_from(sorted(values)), min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def libraries(draw: st.DrawFn, least: int = 0, most: int = 10) -> Library:
    """A library of up to `most` practices in up to five cities, with texts of few words so that many are shared."""
    texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
    practices = [
        a_practice(
            f"{draw(st.sampled_from(('austin', 'boise', 'cali', 'dallas', 'el-paso')))}/p{number}",
            title=f"They did it: {draw(texts)}",
            approach=(draw(texts),),
            methods=draw(a_few(METHODS, 1, 3)),
            topics=draw(a_few(TOPICS, 1, 4)),
            areas=draw(a_few(AREAS, 1, 2)),
            criteria=draw(a_few(CRITERIA, 0, 2)),
            level=draw(st.sampled_from(list(EvidenceLevel))),
        )
        for number in range(draw(st.integers(least, most)))
    ]
    return a_library(practices)


@st.composite
def town_halls(draw: st.DrawFn) -> Library:
    """A library of cities that differ in all that peers are found by; half of them have a practice."""
    cities = [
        a_city(
            f"city{number}",
            draw(st.one_of(st.just("unknown"), st.integers(1_000, 3_000_000))),
            country=draw(st.sampled_from(("US", "BR", "CO"))),
            region=draw(st.sampled_from(("South", "West", "South America"))),
            government=draw(st.sampled_from(("unknown", "other", "mayor-council", "council-manager"))),
            level=draw(st.sampled_from(("unknown", "silver", "gold"))),
        )
        for number in range(draw(st.integers(0, 14)))
    ]
    practices = [a_practice(f"{city.id}/only", topics=draw(a_few(TOPICS, 1, 4))) for city in cities[::2]]
    return a_library(practices, cities)
