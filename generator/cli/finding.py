"""The command that finds: from a question to practices."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.library import LIBRARY, known, read
from generator.cli.speaking import LANGUAGE, Speech
from generator.said import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.finding import Findings, Hit
    from generator.linking import Peer
    from generator.model import Library
    from generator.wording import Language


@click.command()
@click.argument("question")
@click.option("--city", help="Id of the city that asks, certified or not: tells how those found are like it.")
@click.option("--most", default=5, show_default=True, type=click.IntRange(1), help="How many.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@LIBRARY
@LANGUAGE
def find(question: str, city: str | None, most: int, as_json: bool, practices: Path, speech: Speech) -> None:
    """Find practices that answer QUESTION, in the words of whoever has the problem.

    The order is that of the site's search. Where no practice answers, this is said, and what comes nearest is listed.
    """
    from generator.finding import Finder

    library = read(practices, speech)
    like = _like(library, city, speech) if city else {}
    found = Finder(library).search(question)
    told, language = speech.library(library)
    practices_found = [_as_found(hit, found, told, like, language) for hit in found.practices[:most]]
    if as_json:
        click.echo(json.dumps(_data(question, found, practices_found, most, language), ensure_ascii=False, indent=1))
        return
    for line in (*_remarks(found, language), *_lines(practices_found, told)):
        click.echo(line)


def _like(library: "Library", city: str, speech: Speech) -> "Mapping[str, Peer]":
    """The certified cities that are like one, by id."""
    from generator.linking import alike, places

    place_by_id = {one.id: one for one in places(library)}
    known(city, place_by_id, said("city"), speech)
    return alike(place_by_id[city], library)


_LANGUAGES = {"Portuguese": said("Portuguese"), "Spanish": said("Spanish")}
"""Those whose words the index knows."""


def _remarks(found: "Findings", _: "Language") -> list[str]:
    """What was understood otherwise than typed, and whether anything answers."""
    told = [_("Showing results for “%(taken)s”, not “%(typed)s”.", taken=b, typed=a) for a, b in found.corrections]
    if found.translation and not _is_own(found, _):
        language, text = found.translation
        message = "From %(language)s: showing results for “%(text)s”."
        told.insert(0, _(message, language=_(_LANGUAGES.get(language, language)), text=text))
    if found.nothing and found.practices:
        told.append(_("Nothing here on “%(words)s”. Nearest:", words=_.either(found.nothing)))
    elif found.nothing:
        told.append(_("Nothing here on “%(words)s”.", words=_.either(found.nothing)))
    elif not found.practices:
        told.append(_("No practice found."))
    elif found.unknown:
        told.append(_("No practice speaks of %(words)s.", words=_.either([f"“{word}”" for word in found.unknown])))
    return told


def _is_own(found: "Findings", _: "Language") -> bool:
    """Whether the question was in the language that is spoken, where that is not English."""
    return found.translation is not None and found.translation[0] == _.english_name


def _as_found(
    hit: "Hit", found: "Findings", library: "Library", like: "Mapping[str, Peer]", _: "Language"
) -> dict[str, Any]:
    """What is told of a practice that was found, and why it was."""
    from generator.wording import say

    practice = library.practice_by_id[hit.practice]
    own = [word for word in map(_.named, hit.holds) if word not in hit.holds]
    holds = own if _is_own(found, _) else list(hit.holds)
    reasons = [_("Answers: “%(question)s”", question=_.named(hit.answers))] if hit.answers else []
    reasons += [_("Speaks of: %(words)s", words=", ".join(holds))] if holds else []
    return {
        "id": hit.practice,
        "title": practice.title,
        "city": practice.city,
        "score": hit.score,
        "answers": _.named(hit.answers) or None,
        "holds": holds,
        "reasons": reasons + [say(one, _) for one in (like[practice.city].reasons if practice.city in like else ())],
    }


def _lines(practices: "Iterable[Mapping[str, Any]]", library: "Library") -> "Iterator[str]":
    for one in practices:
        yield f"{one['title']} ({library.city_by_id[one['city']].label})"
        yield f"  {one['id']}"
        yield from (f"    {reason}" for reason in one["reasons"])


def _data(
    question: str, found: "Findings", practices: "Sequence[Mapping[str, Any]]", most: int, _: "Language"
) -> dict[str, Any]:
    return {
        "question": question,
        "nothing": found.nothing and _.either(found.nothing),
        "corrections": dict(found.corrections),
        "unknown": list(found.unknown),
        "translation": found.translation and dict(zip(("language", "text"), found.translation, strict=True)),
        "practices": practices,
        "others": {kind: list(ids[:most]) for kind, ids in found.others.items() if ids and not found.nothing},
    }
