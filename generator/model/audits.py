"""Audits: how many claims of the library somebody held against sources, and how many were contradicted."""

from enum import StrEnum
from math import sqrt
from statistics import NormalDist
from typing import Literal, NamedTuple, Self

from pydantic import Field, model_validator

from generator.model.value import Flag, FullDate, Line, PracticeId, Slug, Value
from generator.said import said, with_way_out

CONFIDENCE = 0.95
"""How often an interval made as ours is holds the true rate."""
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


class Draw(StrEnum):
    """How the claims of an audit were chosen. The two are not one series: doubtful claims are wrong more often."""

    BY_LOT = "by-lot"
    DOUBTFUL_FIRST = "doubtful-first"


class Verdict(StrEnum):
    """What an auditor found of a claim."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    DISAGREE = "disagree"
    NOT_VISIBLE = "not-visible"

    @property
    def meaning(self) -> str:
        """When to give it, in a sentence."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.CONFIRMED: "a source tells it as the write-up does",
    Verdict.CONTRADICTED: "a source tells it otherwise, so that a reader would be misled",
    Verdict.DISAGREE: "sources disagree, and the write-up does not say so",
    Verdict.NOT_VISIBLE: "no source that could be read tells it either way",
}


class ErrorKind(StrEnum):
    """What was wrong with a contradicted claim."""

    WIDER_THAN_SOURCE = "wider-than-source"
    STANDS_FOR = "what-a-number-stands-for"
    WRONG_FIGURE = "wrong-figure"
    STATE_CHANGED = "state-changed"
    OTHER = "other"

    @property
    def label(self) -> str:
        """As lists name it."""
        return _KINDS[self]


_KINDS = {
    ErrorKind.WIDER_THAN_SOURCE: "Wider than the source",
    ErrorKind.STANDS_FOR: "What a number stands for",
    ErrorKind.WRONG_FIGURE: "Wrong figure",
    ErrorKind.STATE_CHANGED: "True once, changed since",
    ErrorKind.OTHER: "Something else",
}


class Interval(NamedTuple):
    """From where to where a share lies, 0 to 1."""

    low: float
    high: float


def wilson(hits: int, trials: int) -> Interval:
    """Return the Wilson score interval, at `CONFIDENCE`, of the share that shows as `hits` in `trials` (at least 1).

    Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
    American Statistical Association 22 (158), 1927, pages 209 to 212. It holds for small counts and for none at all.
    """
    share, spread = hits / trials, _Z**2 / trials
    middle = share + spread / 2
    reach = _Z * sqrt(share * (1 - share) / trials + spread / (4 * trials))
    return Interval(max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread)))


class Finding(Value):
    """A claim that did not hold as it was written."""

    practice: PracticeId = Field(description="Id of the write-up.")
    field: Line = Field(description="Which claim: summary, or results 1.")
    verdict: Verdict = Field(description="contradicted, or disagree where sources do.")
    kind: ErrorKind | None = Field(default=None, description="What was wrong with a contradicted claim.")
    passage: str | None = Field(default=None, max_length=2000, description="What the source says, word for word.")
    language: Literal["en", "es", "pt"] = Field(
        default="en", description="Language of the passage; leave out for English."
    )
    note: str | None = Field(default=None, max_length=2000, description="Where it stands, and what else to know.")
    agreed: int | None = Field(
        default=None, ge=0, description="How many of the second judges gave the same verdict; leave out without any."
    )

    @model_validator(mode="after")
    def _is_a_finding(self) -> Self:
        if self.verdict not in (Verdict.CONTRADICTED, Verdict.DISAGREE):
            wrong = said("only what did not hold is a finding")
            raise ValueError(with_way_out(wrong, said("contradicted or disagree")))
        return self


def _count(description: str) -> int:
    return Field(ge=0, le=1_000_000, description=description)  # type: ignore[no-any-return]


