"""The questions of `peerbook new`, in the order in which people think; each answer is checked as it is given."""

import datetime
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from generator.contributing import Draft, Place, cited, find_city, registered, sources_in
from generator.model import Award, EvidenceLevel, Library, Result, Status, WriteUp
from generator.model.value import Year
from generator.reading import nearest

AnswerCheck = Callable[[str], str]
"""Gives back an answer as a field holds it, or raises click.BadParameter with the way out."""

SHOWN_CHOICES = 12
"""So many choices are shown with their names, a line each; longer lists by their ids."""
_LISTS = (
    ("problem", "What was wrong? A statement a line", True),
    ("approach", "What did the city do, step by step? A step a line", True),
)
_MORE = (
    ("people", "Offices, roles and partners, without names", False),
    ("tools", "Data sets, software, methods", False),
    ("resources", "Money, staff and time", False),
    ("lessons", "What to know before copying it", False),
)
_KINDS = {
    "1": ("the same measure at two times", ("before", "after", "period")),
    "2": ("a group with the practice against one without", ("treated", "comparison", "comparison_group", "period")),
    "3": ("a change, without the two figures", ("change", "period")),
    "4": ("a figure that stands alone", ("value", "period")),
    "5": ("an effect was looked for and none was found", ("period",)),
    "6": ("no figure", ()),
}


def ask(library: Library, city: str, title: str, today: datetime.date) -> Draft:
    """Return the draft that the answers make; empty answers end a list or leave an optional field out."""
    click.echo("Facts come from sources. An empty answer ends a list. Everything can be changed in the file later.\n")
    place = _city(library, city)
    certification = _certification(library, today) if isinstance(place, Place) else {}
    data: dict[str, Any] = {
        "title": title or _text("Title: what the city did, in under 90 characters", _field("title"))
    }
    click.echo("\nSources, one a line: title | publisher | address | date as far as it is known")
    sources = sources_in(_lines("Source", _source))
    keys = list(sources)
    for number, source in enumerate(sources.values(), 1):
        click.echo(f"  [{number}] {source['title']}")
    click.echo("End a statement with the numbers of its sources: [1] or [1][2]\n")
    sourced = _sourced(keys)
    for field, question, is_needed in _LISTS:
        data[field] = _lines(question, sourced, least=int(is_needed))
    data["results"] = _results(sourced)
    data["summary"] = _text("Summary: what was done and what came of it, in two sentences", _field("summary"))
    data["evidence"] = _evidence(keys)
    data["started"] = _text("Year in which it started, or unknown", _field("started"))
    data["status"] = _choice("Does it still run?", tuple(Status))
    data["cost"] = _text("What it cost, with its source", lambda text: cited(text, keys), is_optional=True)
    for field, question, _ in _MORE:
        data[field] = _lines(question, lambda text: cited(text, keys))
    data["unknown"] = _lines("What does no source tell? (cost, staff time …)", str)
    data["questions"] = _lines("What would colleagues elsewhere ask when they need this?", str)
    for field, names in registered(library).items():
        data[field] = _named(field, names, is_optional=field == "criteria")
    return Draft(Path("answers"), place.id, {**data, "sources": sources}, certification)


def _city(library: Library, asked: str) -> Any:
    while True:
        asked = asked or click.prompt("City, with its state or country")
        found = find_city(asked, library)
        if found:
            click.echo(f"  {found.label}" + ("" if found.id in library.city_by_id else ", which is new here"))
            return found
        click.echo(f"  There is no one city of that name: {nearest(asked, [one.label for one in library.cities])}")
        asked = ""


def _certification(library: Library, today: datetime.date) -> Mapping[str, Any]:
    click.echo("The library holds cities that are or were certified. Leave with Ctrl-C if this one was not.")
    check = _as(Year)
    return {
        "level": _choice("Certification level", library.network.level_ids),
        "year": _text(
            f"Year of the announcement (to {today.year}), or unknown",
            lambda text: text if text == "unknown" else check(text),
        ),
        "award": _choice("What it was", tuple(Award)),
        "source": next(
            iter(
                sources_in(
                    _lines("Where that can be read: title | publisher | address | date", _source, least=1)
                ).values()
            )
        ),
    }


def _results(sourced: AnswerCheck) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = []
    while text := _text(
        "What changed? A sentence with its sources" if not results else "What else changed?", sourced, is_optional=True
    ):
        for number, (meaning, _) in _KINDS.items():
            click.echo(f"  {number}  {meaning}")
        kind = click.prompt("Which kind of figure", type=click.Choice(list(_KINDS)), show_choices=False)
        result: dict[str, Any] = {"text": text}
        if kind != "6":
            result["metric"] = _text("What is measured", str)
        for name in _KINDS[kind][1]:
            description = Result.model_fields[name].description or name
            result[name] = _text(description, str, is_optional=name == "period" and kind != "3")
        if kind == "5":
            result["no_effect"] = True
        results.append({name: value for name, value in result.items() if value})
    return results


def _evidence(keys: Sequence[str]) -> dict[str, str]:
    for level in EvidenceLevel:
        click.echo(f"  {level}: {level.meaning}")
    chosen = _choice("How was it measured?", tuple(EvidenceLevel))
    return {"level": chosen, "note": _text("Who measured it, how, and the limits", lambda text: cited(text, keys))}


def _text(question: str, check: AnswerCheck, *, is_optional: bool = False) -> str:
    default = "" if is_optional else None
    return click.prompt(question, default, show_default=False, value_proc=lambda text: check(text) if text else "")


def _lines(question: str, check: AnswerCheck, least: int = 0) -> list[str]:
    lines: list[str] = []
    while True:
        line = _text(question if not lines else "  next", check, is_optional=len(lines) >= least)
        if not line:
            return lines
        lines.append(line)


def _choice(question: str, choices: Sequence[str]) -> str:
    return str(click.prompt(question, type=click.Choice(list(map(str, choices)), case_sensitive=False)))


def _named(field: str, names: Mapping[str, str], *, is_optional: bool) -> list[str]:
    """Ids of a register, with commas between them; a name will do, and a near miss is told."""
    by_name = {name.lower(): one for one, name in names.items()} | {one.lower(): one for one in names}

    def check(text: str) -> str:
        parts = [part.strip().lower() for part in text.split(",") if part.strip()]
        wrong = next((part for part in parts if part not in by_name), None)
        if wrong:
            raise click.BadParameter(f"{wrong} is not known: {nearest(wrong, list(names), names)}")
        return ",".join(by_name[part] for part in parts)

    described = WriteUp.model_fields[field].description
    if len(names) <= SHOWN_CHOICES:
        click.echo("".join(f"  {one}: {name}\n" for one, name in names.items()), nl=False)
    else:
        click.echo(
            textwrap.fill(", ".join(names), 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        )
    answer = _text(f"{field}: {described} With commas between them", check, is_optional=is_optional)
    return [part for part in answer.split(",") if part]


def _sourced(keys: Sequence[str]) -> AnswerCheck:
    def check(text: str) -> str:
        marked = cited(text, keys)
        if "[^" not in marked:
            raise click.BadParameter(f"end it with the number of its source: [1] to [{len(keys)}]")
        return marked

    return check


def _source(text: str) -> str:
    if not next(iter(sources_in([text]).values())).get("title"):
        raise click.BadParameter("title | publisher | address | date")
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
            raise click.BadParameter(error.errors()[0]["msg"]) from None

    return check
