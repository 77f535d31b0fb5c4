"""The certification standard: practice areas, their criteria, and how well each is sourced."""

from typing import Literal

from pydantic import Field

from generator.model.value import Flag, Line, Slug, Source, SourceKey, Statement, Value


class CriterionDetail(Value):
    """Something more that is known of a criterion than its statement."""

    kind: Literal["evidence", "threshold", "detail", "help"]
    version: Line = Field(description="One of the versions in network.yaml.")
    confidence: Literal["low"] | None = None
    text: Statement


class Dependency(Value):
    """Another criterion that comes before this one in practice."""

    criterion: Line = Field(description="Code of the criterion that comes first.")
    because: Statement


class Criterion(Value):
    """One criterion: what is asked, in our words, and how to check oneself."""

    code: str = Field(pattern=r"^[A-Z]{2,4}[0-9]{1,2}$")
    name: Line
    also_called: tuple[Line, ...] = ()
    mandatory: Flag = Field(default=False, description="true where no certification is given without it.")
    question: Line = Field(description="The plain question that a city asks itself.")
    asks: Statement
    checks: tuple[Line, ...] = Field(min_length=1)
    rests_on: tuple[Dependency, ...] = Field(default=(), description="Criteria to meet first, as we read the standard.")
    details: tuple[CriterionDetail, ...] = ()
    predecessor: Line | None = None
    name_sources: tuple[SourceKey, ...] = Field(min_length=1)
    sourcing: Statement = Field(description="How well this criterion is sourced.")


class Area(Value):
    """One of the foundational practice areas."""

    id: Slug
    name: Line
    also_called: tuple[Line, ...] = ()
    description: Statement
    note: Statement | None = None
    criteria: tuple[Criterion, ...] = Field(min_length=1)


class Standard(Value):
    """The whole standard and its provenance."""

    title: Line
    version: Line
    provenance: tuple[Statement, ...]
    areas: tuple[Area, ...]
    unknown: tuple[Line, ...] = ()
    themes: tuple[Statement, ...] = ()
    sources: dict[SourceKey, Source]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in the order of the standard."""
        return tuple(criterion for area in self.areas for criterion in area.criteria)
