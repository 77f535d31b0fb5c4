"""Self-assessments: what files hold that are right, and files with a mistake, which Python and the browser refuse."""

import json
import random
from pathlib import Path
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
SPEC: dict[str, Any] = json.loads((Path(__file__).parent / "spec" / "assessment.json").read_text(encoding="utf-8"))
"""Cases by which Python and the scripts of the page "Readiness" read a saved file: see its `about`."""
MISTAKEN: dict[str, str] = {case["name"]: case["text"] for case in SPEC["cases"] if case["taken"] is None}


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
