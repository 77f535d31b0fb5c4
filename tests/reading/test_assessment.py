"""A saved self-assessment: read whole, or every mistake in it with its place and the way out."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Answer, Assessment, Library
from generator.reading import Problem, ProblemsFoundError, assessment_schema_text, read_assessment
from generator.reading.letters import HEAPED, INVISIBLE
from tests.assessments import FILLED, FORM, MISTAKEN


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
    read = read_assessment(written(tmp_path, FILLED, **style), real_library)
    assert read == Assessment.model_validate(FILLED)
    assert read.answers["DM1"].answer is Answer.PARTLY
    assert read.answers["DM1"].note.endswith("Über 🎉")
    assert read.answers["OD2"].answer is None


def test_an_empty_form_is_one(tmp_path: Path, real_library: Library) -> None:
    assert read_assessment(written(tmp_path, FORM), real_library).answers == {}


@pytest.mark.parametrize("name", MISTAKEN)
def test_a_mistake_is_told(tmp_path: Path, real_library: Library, name: str) -> None:
    path = written(tmp_path, MISTAKEN[name], indent=1)
    assert all(problem.wrong and problem.path == path for problem in problems_of(path, real_library))


def test_all_mistakes_are_told_at_once_each_with_its_place_and_the_nearest_valid_value(
    tmp_path: Path, real_library: Library
) -> None:
    text = """\
{
 "format": "peerbook-self-assessment",
 "version": 1,
 "answers": {
  "DM01": {"answer": "yes"},
  "DM1": {"answer": "party", "checks": ["It is clear who holds it"]},
  "LC1": {"nte": "a"}
 }
}
"""
    found = {(one.line, one.column): str(one) for one in problems_of(written(tmp_path, text), real_library)}
    assert list(found) == [(5, 3), (6, 21), (6, 41), (7, 11)]
    for place, words in {
        (5, 3): "DM01 is not a criterion of the standard: did you mean DM1?",
        (6, 21): "did you mean partly?",
        (6, 41): "did you mean It is clear who holds them?",
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


def test_a_point_that_is_ticked_twice_is_told(tmp_path: Path, real_library: Library) -> None:
    twice = real_library.criterion_by_code["DM1"].checks[:1] * 2
    path = written(tmp_path, {**FORM, "answers": {"DM1": {"checks": twice}}})
    assert [one.allowed for one in problems_of(path, real_library)] == ["keep one of the two"]


def may_stand(text: str) -> bool:
    return not INVISIBLE.search(text) and not HEAPED.search(text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    note=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80).filter(may_stand),
    ascii_only=st.booleans(),
)
def test_a_note_is_read_as_typed(tmp_path: Path, real_library: Library, note: str, ascii_only: bool) -> None:
    path = written(tmp_path, {**FORM, "answers": {"DM1": {"note": note}}}, ensure_ascii=ascii_only)
    assert read_assessment(path, real_library).answers["DM1"].note == note.strip()


def test_the_published_schema_takes_what_the_reader_takes() -> None:
    schema = jsonschema.Draft202012Validator(json.loads(assessment_schema_text()))
    assert not list(schema.iter_errors(FILLED))
    assert not list(schema.iter_errors(FORM))
    # What only the standard or a calendar can tell stays with the reader.
    beyond = {"an unknown criterion", "a day that is none", "only a year"}
    assert all(list(schema.iter_errors(data)) for name, data in MISTAKEN.items() if name not in beyond)
