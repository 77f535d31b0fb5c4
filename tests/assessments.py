"""Self-assessments: what files hold that are right, and files with a mistake, which Python and the browser refuse."""

import random
from typing import Any

from generator.model import Answer, Assessment, CriterionAnswer, Library

FORM: dict[str, Any] = {"format": "peerbook-self-assessment", "version": 1}
FILLED: dict[str, Any] = {
    **FORM,
    "city": "omaha-ne",
    "by": "Ana Ruiz",
    "saved": "2026-01-31",
    "answers": {
        "DM1": {
            "answer": "partly",
            "checks": ["It is clear who holds them"],
            "note": 'Draft is with the council; "final" in May.\nÜber 🎉',
        },
        "LC1": {"answer": "yes"},
        "OD2": {"note": "Ask the web team"},
    },
}
MISTAKEN: dict[str, Any] = {
    "no group of fields": [1, 2],
    "another format": {**FORM, "format": "something-else"},
    "no format": {"version": 1},
    "another version": {**FORM, "version": 2},
    "a version in quotes": {**FORM, "version": "1"},
    "a field too many": {**FORM, "mayor": "Ana"},
    "a city that is no id": {**FORM, "city": "Omaha, NE"},
    "a city that is a number": {**FORM, "city": 5},
    "too long a name": {**FORM, "by": "a" * 301},
    "a day that is none": {**FORM, "saved": "2026-02-30"},
    "only a year": {**FORM, "saved": "2026"},
    "answers as a list": {**FORM, "answers": ["yes"]},
    "an unknown criterion": {**FORM, "answers": {"DM10": {"answer": "yes"}}},
    "a bare answer": {**FORM, "answers": {"DM1": "yes"}},
    "an unknown answer": {**FORM, "answers": {"DM1": {"answer": "maybe"}}},
    "a field too many in an answer": {**FORM, "answers": {"DM1": {"answr": "yes"}}},
    "too long a note": {**FORM, "answers": {"DM1": {"note": "a" * 2001}}},
    "a note that is a number": {**FORM, "answers": {"DM1": {"note": 7}}},
    "ticks as a text": {**FORM, "answers": {"DM1": {"checks": "It is clear who holds them"}}},
    "a tick that is a number": {**FORM, "answers": {"DM1": {"checks": [1]}}},
}


def an_assessment(city: str | None = None, **answers: str) -> Assessment:
    """An assessment with these answers by code: `an_assessment(DM1="partly")`."""
    given = {code: CriterionAnswer(answer=Answer(answer)) for code, answer in answers.items()}
    return Assessment(format="peerbook-self-assessment", version=1, city=city, answers=given)


def at_random(library: Library, seed: int) -> Assessment:
    """An assessment as somebody might fill it in: the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    weights = [chance.random() for _ in range(5)]
    choices = [*map(str, Answer), ""]
    given = {one.code: chance.choices(choices, weights)[0] for one in library.standard.criteria}
    return an_assessment(**{code: answer for code, answer in given.items() if answer})
