"""A practice: what a city did, what came of it, how well that was measured, and what nobody knows."""

from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from generator.model.evidence import EvidenceLevel
from generator.model.markup import citations
from generator.model.result_rules import RESULT_RULES
from generator.model.sections import SECTIONS
from generator.model.value import (
    Figure,
    Flag,
    FullDate,
    Line,
    Period,
    Phrase,
    PracticeId,
    Question,
    Slug,
    Source,
    SourceKey,
    Statement,
    Summary,
    Value,
    Year,
)
from generator.said import said


class Status(StrEnum):
    """Whether the practice still runs."""

    ONGOING = "ongoing"
    COMPLETED = "completed"
    DISCONTINUED = "discontinued"
    UNKNOWN = "unknown"


class ResultKind(StrEnum):
    """What a result's figures mean, strongest first."""

    NO_EFFECT = "no-effect"
    COMPARISON = "comparison"
    CHANGE = "change"
    FIGURE = "figure"
    ACCOUNT = "account"


class Result(Value):
    """Something that came of the practice: a sentence and, where there is one, the figure."""

    text: Statement = Field(description="What came of it, in a sentence with its footnotes.")
    metric: Line | None = Field(default=None, description="What is measured: median delay at signals.")
    before: Figure | None = Field(default=None, description="The measure at the earlier time: 41 seconds.")
    after: Figure | None = Field(default=None, description="The same measure at the later time: 34 seconds.")
    change: Figure | None = Field(
        default=None, description="The change, where the source gives only that: -17%. Quote it."
    )
    treated: Figure | None = Field(default=None, description="The measure with the practice: 62%.")
    comparison: Figure | None = Field(default=None, description="The measure without it, in the comparison group: 48%.")
    comparison_group: Line | None = Field(default=None, description="Who or what is compared with.")
    value: Figure | None = Field(default=None, description="A figure that stands alone: nearly 75,000.")
    target: Figure | None = Field(default=None, description="The goal that the figure is held against.")
    no_effect: Flag = Field(default=False, description="true where an effect was looked for and none was found.")
    sample: Line | None = Field(
        default=None, description="How many were measured, where a source says so: 3,539 households."
    )
    period: Period | None = Field(default=None, description="When it was measured: 2017 to 2018.")

    @property
    def kind(self) -> ResultKind:
        """What the figures of this result mean."""
        if self.no_effect:
            return ResultKind.NO_EFFECT
        if self.comparison_group:
            return ResultKind.COMPARISON
        if self.before or self.change:
            return ResultKind.CHANGE
        return ResultKind.FIGURE if self.value else ResultKind.ACCOUNT

    @property
    def is_measured(self) -> bool:
        """Whether the result states a figure or a tested absence of effect."""
        return self.kind is not ResultKind.ACCOUNT

    @model_validator(mode="after")
    def _figures_belong_together(self) -> Self:
        for rule in RESULT_RULES:
            if getattr(self, rule.given) and not any(getattr(self, field) for field in rule.needs):
                raise ValueError(rule.wrong)
        return self


class Evidence(Value):
    """How well the results were measured."""

    level: EvidenceLevel = Field(description="The strongest design that carries the results as a whole.")
    note: Statement = Field(description="Who measured it, how, and the limits.")


class Adoption(Value):
    """Another government that took the practice over."""

    city: Slug | None = Field(default=None, description="Id of a city in the library: denver-co.")
    name: Line | None = Field(default=None, description="Name of a government that is not in the library.")
    text: Statement = Field(description="What it took over, with footnotes.")

    @model_validator(mode="after")
    def _one_government(self) -> Self:
        if (self.city is None) == (self.name is None):
            raise ValueError(said("give either `city` (an id of the library) or `name`, not both"))
        return self


class Correction(Value):
    """A mistake that a reader of an earlier version could have been misled by."""

    date: FullDate = Field(description="Day on which it was put right.")
    text: str = Field(
        min_length=20,
        max_length=400,
        description="What was wrong and what the write-up says now, in a sentence; its sources stand in the statement.",
    )


class CheckedAgainst(StrEnum):
    """What a write-up was held against after it was written."""

    SECOND_SOURCE = "second-source"
    ONE_SOURCE = "one-source"

    @property
    def label(self) -> str:
        """As lists name it."""
        return _CHECKED_WORDS[self][0]

    @property
    def meaning(self) -> str:
        """What it says of the write-up, in a sentence."""
        return _CHECKED_WORDS[self][1]


_CHECKED_WORDS = {
    CheckedAgainst.SECOND_SOURCE: (
        "Checked against a second source",
        "What readers act on was held against a source other than the one it rested on.",
    ),
    CheckedAgainst.ONE_SOURCE: (
        "One source",
        "A second source was looked for and none was found, so it rests on what one source says.",
    ),
}


