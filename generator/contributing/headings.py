"""Drafts in Markdown, and the issue form, which asks for the same under the same headings.

What is asked, in which order and with which choices, is one list, made from the models and the registers; the form of
GitHub, the reading of a filled one and the Markdown template come from it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.contributing.drafts import Draft, cited, sources_in
from generator.contributing.fields import FieldEntry, entries, registered
from generator.contributing.writing import one_line
from generator.language.names import as_slug
from generator.model import Library, WriteUp
from generator.reading.problems import Problem
from generator.reading.strict_yaml import Position
from generator.said import said, said_many, together

MAX_BODY = 70_000
"""Characters of a draft in Markdown; GitHub takes 65,536 in an issue."""
NO_RESPONSE = "_No response_"
"""What GitHub writes where somebody left a field of a form empty."""

LICENSE = "License"
"""The last heading of the form, below which there is only a tick."""


class Shape(StrEnum):
    """How an answer is written."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    BLOCKS = "blocks"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True)
class Asked:
    """One question of the form."""

    field: str
    """Id of the answer: a field of the write-up, or one of those that begin with `city`."""
    label: str
    shape: Shape
    help: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


_SHOWN = (
    ("title", "Title", Shape.LINE, "Riverton texts residents the day before street sweeping"),
    ("summary", "Summary", Shape.TEXT, ""),
    ("problem", "What was wrong", Shape.LINES, "Most tickets went to people who did not know the day. [1]"),
    ("approach", "What the city did", Shape.LINES, "It sends a message at 6 p.m. the day before. [2]"),
    (
        "results",
        "What changed",
        Shape.BLOCKS,
        "Fewer cars were ticketed on sweeping days. [1]\nmetric: tickets on sweeping days\n"
        "before: 9,000\nafter: 6,000\nperiod: 2020 to 2022",
    ),
    ("evidence.level", "How it was measured", Shape.CHOICE, ""),
    ("evidence.note", "Who measured it, and the limits", Shape.TEXT, ""),
    ("started", "Started", Shape.LINE, "2021"),
    ("status", "Status", Shape.CHOICE, ""),
    ("cost", "Cost", Shape.LINE, "$4,000 a year for messages [1]"),
    ("people", "People", Shape.LINES, ""),
    ("tools", "Tools and data", Shape.LINES, ""),
    ("resources", "Money and time", Shape.LINES, ""),
    ("lessons", "Lessons", Shape.LINES, ""),
    ("unknown", "What nobody knows", Shape.LINES, "staff time"),
    (
        "sources",
        "Sources",
        Shape.LINES,
        "Memo to the council on sweeping reminders | City of Riverton | https://example.org/memo | 2023-02-14",
    ),
    ("questions", "Questions people come with", Shape.LINES, "How do we cut parking fines without sweeping less?"),
    ("areas", "Practice areas", Shape.CHOICES, ""),
    ("topics", "Topics", Shape.CHOICES, ""),
    ("methods", "Kinds of answer", Shape.CHOICES, ""),
    ("criteria", "Criteria", Shape.CHOICES, ""),
)
_LISTS = {
    Shape.LINES: "One a line.",
    Shape.BLOCKS: "One a paragraph: a sentence, then its figures, each on a line of its own, such as `metric: …`.",
}
_SOURCED = "End each sentence with the numbers of its sources: [1] or [1][2]."
_NEW_CITY = "Only where the city is not in the library yet."
_SOURCES = "One a line, in the order of their numbers: title | publisher | address | date as far as it is known."


def asked(library: Library) -> tuple[Asked, ...]:
    """Return the questions of the form in the order of the form, with the choices that the library knows."""
    by_path = {".".join(entry.path): entry for entry in entries(WriteUp)}
    names = {
        field: tuple(_choice(one, name) for one, name in known.items()) for field, known in registered(library).items()
    }
    sourced = {"problem", "approach", "results", "cost", "resources", "people", "tools", "lessons"}
    city = (
        Asked("city", "City", Shape.LINE, "The city's name, with its state or country.", "Boulder, CO", required=True),
        Asked(
            "city.level", "Certification level", Shape.CHOICE, _NEW_CITY,
            choices=library.network.level_ids,
        ),
        Asked("city.year", "Certification year", Shape.LINE, _NEW_CITY, "2024"),
        Asked(
            "city.source", "Source on the certification", Shape.LINE, f"{_NEW_CITY} Title | publisher | address | date",
        ),
    )  # fmt: skip
    practice = (
        Asked(
            field,
            label,
            shape,
            _help(by_path[field], shape, is_sourced=field in sourced),
            example,
            names.get(field, by_path[field].choices),
            by_path[field].is_required,
        )
        for field, label, shape, example in _SHOWN
    )
    return (*city, *practice)


def _help(entry: FieldEntry, shape: Shape, *, is_sourced: bool) -> str:
    if entry.name == "sources":
        return _SOURCES
    return " ".join(filter(None, (entry.description, _LISTS.get(shape), _SOURCED if is_sourced else "")))


def _choice(identity: str, name: str) -> str:
    """How a choice is shown; GitHub puts commas between those that were made, so none stands inside."""
    return f"{name} ({identity})".replace(",", "")


