"""The questions of `peerbook new`, in the order in which people think; each answer is checked as it is given."""

import datetime
import textwrap
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from generator.cli.speaking import Speech
from generator.contributing import Draft, Place, cited, find_city, registered, sources_in, spellings, written_in
from generator.language.names import as_slug
from generator.model import Award, City, EvidenceLevel, Library, Result, Status, WriteUp
from generator.model.value import Year
from generator.reading import explained, nearest, shown
from generator.reading.drafts import known_of
from generator.reading.problems import Names
from generator.said import about, said, together, with_way_out
from generator.wording import AWARDS, ENGLISH, in_language, level_name
from generator.wording.things import STATUSES

AnswerCheck = Callable[[str], str]
"""Gives back an answer as a field holds it, or raises WrongAnswerError with the way out."""

SHOWN_CHOICES = 12
"""So many choices are shown with their names, a line each; longer lists by their ids."""
_CITY = said("City, with its state or country")
_TITLE = said("Title: what the city did, in under 90 characters")
_FILE = said("Name of the file, which is its address for good")
_NEXT = together(("  ", said("next")), "")
_LISTS = (
    ("problem", said("What was wrong? A statement a line")),
    ("approach", said("What did the city do, step by step? A step a line")),
)
_MORE = (
    ("people", said("Offices, roles and partners, without names")),
    ("tools", said("Data sets, software, methods")),
    ("resources", said("Money, staff and time")),
    ("lessons", said("What to know before copying it")),
)
_KINDS = {
    "1": said("the same measure at two times"),
    "2": said("a group with the practice against one without"),
    "3": said("a change, without the two figures"),
    "4": said("a figure that stands alone"),
    "5": said("an effect was looked for and none was found"),
    "6": said("no figure"),
}
_FIGURES = {
    "1": ("before", "after", "period"),
    "2": ("treated", "comparison", "comparison_group", "period"),
    "3": ("change", "period"),
    "4": ("value", "period"),
    "5": ("period",),
    "6": (),
}


class WrongAnswerError(ValueError):
    """An answer that can't stay as it is; its text says what is wrong."""


