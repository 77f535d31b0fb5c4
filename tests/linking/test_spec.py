"""The rules that run in Python and in the browser, as cases in `tests/spec/`.

Here Python is held to them, in `tests/scripts/` the scripts are. `pytest --update-golden tests/linking/test_spec.py`
writes them anew by what Python does; read the difference.
"""

import dataclasses
import random
from collections.abc import Callable
from typing import Any

import pytest

from generator.language.words import fold, words_in
from generator.linking import NodeKind, Place, Reach, Tag, Tally, advise, alike, places, plan, standing
from generator.linking.places import same_size
from generator.model import EvidenceLevel, Library
from generator.publishing.your_city import places_data
from generator.wording import ENGLISH, say, say_short
from tests.assessments import an_assessment, at_random
from tests.linking.conftest import METHODS, TOPICS, a_city, a_library, a_practice
from tests.linking.test_readiness import a_standard
from tests.said import said

CODES = [f"AA{number}" for number in range(1, 13)]
RESTS_ON = {"AA1": "AA5", "AA2": "AA1", "AA3": "AA4", "AA7": "AA2 AA3", "AA8": "AA5", "AA9": "AA5", "AA10": "AA5"}
NAMED_PLACES = ("omaha-ne", "monterrey-mexico", "nassau-bahamas", "san-jose-san-jose-costa-rica", "near-tx")


def test_words_are_told_apart_as_specified(held: Callable[[str, Any], None]) -> None:
    nasty = [
        "Bogotá’s 311-line: São Paulo's K-12, O'Hare's",
        "ÄÖÜ ß ﬁre ½ ① ２４ ٣ Ⅷ İstanbul ŁÓDŹ",
        "naïve café\u0301 re\u0301sume\u0301 e-mail\u00adlist",
        "<b>data</b>&amp;{{7*7}} $5,000.00 50% #1 C++ A/B",
        "日本 word 한국 \u200bzero\u200dwidth",
        "''s s's ’s 's x's_y x's1 x'sé",
        "का कि a\u0903b a\u20ddb a\u0488b",
        "",
    ]
    chance = random.Random(1)  # noqa: S311 (no secret)
    marks = [chr(point) for point in range(0x300, 0xA000) if f"{chr(point)}".isprintable()]
    nasty += ["".join(chance.choice([*"aes'’ ", *chance.sample(marks, 6)]) for _ in range(24)) for _ in range(60)]
    held("words", {"cases": [{"text": text, "folded": fold(text), "words": words_in(text)} for text in nasty]})


