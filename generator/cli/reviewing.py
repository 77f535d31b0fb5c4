"""Commands for those who review and keep up: what a contribution changes, and which sources no longer answer."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import PRACTICES, unwritten
from generator.reading import ProblemsFoundError, count, read_library, read_with_hints
from generator.reading.files import read_text
from generator.reading.strict_yaml import Document, parse

if TYPE_CHECKING:
    from generator.contributing.links import AskedLink, Link

OUT = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file in place of the terminal.")
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--base", type=FOLDER, required=True, help="Folder of the write-ups as they are.")
@click.option("--head", type=FOLDER, required=True, help="Folder of the write-ups with the contribution.")
@click.option(
    "--links",
    "answers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What `peerbook links --format json` found.",
)
@OUT
def review(base: Path, head: Path, answers: Path | None, out: Path | None) -> None:
    """Write what a contribution changes as Markdown for a comment: what it says, adds, looks like, and rests on."""
    from generator.contributing.review import refused, review_text

    try:
        library, hints = read_with_hints(head)
    except ProblemsFoundError as error:
        _tell(refused(error.problems), out)
        return
    try:
        _tell(review_text(read_library(base), library, hints, _answers(answers) if answers else ()), out)
    except ProblemsFoundError as error:
        raise click.ClickException(f"the write-ups to compare with can't be read:\n{error}") from None


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--pause", default=1.0, show_default=True, help="Seconds between two questions to one host.")
@OUT
def links(paths: tuple[Path, ...], form: str, pause: float, out: Path | None) -> None:
    """Ask whether the sources still answer: all of them, or those in the files and folders given as PATH.

    A source counts as gone where its host says so or there is no such host. Whatever else does not answer is told as
    unsure: many sites turn programs away. Nothing here fails a check.
    """
    from generator.contributing.links import Asker, LinkAnswer, dead

    cited = list(_cited(paths or (Path(PRACTICES),)))
    found = Asker(pause=pause).ask(cited)
    if form == "json":
        _tell(json.dumps(list(map(_as_json, found)), ensure_ascii=False, indent=1) + "\n", out)
        return
    gone, unsure = dead(found), [one for one in found if one.answer is LinkAnswer.UNSURE]
    if form == "markdown":
        from generator.contributing.comment import literal, source_link

        lines = [
            f"{count(len(gone), 'source')} of {len(found):,} no longer answer. "
            f"{len(unsure):,} could not be told from here.\n"
        ]
        for one in gone:
            copy = f"; {source_link(one.copy, 'an archived copy')}" if one.copy else "; no archived copy was found"
            lines.append(f"- {source_link(one.url, one.places[0].title)} ({literal(one.why)}){copy}")
            lines += (f"  - <code>{literal(place.path.as_posix())}</code> line {place.line}" for place in one.places)
        _tell("\n".join(lines) + "\n", out)
        return
    told = [
        f"{place.path}:{place.line}:1: {one.answer} ({one.why}): {one.url}"
        + (f": a copy is at {one.copy}" if one.copy else "")
        for one in (*gone, *unsure)
        for place in one.places
    ]
    _tell(
        "\n".join((*told, f"{len(gone):,} gone and {len(unsure):,} unsure of {count(len(found), 'source')}")) + "\n",
        out,
    )


def _cited(paths: Iterable[Path]) -> "Iterator[Link]":
    from generator.contributing.links import links_in

    files = sorted({file for path in paths for file in ([path] if path.is_file() else path.rglob("*.yaml"))})
    for file in files:
        text = read_text(file)
        document = parse(file, text) if isinstance(text, str) else None
        if isinstance(document, Document):
            yield from links_in(document)


def _as_json(one: "AskedLink") -> dict[str, object]:
    places = [{"path": place.path.as_posix(), "line": place.line} for place in one.places]
    return {"url": one.url, "answer": one.answer, "why": one.why, "copy": one.copy, "places": places}


def _answers(path: Path) -> "tuple[AskedLink, ...]":
    from generator.contributing.links import AskedLink, LinkAnswer

    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return tuple(AskedLink(one["url"], LinkAnswer(one["answer"]), one["why"], (), one["copy"]) for one in held)
    except (OSError, ValueError, KeyError, TypeError):
        raise click.ClickException(f"{path} is not what peerbook links --format json writes") from None


def _tell(text: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
