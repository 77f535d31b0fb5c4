"""The rules of the checker that the form repeats in the browser, as cases in `tests/spec/write-ups.json`.

Here Python is held to them, in `tests/scripts/write-ups.test.js` the form is. A case is a change to a good write-up or
city, and the places at which something is wrong then. `pytest --update-golden` writes them anew.
"""

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import City, Library, Practice
from generator.publishing.contribute.form_data import form_data
from generator.reading.checks import check_city, check_practice
from generator.reading.drafts import known_of
from generator.reading.problems import Problem
from generator.reading.strict_yaml import Document, Position, parse
from generator.reading.validation import validate
from generator.wording import ENGLISH
from tests.builders import CITY, PRACTICE

SPEC = Path(__file__).parents[2] / "spec/write-ups.json"
TODAY = "2026-11-29"
Change = tuple[str, Any]
"""Where, with dots, and what is put there; None takes it out."""

RESULT = {"text": "It fell.[^report]", "metric": "calls"}
PRACTICES: dict[str, list[Change]] = {
    "a good write-up": [],
    **{f"without {name}": [(name, None)] for name in ("title", "summary", "started", "status", "areas", "topics")},
    **{f"without {name}": [(name, None)] for name in ("methods", "problem", "approach", "evidence", "reviewed")},
    "a short title": [("title", "Too short")],
    "a title of 89 signs, two of them of two units": [("title", "🚑🚑" + "x" * 87)],
    "a title of 90 signs": [("title", "x" * 90)],
    "a summary with a footnote": [("summary", "Boulder sends a nurse to callers with complaints.[^report]")],
    "a summary with emphasis": [("summary", "Boulder sends a *nurse* to callers with minor complaints.")],
    "a title with emphasis": [("title", "Boulder sends **nurses** to calls")],
    "a title with stars that are none": [("title", "Boulder sends 2 * 3 nurses to calls_of_all kinds")],
    "a question that is too short": [("questions.0", "Nurses?")],
    "an unknown year": [("started", "unknown")],
    "a year in words": [("started", "last year")],
    "a year out of range": [("started", "1492")],
    "a year ahead": [("started", "2031")],
    "a status of no kind": [("status", "paused")],
    "names of no register": [("topics.0", "helth"), ("methods.0", "none"), ("areas.0", "area"), ("criteria.0", "XX1")],
    "a topic twice": [("topics", ["health", "health"])],
    "no topic at all": [("topics", [])],
    "a statement without a source": [("problem.0", "Ambulances were sent to people.")],
    "a source that is not there": [("problem.0", "Ambulances were sent.[^reprot]")],
    "a citation that is escaped": [("problem.0", "Ambulances were sent.\\[^report]")],
    "a citation after a slash and a space": [("problem.0", "Ambulances were sent \\ [^report]")],
    "a citation inside of a link": [("problem.0", "[Ambulances[^report]](https://example.org) were sent")],
    "a citation in the middle": [("problem.0", "Ambulances[^report] were sent")],
    "a source that is cited nowhere": [("sources.more", {"title": "More"})],
    "a note that may go without": [("evidence.note", "Measured by a university.")],
    "a cost without a source": [("cost", "$1 million")],
    "a cost that is too long": [("cost", "x" * 300 + "[^report]")],
    "a lesson that may go without": [("lessons", ["Begin small."])],
    "resources without a source": [("resources", ["Three clerks."])],
    "a leftover": [("problem.0", "TODO tell more[^report]"), ("unknown.0", "…")],
    "a leftover that is none": [("problem.0", "The TODOs of the city… were many.[^report]")],
    "a link of no allowed kind": [("problem.0", "See [this](javascript:alert(1)).[^report]")],
    "a link to a page": [("problem.0", "See [this](https://example.org/a).[^report]")],
    "a link in what nobody knows": [("unknown.0", "See [this](https://example.org/a)")],
    "a footnote in a metric": [("results.0.metric", "share[^report]")],
    "a figure that is too long": [("results.0.treated", "5" * 61)],
    "a text that is too long": [("approach.0", "x" * 1201)],
    "a text that is far too long": [("approach.0", "x" * 4100)],
    "before without after": [("results.0", RESULT | {"before": "3"})],
    "after without before": [("results.0", RESULT | {"after": "3"})],
    "treated without comparison": [("results.0", RESULT | {"treated": "3", "comparison_group": "others"})],
    "treated without a group": [("results.0", RESULT | {"treated": "3", "comparison": "4"})],
    "a group without a figure": [("results.0", RESULT | {"comparison_group": "others"})],
    "a group and a change": [("results.0", RESULT | {"comparison_group": "others", "change": "-3%"})],
    "a group and no effect": [("results.0", RESULT | {"comparison_group": "others", "no_effect": "true"})],
    "a target without a figure": [("results.0", RESULT | {"target": "9"})],
    "a figure of nothing": [("results.0", {"text": "It fell.[^report]", "value": "3"})],
    "a result without a text": [("results.0.text", None)],
    **{
        f"{level} resting on {name}": [("results", [RESULT | figures]), ("evidence.level", level)]
        for level in ("randomized-trial", "quasi-experimental", "before-after", "monitoring", "descriptive")
        for name, figures in {
            "two times": {"before": "4", "after": "3"},
            "a change": {"change": "-3%"},
            "a change and its time": {"change": "-3%", "period": "2020"},
            "a group": {"treated": "4", "comparison": "3", "comparison_group": "others"},
            "a figure": {"value": "3"},
            "no effect": {"no_effect": "true"},
            "nothing": {},
        }.items()
    },
    "a level of no kind": [("evidence.level", "strong")],
    "a level, and a result that is wrong": [("results.0", RESULT | {"before": "3"}), ("evidence.level", "monitoring")],
    "a level, and a second result that is wrong": [("results.1", {"metric": "a"}), ("evidence.level", "before-after")],
    "adopted by a city of the library": [("adopted_by", [{"city": "salem-or", "text": "Took it.[^report]"}])],
    "adopted by a city that is not there": [("adopted_by", [{"city": "omaha-ne", "text": "Took it.[^report]"}])],
    "adopted by nobody": [("adopted_by", [{"text": "Took it.[^report]"}])],
    "adopted by two in one": [("adopted_by", [{"city": "salem-or", "name": "Omaha", "text": "Took it.[^report]"}])],
    "a source without a title": [("sources.report.title", None)],
    "a title of a source with emphasis": [("sources.report.title", "The *report*")],
    "a title of a source with a footnote": [("sources.report.title", "The report[^news]")],
    **{
        f"the address {url}": [("sources.report.url", url)]
        for url in (
            "example.org/page", "ftp://example.org", "https://", "https:/example.org", "mailto:city@example.org",
            "https://user@example.org", "https://example.org:80/a", "https://example.org:x", "https://exаmple.org",
            "https://example.org/a b", 'https://example.org/"', "HTTPS://EXAMPLE.ORG/A", "https://bogotá.gov.co/ñ",
            "javascript:alert(1)", "https://example.org/<a>", "https://example.org/a?b=c#d", "https://:80/",
        )
    },
    **{
        f"the date {date} of a source": [("sources.report.date", date)]
        for date in ("2020", "2020-13", "2020-02-30", "2020-02-29", "20-02", "2020-1", "May 2020", "2026-11-30", "2027")
    },
    **{f"reviewed {date}": [("reviewed", date)] for date in ("2026", "2026-11-29", "2026-11-30", "2026-02-31", "now")},
    **{f"added {date}": [("added", date)] for date in ("2026", "2026-11-29", "2027-01-01", "long ago")},
    "a correction": [("corrections", [{"date": "2026-01-02", "text": "It said that all was well, and it was not."}])],
    "a correction ahead": [("corrections", [{"date": "2027-01-02", "text": "It said that all was well."}])],
    "a correction without a day": [("corrections", [{"text": "It said that all was well, and it was not."}])],
    "too many questions": [("questions", [f"How is number {number} done?" for number in range(21)])],
}  # fmt: skip
CITIES: dict[str, list[Change]] = {
    "a good city": [],
    "without a name": [("name", None)],
    "without a step": [("certifications", [])],
    "a level of no kind": [("certifications.0.level", "bronze")],
    "an unknown year": [("certifications.0.year", "unknown")],
    "a year in words": [("certifications.0.year", "last year")],
    "a year ahead": [("certifications.0.year", "2027")],
    "an award of no kind": [("certifications.0.award", "first")],
    "a step without a source": [("certifications.0.sources", [])],
    "a source that is not there": [("certifications.0.sources.0", "lst")],
    "a source that is cited nowhere": [("sources.more", {"title": "More"})],
    "a population of none": [("population.count", "0")],
    "an unknown population": [("population.count", "unknown")],
    "a population in words": [("population.count", "many")],
    "a place that is none": [("location.latitude", "91")],
    "a place in words": [("location.longitude", "west")],
    "a region of no kind": [("region", "North")],
    "a country in words": [("country", "USA")],
    "a name with emphasis": [("name", "*Boulder*")],
    "a note with a footnote": [("notes", ["It is a city.[^list]"])],
}


