"""The door for people: the command `peerbook`.

The rooms after reading are opened only by the commands that need them: a check should not wait for what it never uses.
"""

import json
import logging
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from generator import __version__
from generator.model import Library
from generator.reading import (
    Problem,
    ProblemsFoundError,
    nearest,
    read_assessment,
    read_library,
    relative_to_here,
    summary,
    write_schemas,
)

PRACTICES = "practices"
CONFIG = click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The site's settings.",
)
LIBRARY = click.option(
    "--practices",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=PRACTICES,
    show_default=True,
    help="Folder of the write-ups.",
)
ANSWER = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.group()
@click.version_option(__version__, prog_name="peerbook")
def main() -> None:
    """Turn write-ups of what cities did into a linked site."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
def check(paths: tuple[Path, ...], form: str) -> None:
    """Check the write-ups: all of them, or the files and folders given as PATH."""
    asked = paths or (Path(PRACTICES),)
    missing = (path for path in asked if not path.exists())
    problems = [Problem(path, 1, 1, "this file or folder does not exist", "check the name") for path in missing]
    libraries: list[Library] = []
    for root in dict.fromkeys(map(_library_of, asked)):
        try:
            libraries.append(read_library(root))
        except ProblemsFoundError as error:
            problems += [problem for problem in error.problems if _concerns(problem, asked)]
    counts = {
        "practices": sum(len(library.practices) for library in libraries),
        "cities": sum(len(library.cities) for library in libraries),
        "sources": sum(library.source_count for library in libraries),
    }
    if form == "json":
        click.echo(
            json.dumps({"problems": list(map(_as_json, problems)), "read": counts}, ensure_ascii=False, indent=1)
        )
    else:
        for problem in problems:
            click.echo(_as_annotation(problem) if form == "github" else str(problem))
        read = ", ".join(f"{count:,} {name}" for name, count in counts.items())
        click.echo(summary(problems) if problems else f"no problems in {read}", err=bool(problems))
    sys.exit(1 if problems else 0)


@main.command()
@CONFIG
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site lands.")
@click.option("--site-url", help="Address at which it will be published, if not that of the settings.")
def build(config_file: Path, site_dir: Path | None, site_url: str | None) -> None:
    """Build the whole site. A failed build leaves the last good site as it was."""
    from mkdocs.exceptions import MkDocsException

    from generator.publishing import build_site

    try:
        site = build_site(config_file.resolve(), site_dir, site_url=site_url)
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(f"{pages:,} pages are in {relative_to_here(site)}/. To look at them: make serve")


@main.command()
@CONFIG
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(config_file: Path, address: str) -> None:
    """Serve the site and build it anew when a file changes."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import MkDocsException

    try:
        mkdocs_serve(str(config_file), dev_addr=address)
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None


@main.command("emit")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@CONFIG
def emit_command(folder: Path, config_file: Path) -> None:
    """Write all pages as Markdown to FOLDER, with an mkdocs.yml that plain MkDocs builds."""
    from mkdocs.config import load_config

    from generator.linking import link
    from generator.publishing import UnprintableError, emit, publish_as_set

    config = load_config(str(config_file))
    library = _read(Path(config.plugins["peerbook"].config.practices))
    try:
        publication = publish_as_set(config, library, link(library))
        count = emit(publication.pages, publication.assets, config_file.resolve(), folder.resolve())
    except UnprintableError as error:
        raise click.ClickException(str(error)) from None
    except FileExistsError as error:
        raise click.ClickException(f"{error}: name an empty folder") from None
    click.echo(f"{count:,} pages are in {folder}/docs. To build them: mkdocs build -f {folder}/mkdocs.yml")


@main.command()
@click.option(
    "--assessment",
    "file",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A self-assessment, saved from the page Readiness.",
)
@click.option("--city", help="Id of the city: omaha-ne. Without it, that of the assessment.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="Without it, the usual paper of the country.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="guide.pdf", show_default=True)
@CONFIG
def guide(file: Path, city: str | None, paper: str | None, out: Path, config_file: Path) -> None:
    """Print a guide for a city from its self-assessment: where it stands, what to do first, who has done it."""
    from mkdocs.config import load_config

    from generator.linking import places
    from generator.publishing import published_url
    from generator.publishing.guides import Paper, Site, UnprintableError, print_guide, tailored_guide

    config = load_config(str(config_file))
    library = _read(Path(config.plugins["peerbook"].config.practices))
    try:
        assessment = read_assessment(file, library)
    except ProblemsFoundError as error:
        click.echo(str(error))
        raise click.ClickException(summary(error.problems)) from None
    asked = city or assessment.city
    place_by_id = {one.id: one for one in places(library)}
    if asked:
        _known(asked, place_by_id, "city")
    sheet = next((one for one in Paper if one.slug == paper), None)
    printed = tailored_guide(
        assessment, place_by_id[asked] if asked else None, library, Site(published_url(config)), sheet
    )
    try:
        content = print_guide(printed)
    except UnprintableError as error:
        raise click.ClickException(str(error)) from None
    out.write_bytes(content)
    click.echo(f"{printed.title} is in {out}")


