"""What linking finds: neighbours, peers, recommendations and communities, each with its reasons in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.linking.tags import Kind

if TYPE_CHECKING:
    import networkx as nx

SHARED_WORDS = "Both deal with "
"""How a reason begins that names words."""
LEAST_WORDS = 6
"""So many words after a capital letter are a sentence; of fewer the capital may be an abbreviation's: "GIS maps"."""


def is_sentence(question: str) -> bool:
    """Return whether a question is what somebody would say, and not a few words for a search box."""
    return question.endswith("?") or (question[0].isupper() and question.count(" ") >= LEAST_WORDS - 1)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A practice that is like another one."""

    practice: str
    """Id of the neighbour."""
    score: float
    """Similarity, 0 (nothing shared) to 1; for sorting and drawing, never shown as a number."""
    reasons: tuple[str, ...]
    """Why the two are alike, largest share of the score first; never empty, the same both ways."""
    differs: tuple[str, ...]
    """How the neighbour differs from the practice at hand; may be empty."""
    question: str | None = None
    """Of the questions that the neighbour answers, the one nearest to what the practice at hand is about."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Why to read it, as a card says it: the question takes the place of the words that both share."""
        if self.question is None:
            return self.reasons
        rest = (reason for reason in self.reasons if not reason.startswith(SHARED_WORDS))
        begin = "Answers" if is_sentence(self.question) else "On"
        return (f"{begin} “{self.question}”", *rest)


@dataclass(frozen=True, slots=True)
class Peer:
    """A city that is like another one."""

    city: str
    """Id of the peer."""
    score: float
    """Likeness, 0 to 1, the same both ways."""
    reasons: tuple[str, ...]
    """Why the two are alike, largest share of the score first; never empty."""
    short_reason: str
    """The first reason in two or three words, for the inside of a sentence: "like size"."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A peer's practice in a field on which a city has no write-up."""

    practice: str
    """Id of the recommended practice."""
    peer: str
    """Id of the peer city that did it."""
    field: str
    """Node id of the field that it stands for: `topic:road-safety`, `area:open-data`."""
    field_name: str
    """Name of that field, as in its register: "Road safety"."""
    area: str
    """Id of the practice area of the standard that it is listed under: one without a write-up, if it has such."""
    reasons: tuple[str, ...]
    """Why it is recommended, in words; never empty."""


@dataclass(frozen=True, slots=True)
class Community:
    """Practices that are more like each other than like the rest."""

    id: str
    """Slug of the name, unique."""
    name: str
    """What sets it apart: "Crisis response · 911 calls · mental health"."""
    practices: tuple[str, ...]
    """Ids of its members, sorted."""


@dataclass(frozen=True, slots=True)
class Strongest:
    """The two practices most alike, and what their score is made of: a worked example."""

    practice: str
    neighbour: Neighbour
    parts: dict[Kind, float]
    """What each kind of feature gives to the score, in the order of `features.WEIGHTS`; they add up to it."""


@dataclass(frozen=True, slots=True)
class Links:
    """The library as a graph, and what was found in it. Every practice and city has its entries, sorted by id."""

    graph: "nx.DiGraph[str]"
    """Practices, cities and registers as nodes; see `generator.linking.graph`."""
    neighbours: dict[str, tuple[Neighbour, ...]]
    """By practice id: the most similar practices of other cities that are not copies of each other, best first."""
    same_city: dict[str, tuple[Neighbour, ...]]
    """By practice id: the most similar practices of the same city, best first."""
    peers: dict[str, tuple[Peer, ...]]
    """By city id: the cities most like it, best first."""
    gaps: dict[str, tuple[Recommendation, ...]]
    """By city id: what its peers do that it has no write-up on, strongest evidence first."""
    communities: tuple[Community, ...]
    """Largest first; every practice is in exactly one."""
    strongest: Strongest | None
    """The strongest link between practices of two cities; None where there is no link."""