def test_numbers_and_lists_are_said_as_specified(held: Callable[[str, Any], None]) -> None:
    counts = [1, 49, 50, 949, 2_550, 8_549, 9_949, 9_950, 9_999, 10_000, 10_499, 10_500, 106_500, 999_499, 999_500]
    counts += [1_000_000, 1_049_999, 1_050_000, 1_150_000, 7_674_366, 12_325_232]
    names = [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a and b", "c"], ["a", "b, c"]]
    pairs = [(100_000, 149_999), (100_000, 150_000), (150_001, 100_000), (5, 9_000_000)]
    held(
        "sentences",
        {
            "people": [[count, ENGLISH.people(count)] for count in counts],
            "listed": [[one, ENGLISH.listed(one)] for one in names],
            "sizes": [
                [one, other, say(same_size(one, other)), say_short(same_size(one, other))] for one, other in pairs
            ],
        },
    )


def a_small_library() -> Library:
    """Cities of all sizes and regions with practices of all kinds: the same each time."""
    chance = random.Random(7)  # noqa: S311 (no secret)
    cities = [
        a_city("near-tx", 95_000),
        a_city("big-tx", 2_300_000),
        a_city("unknown-tx", "unknown"),
        a_city("omaha-ne", 486_051, state="NE", region="Midwest"),
        a_city("far-brazil", 1_500_000, country="BR", state=None, region="South America"),
        a_city("there-mexico", 600_000, country="MX", state=None, region="Mexico"),
        a_city("isle-bahamas", 270_000, country="BS", state=None, region="Caribbean"),
    ]
    practices = [
        a_practice(
            f"{city.id}/p{number}",
            topics=tuple(chance.sample(sorted(TOPICS), 2)),
            methods=tuple(chance.sample(sorted(METHODS), 1)),
            areas=(chance.choice(["open-data", "rigorous-evaluations"]),),
            criteria=tuple(sorted(chance.sample(CODES[:9], chance.randrange(3)))),
            level=chance.choice(list(EvidenceLevel)),
            adopted_by=({"city": "omaha-ne", "text": "They took it over.[^report]"},)
            if (city.id, number) == ("big-tx", 1)
            else (),
        )
        for city in cities
        for number in range(chance.randrange(1, 5))
    ]
    library = a_library(practices, cities)
    return library.model_copy(update={"standard": a_standard(" ".join(CODES), "AA2 AA6", RESTS_ON)})


@pytest.fixture(scope="module")
def library() -> Library:
    return a_small_library()


def place_named(library: Library, identity: str) -> Place:
    return next(one for one in places(library) if one.id == identity)


def test_cities_and_practices_are_ranked_as_specified(library: Library, held: Callable[[str, Any], None]) -> None:
    data = places_data(library)
    data["places"] = [row for row in data["places"] if row[0] in NAMED_PLACES]
    asked = [
        [],
        [Tag(NodeKind.TOPIC, "health")],
        [Tag(NodeKind.TOPIC, "road-safety"), Tag(NodeKind.CRITERION, "AA1"), Tag(NodeKind.AREA, "open-data")],
    ]
    cases = [
        {
            "city": identity,
            "asked": [tag.node for tag in tags],
            "peers": [
                [one.city, one.score, list(said(one.reasons)), say_short(one.reasons[0])]
                for one in alike(here, library).values()
            ]
            if here
            else [],
            "practices": [[one.practice, one.score, list(said(one.reasons))] for one in advise(library, here, tags)],
        }
        for identity in (*NAMED_PLACES, None)
        for here in [place_named(library, identity) if identity else None]
        for peers in [alike(here, library) if here else {}]
        for tags in asked
    ]
    held("advice", {"data": data, "cases": cases})


def test_standing_and_plan_are_as_specified(library: Library, held: Callable[[str, Any], None]) -> None:
    rising = [an_assessment(**dict.fromkeys(CODES[:count], "yes")) for count in range(len(CODES) + 1)]
    chances = [at_random(library, seed) for seed in range(12)]
    every_gap = an_assessment(**dict.fromkeys(CODES, "no"))
    tiers = library.certification.tiers
    held(
        "readiness",
        {
            "standard": {
                "areas": [
                    {"id": area.id, "name": area.name, "codes": [one.code for one in area.criteria]}
                    for area in library.standard.areas
                ],
                "criteria": [
                    {
                        "code": one.code,
                        "name": one.name,
                        "area": area.id,
                        "mandatory": one.mandatory,
                        "restsOn": [needed.criterion for needed in one.rests_on],
                        "checks": list(one.checks),
                    }
                    for area in library.standard.areas
                    for one in area.criteria
                ],
                "tiers": [{"name": one.level.capitalize(), "least": one.least, "most": one.most} for one in tiers],
            },
            "standings": [_standing(one, library) for one in (*rising, *chances)],
            "plans": [
                _plan(one, identity, library)
                for one, identity in (
                    *((one, None) for one in chances[:4]),
                    *((every_gap, identity) for identity in (None, *NAMED_PLACES)),
                    *((one, "near-tx") for one in chances[4:8]),
                )
            ],
        },
    )


def _answers(assessment: Any) -> dict[str, Any]:
    return {code: {"answer": str(one.answer), "checks": [], "note": ""} for code, one in assessment.answers.items()}


def _tally(one: Tally) -> dict[str, int]:
    fields = {("notSure" if key == "not_sure" else key): value for key, value in dataclasses.asdict(one).items()}
    return {**fields, "total": one.total}


def _reach(one: Reach) -> dict[str, Any]:
    tiers = {"tier": one.tier.name if one.tier else "", "following": one.following.name if one.following else ""}
    same = {"met": one.met, "total": one.total, "missing": one.missing, "percent": one.percent, "words": say(one.band)}
    return {**same, **tiers, "isBetween": one.is_between}


def _standing(assessment: Any, library: Library) -> dict[str, Any]:
    found = standing(assessment, library)
    return {
        "answers": _answers(assessment),
        "overall": _tally(found.overall),
        "areas": [[area, _tally(one)] for area, one in found.areas.items()],
        "reach": _reach(found.reach),
        "reachWithPartly": _reach(found.reach_with_partly),
        "mandatoryNotMet": list(found.mandatory_not_met),
        "sentences": list(said(found.sentences)),
    }


def _plan(assessment: Any, identity: str | None, library: Library) -> dict[str, Any]:
    steps = plan(assessment, place_named(library, identity) if identity else None, library)
    return {
        "city": identity,
        "answers": _answers(assessment),
        "steps": [
            {
                "criterion": step.criterion,
                "answer": str(step.answer),
                "reasons": list(said(step.reasons)),
                "practices": [[one.practice, list(said(one.reasons))] for one in step.practices],
                "note": say(step.note) if step.note else "",
            }
            for step in steps
        ],
    }
