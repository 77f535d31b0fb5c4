"""Commands for those who review and keep up: what a contribution changes, and which sources no longer answer."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import PRACTICES, refuse, unwritten
from generator.cli.speaking import LANGUAGE, Speech
from generator.reading import ProblemsFoundError, read_library, read_with_hints
from generator.reading.files import read_text
from generator.reading.strict_yaml import Document, parse
from generator.said import said, said_many, together

if TYPE_CHECKING:
    from generator.contributing.links import AskedLink, Link

OUT = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file in place of the terminal.")
_NO_COPY = said("no archived copy was found")
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
@LANGUAGE
def review(base: Path, head: Path, answers: Path | None, out: Path | None, speech: Speech) -> None:
    """Write what a contribution changes as Markdown for a comment: what it says, adds, looks like, and rests on."""
    from generator.contributing.review import refused, review_text
    from generator.wording import ENGLISH

    language = speech.language or ENGLISH
    try:
        library, hints = read_with_hints(head)
    except ProblemsFoundError as error:
        _tell(refused(error.problems, language), out, speech)
        return
    try:
        before = read_library(base)
    except ProblemsFoundError as error:
        refuse(error.problems, speech, said("the write-ups to compare with can't be read"))
    found = _answers(answers, speech) if answers else ()
    _tell(review_text(before, library, hints, found, language), out, speech)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--pause", default=1.0, show_default=True, help="Seconds between two questions to one host.")
@OUT
@LANGUAGE
def links(paths: tuple[Path, ...], form: str, pause: float, out: Path | None, speech: Speech) -> None:
    """Ask whether the sources still answer: all of them, or those in the files and folders given as PATHS.

    A source counts as gone where its host says so or there is no such host. Whatever else does not answer is told as
    unsure: many sites turn programs away. Nothing here fails a check.
    """
    from generator.contributing.links import Asker

    found = Asker(pause=pause).ask(_cited(paths or (Path(PRACTICES),)))
    if form == "json":
        told = json.dumps(list(map(_as_json, found)), ensure_ascii=False, indent=1)
    else:
        told = "\n".join(_as_markdown(found, speech) if form == "markdown" else _as_lines(found, speech))
    _tell(f"{told}\n", out, speech)


def _as_markdown(found: "Sequence[AskedLink]", speech: Speech) -> Iterator[str]:
    """What is gone, and where it is cited, for an issue on GitHub."""
    from generator.contributing.comment import literal, source_link
    from generator.contributing.links import LinkAnswer, dead

    gone, unsure = dead(found), sum(one.answer is LinkAnswer.UNSURE for one in found)
    number = said_many("%(count)s source", "%(count)s sources", len(gone))
    no_longer = said("%(sources)s of %(total)s no longer answer.", sources=number, total=len(found))
    untold = said("%(count)s could not be told from here.", count=unsure)
    yield f"{speech(no_longer)} {speech(untold)}\n"
    for one in gone:
        copy = source_link(one.copy, speech(said("an archived copy"))) if one.copy else speech(_NO_COPY)
        answer = f"{source_link(one.url, one.places[0].title)} ({literal(speech(one.why))})"
        yield f"- {answer}; {copy}"
        for place in one.places:
            where = said(
                "%(file)s line %(line)s", file=f"<code>{literal(place.path.as_posix())}</code>", line=place.line
            )
            yield f"  - {speech(where)}"


def _as_lines(found: "Sequence[AskedLink]", speech: Speech) -> Iterator[str]:
    """What is gone and what nobody can tell, a line for each place where it is cited."""
    from generator.contributing.links import LinkAnswer, dead

    gone, unsure = dead(found), [one for one in found if one.answer is LinkAnswer.UNSURE]
    for one in (*gone, *unsure):
        answer = said("gone") if one.answer is LinkAnswer.GONE else said("unsure")
        copy = (said("a copy is at %(address)s", address=one.copy),) if one.copy else ()
        told = speech(together((f"{speech(answer)} ({speech(one.why)})", one.url, *copy), ": "))
        yield from (f"{place.path}:{place.line}:1: {told}" for place in one.places)
    total = said_many("%(count)s source", "%(count)s sources", len(found))
    yield speech(
        said("%(gone)s gone and %(unsure)s unsure of %(sources)s", gone=len(gone), unsure=len(unsure), sources=total)
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


def _answers(path: Path, speech: Speech) -> "tuple[AskedLink, ...]":
    from generator.contributing.links import AskedLink, LinkAnswer

    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return tuple(AskedLink(one["url"], LinkAnswer(one["answer"]), one["why"], (), one["copy"]) for one in held)
    except (OSError, ValueError, KeyError, TypeError):
        wrong = said("%(file)s is not what %(command)s writes", file=str(path), command="peerbook links --format json")
        raise click.ClickException(speech(wrong)) from None


def _tell(text: str, out: Path | None, speech: Speech) -> None:
    if out is None:
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(speech(unwritten(error))) from None
