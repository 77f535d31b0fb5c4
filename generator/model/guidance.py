"""What a city on the way can go by: how certification works, what others advise, and how cities borrow ideas."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.model.value import Line, PartialDate, Slug, Source, SourceKey, Statement, Value
from generator.said import said


class Step(Value):
    """A step on the way to certification."""

    who: Literal["city", "program"] = Field(description="Who takes it: city or program.")
    name: Line
    text: Statement


class Tier(Value):
    """A level of certification and the share of the criteria that it asks for, in percent."""

    level: Slug = Field(description="Id of the level in network.yaml.")
    least: int = Field(ge=1, le=100, description="Smallest share of the criteria, in percent.")
    most: int = Field(ge=1, le=100, description="Largest share that is still this level, in percent.")
    meaning: Statement


class Partner(Value):
    """An organization behind the certification, and its part in it."""

    name: Line
    role: Statement


class Event(Value):
    """Something that happened, and when."""

    date: PartialDate
    text: Statement


class Cohort(Event):
    """An announcement of certified cities."""

    new: int | None = Field(default=None, ge=0, le=10_000, description="How many were new; leave out if not known.")
    total: int | None = Field(
        default=None, ge=0, le=10_000, description="How many there were then; leave out if not known."
    )


class Term(Value):
    """A word of the field, explained."""

    term: Line
    meaning: Statement


class CertificationProcess(Value):
    """How certification works, as far as public sources tell."""

    summary: Statement
    eligibility: tuple[Statement, ...] = Field(min_length=1)
    steps: tuple[Step, ...] = Field(min_length=1)
    scoring: tuple[Statement, ...] = Field(min_length=1)
    mandatory: Statement = Field(description="What the mandatory criteria mean for a city that misses one.")
    tiers: tuple[Tier, ...] = Field(min_length=1, description="Lowest first.")
    tiers_note: Statement = Field(description="What is ours in the bands, and what others say of them.")
    earlier_thresholds: tuple[Statement, ...] = ()
    timelines: tuple[Statement, ...] = ()
    validity: tuple[Statement, ...] = ()
    support: tuple[Statement, ...] = ()
    partners: tuple[Partner, ...] = ()
    history: tuple[Event, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    participation: tuple[Statement, ...] = ()
    glossary: tuple[Term, ...] = ()
    unknown: tuple[Line, ...] = ()
    sources: dict[SourceKey, Source]

    @model_validator(mode="after")
    def _tiers_rise(self) -> Self:
        bounds = [bound for tier in self.tiers for bound in (tier.least, tier.most)]
        if bounds != sorted(bounds):
            raise ValueError(said("tiers rise from the lowest to the highest and do not overlap"))
        return self


class Stage(StrEnum):
    """Where a city stands on its way, in order."""

    START = "start"
    ASSESS = "assess"
    IMPROVE = "improve"
    CERTIFY = "certify"
    SUSTAIN = "sustain"


class AdviceKind(StrEnum):
    """What sort of advice it is."""

    STEP = "step"
    QUICK_WIN = "quick-win"
    OBSTACLE = "obstacle"
    LESSON = "lesson"
    TEAM = "team"
    TIMELINE = "timeline"
    SMALL_CITY = "small-city"
    BENCHMARK = "benchmark"
    MINDSET = "mindset"


class AdvicePiece(Value):
    """A piece of advice: for whom, when, and who gives it."""

    id: Slug
    stage: Stage
    kind: AdviceKind
    audience: Line
    voice: Line = Field(description="Who gives the advice. Advisers of cities on the way are weaker sources.")
    areas: tuple[Slug, ...] = Field(default=(), description="Practice areas; none where it is meant for all.")
    text: Statement


class AdviceList(Value):
    """All advice, and how to read it."""

    how_to_read: tuple[Statement, ...] = ()
    advice: tuple[AdvicePiece, ...] = Field(min_length=1)
    sources: dict[SourceKey, Source]

    @property
    def team(self) -> tuple[AdvicePiece, ...]:
        """Whom to have at the table."""
        return tuple(piece for piece in self.advice if piece.kind is AdviceKind.TEAM)

    @property
    def stages(self) -> dict[Stage, tuple[AdvicePiece, ...]]:
        """All other advice, by stage, in the order of the way."""
        others = [piece for piece in self.advice if piece.kind is not AdviceKind.TEAM]
        return {stage: tuple(piece for piece in others if piece.stage is stage) for stage in Stage}


class WorksheetQuestion(Value):
    """A question that a city answers before it takes an idea over."""

    question: Line
    prompts: tuple[Line, ...] = Field(default=(), description="What to think of; shown beside the lines to write on.")
    beside: Literal["approach", "people", "cost", "measures", "evidence", "lessons", "reuse"] | None = Field(
        default=None, description="What of the write-up stands beside it."
    )
    why: Statement = Field(description="What the question rests on.")


class AdoptionGuide(Value):
    """How cities borrow ideas from each other, and the worksheet that follows from it."""

    facts: tuple[Statement, ...] = Field(min_length=1)
    worksheet: tuple[WorksheetQuestion, ...] = Field(min_length=1)
    sources: dict[SourceKey, Source]
