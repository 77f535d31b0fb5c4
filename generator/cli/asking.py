"""Commands that answer: practices like one, cities like one, and what to look at first."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import LIBRARY, known, read
from generator.cli.speaking import LANGUAGE, Speech
from generator.said import said

if TYPE_CHECKING:
    from generator.linking.links import Peer
    from generator.linking.why import Reason
    from generator.model import Library
    from generator.wording import Language

ANSWER = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.command()
@click.argument("practice", required=False)
@click.option("--all", "everyone", is_flag=True, help="Of every practice.")
@LIBRARY
@ANSWER
@LANGUAGE
def related(practice: str | None, everyone: bool, practices: Path, form: str, speech: Speech) -> None:
    """Tell which practices are like PRACTICE (an id, `city/practice`), and why."""
    from generator.linking import link

    if bool(practice) == everyone:
        raise click.UsageError(speech(said("name a practice, or --all")))
    library = read(practices, speech)
    if practice:
        known(practice, library.practice_by_id, said("practice"), speech)
    _, language = speech.library(library)
    found = link(library).neighbours
    _answer(
        {
            one: [
                (other.practice, other.score, _said((*other.lines, *other.differs), language)) for other in found[one]
            ]
            for one in ([practice] if practice else found)
        },
        form,
    )


@click.command()
@click.argument("city")
@click.option("--most", default=8, show_default=True, help="How many.")
@LIBRARY
@ANSWER
@LANGUAGE
def peers(city: str, most: int, practices: Path, form: str, speech: Speech) -> None:
    """Tell which certified cities are like CITY, and why.

    CITY is the id of a certified city, or of another one with more than 30,000 people: omaha-ne.
    """
    from generator.linking import alike, peers_of, places, readable_first

    library = read(practices, speech)
    if city in library.city_by_id:
        found = peers_of(library, city)
    else:
        place_by_id = {one.id: one for one in places(library)}
        known(city, place_by_id, said("city"), speech)
        found = tuple(alike(place_by_id[city], library).values())
    shown = readable_first(found, library)[:most]
    _, language = speech.library(library)
    _answer({city: [(one.city, one.score, _of_peer(one, library, language)) for one in shown]}, form)


@click.command()
@click.option("--city", required=True, help="Id of the city that asks, certified or not: omaha-ne.")
@click.option("--topics", default="", help="Topics asked for, by id, with commas between them.")
@click.option("--gaps", default="", help="Codes of criteria that the city does not meet, with commas between them.")
@click.option("--most", default=10, show_default=True, help="How many.")
@LIBRARY
@ANSWER
@LANGUAGE
def recommend(city: str, topics: str, gaps: str, most: int, practices: Path, form: str, speech: Speech) -> None:
    """Tell which practices of other cities to look at first, and why."""
    from generator.linking import NodeKind, Tag, advise, places

    library = read(practices, speech)
    place_by_id = {one.id: one for one in places(library)}
    known(city, place_by_id, said("city"), speech)
    asked = {Tag(NodeKind.TOPIC, one) for one in _listed(topics)} | {
        Tag(NodeKind.CRITERION, one.upper()) for one in _listed(gaps)
    }
    for tag in asked:
        if tag.kind is NodeKind.TOPIC:
            known(tag.id, library.topic_by_id, said("topic"), speech)
        else:
            known(tag.id, library.criterion_by_code, said("criterion"), speech)
    found = advise(library, place_by_id[city], asked)[:most]
    _, language = speech.library(library)
    _answer({city: [(one.practice, one.score, _said(one.reasons, language)) for one in found]}, form)


def _of_peer(peer: "Peer", library: "Library", _: "Language") -> list[str]:
    """Why it is one, and whether it has anything to read."""
    written = peer.city in library.practices_of_city
    return [*_said(peer.reasons, _), *(() if written else (_("No write-up yet"),))]


def _said(reasons: Iterable["Reason"], _: "Language") -> list[str]:
    from generator.wording import say

    return [say(reason, _) for reason in reasons]


def _listed(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _answer(found: Mapping[str, Sequence[tuple[str, float, Sequence[str]]]], form: str) -> None:
    """Print what was found for each id."""
    if form == "json":
        rows = {
            asked: [{"id": one, "score": score, "reasons": list(reasons)} for one, score, reasons in others]
            for asked, others in found.items()
        }
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for asked, others in found.items():
        click.echo(asked)
        for one, _, reasons in others:
            click.echo(f"  {one}")
            for reason in reasons:
                click.echo(f"    {reason}")