class Interview:
    """Asks in a language for what a write-up holds."""

    def __init__(self, library: Library, speech: Speech) -> None:
        """Ask for a write-up of a library."""
        self.library, self.speech, self.language = library, speech, speech.language or ENGLISH

    @cached_property
    def _spoken(self) -> Library:
        """The library in the language, for names of registers and levels."""
        return in_language(self.library, self.speech.folder, self.language)[0] if self.speech.folder else self.library

    def draft(self, city: str, title: str, today: datetime.date) -> Draft:
        """Return the draft that the answers make; empty answers end a list or leave an optional field out."""
        self._say(
            said("Facts come from sources. An empty answer ends a list. Everything can be changed in the file later.")
        )
        click.echo()
        place = self._city(city)
        certification = self._certification(today) if isinstance(place, Place) else {}
        data: dict[str, Any] = {"title": title or self.title(), **written_in(self.language)}
        click.echo()
        self._say(said("Sources, one a line: title | publisher | address | date as far as it is known"))
        sources = sources_in(self._lines(said("Source"), _source))
        keys = list(sources)
        for number, source in enumerate(sources.values(), 1):
            click.echo(f"  [{number}] {source['title']}")
        self._say(said("End a statement with the numbers of its sources: [1] or [1][2]"))
        click.echo()
        sourced = _sourced(keys)

        def in_footnotes(text: str) -> str:
            return cited(text, keys)

        for field, question in _LISTS:
            data[field] = self._lines(question, sourced, least=1)
        data["results"] = self._results(sourced)
        data["summary"] = self._text(
            said("Summary: what was done and what came of it, in two sentences"), _field("summary")
        )
        data["evidence"] = self._evidence(in_footnotes)
        data["started"] = self._text(said("Year in which it started, or unknown"), _field("started"))
        data["status"] = self._choice(said("Does it still run?"), {one: said(STATUSES[one]) for one in Status})
        data["cost"] = self._text(said("What it cost, with its source"), in_footnotes, is_optional=True)
        for field, question in _MORE:
            data[field] = self._lines(question, in_footnotes)
        data["unknown"] = self._lines(said("What does no source tell? (cost, staff time …)"), str)
        data["questions"] = self._lines(said("What would colleagues elsewhere ask when they need this?"), str)
        spelled = spellings(self._spoken)
        for field, names in registered(self._spoken).items():
            check = _among(spelled[field], getattr(known_of(self._spoken), field))
            data[field] = self._named(field, names, check, is_optional=field == "criteria")
        return Draft(Path("answers"), place.id, {**data, "sources": sources}, certification)

    def city(self) -> str:
        """Return a city as it is typed."""
        return str(click.prompt(self.speech(_CITY)))

    def title(self) -> str:
        """Return a title that fits."""
        return self._text(_TITLE, _field("title"))

    def name(self, made: str) -> str:
        """Return the name of the file: `made`, unless another is typed."""
        return str(click.prompt(self.speech(_FILE), default=made))

    def _say(self, text: str) -> None:
        click.echo(self.speech(text))

    def _city(self, asked: str) -> City | Place:
        while True:
            asked = asked or self.city()
            found = find_city(asked, self.library)
            if found:
                known = found.id in self.library.city_by_id
                self._say(
                    together(
                        ("  ", found.label if known else said("%(city)s, which is new here", city=found.label)), ""
                    )
                )
                return found
            guess = nearest(asked, [one.label for one in self.library.cities])
            self._say(together(("  ", with_way_out(said("There is no one city of that name"), guess)), ""))
            asked = ""

    def _certification(self, today: datetime.date) -> Mapping[str, Any]:
        self._say(said("The library holds cities that are or were certified. Leave with Ctrl-C if this one was not."))
        network, check = self._spoken.network, _as(Year)
        return {
            "level": self._choice(
                said("Certification level"),
                {level: level_name(level, network, self.language) for level in network.level_ids},
            ),
            "year": self._text(
                said("Year of the announcement (to %(year)s), or unknown", year=str(today.year)),
                lambda text: text if text == "unknown" else check(text),
            ),
            "award": self._choice(said("What it was"), {one: said(AWARDS[one]) for one in Award}),
            "source": next(
                iter(
                    sources_in(
                        self._lines(
                            said("Where that can be read: title | publisher | address | date"), _source, least=1
                        )
                    ).values()
                )
            ),
        }

    def _results(self, sourced: AnswerCheck) -> list[dict[str, Any]]:
        results: list[dict[str, Any]] = []
        first, more = said("What changed? A sentence with its sources"), said("What else changed?")
        while text := self._text(more if results else first, sourced, is_optional=True):
            kind = self._choice(said("Which kind of figure"), _KINDS)
            result: dict[str, Any] = {"text": text}
            if kind != "6":
                result["metric"] = self._text(said("What is measured"), str)
            for name in _FIGURES[kind]:
                description = said(Result.model_fields[name].description or name)
                result[name] = self._text(description, str, is_optional=name == "period" and kind != "3")
            if kind == "5":
                result["no_effect"] = True
            results.append({name: value for name, value in result.items() if value})
        return results

    def _evidence(self, in_footnotes: AnswerCheck) -> dict[str, str]:
        level = self._choice(said("How was it measured?"), {level: said(level.meaning) for level in EvidenceLevel})
        return {"level": level, "note": self._text(said("Who measured it, how, and the limits"), in_footnotes)}

    def _text(self, question: str, check: AnswerCheck, *, is_optional: bool = False) -> str:
        words = self.speech(question)
        sign = " " if words.endswith("?") else ": "
        while True:
            text = str(click.prompt(words, "" if is_optional else None, show_default=False, prompt_suffix=sign))
            try:
                return check(text) if text else ""
            except WrongAnswerError as error:
                self._say(together(("  ", error.args[0]), ""))

    def _lines(self, question: str, check: AnswerCheck, least: int = 0) -> list[str]:
        lines: list[str] = []
        while line := self._text(_NEXT if lines else question, check, is_optional=len(lines) >= least):
            lines.append(line)
        return lines

    def _choice(self, question: str, meanings: Mapping[str, str]) -> str:
        """One of several, each shown with what it means."""
        for one, meaning in meanings.items():
            self._say(together((f"  {one}", meaning), "  "))
        return self._text(question, _one_of(list(meanings)))

    def _named(self, field: str, names: Mapping[str, str], check: AnswerCheck, *, is_optional: bool) -> list[str]:
        """Ids of a register, with commas between them; a name will do, and a near miss is told."""
        if len(names) <= SHOWN_CHOICES:
            click.echo("".join(f"  {one}: {name}\n" for one, name in names.items()), nl=False)
        else:
            click.echo(
                textwrap.fill(
                    ", ".join(names), 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
                )
            )
        described = about(field, said(WriteUp.model_fields[field].description or field))
        question = together((described, said("With commas between them")), " ")
        answer = self._text(question, check, is_optional=is_optional)
        return [part for part in answer.split(",") if part]


def _one_of(choices: Sequence[str]) -> AnswerCheck:
    known = {str(one).lower(): str(one) for one in choices}

    def check(text: str) -> str:
        if text.strip().lower() not in known:
            wrong = said("“%(word)s” is not known", word=shown(text))
            raise WrongAnswerError(with_way_out(wrong, nearest(text, list(known.values()))))
        return known[text.strip().lower()]

    return check


def _among(spelled: Mapping[str, str], names: Names) -> AnswerCheck:
    """Ids of those that are named, with commas between them."""

    def check(text: str) -> str:
        parts = [part for part in map(str.strip, text.split(",")) if part]
        wrong = next((part for part in parts if as_slug(part) not in spelled), None)
        if wrong:
            unknown = said("%(word)s is not known", word=shown(wrong))
            raise WrongAnswerError(with_way_out(unknown, nearest(wrong, names)))
        return ",".join(spelled[as_slug(part)] for part in parts)

    return check


def _sourced(keys: Sequence[str]) -> AnswerCheck:
    def check(text: str) -> str:
        marked = cited(text, keys)
        if "[^" not in marked:
            number = said("end it with the number of its source: [1] to [%(last)s]", last=str(len(keys)))
            raise WrongAnswerError(number)
        return marked

    return check


def _source(text: str) -> str:
    if not next(iter(sources_in([text]).values())).get("title"):
        raise WrongAnswerError(said("title | publisher | address | date"))
    return text


def _field(name: str) -> AnswerCheck:
    """A check by the model's own field."""
    info = WriteUp.model_fields[name]
    return _as(info.rebuild_annotation())


def _as(annotation: Any) -> AnswerCheck:
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)

    def check(text: str) -> str:
        try:
            return str(adapter.validate_python(text))
        except ValidationError as error:
            wrong, allowed = explained(error.errors()[0])
            raise WrongAnswerError(with_way_out(wrong, allowed) if allowed else wrong) from None

    return check
