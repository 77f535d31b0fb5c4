"""The command that finds: from a question to practices."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.library import LIBRARY, known, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.finding import Findings, Hit
    from generator.linking import Peer
    from generator.model import Library


@click.command()
@click.argument("question")
@click.option("--city", help="Id of the city that asks, certified or not: tells how those found are like it.")
@click.option("--most", default=5, show_default=True, type=click.IntRange(1), help="How many.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@LIBRARY
def find(question: str, city: str | None, most: int, as_json: bool, practices: Path) -> None:
    """Find practices that answer QUESTION, in the words of whoever has the problem.

    The order is that of the site's search. Where no practice answers, this is said, and what comes nearest is listed.
    """
    from generator.finding import Finder

    library = read(practices)
    like = _like(library, city) if city else {}
    found = Finder(library).search(question)
    if as_json:
        click.echo(json.dumps(_data(question, found, library, like, most), ensure_ascii=False, indent=1))
        return
    for line in _remarks(found):
        click.echo(line)
    for hit in found.practices[:most]:
        _tell(hit, library, like)


def _like(library: "Library", city: str) -> "Mapping[str, Peer]":
    """The certified cities that are like one, by id."""
    from generator.linking import alike, places

    place_by_id = {one.id: one for one in places(library)}
    known(city, place_by_id, "city")
    return alike(place_by_id[city], library)


def _remarks(found: "Findings") -> list[str]:
    """What was understood otherwise than typed, and whether anything answers."""
    said = [f"Showing results for “{taken}”, not “{typed}”." for typed, taken in found.corrections]
    if found.translation:
        said.insert(0, f"From {found.translation[0]}: showing results for “{found.translation[1]}”.")
    if found.nothing:
        said.append(f"Nothing here on “{' or '.join(found.nothing)}”." + (" Nearest:" if found.practices else ""))
    elif not found.practices:
        said.append("No practice found.")
    elif found.unknown:
        said.append(f"No practice speaks of {' or '.join(f'“{word}”' for word in found.unknown)}.")
    return said


def _tell(hit: "Hit", library: "Library", like: "Mapping[str, Peer]") -> None:
    practice = library.practice_by_id[hit.practice]
    click.echo(f"{practice.title} ({library.city_by_id[practice.city].label})")
    click.echo(f"  {hit.practice}")
    for line in _reasons(hit, practice.city, like):
        click.echo(f"    {line}")


def _reasons(hit: "Hit", city: str, like: "Mapping[str, Peer]") -> list[str]:
    """Why a practice was found, and how its city is like the one that asks."""
    from generator.wording import say

    said = [f"Answers: “{hit.answers}”"] if hit.answers else []
    if hit.holds:
        said.append(f"Speaks of: {', '.join(hit.holds)}")
    return said + [say(reason) for reason in (like[city].reasons if city in like else ())]


def _data(
    question: str, found: "Findings", library: "Library", like: "Mapping[str, Peer]", most: int
) -> dict[str, Any]:
    return {
        "question": question,
        "nothing": found.nothing and " or ".join(found.nothing),
        "corrections": dict(found.corrections),
        "unknown": list(found.unknown),
        "translation": found.translation and dict(zip(("language", "text"), found.translation, strict=True)),
        "practices": [
            {
                "id": hit.practice,
                "title": library.practice_by_id[hit.practice].title,
                "city": library.practice_by_id[hit.practice].city,
                "score": hit.score,
                "answers": hit.answers or None,
                "holds": list(hit.holds),
                "reasons": _reasons(hit, library.practice_by_id[hit.practice].city, like),
            }
            for hit in found.practices[:most]
        ],
        "others": {kind: list(ids[:most]) for kind, ids in found.others.items() if ids and not found.nothing},
    }
