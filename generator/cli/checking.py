"""`peerbook check`: every problem of the write-ups, and hints, as text, JSON or notes on a pull request."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import PRACTICES, memory_beside, unwritten
from generator.cli.speaking import LANGUAGE, Speech
from generator.reading import Hint, Problem, ProblemsFoundError, Rule, read_registers, read_with_hints, summary
from generator.reading.files import read_text
from generator.said import said, said_many, together

if TYPE_CHECKING:
    from generator.contributing import Mend
    from generator.contributing.mending import Spellings
    from generator.model import Library


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@click.option("--hints", "hinting", is_flag=True, help="Tell what passes and is worth a second look.")
@click.option(
    "--hints-on",
    "hinted",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Tell hints on this file or folder alone, however much is checked. May be given several times.",
)
@LANGUAGE
@click.option(
    "--fix", "fixing", is_flag=True, help="First mend what is safe to mend: how it is written, not what it says."
)
def check(
    paths: tuple[Path, ...], form: str, speech: Speech, hinting: bool, hinted: tuple[Path, ...], fixing: bool
) -> None:
    """Check the write-ups: all of them, or the files and folders given as PATHS.

    Hints never make the check fail: a rule of words can't know what a source says.
    """
    asked = paths or (Path(PRACTICES),)
    hinting = hinting or bool(hinted)
    if fixing:
        fix(asked, speech, is_told=form == "text")
    missing = (path for path in asked if not os.path.lexists(path))
    gone, way_out = said("this file or folder does not exist"), said("check the name")
    problems = [Problem(path, 1, 1, gone, way_out) for path in missing]
    elsewhere: list[Problem] = []
    libraries: list[Library] = []
    hints: list[Hint] = []
    for root in dict.fromkeys(map(_library_of, asked)):
        try:
            library, found = read_with_hints(root, memory=memory_beside(root))
            libraries.append(library)
            found = (*found, *_duplicates(library, root)) if hinting else found
            hints += (hint for hint in found if _concerns(hint.problem, root, hinted or asked))
        except ProblemsFoundError as error:
            for problem in error.problems:
                (problems if _concerns(problem, root, asked) else elsewhere).append(problem)
    counts = {
        "practice": sum(len(library.practices) for library in libraries),
        "city": sum(len(library.cities) for library in libraries),
        "source": sum(library.source_count for library in libraries),
    }
    mistakes, worth_a_look = (
        list(map(speech.problem, problems)),
        [(speech.problem(one.problem), one.rule) for one in hints],
    )
    if form == "json":
        read = {words: counts[one] for one, words in _COUNTED.items()}
        told = [{**_as_json(hint), "rule": str(rule)} for hint, rule in worth_a_look] if hinting else []
        report = {"problems": list(map(_as_json, mistakes)), **({"hints": told} if hinting else {}), "read": read}
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for problem in mistakes:
            click.echo(_as_annotation(problem) if form == "github" else str(problem))
        for hint, rule in worth_a_look if hinting else ():
            click.echo(_as_annotation(hint, "notice") if form == "github" else f"{hint} [{rule}]")
        click.echo(speech(_summary(problems, elsewhere, counts)), err=bool(problems))
        if hints and not problems:
            click.echo(speech(hints_told(len(hints)) if hinting else _hints_not_told(len(hints))))
    sys.exit(1 if problems else 0)


def hints_told(number: int) -> str:
    """Return how many hints there were, below them."""
    return said_many(
        "%(count)s hint on what is worth a second look; none is an error",
        "%(count)s hints on what is worth a second look; none is an error",
        number,
    )


def _hints_not_told(number: int) -> str:
    return said_many(
        "%(count)s hint on what is worth a second look (peerbook check --hints tells them; none is an error)",
        "%(count)s hints on what is worth a second look (peerbook check --hints tells them; none is an error)",
        number,
    )


def _duplicates(library: "Library", root: Path) -> Iterable[Hint]:
    """A hint on each of two write-ups that may tell of the same practice."""
    from generator.linking.duplicates import possible_duplicates

    for pair in possible_duplicates(library):
        for one in (pair.one, pair.two):
            words = said(
                "this may be the same practice as %(other)s: both speak of %(words)s",
                other=pair.other(one),
                words=together(pair.words),
            )
            yield Hint(Rule.DUPLICATE, Problem(root / f"{one}.yaml", 1, 1, words, said("one write-up a practice")))


def fix(paths: Iterable[Path], speech: Speech, *, is_told: bool) -> None:
    """Mend the write-ups and cities at the paths where that is safe, and tell each mend."""
    from generator.contributing import spellings

    for root in dict.fromkeys(map(_library_of, paths)):
        known = spellings(read_registers(root))
        below = {path for asked in paths if _library_of(asked) == root for path in _written(asked, root)}
        for path in sorted(below):
            for mend in _mended(path, known, speech):
                if is_told:
                    click.echo(speech(said("mended %(what)s", what=str(mend))))


def _written(path: Path, root: Path) -> Iterable[Path]:
    """The write-ups and the city files at or below a path of the library."""
    found = [path] if path.is_file() else path.rglob("*.yaml")
    return (
        one
        for one in found
        if one.suffix == ".yaml" and not one.is_symlink() and one.absolute().parent.parent == root.absolute()
    )


def _mended(path: Path, known: "Spellings", speech: Speech) -> "Sequence[Mend]":
    from generator.contributing import mend
    from generator.model import CityProfile, WriteUp

    text = read_text(path)
    if isinstance(text, Problem):
        return ()
    mended = mend(path, text, CityProfile if path.stem == "city" else WriteUp, known)
    if mended.text != text:
        try:
            path.write_text(mended.text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise click.ClickException(speech(unwritten(error))) from None
    return mended.mends


_COUNTED = {"practice": "practices", "city": "cities", "source": "sources"}


def _summary(problems: Sequence[Problem], elsewhere: Sequence[Problem], counts: Mapping[str, int]) -> str:
    if problems:
        return summary(problems)
    if elsewhere:
        return said(
            "no problems here; in the rest of the library: %(summary)s (peerbook check tells them)",
            summary=summary(elsewhere),
        )
    read = (
        said_many("%(count)s practice", "%(count)s practices", counts["practice"]),
        said_many("%(count)s city", "%(count)s cities", counts["city"]),
        said_many("%(count)s source", "%(count)s sources", counts["source"]),
    )
    return said("no problems in %(read)s", read=together(read))


def _library_of(path: Path) -> Path:
    """The folder of the library that `path` belongs to."""
    for folder in (path, *path.parents):
        if (folder / "standard.yaml").is_file():
            return folder
    return path if path.is_dir() or not path.exists() else Path(PRACTICES)


def _concerns(problem: Problem, root: Path, paths: Iterable[Path]) -> bool:
    """Whether a problem is in what was asked for; links are not followed, since a link may be the problem."""
    found = problem.path.absolute()
    asked = [path.absolute() for path in paths]
    return any(found.is_relative_to(path) for path in asked) or root.absolute() in asked


def _as_json(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.file,
        "line": problem.line,
        "column": problem.column,
        "wrong": problem.wrong,
        "allowed": problem.allowed,
    }


def _as_annotation(problem: Problem, kind: str = "error") -> str:
    """A workflow command that GitHub shows beside the line in a pull request: an error, or a notice."""

    def escaped(text: str, signs: str) -> str:
        for sign in signs:
            text = text.replace(sign, f"%{ord(sign):02X}")
        return text

    path = escaped(problem.file, "%\r\n:,")
    text = escaped(": ".join(filter(None, (problem.wrong, problem.allowed))), "%\r\n")
    return f"::{kind} file={path},line={problem.line},col={problem.column}::{text}"
