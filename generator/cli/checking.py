"""`peerbook check`: every problem of the write-ups, and hints, as text, JSON or notes on a pull request."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import PRACTICES, unwritten
from generator.reading import Hint, Problem, ProblemsFoundError, Rule, count, read_registers, read_with_hints, summary
from generator.reading.files import read_text

if TYPE_CHECKING:
    from generator.contributing import Mend
    from generator.contributing.mending import Spellings
    from generator.model import Library


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@click.option("--hints", "hinting", is_flag=True, help="Tell what passes and is worth a second look.")
@click.option(
    "--fix", "fixing", is_flag=True, help="First mend what is safe to mend: how it is written, not what it says."
)
def check(paths: tuple[Path, ...], form: str, hinting: bool, fixing: bool) -> None:
    """Check the write-ups: all of them, or the files and folders given as PATH.

    Hints never make the check fail: a rule of words can't know what a source says.
    """
    asked = paths or (Path(PRACTICES),)
    if fixing:
        fix(asked, is_told=form == "text")
    missing = (path for path in asked if not os.path.lexists(path))
    problems = [Problem(path, 1, 1, "this file or folder does not exist", "check the name") for path in missing]
    elsewhere: list[Problem] = []
    libraries: list[Library] = []
    hints: list[Hint] = []
    for root in dict.fromkeys(map(_library_of, asked)):
        try:
            library, found = read_with_hints(root)
            libraries.append(library)
            found = (*found, *_duplicates(library, root)) if hinting else found
            hints += (hint for hint in found if _concerns(hint.problem, root, asked))
        except ProblemsFoundError as error:
            for problem in error.problems:
                (problems if _concerns(problem, root, asked) else elsewhere).append(problem)
    counts = {
        "practice": sum(len(library.practices) for library in libraries),
        "city": sum(len(library.cities) for library in libraries),
        "source": sum(library.source_count for library in libraries),
    }
    if form == "json":
        read = {words: counts[one] for one, words in _COUNTED.items()}
        told = [{**_as_json(hint.problem), "rule": str(hint.rule)} for hint in hints] if hinting else []
        report = {"problems": list(map(_as_json, problems)), **({"hints": told} if hinting else {}), "read": read}
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            click.echo(_as_annotation(problem) if form == "github" else str(problem))
        for hint in hints if hinting else ():
            click.echo(_as_annotation(hint.problem, "notice") if form == "github" else f"{hint.problem} [{hint.rule}]")
        click.echo(_summary(problems, elsewhere, counts), err=bool(problems))
        if hints and not problems:
            ways_on = "; none is an error" if hinting else " (peerbook check --hints tells them; none is an error)"
            click.echo(f"{count(len(hints), 'hint')} on what is worth a second look{ways_on}")
    sys.exit(1 if problems else 0)


def _duplicates(library: "Library", root: Path) -> Iterable[Hint]:
    """A hint on each of two write-ups that may tell of the same practice."""
    from generator.linking.duplicates import possible_duplicates

    for pair in possible_duplicates(library):
        for one in (pair.one, pair.two):
            words = f"this may be the same practice as {pair.other(one)}: both speak of {', '.join(pair.words)}"
            yield Hint(Rule.DUPLICATE, Problem(root / f"{one}.yaml", 1, 1, words, "one write-up a practice"))


def fix(paths: Iterable[Path], *, is_told: bool) -> None:
    """Mend the write-ups and cities at the paths where that is safe, and tell each mend."""
    from generator.contributing import spellings

    for root in dict.fromkeys(map(_library_of, paths)):
        known = spellings(read_registers(root))
        below = {path for asked in paths if _library_of(asked) == root for path in _written(asked, root)}
        for path in sorted(below):
            for mend in _mended(path, known):
                if is_told:
                    click.echo(f"mended {mend}")


def _written(path: Path, root: Path) -> Iterable[Path]:
    """The write-ups and the city files at or below a path of the library."""
    found = [path] if path.is_file() else path.rglob("*.yaml")
    return (
        one
        for one in found
        if one.suffix == ".yaml" and not one.is_symlink() and one.absolute().parent.parent == root.absolute()
    )


def _mended(path: Path, known: "Spellings") -> "Sequence[Mend]":
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
            raise click.ClickException(unwritten(error)) from None
    return mended.mends


_COUNTED = {"practice": "practices", "city": "cities", "source": "sources"}


def _summary(problems: Sequence[Problem], elsewhere: Sequence[Problem], counts: Mapping[str, int]) -> str:
    if problems:
        return summary(problems)
    if elsewhere:
        return f"no problems here; in the rest of the library: {summary(elsewhere)} (peerbook check tells them)"
    return f"no problems in {', '.join(count(number, one, _COUNTED[one]) for one, number in counts.items())}"


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
