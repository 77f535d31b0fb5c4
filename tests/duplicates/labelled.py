"""The labelled pairs: practices told again from another source, and look-alikes; and how good a list of pairs is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.linking.duplicates import THRESHOLD, possible_duplicates
from generator.model import Library, Practice

HERE = Path(__file__).parent
SAME = "told from another source"
FIT, REPORT = "fit", "report"


class Pair(NamedTuple):
    """Two write-ups, whether they tell of one practice, and the half that the pair belongs to."""

    kind: str
    half: str
    one: str
    two: str

    @property
    def is_same(self) -> bool:
        """Whether both tell of one practice."""
        return self.kind == SAME


class Quality(NamedTuple):
    """What was found of the pairs that are the same, and how much of what was found is."""

    found: int
    same: int
    wrong: int

    @property
    def recall(self) -> float:
        """Share of the pairs of one practice that were found."""
        return self.found / self.same

    @property
    def precision(self) -> float:
        """Share of the pairs found that are of one practice."""
        return self.found / max(self.found + self.wrong, 1)


def tellings(library: Library) -> tuple[Practice, ...]:
    """Return the practices told again, as write-ups of their cities."""
    return tuple(_written(number, one, library) for number, one in enumerate(_read("tellings.yaml")))


def pairs(library: Library) -> tuple[Pair, ...]:
    """Return all labelled pairs. Each telling is also held against the other practices of its city."""
    return tuple(_pairs(library))


def with_tellings(library: Library) -> Library:
    """Return the library as if every telling had been contributed to it."""
    return library.model_copy(update={"practices": (*library.practices, *tellings(library))})


def scores(library: Library) -> dict[tuple[str, str], float]:
    """Return the score of all pairs of write-ups of one city, with the tellings among them, by their sorted ids."""
    return {(one.one, one.two): one.score for one in possible_duplicates(with_tellings(library), least=0)}


def quality(labelled: tuple[Pair, ...], found: dict[tuple[str, str], float], least: float = THRESHOLD) -> Quality:
    """Return how good it is to take every pair from the score `least` on for one practice."""
    taken = [one for one in labelled if found.get(tuple(sorted((one.one, one.two))), 0) >= least]  # type: ignore[arg-type]
    right = sum(one.is_same for one in taken)
    return Quality(right, sum(one.is_same for one in labelled), len(taken) - right)


def _pairs(library: Library) -> Iterator[Pair]:
    for number, one in enumerate(_read("tellings.yaml")):
        telling = _written(number, one, library)
        yield Pair(SAME, one["half"], telling.id, one["of"])
        for other in library.practices_of_city[telling.city]:
            if other.id != one["of"]:
                yield Pair("two of one city", one["half"], telling.id, other.id)
    for kind, halves in _read("others.yaml").items():
        for half, found in halves.items():
            for first, second in found:
                yield Pair(kind, half, first, second)


def _read(name: str) -> Any:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _written(number: int, telling: dict[str, Any], library: Library) -> Practice:
    of = library.practice_by_id[telling["of"]]

    def cited(texts: list[str]) -> list[str]:
        return [f"{text}[^source]" for text in texts]

    return Practice.model_validate(
        {
            "id": f"{of.city}/telling-{number}",
            "city": of.city,
            "title": telling["title"],
            "summary": telling["summary"],
            "started": "unknown",
            "status": "unknown",
            "areas": of.areas[:1],
            "topics": telling["topics"],
            "methods": telling["methods"],
            "problem": cited(telling["problem"]),
            "approach": cited(telling["approach"]),
            "results": [{"text": text} for text in cited(telling["results"])],
            "evidence": {"level": "descriptive", "note": "As the source tells it."},
            "sources": {"source": telling["source"]},
            "added": "2026-11-29",
            "reviewed": "2026-11-29",
        }
    )
