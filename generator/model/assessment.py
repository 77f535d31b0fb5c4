"""A city's self-assessment: what it answered on each criterion of the standard."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from generator.model.value import FullDate, Line, Slug, Value


class Answer(StrEnum):
    """Whether a city meets a criterion, in its own eyes."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SURE = "not-sure"

    @property
    def words(self) -> str:
        """As it is said: "not sure"."""
        return self.value.replace("-", " ")


class CriterionAnswer(Value):
    """What a city says of one criterion."""

    answer: Answer | None = Field(default=None, description="yes, partly, no or not-sure; leave out if not answered.")
    checks: tuple[Line, ...] = Field(default=(), description="Texts of the self-check points that were ticked.")
    note: Annotated[str, StringConstraints(max_length=2000)] = Field(default="", description="What was noted down.")


def _no_flag(value: object) -> object:
    """Python takes true for 1, which JSON does not."""
    return str(value).lower() if isinstance(value, bool) else value


class Assessment(Value):
    """A self-assessment as the page "Readiness" saves it. Nothing in it is official."""

    format: Literal["peerbook-self-assessment"] = Field(description="Always peerbook-self-assessment.")
    version: Annotated[Literal[1], BeforeValidator(_no_flag)] = Field(description="Version of this form: 1.")
    city: Slug | None = Field(default=None, description="Id of the city, such as omaha-ne.")
    by: Line | None = Field(default=None, description="Who filled it in.")
    saved: FullDate | None = Field(default=None, description="Day on which it was saved: 2026-01-31.")
    answers: dict[str, CriterionAnswer] = Field(default={}, description="By code of the criterion.")
