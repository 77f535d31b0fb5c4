"""A problem in the content: where it is, what is wrong, and the way out."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

MAX_LISTED = 12
"""So many allowed words are listed in a message; longer lists would bury it."""


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. `line` and `column` count from 1."""

    path: Path
    line: int
    column: int
    wrong: str
    allowed: str = ""

    def __str__(self) -> str:
        """Return the problem as `path:line:column: what is wrong: what is allowed`."""
        tail = f": {self.allowed}" if self.allowed else ""
        return f"{self.path.as_posix()}:{self.line}:{self.column}: {self.wrong}{tail}"


class ProblemsFoundError(Exception):
    """The content can't be used as it is; `problems` holds all that was found, in order of path and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def summary(problems: Iterable[Problem]) -> str:
    """Return how many problems there are, in how many files: "3 problems in 2 files"."""
    found = list(problems)
    files = len({problem.path for problem in found})
    return f"{len(found):,} problem{'s' * (len(found) != 1)} in {files:,} file{'s' * (files != 1)}"


def nearest(word: str, allowed: Sequence[str]) -> str:
    """Return what to write in place of `word`: the nearest of `allowed`, and the list where it is short."""
    lower = {name.lower(): name for name in allowed}
    near = difflib.get_close_matches(word.lower(), lower, n=1, cutoff=0.55)
    guess = f"did you mean {lower[near[0]]}?" if near else ""
    listing = f"allowed: {', '.join(allowed)}" if len(allowed) <= MAX_LISTED else ""
    return " ".join(part for part in (guess, listing) if part) or f"one of {len(allowed)} known ones"
