"""`peerbook check`: every problem of the write-ups, as text, JSON or notes on a pull request."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import PRACTICES
from generator.reading import Problem, ProblemsFoundError, read_library, summary

if TYPE_CHECKING:
    from generator.model import Library


@click.command()
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
