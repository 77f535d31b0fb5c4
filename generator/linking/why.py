"""Reasons as values: what linking finds out about a link, a city or a gap, in parts.

No sentence is made here: `generator.wording` words each kind, in the language of whoever asks. So what a reason says
can be compared, counted and left out without looking at words.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.linking.why_readiness import Band, GapReason, NoneShowsIt, StandingSentence
from generator.model import EvidenceLevel, Level


@dataclass(frozen=True, slots=True)
class SharedSubject:
    """Two practices are about the same topics, or give the same kinds of answer, or both; names as in the registers."""

    topics: tuple[str, ...]
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedCriterion:
    """Both show a criterion: "EVAL2, Launching Rigorous Evaluations"."""

    name: str


@dataclass(frozen=True, slots=True)
class SharedArea:
    """Both are in a practice area, and share no finer tag."""

    name: str


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Both write-ups speak of these things, the most telling first."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedMeaning:
    """Both are about like things, in other words."""


@dataclass(frozen=True, slots=True)
class CitiesOfLikeSize:
    """The cities of both have like numbers of people, told the same way from either side."""

    smaller: int
    larger: int


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """What the neighbour answers, in the words of those who ask."""

    text: str

    LEAST_WORDS = 6
    """So many words after a capital letter are a sentence; of fewer it may be an abbreviation's: "GIS maps"."""

    @property
    def is_sentence(self) -> bool:
        """Whether it is what somebody would say, and not a few words for a search box."""
        words = self.text.count(" ") + 1
        return self.text.endswith("?") or (self.text[0].isupper() and words >= self.LEAST_WORDS)


Likeness = SharedSubject | SharedCriterion | SharedArea | SharedWords | SharedMeaning | CitiesOfLikeSize
"""Why two practices are alike."""


@dataclass(frozen=True, slots=True)
class OtherEvidence:
    """The other practice was measured better, or less well."""

    level: EvidenceLevel
    is_stronger: bool


@dataclass(frozen=True, slots=True)
class OtherSize:
    """The other city has far more people, or far fewer."""

    theirs: int
    own: int


@dataclass(frozen=True, slots=True)
class OtherCountry:
    """The other city lies in another country (ISO 3166-1 alpha-2)."""

    country: str


@dataclass(frozen=True, slots=True)
class CostIsKnown:
    """The other write-up tells what it cost, the own one does not."""

    cost: str


@dataclass(frozen=True, slots=True)
class OtherCost:
    """Both tell what it cost, on the same basis, and the sums are far apart."""

    theirs: str
    own: str
    is_cheaper: bool


@dataclass(frozen=True, slots=True)
class OtherStart:
    """The other began years earlier or later."""

    years: int
    """More than 0 where it began later."""
    began: int


Difference = OtherEvidence | OtherSize | OtherCountry | CostIsKnown | OtherCost | OtherStart
"""How another practice differs from the one at hand."""


@dataclass(frozen=True, slots=True)
class LikePopulation:
    """Two cities have numbers of people that are alike, or not far apart."""

    smaller: int
    larger: int
    is_close: bool


class Nearness(StrEnum):
    """What two cities lie in together."""

    PART = "part"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class SamePlace:
    """Two cities lie in the same country, in the same region of it, or in the same part of the network's territory."""

    nearness: Nearness
    name: str
    """Of the region; of a country its ISO 3166-1 code."""
    territory: str = ""
    """What a part is one of."""


@dataclass(frozen=True, slots=True)
class SameGovernment:
    """Two cities are governed alike."""

    form: str


@dataclass(frozen=True, slots=True)
class SameLevel:
    """Two cities have the same certification level."""

    level: Level


@dataclass(frozen=True, slots=True)
class SameWork:
    """Practices of two cities share topics, kinds of answer or areas; `kind` says which, `names` are theirs."""

    kind: str
    names: tuple[str, ...]


CityLikeness = LikePopulation | SamePlace | SameGovernment | SameLevel | SameWork
"""Why two cities are alike."""


@dataclass(frozen=True, slots=True)
class PeerHasField:
    """A peer did something in a field on which the city has no write-up."""

    peer: str
    because: CityLikeness
    field: str
    city: str


@dataclass(frozen=True, slots=True)
class OnWhatWasAsked:
    """A practice is on some of what was asked for, by name."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromLikeCity:
    """The city that did it is like the one that asks."""

    city: str
    because: CityLikeness
    is_close: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """How well a practice was measured, and whether that is a strong point."""

    level: EvidenceLevel
    is_strong: bool


AdviceReason = OnWhatWasAsked | FromLikeCity | Measured
"""Why a city might look at a practice first."""


Reason = (
    Likeness | AskedQuestion | Difference | CityLikeness | PeerHasField | AdviceReason | GapReason | NoneShowsIt | Band
    | StandingSentence
)  # fmt: skip
"""Everything that `generator.wording` has words for."""
