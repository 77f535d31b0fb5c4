"""A saved self-assessment, read and checked as strictly as the write-ups are."""

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.model import Assessment, Library
from generator.reading.files import read_text
from generator.reading.problems import Problem, ProblemsFoundError, nearest
from generator.reading.strict_yaml import Document, parse
from generator.reading.validation import validate

_AGAIN = "save it from the page anew"
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
"""Two escapes that stand for one character, which JSON has and YAML has not."""


def read_assessment(path: Path, library: Library) -> Assessment:
    """Return the self-assessment in a JSON file, its criteria and self-check points those of the library's standard.

    Raises:
        ProblemsFoundError: with everything that is wrong with the file.
    """
    text = read_text(path)
    if isinstance(text, Problem):
        raise ProblemsFoundError([text])
    document = _document(path, text)
    if not isinstance(document, Document):
        raise ProblemsFoundError(document)
    assessment = validate(document, Assessment)
    problems = [*_misnamed(document, library), *(assessment if isinstance(assessment, list) else ())]
    if problems or not isinstance(assessment, Assessment):
        raise ProblemsFoundError(problems)
    return assessment


def _document(path: Path, text: str) -> Document | list[Problem]:
    """The data as JSON has it, and the places of its parts as YAML, of which JSON is a part, finds them."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return [Problem(path, error.lineno, error.colno, f"this is not JSON ({error.msg})", _AGAIN)]
    except (RecursionError, ValueError):
        return [Problem(path, 1, 1, "nested too deeply, or a number too long", _AGAIN)]
    document = parse(path, _PAIR.sub(_character, text))
    return dataclasses.replace(document, data=data) if isinstance(document, Document) else document


def _character(found: re.Match[str]) -> str:
    high, low = int(found[2], 16), int(found[3], 16)
    return found[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _misnamed(document: Document, library: Library) -> Iterator[Problem]:
    """Criteria that the standard does not have, and ticks on points that are not of their criterion."""
    answers = document.data.get("answers") if isinstance(document.data, dict) else None
    for code, given in answers.items() if isinstance(answers, dict) else ():
        criterion = library.criterion_by_code.get(code)
        if criterion is None:
            allowed = nearest(code, list(library.criterion_by_code))
            yield document.problem(("answers", code), f"{code} is not a criterion of the standard", allowed, key=True)
            continue
        ticked = given.get("checks") if isinstance(given, dict) else None
        checks = ticked if isinstance(ticked, list) else []
        for number, text in enumerate(checks):
            place = ("answers", code, "checks", number)
            if not isinstance(text, str):
                continue  # the model refuses it
            if text.strip() not in criterion.checks:
                wrong = f"“{text[:60]}” is not a self-check point of {code}"
                yield document.problem(place, wrong, nearest(text, criterion.checks))
            elif text in checks[:number]:
                yield document.problem(place, f"“{text[:60]}” stands here twice", "keep one of the two")