class Check(Value):
    """When and how a write-up was held against further sources after it was written."""

    date: FullDate = Field(description="Day on which it was checked.")
    against: CheckedAgainst = Field(description="second-source, or one-source where none was found.")
    note: Line | None = Field(
        default=None, description="What was confirmed and what was not, in a sentence without footnotes."
    )


MOST_ITEMS, MOST_SOURCES = 40, 60
"""Bounds on the lists and the sources of a write-up."""


def _some(description: str) -> Any:
    """A list of a write-up that may be left out."""
    return Field(default=(), max_length=MOST_ITEMS, description=description)


class WriteUp(Value):
    """A practice as it is written in its file."""

    title: str = Field(min_length=10, max_length=89, description="What the city did, in under 90 characters.")
    summary: Summary = Field(
        min_length=30,
        max_length=900,
        description="What was done, what came of it and how sure that is, in two to four sentences.",
    )
    questions: tuple[Question, ...] = Field(
        default=(),
        max_length=20,
        description="What staff, council members and residents elsewhere would ask when they need this: problems and "
        "questions in their words, not the write-up's. The search reads them.",
    )
    started: Year | Literal["unknown"] = Field(description="Year in which it started, or unknown.")
    status: Status = Field(description="Whether it still runs.")
    areas: tuple[Slug, ...] = Field(min_length=1, max_length=4, description="Practice areas of the standard.")
    criteria: tuple[Line, ...] = _some("Codes of the criteria that the write-up itself shows the city meeting.")
    topics: tuple[Slug, ...] = Field(min_length=1, max_length=6, description="Policy fields: what it is about.")
    methods: tuple[Slug, ...] = Field(min_length=1, max_length=3, description="Kinds of answer: how it was done.")
    cost: Phrase | None = Field(
        default=None, description="What it cost, in a phrase with its footnote; leave out where unknown."
    )
    problem: tuple[Statement, ...] = Field(min_length=1, max_length=MOST_ITEMS, description="What was wrong.")
    approach: tuple[Statement, ...] = Field(
        min_length=1, max_length=MOST_ITEMS, description="What the city did, step by step."
    )
    tools: tuple[Statement, ...] = _some("Data sets, software, methods.")
    people: tuple[Statement, ...] = _some("Offices, roles and partners; no names.")
    resources: tuple[Statement, ...] = _some("Money, staff and time.")
    results: tuple[Result, ...] = _some("What came of it.")
    evidence: Evidence = Field(description="How well the results were measured, and the limits.")
    lessons: tuple[Statement, ...] = _some("What to know before copying it.")
    adopted_by: tuple[Adoption, ...] = _some("Governments that took it over.")
    unknown: tuple[Line, ...] = _some("What no source found tells.")
    aliases: tuple[PracticeId, ...] = _some("Earlier ids, so that old addresses keep working.")
    corrections: tuple[Correction, ...] = _some(
        "Mistakes of earlier versions that could have misled a reader, and what is said now."
    )
    sources: dict[SourceKey, Source] = Field(
        min_length=1, max_length=MOST_SOURCES, description="The sources, each under a short key."
    )
    checked: Check | None = Field(default=None, description="When and how it was held against further sources.")
    language: Literal["en", "es", "pt"] = Field(
        default="en", description="Language that it is written in; leave out for English."
    )
    added: FullDate = Field(
        description="Day on which the write-up came into the library. It never changes; for a new one, write today: "
        "added: 2026-11-23"
    )
    reviewed: FullDate = Field(description="Day on which the write-up was last held against its sources.")

    @cached_property
    def updated(self) -> str:
        """Day on which the write-up last changed, as far as its own dates tell (ISO 8601)."""
        checked = (self.checked.date,) if self.checked else ()
        return max(self.added, self.reviewed, *checked, *(correction.date for correction in self.corrections))

    @property
    def newest_source(self) -> str | None:
        """Date of the newest source, as far as its date is known; None where none has any."""
        return max((source.date for source in self.sources.values() if source.date), default=None)

    @property
    def statements(self) -> tuple[str, ...]:
        """Every sourced text of the write-up, in the order of the page."""
        return tuple(text for section in SECTIONS for text in section.texts(self))

    @cached_property
    def citation_order(self) -> tuple[str, ...]:
        """Keys of the cited sources in the order in which the page cites them."""
        return tuple(dict.fromkeys(key for text in self.statements for key in citations(text)))

    @property
    def measured_results(self) -> tuple[Result, ...]:
        """The results that state a figure or a tested absence of effect."""
        return tuple(result for result in self.results if result.is_measured)


class Practice(WriteUp):
    """A write-up with its place in the library: `id` is `city/name`, after the path of its file."""

    id: PracticeId
    city: Slug