def changed(text: str, changes: list[Change]) -> dict[str, Any]:
    """The data of a file with changes; all its values as text, as it is typed."""
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (makes nothing but text)
    for where, value in changes:
        *way, last = [int(step) if step.isdigit() else step for step in where.split(".")]
        inner: Any = data
        for step in way:
            inner = inner[step]
        if value is None:
            del inner[last]
        elif isinstance(inner, list) and int(last) >= len(inner):
            inner.append(value)
        else:
            inner[last] = value
    return data


@pytest.fixture
def places(small_library: Library, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, dict[str, Any]], list[Any]]:
    """Tells at which places of a file's data the checker finds something wrong."""
    known = known_of(small_library)
    today = datetime.date.fromisoformat(TODAY)
    told: list[Position] = []

    def problem(self: Document, place: Position, wrong: str, allowed: str = "", *, key: bool = False) -> Problem:
        told.append(place)
        return Problem(self.path, *self.locate(place, key=key), wrong, allowed)

    monkeypatch.setattr(Document, "problem", problem)

    def found(kind: str, data: dict[str, Any]) -> list[Any]:
        told.clear()
        document = parse(Path("file.yaml"), yaml.safe_dump(data, allow_unicode=True))
        assert isinstance(document, Document)
        if kind == "city":
            validate(document, City, {"id": "boulder-co"})
            list(check_city(document, today, small_library.network))
        else:
            validate(document, Practice, {"id": "boulder-co/nurses", "city": "boulder-co"})
            list(check_practice(document, "boulder-co", known, today))
        return sorted({json.dumps(place) for place in told})

    return found


