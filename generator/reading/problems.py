"""A problem in the content: where it is, what is wrong, and the way out."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from generator.language.names import as_slug
from generator.reading.letters import escaped, shown
from generator.said import said, said_many, together, with_parts

MAX_LISTED = 12
"""So many allowed words are listed in a message; longer lists would bury it."""
MAX_TOLD = 200
"""So many problems of one kind in one file are told; a file made to have more must cost little."""


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. `line` and `column` count from 1. Signs that a terminal would not show are escaped in all texts.

    Both texts are English. Made by `generator.said`, they can be told in other languages: `wording.problems`.
    """

    path: Path
    line: int
    column: int
    wrong: str
    allowed: str = ""

    def __post_init__(self) -> None:
        """Escape what was taken over from the file."""
        object.__setattr__(self, "wrong", with_parts(self.wrong, escaped))
        object.__setattr__(self, "allowed", with_parts(self.allowed, escaped))

    @property
    def file(self) -> str:
        """The path as it is shown; it never begins like a command to whoever reads the output."""
        path = escaped(self.path.as_posix())
        return f"./{path}" if path.startswith(":") else path

    def __str__(self) -> str:
        """Return the problem as `path:line:column: what is wrong: what is allowed`."""
        tail = f": {self.allowed}" if self.allowed else ""
        return f"{self.file}:{self.line}:{self.column}: {self.wrong}{tail}"


class ProblemsFoundError(Exception):
    """The content can't be used as it is; `problems` holds all that was found, in order of path and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def told(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first of the problems of a file, and whether there are more; the rest is never made."""
    rest = iter(problems)
    last = None
    for last in islice(rest, MAX_TOLD):
        yield last
    if last and next(rest, None):
        wrong = said("this file has more problems than the %(most)s told", most=MAX_TOLD)
        yield Problem(last.path, last.line, last.column, wrong, said("mend these first, then check again"))


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 problem", "1,204 problems"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def summary(problems: Iterable[Problem]) -> str:
    """Return how many problems there are, in how many files: "3 problems in 2 files"."""
    found = list(problems)
    return said(
        "%(problems)s in %(files)s",
        problems=said_many("%(count)s problem", "%(count)s problems", len(found)),
        files=said_many("%(count)s file", "%(count)s files", len({problem.path for problem in found})),
    )


Names = Mapping[str, Sequence[str]]
"""What people write for each id of a register, the surest first: its name, then whatever else."""


def nearest(word: str, allowed: Collection[str] | Names) -> str:
    """Return what to write in place of `word`: what it is written for, or the nearest; and the list where it is short.

    Args:
        word: what was written.
        allowed: ids, codes or field names; or the ids of a register with what people write for them.

    """
    names: Names = allowed if isinstance(allowed, Mapping) else {}
    sure = {as_slug(spoken[0]): one for one, spoken in names.items()} | {one.lower(): one for one in allowed}
    known = {as_slug(word): one for one, spoken in names.items() for word in spoken[1:]} | sure
    near = _near(word[: 2 * max(map(len, known), default=0)], sure, known)
    told = [said("did you mean %(word)s?", word=shown(known[near]))] if near else []
    if len(allowed) <= MAX_LISTED:
        told.append(said("allowed: %(words)s", words=together(map(shown, allowed))))
    return together(told, " ") if told else said("one of %(number)s known ones", number=str(len(allowed)))


def _near(word: str, sure: Mapping[str, str], known: Mapping[str, str]) -> str | None:
    """Which of `known` a word is, is a part of, or looks like; those that are not `sure` have to look very much so."""
    slug = as_slug(word)
    if slug in known:
        return slug
    parts = set(slug.split("-")) if slug else {word}
    for held in (sure, known):
        if wholes := [one for one in held if parts <= set(one.split("-"))]:
            return min(wholes, key=len)
    return next(chain(_alike(word, known, 0.8), _alike(word, sure, 0.55)), None)


def _alike(word: str, held: Iterable[str], least: float) -> Iterator[str]:
    yield from difflib.get_close_matches(word.lower(), held, 1, least)
