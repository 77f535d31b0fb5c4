"""What several commands need: where settings and write-ups are, and the library or an end with all its problems."""

import errno
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.speaking import ENGLISH, Speech
from generator.model import Library
from generator.reading import (
    READINGS,
    Memory,
    Problem,
    ProblemsFoundError,
    nearest,
    read_library,
    relative_to_here,
    shown,
    summary,
)
from generator.reading.words_of_others import named
from generator.said import about, said, together, with_way_out

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


def read(folder: Path, speech: Speech = ENGLISH, memory: Memory | None = None) -> Library:
    """Return the library, or print all its problems and end; without a `memory`, that beside it is asked."""
    try:
        return read_library(relative_to_here(folder), memory=memory or memory_beside(folder))
    except ProblemsFoundError as error:
        refuse(error.problems, speech)


def memory_beside(folder: Path) -> Memory:
    """What was read when the site was built or served; where neither has been done, nothing is kept."""
    file = folder.absolute().parent / READINGS
    return Memory.kept_in(file) if file.parent.is_dir() else Memory()


def refuse(problems: Iterable[Problem], speech: Speech = ENGLISH, outcome: str = "") -> NoReturn:
    """Print problems, and end with how many there are and what comes of it: "nothing was written"."""
    told = tuple(problems)
    for problem in told:
        click.echo(str(speech.problem(problem)))
    end = together((summary(told), outcome), "; ") if outcome else summary(told)
    raise click.ClickException(speech(end)) from None


_WAYS_OUT = {
    errno.ENOSPC: said("Free some space, then try again."),
    errno.EDQUOT: said("Free some space, then try again."),
    errno.EROFS: said("Choose a folder that can be written."),
    errno.EACCES: said("Choose a folder that can be written, or ask for the right to write there."),
}


def unwritten(error: OSError) -> str:
    """Return why something could not be written, and what to do."""
    way_out = _WAYS_OUT.get(error.errno or 0, "")
    told = together((named(error.strerror or str(error)), way_out), ". " if way_out else ".")
    return about(shown(error.filename, 200), told) if error.filename else told


def known(identity: str, among: Mapping[str, object], kind: str, speech: Speech = ENGLISH) -> None:
    """Refuse an id that the library does not hold, and name the nearest one."""
    if identity not in among:
        wrong = said("there is no %(kind)s %(name)s", kind=kind, name=shown(identity))
        raise click.ClickException(speech(with_way_out(wrong, nearest(identity, list(among)))))
