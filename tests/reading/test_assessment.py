"""A saved self-assessment: read whole, or every mistake in it with its place and the way out."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Answer, Assessment, Library
from generator.publishing.pages.readiness import assessment_limits
from generator.reading import Problem, ProblemsFoundError, assessment_schema_text, read_assessment
from generator.reading.letters import HEAPED, INVISIBLE
from tests.assessments import FILLED, FORM, MISTAKEN, SPEC


def written(folder: Path, data: Any, **style: Any) -> Path:
    path = folder / "my-city.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data, **style), encoding="utf-8")
    return path


def problems_of(path: Path, library: Library) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsFoundError) as caught:
        read_assessment(path, library)
    return caught.value.problems


@pytest.mark.parametrize(
    "style",
    [{}, {"indent": 2}, {"indent": "\t", "ensure_ascii": False}, {"separators": (",", ":")}],
    ids=["plain", "indented", "with tabs", "without spaces"],
)
def test_what_was_saved_is_read_however_it_is_laid_out(
    tmp_path: Path, real_library: Library, style: dict[str, Any]
) -> None:
    read, _ = read_assessment(written(tmp_path, FILLED, **style), real_library)
    assert read == Assessment.model_validate(FILLED)
    assert read.answers["DM1"].answer is Answer.PARTLY
    assert read.answers["DM1"].note.endswith("Über 🎉")
    assert read.answers["OD2"].answer is None


def test_an_empty_form_is_one(tmp_path: Path, real_library: Library) -> None:
    assert read_assessment(written(tmp_path, FORM), real_library).assessment.answers == {}


def in_words(assessment: Assessment) -> dict[str, Any]:
    """What was taken, as `tests/spec/assessment.json` writes it: "" for what is not known, no empty answer."""
    answers = {
        code: {"answer": str(one.answer or ""), "checks": list(one.checks), "note": one.note}
        for code, one in assessment.answers.items()
        if one.answer or one.checks or one.note
    }
    return {"city": assessment.city or "", "by": assessment.by or "", "answers": answers}


@pytest.fixture
def standard(small_library: Library) -> Library:
    """A library whose standard has the criteria and self-check points of the specification."""
    criteria = [
        criterion.model_copy(update={"code": code, "checks": tuple(checks)})
        for (code, checks), criterion in zip(
            SPEC["criteria"].items(), [small_library.standard.criteria[0]] * len(SPEC["criteria"]), strict=True
        )
    ]
    area = small_library.standard.areas[0].model_copy(update={"criteria": tuple(criteria)})
    return small_library.model_copy(update={"standard": small_library.standard.model_copy(update={"areas": (area,)})})


@pytest.mark.parametrize("case", SPEC["cases"], ids=lambda case: case["name"])
def test_a_file_is_taken_or_refused_as_specified(tmp_path: Path, standard: Library, case: dict[str, Any]) -> None:
    path = tmp_path / "my-city.json"
    path.write_text(case["text"], encoding="utf-8", newline="")
    if case["taken"] is None:
        problems = problems_of(path, standard)
        assert all(problem.wrong and problem.path == path for problem in problems)
        assert len(problems) == case["mistakes"], problems
    else:
        assessment, remarks = read_assessment(path, standard)
        assert in_words(assessment) == case["taken"]
        assert list(remarks) == case["remarks"]


def test_all_mistakes_are_told_at_once_each_with_its_place_and_the_nearest_valid_value(
    tmp_path: Path, real_library: Library
) -> None:
    text = """\
{
 "format": "peerbook-self-assessment",
 "version": 1,
 "answers": {
  "DM01": {"answer": "yes"},
  "DM1": {"answer": "party", "checks": [7]},
  "LC1": {"nte": "a"}
 }
}
"""
    found = {(one.line, one.column): str(one) for one in problems_of(written(tmp_path, text), real_library)}
    assert list(found) == [(5, 3), (6, 21), (6, 41), (7, 11)]
    for place, words in {
        (5, 3): "DM01 is not a criterion of the standard: did you mean DM1?",
        (6, 21): "did you mean partly?",
        (6, 41): "is not a text",
        (7, 11): "did you mean note?",
    }.items():
        assert words in found[place]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"format": "peerbook-self-assessment",\n "version": 1,}', 2, "this is not JSON"),
        ("format: peerbook-self-assessment\nversion: 1", 1, "this is not JSON"),
        ("", 1, "this is not JSON"),
        ('{"format":\n "a", "format": "b"}', 2, "format stands here twice"),
        ("[" * 100_000, 1, "nested too deeply"),
        ('{"version": ' + "1" * 6_000 + "}", 1, "a number too long"),
        (json.dumps({**FORM, "answers": {"DM1": {"note": "bell \a"}}}), 1, "the invisible character U+0007"),
        (json.dumps({**FORM, "answers": {"DM1": {"note": "a" * 300_000}}}), 1, "at most 256 KiB"),
    ],
)
def test_what_is_no_json_or_does_harm_is_told(
    tmp_path: Path, real_library: Library, text: str, line: int, words: str
) -> None:
    (first, *_) = problems_of(written(tmp_path, text), real_library)
    assert first.line == line
    assert words in str(first)


def test_a_file_that_is_not_there_is_told(tmp_path: Path, real_library: Library) -> None:
    (problem,) = problems_of(tmp_path / "none.json", real_library)
    assert "can't be read" in problem.wrong


def may_stand(text: str) -> bool:
    return not INVISIBLE.search(text) and not HEAPED.search(text)


@given(
    note=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80).filter(may_stand),
    ascii_only=st.booleans(),
)
def test_a_note_is_read_as_typed(tmp_path: Path, real_library: Library, note: str, ascii_only: bool) -> None:
    path = written(tmp_path, {**FORM, "answers": {"DM1": {"note": note}}}, ensure_ascii=ascii_only)
    assert read_assessment(path, real_library).assessment.answers["DM1"].note == note.strip()


def test_the_published_schema_takes_what_the_reader_takes() -> None:
    schema = jsonschema.Draft202012Validator(json.loads(assessment_schema_text()))
    assert not list(schema.iter_errors(FILLED))
    assert not list(schema.iter_errors(FORM))
    refused = {name for name, text in MISTAKEN.items() if is_json(text) and not schema.is_valid(json.loads(text))}
    beyond = {  # what only the standard, a calendar or a look at the text itself can tell
        "an unknown criterion",
        "a day that is none",
        "only a year",
        "a year out of range",
        "a name of spaces",
        "an id that addresses use otherwise",
        "a control character in a note",
        "a mark of direction",
        "half of a character",
        "marks heaped on one letter",
        "an invisible sign in a tick that no point has",
    }
    assert {name for name, text in MISTAKEN.items() if is_json(text)} - refused == beyond


def is_json(text: str) -> bool:
    """Whether it is JSON in which each field stands once."""
    try:
        json.loads(text, object_pairs_hook=_each_once)
    except ValueError:
        return False
    return True


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a field stands twice")
    return dict(pairs)


def test_the_limits_of_the_page_are_those_in_the_specification() -> None:
    limits = json.loads((Path(__file__).parent.parent / "spec" / "limits.json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(assessment_limits())) == limits


def test_a_file_made_to_have_many_mistakes_costs_little(tmp_path: Path, real_library: Library) -> None:
    many = {**FORM, "answers": {f"X{number}": {"answer": "yes"} for number in range(9_000)}}
    found = problems_of(written(tmp_path, many), real_library)
    assert 200 <= len(found) <= 201
    assert any("more problems than the 200 told" in str(one) for one in found)
