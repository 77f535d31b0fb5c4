"""A saved self-assessment, read and checked as strictly as the write-ups are."""

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from generator.model import Assessment, Criterion, Library
from generator.reading.files import read_text
from generator.reading.letters import shown
from generator.reading.problems import Problem, ProblemsFoundError, nearest, told
from generator.reading.strict_yaml import Document, parse
from generator.reading.validation import validate
from generator.reading.words_of_others import named
from generator.said import about, said, said_many

_AGAIN = said("save it from the page anew")
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
"""Two escapes that stand for one character, which JSON has and YAML has not."""


class SavedAssessment(NamedTuple):
    """A self-assessment as it was read, and what was left out of it."""

    assessment: Assessment
    remarks: tuple[str, ...]
    """A sentence for each criterion whose ticks were left out."""


def read_assessment(path: Path, library: Library) -> SavedAssessment:
    """Return the self-assessment in a JSON file, its criteria those of the library's standard.

    A tick whose words no self-check point has is left out and told: a point may have been put in other words since the
    file was saved, and that loses a tick, not the file. `docs/assets/readiness/saved.js` reads by the same rules, and
    both are held to `tests/spec/assessment.json`.

    Raises:
        ProblemsFoundError: with everything that is wrong with the file.
    """
    text = read_text(path)
    if isinstance(text, Problem):
        raise ProblemsFoundError([text])
    document = _document(path, text.replace("\r\n", "\n"))
    if not isinstance(document, Document):
        raise ProblemsFoundError(document)
    known, remarks = _with_known_ticks(document.data, library)
    assessment = validate(dataclasses.replace(document, data=known), Assessment)
    problems = [*told(_misnamed(document, library)), *(assessment if isinstance(assessment, list) else ())]
    if problems or not isinstance(assessment, Assessment):
        raise ProblemsFoundError(problems)
    return SavedAssessment(assessment, remarks)


def _document(path: Path, text: str) -> Document | list[Problem]:
    """The data as JSON has it, and the places of its parts as YAML, of which JSON is a part, finds them."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        wrong = said("this is not JSON (%(why)s)", why=named(error.msg))
        return [Problem(path, error.lineno, error.colno, wrong, _AGAIN)]
    except (RecursionError, ValueError):
        return [Problem(path, 1, 1, said("nested too deeply, or a number too long"), _AGAIN)]
    document = parse(path, _PAIR.sub(_character, text))
    return dataclasses.replace(document, data=data) if isinstance(document, Document) else document


def _character(found: re.Match[str]) -> str:
    high, low = int(found[2], 16), int(found[3], 16)
    return found[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _misnamed(document: Document, library: Library) -> Iterator[Problem]:
    """Criteria that the standard does not have."""
    for code in _answers(document.data):
        if code not in library.criterion_by_code:
            allowed = nearest(code, list(library.criterion_by_code))
            wrong = said("%(code)s is not a criterion of the standard", code=shown(code))
            yield document.problem(("answers", code), wrong, allowed, key=True)


def _with_known_ticks(data: Any, library: Library) -> tuple[Any, tuple[str, ...]]:
    """The data with ticks on known points only, each once and in the order of the standard, and what was left out."""
    answers = dict(_answers(data))
    remarks = []
    for code, given in answers.items():
        criterion = library.criterion_by_code.get(code)
        ticks = given.get("checks") if isinstance(given, dict) else None
        if criterion and isinstance(ticks, list) and all(isinstance(tick, str) for tick in ticks):
            known, lost = _sorted_out(ticks, criterion)
            answers[code] = {**given, "checks": known}
            if lost:
                left_out = said_many(
                    "a tick was left out, as no self-check point has these words.",
                    "%(count)s ticks were left out, as no self-check point has these words.",
                    lost,
                )
                remarks.append(about(code, left_out))
    return ({**data, "answers": answers} if answers else data), tuple(remarks)


def _sorted_out(ticks: list[str], criterion: Criterion) -> tuple[list[str], int]:
    """Which points are ticked, and how many ticks are on none of them."""
    given = [tick.strip() for tick in ticks]
    known = [point for point in criterion.checks if point in given]
    return known, sum(tick not in criterion.checks for tick in given)


def _answers(data: Any) -> dict[str, Any]:
    answers = data.get("answers") if isinstance(data, dict) else None
    return answers if isinstance(answers, dict) else {}
