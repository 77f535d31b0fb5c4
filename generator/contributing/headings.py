"""Drafts in Markdown: what stands below the headings of the form, in any of its languages, or a draft in YAML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.contributing.drafts import Draft, cited, from_data, sources_in, written_in
from generator.contributing.questions import FIGURES, LICENSE, Asked, Shape, asked
from generator.contributing.writing import one_line
from generator.language.names import as_slug
from generator.model import Library
from generator.reading.problems import Problem
from generator.reading.strict_yaml import Position
from generator.said import said, said_many, together
from generator.wording import ENGLISH, Language

MAX_BODY = 70_000
"""Characters of a draft in Markdown; GitHub takes 65,536 in an issue."""
DRAFT = "# peerbook draft"
"""With this line begins a draft in YAML that the form of the site put into a message; see `contribute/message.js`."""
NO_RESPONSE = "_No response_"
"""What GitHub writes where somebody left a field of a form empty."""


def from_markdown(
    path: Path, text: str, library: Library, languages: Sequence[Language] = (ENGLISH,)
) -> Draft | list[Problem]:
    """Return the draft under the headings of a Markdown text; only headings of the form count, each once.

    It is written in that of the languages in which most of its headings are. A draft in YAML that the form of the site
    put into the text is taken in their place.
    """
    if len(text) > MAX_BODY:
        most = said_many("at most %(count)s character", "at most %(count)s characters", MAX_BODY)
        return [Problem(path, 1, 1, said("the text is too long"), most)]
    if (draft := _fenced(text)) is not None:
        return from_data(path, draft)
    language = max(languages, key=lambda one: sum(1 for _ in _parted(text, asked(library, one), one)))
    questions = asked(library, language)
    answers = {one.field: _Answer(one, *found, language) for one, found in _parted(text, questions, language)}
    if not answers:
        known = together(one.label for one in questions)
        allowed = said("headings such as ### City, ### Title, ### Sources: %(headings)s", headings=known)
        return [Problem(path, 1, 1, said("no heading of the form stands here"), allowed)]
    sources = sources_in([line for _, line in answers["sources"].lines] if "sources" in answers else [])
    data: dict[str, Any] = {"sources": sources, **written_in(language)}
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
    certification = {"level": next(_chosen(level), ""), "year": year, "source": told}
    origins[("certification",)] = origins.get(("city", "source"), origins.get(("city",), (1, 1)))
    named = answers["city"].text if "city" in answers else ""
    return Draft(path, named, data, certification, origins)


def _fenced(text: str) -> str | None:
    """The draft in YAML that a text holds, on the lines on which it stands there; None if it holds none."""
    lines = text.replace("\r\n", "\n").split("\n")
    begins = next((n for n, line in enumerate(lines) if line == DRAFT and n and lines[n - 1].startswith("```")), None)
    if begins is None:
        return None
    ends = next((n for n, line in enumerate(lines) if n > begins and line == "```"), len(lines))
    return "\n" * begins + "\n".join(lines[begins:ends]) + "\n"


@dataclass(frozen=True)
class _Answer:
    """What stands below a heading, and on which line."""

    asked: Asked
    line: int
    body: Sequence[str]
    language: Language

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
                return next(_chosen(self.text), ""), {}
        return cited(self.text, keys), {}

    def _results(self, keys: Sequence[str]) -> tuple[list[dict[str, str]], dict[Position, int]]:
        """Groups of a sentence and its figures; an empty line, or a sentence after figures, begins the next."""
        groups: list[dict[str, str]] = []
        places: dict[Position, int] = {}
        names = {as_slug(one): field for field, name in FIGURES.items() for one in (field, name, self.language(name))}
        is_new = True
        for offset, raw in enumerate(self.body):
            line, at = one_line(raw), self.line + 1 + offset
            figure = _FIGURE.fullmatch(line)
            field = names.get(as_slug(figure[1])) if figure else None
            if not line or line == NO_RESPONSE:
                is_new = True
            elif figure and field and groups:
                groups[-1][field] = figure[2]
                places[len(groups) - 1, field] = at
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


_FIGURE = re.compile(r"[-*]?\s*([^:]{1,40}?)\s*:\s*(.*)")
"""A name and a figure. Whether the name is one, `FIGURES` says."""


def _chosen(text: str) -> Iterator[str]:
    """The ids in the choices that were made: what stands in brackets, or the words themselves."""
    for part in filter(None, (one.strip() for one in text.split(","))):
        inside = re.search(r"\(([A-Za-z0-9-]+)\)$", part)
        yield inside[1] if inside else part


def _parted(text: str, questions: Sequence[Asked], language: Language) -> Iterator[tuple[Asked, tuple[int, list[str]]]]:
    """Each question with the line of its heading and the lines below; a heading counts the first time only."""
    labels = {as_slug(name): one for one in questions for name in (one.label, one.field)}
    last = {as_slug(LICENSE), as_slug(language(LICENSE))}
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
        elif heading and as_slug(heading[1]) in last and current:
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
