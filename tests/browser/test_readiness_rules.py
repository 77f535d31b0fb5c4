"""What the page "Readiness" computes of the real library is what Python computes, and what it saves Python reads.

`tests/spec` has many more cases, which need no browser.
"""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.linking import Reach, Tally, places, plan, standing
from generator.model import Assessment, Library
from generator.reading import read_assessment
from generator.wording import say
from tests.assessments import FILLED, FORM, an_assessment, at_random
from tests.said import said
from tests.site import Watched

_WITH_STANDARD = """
async ([root, given]) => {
    const from = name => import(root + "assets/" + name);
    const { readStandard } = await from("readiness/standard.js");
    const standard = readStandard(document.querySelector(".pb-readiness"));
    %s
}
"""
_PLAN = """
    const { plan } = await from("readiness/plan.js");
    const { load } = await from("your-city/places.js");
    const data = await load();
    const here = data.all.find(one => one.id === given.city) || null;
    return plan(standard, given.answers, here, data).map(one => [
        one.criterion, one.answer, one.reasons, one.practices.map(two => [two.practice, two.reasons]), one.note,
    ]);
"""
_STANDING = """
    const { standing } = await from("readiness/standing.js");
    return given.map(answers => {
        const found = standing(standard, answers);
        const { overall, areas, reach, reachWithPartly, mandatoryNotMet, sentences } = found;
        return [overall, Array.from(areas), reach, reachWithPartly, mandatoryNotMet, sentences];
    });
"""
_PARSE = """
    const { parse } = await from("readiness/saved.js");
    return given.map(text => parse(text, standard));
"""
_SAVED = """
    const { asText } = await from("readiness/assessment.js");
    const { clean } = await from("readiness/limits.js");
    const answers = Object.fromEntries(given.map((note, number) =>
        [standard.criteria[number].code, { answer: "", checks: [], note: clean(note, standard.limits).trim() }]));
    return asText({ city: "", by: "", answers: answers }, "2026-01-31", standard.limits);
"""


@pytest.fixture
def page(watched: Watched) -> Page:
    return watched.open("readiness/")


def run(page: Page, script: str, given: Any) -> Any:
    root = page.evaluate("new URL('../', location.href).href")
    return page.evaluate(_WITH_STANDARD % script, [root, given])


def answers_of(assessment: Assessment) -> dict[str, Any]:
    return {code: {"answer": str(one.answer), "checks": [], "note": ""} for code, one in assessment.answers.items()}


@pytest.mark.parametrize(("seed", "city"), [(1, None), (None, "omaha-ne")])
def test_the_plan_is_that_of_python(page: Page, real_library: Library, seed: int | None, city: str | None) -> None:
    every_gap = an_assessment(**dict.fromkeys(real_library.criterion_by_code, "no"))
    assessment = every_gap if seed is None else at_random(real_library, seed)
    place = next((one for one in places(real_library) if one.id == city), None)
    assert (place is None) == (city is None)
    ours = [
        [
            step.criterion,
            str(step.answer),
            list(said(step.reasons)),
            [[one.practice, list(said(one.reasons))] for one in step.practices],
            say(step.note) if step.note else "",
        ]
        for step in plan(assessment, place, real_library)
    ]
    assert len(ours) > 5
    assert run(page, _PLAN, {"city": city, "answers": answers_of(assessment)}) == ours


def test_the_standing_is_that_of_python(page: Page, real_library: Library) -> None:
    codes = [one.code for one in real_library.standard.criteria]
    rising = [an_assessment(**dict.fromkeys(codes[:count], "yes")) for count in range(len(codes) + 1)]
    assessments = [*rising, *(at_random(real_library, seed) for seed in range(20))]

    def tally(one: Tally) -> dict[str, int]:
        fields = {("notSure" if key == "not_sure" else key): value for key, value in dataclasses.asdict(one).items()}
        return {**fields, "total": one.total}

    def reach(one: Reach) -> dict[str, Any]:
        tiers = {"tier": one.tier.name if one.tier else "", "following": one.following.name if one.following else ""}
        same = {
            "met": one.met,
            "total": one.total,
            "missing": one.missing,
            "percent": one.percent,
            "words": say(one.band),
        }
        return {**same, **tiers, "words": say(one.band), "isBetween": one.is_between}

    ours = []
    for assessment in assessments:
        found = standing(assessment, real_library)
        areas = [[area, tally(one)] for area, one in found.areas.items()]
        whole = [tally(found.overall), areas, reach(found.reach), reach(found.reach_with_partly)]
        ours.append([*whole, list(found.mandatory_not_met), list(said(found.sentences))])
    assert run(page, _STANDING, list(map(answers_of, assessments))) == ours


def test_the_page_reads_a_file_by_the_limits_that_it_brings_along(page: Page) -> None:
    filled, mistaken = run(page, _PARSE, [json.dumps(FILLED), json.dumps({**FORM, "by": "a" * 301})])
    assert (filled["mistakes"], filled["remarks"]) == ([], [])
    assert filled["assessment"]["answers"]["DM1"] == FILLED["answers"]["DM1"]
    assert (filled["assessment"]["city"], filled["assessment"]["by"]) == ("omaha-ne", "Ana Ruiz")
    assert mistaken["mistakes"] == ["Who filled it in is not a text of at most 300 characters."]


def test_whatever_is_typed_python_reads_the_saved_file(page: Page, real_library: Library, tmp_path: Path) -> None:
    notes = [
        '"quoted" \\ back\\nslash',
        "- a: [b, {c}] # d",
        "bell\a null\0 mark\ufeff",
        "🎉 é 中\u2028\u202eevil",
        "a\tb\r\nc",
    ]
    path = tmp_path / "saved.json"
    path.write_text(run(page, _SAVED, notes), encoding="utf-8")
    read = [one.note for one in read_assessment(path, real_library).assessment.answers.values()]
    assert read == ['"quoted" \\ back\\nslash', "- a: [b, {c}] # d", "bell null mark", "🎉 é 中evil", "a\tb\nc"]