def from_markdown(path: Path, text: str, library: Library) -> Draft | list[Problem]:
    """Return the draft under the headings of a Markdown text; only headings of the form count, each once."""
    if len(text) > MAX_BODY:
        most = said_many("at most %(count)s character", "at most %(count)s characters", MAX_BODY)
        return [Problem(path, 1, 1, said("the text is too long"), most)]
    questions = {one.label: one for one in asked(library)}
    answers = {one.field: _Answer(one, *found) for one, found in _parted(text, questions)}
    if not answers:
        known = together(questions)
        allowed = said("headings such as ### City, ### Title, ### Sources: %(headings)s", headings=known)
        return [Problem(path, 1, 1, said("no heading of the form stands here"), allowed)]
    sources = sources_in([line for _, line in answers["sources"].lines] if "sources" in answers else [])
    data: dict[str, Any] = {"sources": sources}
    origins: dict[Position, tuple[int, int]] = {}
    for field, answer in answers.items():
        if field == "sources":
            origins |= {("sources", key): (line, 1) for key, (line, _) in zip(sources, answer.lines, strict=True)}
        elif not field.startswith("city"):
            place = tuple(field.split("."))
            value, lines = answer.value(list(sources))
            _put(data, place, value)
            origins |= {(*place, *step): (line, 1) for step, line in lines.items()}
        origins.setdefault(tuple(field.split(".")), (answer.line, 1))
    level, year, source = (
        answers[f"city.{one}"].text if f"city.{one}" in answers else "" for one in ("level", "year", "source")
    )
    told = next(iter(sources_in([source]).values())) if source else {}
    certification = {"level": level, "year": year, "source": told}
    origins[("certification",)] = origins.get(("city", "source"), origins.get(("city",), (1, 1)))
    return Draft(path, answers["city"].text if "city" in answers else "", data, certification, origins)


@dataclass(frozen=True)
class _Answer:
    """What stands below a heading, and on which line."""

    asked: Asked
    line: int
    body: Sequence[str]

    @property
    def text(self) -> str:
        """The answer as one line; empty where none was given."""
        text = one_line(" ".join(self.body))
        return "" if text == NO_RESPONSE else text

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The lines that hold anything, with their numbers, without the dash or the number of a list."""
        found = (
            (self.line + 1 + n, re.sub(r"^\s*(?:[-*•]|[0-9]{1,2}[.)])\s+", "", line))
            for n, line in enumerate(self.body)
        )
        return [(n, one_line(line)) for n, line in found if line.strip() and line.strip() != NO_RESPONSE]

    def value(self, keys: Sequence[str]) -> tuple[Any, dict[Position, int]]:
        """The answer as a field holds it, and the line of each of its parts."""
        match self.asked.shape:
            case Shape.LINES:
                lines = self.lines
                return [cited(line, keys) for _, line in lines], {(n,): at for n, (at, _) in enumerate(lines)}
            case Shape.BLOCKS:
                return self._results(keys)
            case Shape.CHOICES:
                return list(_chosen(self.text)), {}
            case Shape.CHOICE:
                return next(iter(_chosen(self.text)), ""), {}
        return cited(self.text, keys), {}

    def _results(self, keys: Sequence[str]) -> tuple[list[dict[str, str]], dict[Position, int]]:
        """Groups of a sentence and its figures; an empty line, or a sentence after figures, begins the next."""
        groups: list[dict[str, str]] = []
        places: dict[Position, int] = {}
        is_new = True
        for offset, raw in enumerate(self.body):
            line, at = one_line(raw), self.line + 1 + offset
            figure = _FIGURE.fullmatch(line)
            if not line or line == NO_RESPONSE:
                is_new = True
            elif figure and groups:
                groups[-1][figure[1].lower().replace(" ", "_")] = figure[2]
                places[len(groups) - 1, figure[1].lower().replace(" ", "_")] = at
                is_new = True
            elif is_new:
                groups.append({"text": re.sub(r"^[-*•]\s+", "", line)})
                places[(len(groups) - 1,)] = at
                is_new = False
            else:
                groups[-1]["text"] += f" {line}"
        for group in groups:
            group["text"] = cited(group["text"], keys)
        return groups, places


_FIGURES = [
    name
    for name in (".".join(one.path) for one in entries(WriteUp))
    if name.startswith("results.") and name != "results.text"
]
_FIGURE = re.compile(
    rf"[-*]?\s*({'|'.join(name.removeprefix('results.').replace('_', '[_ ]') for name in _FIGURES)})\s*:\s*(.*)",
    re.IGNORECASE,
)


def _chosen(text: str) -> Iterator[str]:
    """The ids in the choices that were made: what stands in brackets, or the words themselves."""
    for part in filter(None, (one.strip() for one in text.split(","))):
        inside = re.search(r"\(([A-Za-z0-9-]+)\)$", part)
        yield inside[1] if inside else part


def _parted(text: str, questions: Mapping[str, Asked]) -> Iterator[tuple[Asked, tuple[int, list[str]]]]:
    """Each question with the line of its heading and the lines below; a heading counts the first time only."""
    labels = {as_slug(label): one for label, one in questions.items()}
    labels |= {as_slug(one.field): one for one in questions.values()}
    current: Asked | None = None
    start, body = 0, list[str]()
    seen: set[str] = set()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        heading = re.fullmatch(r"#{1,4}\s+(.{1,80}?)\s*#*\s*", line)
        found = labels.get(as_slug(heading[1])) if heading else None
        if found and found.field not in seen:
            if current:
                yield current, (start, body)
            current, start, body = found, number, []
            seen.add(found.field)
        elif heading and as_slug(heading[1]) == as_slug(LICENSE) and current:
            yield current, (start, body)
            current = None
        elif current:
            body.append(line)
    if current:
        yield current, (start, body)


def _put(data: dict[str, Any], place: Sequence[str], value: Any) -> None:
    for step in place[:-1]:
        data = data.setdefault(step, {})
    data[place[-1]] = value
