"""The graded pairs, and how good lists of neighbours are by them."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

GRADES = Path(__file__).parent / "grades.yaml"
LIBRARY = Path(__file__).parent / "library.yaml"
"""The practices that there were on the day of the grades."""
WORTH = 2
"""Grade from which a reader is glad."""
SHOWN, FIRST = 5, 3


@dataclass(frozen=True)
class Judged:
    """A practice and the grades of others as what to read next."""

    practice: str
    is_fit: bool
    """Whether weights were chosen on it."""
    grades: dict[str, int]


@dataclass(frozen=True)
class Lists:
    """How good the lists of a method are."""

    asked: tuple[str, ...]
    """Ids of the judged practices that have anything worth reading."""
    ndcg: NDArray[np.float64]
    """nDCG@5 of each of them."""
    precision: NDArray[np.float64]
    """Share of the first three that are worth reading, of each judged practice."""
    coverage: float
    """Share of all practices that stand in any list."""


def read_grades() -> list[Judged]:
    """Return all judged practices."""
    data: dict[str, Any] = yaml.load(GRADES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [
        Judged(
            practice,
            entry["set"] == "fit",
            {other: grade for grade in (3, 2, 1) for other in entry.get(grade, ())},
        )
        for practice, entry in data.items()
    ]


def read_graded_library() -> list[str]:
    """Return the ids of the practices that stood in the library when the grades were given."""
    ids: list[str] = yaml.load(LIBRARY.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return ids


def judge(judged: Sequence[Judged], lists: Mapping[str, Sequence[str]]) -> Lists:
    """Return how good `lists` are: for each practice the ids of its neighbours of other cities, best first."""
    worth = [one for one in judged if any(_ideal(one))]
    return Lists(
        asked=tuple(one.practice for one in worth),
        ndcg=np.array([_gain(_grades(one, lists)) / _gain(_ideal(one)) for one in worth]),
        precision=np.array([sum(grade >= WORTH for grade in _grades(one, lists)[:FIRST]) / FIRST for one in judged]),
        coverage=len({other for ids in lists.values() for other in ids[:SHOWN]}) / max(len(lists), 1),
    )


def diversity(lists: Mapping[str, Sequence[str]], of: Callable[[str], Iterable[str]]) -> float:
    """Return how many different things a list holds, on average over lists that hold any: cities, topics or methods.

    Args:
        lists: for each practice the ids of its neighbours.
        of: gives the things that a neighbour has by its id.

    """
    counts = [len({thing for one in ids[:SHOWN] for thing in of(one)}) for ids in lists.values() if ids]
    return float(np.mean(counts)) if counts else 0.0


def interval(values: NDArray[np.float64], seed: int = 1) -> tuple[float, float]:
    """Return the 95% bootstrap interval of a mean (Efron 1979): 2,000 samples of the judged practices."""
    samples = np.random.default_rng(seed).choice(values, (2_000, len(values))).mean(axis=1)
    low, high = np.quantile(samples, [0.025, 0.975])
    return float(low), float(high)


def _grades(one: Judged, lists: Mapping[str, Sequence[str]]) -> list[int]:
    return [one.grades.get(other, 0) for other in lists[one.practice][:SHOWN]]


def _ideal(one: Judged) -> list[int]:
    """Grades of the best list there is, a practice a city."""
    best: dict[str, int] = {}
    for other, grade in one.grades.items():
        if _city(other) != _city(one.practice):
            best[_city(other)] = max(best.get(_city(other), 0), grade)
    return sorted(best.values(), reverse=True)[:SHOWN]


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))


def _city(practice: str) -> str:
    return practice.partition("/")[0]
