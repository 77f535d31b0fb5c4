"""What linking finds: neighbours, peers, recommendations and communities, each with its reasons."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.linking.tags import NodeKind
from generator.linking.why import AskedQuestion, CityLikeness, Difference, Likeness, PeerHasField, SharedWords

if TYPE_CHECKING:
    import networkx as nx

WORTH_READING = 0.2
"""Score from which a neighbour is worth naming.

Of the graded ones below it, a third were (10 of 32 on the half that was looked at to choose it, 5 of 29 on the other);
of those above, more than eight in ten.
"""


Parts = tuple[tuple[str, float], ...]
"""Shares of a score by what they come from, those above 0, to four decimals."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A practice that is like another one."""

    practice: str
    """Id of the neighbour."""
    score: float
    """Similarity, 0 (nothing shared) to 1; for sorting and drawing, never shown as a number."""
    reasons: tuple[Likeness, ...]
    """Why the two are alike, largest share of the score first; never empty, the same both ways."""
    differs: tuple[Difference, ...]
    """How the neighbour differs from the practice at hand; may be empty."""
    question: str | None = None
    """Of the questions that the neighbour answers, the one nearest to what the practice at hand is about."""
    parts: Parts = ()
    """What each kind of shared feature gives to the score, in the order of `features.WEIGHTS`."""

    @property
    def lines(self) -> tuple[Likeness | AskedQuestion, ...]:
        """Why to read it, as a card says it: the question takes the place of the words that both share."""
        if self.question is None:
            return self.reasons
        rest = (reason for reason in self.reasons if not isinstance(reason, SharedWords))
        return (AskedQuestion(self.question), *rest)


@dataclass(frozen=True, slots=True)
class Peer:
    """A city that is like another one."""

    city: str
    """Id of the peer."""
    score: float
    """Likeness, 0 to 1, the same both ways."""
    reasons: tuple[CityLikeness, ...]
    """Why the two are alike, largest share of the score first; never empty."""
    parts: Parts = ()
    """What each part gives to the score, in the order of `city_features.Part`."""


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
    reasons: tuple[PeerHasField, ...]
    """Why it is recommended; never empty."""


@dataclass(frozen=True, slots=True)
class Community:
    """Practices that are more like each other than like the rest."""

    id: str
    """Slug of the name, unique."""
    name: str
    """What sets it apart: "Crisis response · 911 calls · mental health"."""
    practices: tuple[str, ...]
    """Ids of its members, sorted."""
    parts: tuple[str, ...] = ()
    """The names of tags and the terms that the name is made of."""


@dataclass(frozen=True, slots=True)
class Strongest:
    """The two practices most alike, and what their score is made of: a worked example."""

    practice: str
    neighbour: Neighbour
    parts: dict[NodeKind, float]
    """What each kind of feature gives to the score, in the order of `features.WEIGHTS`; they add up to it."""


@dataclass(frozen=True, slots=True)
class Links:
    """The library as a graph, and what was found in it. Every practice and city has its entries, sorted by id."""

    graph: "nx.DiGraph[str]"
    """Practices, cities and registers as nodes; see `generator.linking.graph`."""
    neighbours: dict[str, tuple[Neighbour, ...]]
    """By practice id: the most similar practices of other cities that are not copies of each other, best first.

    Some are like nothing else: see `WORTH_READING`.
    """
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