def _cases() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, changes in PRACTICES.items():
        yield "practice", name, changed(PRACTICE, changes)
    for name, changes in CITIES.items():
        yield "city", name, changed(CITY.format(name="Boulder", state="CO", people=106_803), changes)


def test_the_checker_finds_what_is_specified(
    small_library: Library, places: Callable[[str, dict[str, Any]], list[Any]], request: pytest.FixtureRequest
) -> None:
    cases = [
        {"kind": kind, "name": name, "typed": data, "wrong": [json.loads(place) for place in places(kind, data)]}
        for kind, name, data in _cases()
    ]
    ours = {"today": TODAY, "data": form_data(small_library, ENGLISH), "cases": cases}
    lines = (json.dumps(case, ensure_ascii=False) for case in cases)
    rest = json.dumps(ours | {"cases": []}, ensure_ascii=False).removesuffix("[]}")
    text = rest + "[\n" + ",\n".join(lines) + "\n]}\n"
    if request.config.getoption("--update-golden"):
        SPEC.write_text(text, encoding="utf-8")
    assert json.loads(text) == json.loads(SPEC.read_text(encoding="utf-8"))


def test_good_files_pass_and_each_change_to_them_is_told_apart(
    places: Callable[[str, dict[str, Any]], list[Any]],
) -> None:
    good = {name for kind, name, data in _cases() if not places(kind, data)}
    assert {"a good write-up", "a good city"} <= good
    assert not {"a short title", "a statement without a source", "a year ahead"} & good