@main.command()
@click.option("--practices", type=click.Path(exists=True, file_okay=False, path_type=Path), default=PRACTICES)
def schema(practices: Path) -> None:
    """Write the JSON Schemas for editors beside the write-ups."""
    for path in write_schemas(practices):
        click.echo(f"{path} is up to date")


@main.command()
@click.argument("practice", required=False)
@click.option("--all", "everyone", is_flag=True, help="Of every practice.")
@LIBRARY
@ANSWER
def related(practice: str | None, everyone: bool, practices: Path, form: str) -> None:
    """Tell which practices are like PRACTICE (an id, `city/practice`), and why."""
    from generator.linking import link

    if bool(practice) == everyone:
        raise click.UsageError("name a practice, or --all")
    library = _read(practices)
    if practice:
        _known(practice, library.practice_by_id, "practice")
    found = link(library).neighbours
    _answer(
        {
            one: [(other.practice, other.score, (*other.lines, *other.differs)) for other in found[one]]
            for one in ([practice] if practice else found)
        },
        form,
    )


@main.command()
@click.argument("city")
@click.option("--most", default=8, show_default=True, help="How many.")
@LIBRARY
@ANSWER
def peers(city: str, most: int, practices: Path, form: str) -> None:
    """Tell which certified cities are like CITY, and why.

    CITY is the id of a certified city, or of any city of the Americas with more than 30,000 people: omaha-ne.
    """
    from generator.linking import alike, peers_of, places

    library = _read(practices)
    if city in library.city_by_id:
        found = peers_of(library, city)
    else:
        place_by_id = {one.id: one for one in places(library)}
        _known(city, place_by_id, "city")
        found = tuple(alike(place_by_id[city], library).values())
    _answer({city: [(one.city, one.score, one.reasons) for one in found[:most]]}, form)


@main.command()
@click.option("--city", required=True, help="Id of the city that asks, certified or not: omaha-ne.")
@click.option("--topics", default="", help="Topics asked for, by id, with commas between them.")
@click.option("--gaps", default="", help="Codes of criteria that the city does not meet, with commas between them.")
@click.option("--most", default=10, show_default=True, help="How many.")
@LIBRARY
@ANSWER
def recommend(city: str, topics: str, gaps: str, most: int, practices: Path, form: str) -> None:
    """Tell which practices of other cities to look at first, and why."""
    from generator.linking import Kind, Tag, advise, places

    library = _read(practices)
    place_by_id = {one.id: one for one in places(library)}
    _known(city, place_by_id, "city")
    asked = {Tag(Kind.TOPIC, one) for one in _listed(topics)} | {
        Tag(Kind.CRITERION, one.upper()) for one in _listed(gaps)
    }
    for tag in asked:
        _known(tag.id, library.topic_by_id if tag.kind is Kind.TOPIC else library.criterion_by_code, tag.kind)
    found = advise(library, place_by_id[city], asked)[:most]
    _answer({city: [(one.practice, one.score, one.reasons) for one in found]}, form)


def _listed(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _known(identity: str, among: Mapping[str, object], kind: str) -> None:
    """Refuse an id that the library does not hold, and name the nearest one."""
    if identity not in among:
        raise click.ClickException(f"there is no {kind} {identity}: {nearest(identity, list(among))}")


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


def _read(folder: Path) -> Library:
    try:
        return read_library(relative_to_here(folder))
    except ProblemsFoundError as error:
        click.echo(str(error))
        raise click.ClickException(summary(error.problems)) from None


def _library_of(path: Path) -> Path:
    """The folder of the library that `path` belongs to."""
    for folder in (path, *path.parents):
        if (folder / "standard.yaml").is_file():
            return folder
    return path if path.is_dir() or not path.exists() else Path(PRACTICES)


def _concerns(problem: Problem, paths: Iterable[Path]) -> bool:
    found = problem.path.resolve()
    return any(found.is_relative_to(path.resolve()) for path in paths)


def _as_json(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path.as_posix(),
        "line": problem.line,
        "column": problem.column,
        "wrong": problem.wrong,
        "allowed": problem.allowed,
    }


def _as_annotation(problem: Problem) -> str:
    """A workflow command that GitHub shows beside the line in a pull request."""

    def escaped(text: str, signs: str) -> str:
        for sign in signs:
            text = text.replace(sign, f"%{ord(sign):02X}")
        return text

    path = escaped(problem.path.as_posix(), "%\r\n:,")
    text = escaped(": ".join(filter(None, (problem.wrong, problem.allowed))), "%\r\n")
    return f"::error file={path},line={problem.line},col={problem.column}::{text}"


if __name__ == "__main__":
    main()