class Audit(Value):
    """Claims held against sources by one reader at one time. Rates are computed from the counts, never typed."""

    id: Slug
    date: FullDate = Field(description="Day on which it was finished.")
    by: Line = Field(description="Who, by role: a reader who had not written them.")
    drawn: Draw = Field(description="by-lot, or doubtful-first where the claims most likely wrong were chosen.")
    how: str = Field(min_length=10, max_length=600, description="What was drawn, how, and held against what.")
    write_ups: int = _count("Write-ups with a claim in it.")
    judged: int = Field(ge=1, le=1_000_000, description="Claims that could be judged.")
    contradicted: int = _count("Of these, how many a source contradicts.")
    disagree: int | None = Field(
        default=None, ge=0, description="Of these, how many sources disagree on in silence; leave out if not counted."
    )
    not_visible: int | None = Field(
        default=None, ge=0, description="Claims drawn that could not be judged; leave out if not counted."
    )
    approximate: Flag = Field(default=False, description="true where the counts are about right, not exact.")
    second_judges: int = Field(
        default=0,
        ge=0,
        le=100,
        description="How many judged again, from the passages alone, among confirmed claims, not knowing the verdicts.",
    )
    then: Line | None = Field(default=None, description="What was done about it.")
    findings: tuple[Finding, ...] = Field(
        default=(), max_length=500, description="The claims that did not hold; none where only counts are known."
    )

    @property
    def rate(self) -> float:
        """Share of the judged claims that were contradicted, 0 to 1."""
        return self.contradicted / self.judged

    @property
    def disagree_rate(self) -> float | None:
        """Share of the judged claims that sources disagree on in silence, 0 to 1; None where not counted."""
        return None if self.disagree is None else self.disagree / self.judged

    @property
    def interval(self) -> Interval | None:
        """Where the rate of the whole lies; None for doubtful claims, which say nothing about the others."""
        return wilson(self.contradicted, self.judged) if self.drawn is Draw.BY_LOT else None

    @property
    def upheld(self) -> int | None:
        """Of the contradicted claims, how many most of all judges call so; None where nobody judged again."""
        if not self.second_judges:
            return None
        agreed = [one.agreed or 0 for one in self.findings if one.verdict is Verdict.CONTRADICTED]
        return sum(1 for others in agreed if 2 * (1 + others) > 1 + self.second_judges)

    @property
    def upheld_rate(self) -> float | None:
        """Share of the judged claims that most of all judges call contradicted, 0 to 1."""
        return None if self.upheld is None else self.upheld / self.judged

    @property
    def upheld_interval(self) -> Interval | None:
        """Where that share of the whole lies; None for doubtful claims, and where nobody judged again."""
        if self.upheld is None or self.drawn is not Draw.BY_LOT:
            return None
        return wilson(self.upheld, self.judged)

    @model_validator(mode="after")
    def _second_judges_belong_to_findings(self) -> Self:
        agreed = [finding.agreed for finding in self.findings]
        due = self.contradicted + (self.disagree or 0) if self.second_judges else 0
        if sum(1 for one in agreed if one is not None) != due:
            wrong = said("second judges are told without how many agreed, or the other way around")
            raise ValueError(with_way_out(wrong, said("give second_judges, and agreed of each finding, or neither")))
        if max(filter(None, agreed), default=0) > self.second_judges:
            raise ValueError(said("more second judges agreed than there were"))
        return self

    @model_validator(mode="after")
    def _counts_belong_together(self) -> Self:
        if self.contradicted + (self.disagree or 0) > self.judged:
            wrong = said("contradicted and disagree are among the judged")
            raise ValueError(with_way_out(wrong, said("there are more of them")))
        if self.findings:
            verdicts = [finding.verdict for finding in self.findings]
            for verdict, counted in ((Verdict.CONTRADICTED, self.contradicted), (Verdict.DISAGREE, self.disagree or 0)):
                if verdicts.count(verdict) != counted:
                    wrong = said(
                        "%(verdict)s is %(told)s, but %(listed)s of the findings are",
                        verdict=str(verdict),
                        told=str(counted),
                        listed=str(verdicts.count(verdict)),
                    )
                    raise ValueError(with_way_out(wrong, said("list all, or none")))
        return self


class AuditList(Value):
    """The register of audits."""

    audits: tuple[Audit, ...] = Field(max_length=1000)
