"""How well a result was measured, and what a result has to state for a level to rest on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.said import said


class EvidenceLevel(StrEnum):
    """How a result was measured, strongest first."""

    RANDOMIZED_TRIAL = "randomized-trial"
    QUASI_EXPERIMENTAL = "quasi-experimental"
    BEFORE_AFTER = "before-after"
    MONITORING = "monitoring"
    DESCRIPTIVE = "descriptive"

    @property
    def strength(self) -> int:
        """Steps on the evidence meter, 5 (randomized trial) to 1 (descriptive)."""
        return _STRENGTH[self]

    @property
    def label(self) -> str:
        """The level in words."""
        return _EVIDENCE_WORDS[self][0]

    @property
    def meaning(self) -> str:
        """What a result of this level rests on, in one sentence."""
        return _EVIDENCE_WORDS[self][1]


_STRENGTH = {level: len(EvidenceLevel) - place for place, level in enumerate(EvidenceLevel)}
_EVIDENCE_WORDS = {
    EvidenceLevel.RANDOMIZED_TRIAL: (
        "Randomized trial",
        "Chance decided who or what got the practice, so the difference between the groups is its effect.",
    ),
    EvidenceLevel.QUASI_EXPERIMENTAL: (
        "Comparison group",
        "Results are held against people, places or a forecast without the practice, alike but not drawn by lot.",
    ),
    EvidenceLevel.BEFORE_AFTER: (
        "Before and after",
        "The same measure at two times; other things may have changed in between.",
    ),
    EvidenceLevel.MONITORING: (
        "Monitoring",
        "Running figures, such as how much was done or how many took part; they do not show what the practice caused.",
    ),
    EvidenceLevel.DESCRIPTIVE: (
        "Descriptive",
        "Accounts, single examples and estimates made in advance; no measured result.",
    ),
}


@dataclass(frozen=True)
class Carrier:
    """What at least one result of a write-up has to be like for its evidence to be of a level.

    It states all fields of one of the groups in `any_of`, and none of those in `without`. These are names of fields of
    a result: data, because the form in the browser goes by the same rules.
    """

    any_of: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()
    wanted: str = ""
    """The same in words."""

    def is_among(self, results: Iterable[Any]) -> bool:
        """Return whether one of the results, which have their fields as attributes, is like that."""
        return any(
            any(all(getattr(result, field) for field in group) for group in self.any_of)
            and not any(getattr(result, field) for field in self.without)
            for result in results
        )


CARRIERS: dict[EvidenceLevel, Carrier | None] = {
    EvidenceLevel.RANDOMIZED_TRIAL: Carrier(
        (("comparison_group",),),
        wanted=said("a result with comparison_group: the people or places that chance left without the practice"),
    ),
    EvidenceLevel.QUASI_EXPERIMENTAL: Carrier(
        (("comparison_group",),), wanted=said("a result with comparison_group: what the practice is held against")
    ),
    EvidenceLevel.BEFORE_AFTER: Carrier(
        (("before",), ("change", "period")),
        without=("no_effect", "comparison_group"),
        wanted=said("a result with before and after, or with change and period"),
    ),
    EvidenceLevel.MONITORING: Carrier(
        (("no_effect",), ("comparison_group",), ("before",), ("change",), ("value",)),
        wanted=said("a result with a figure: value, or before and after"),
    ),
    EvidenceLevel.DESCRIPTIVE: None,
}
"""What carries each level, strongest first; nothing is asked of the last."""
