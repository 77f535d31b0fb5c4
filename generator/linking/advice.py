"""What a city might look at first: practices of other cities on what it asks for, those of its peers before others."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.linking.links import Peer
from generator.linking.tags import Kind, Tag, tag_names, tags_of
from generator.linking.words import inside, listed
from generator.model import City, Library, Practice

PEER, EVIDENCE, FIT = 0.45, 0.30, 0.25
"""Shares of the score: how like the city is that did it, how well it was measured, how much of what is asked it has."""
STRONG = 4  # levels from here on compare with something, and are worth a reason
CLOSE = 0.5  # likeness from which a city is called a peer


@dataclass(frozen=True, slots=True)
class Advice:
    """A practice that a city might look at first."""

    practice: str
    """Its id."""
    score: float
    """0 to 1; for sorting, never shown as a number to readers of the site."""
    reasons: tuple[str, ...]
    """Why, in words; never empty."""


def advise(
    library: Library, city: City, likeness: dict[str, Peer], topics: Collection[str], criteria: Collection[str]
) -> tuple[Advice, ...]:
    """Return practices of other cities for `city`, best first.

    Args:
        library: what was read.
        city: the city that asks.
        likeness: by city id how like the others are, as `peers_of` gives it.
        topics: ids of the topics asked for; a practice has to be about one of them, or show one of the criteria.
        criteria: codes of the criteria in which the city has a gap. If neither is given, everything counts.

    """
    names = tag_names(library)
    asked = {*(Tag(Kind.TOPIC, one) for one in topics), *(Tag(Kind.CRITERION, one) for one in criteria)}
    found = []
    for practice in library.practices:
        met = sorted(asked & tags_of(practice))
        taken_over = any(adoption.city == city.id for adoption in practice.adopted_by)
        if practice.city == city.id or taken_over or (asked and not met):
            continue
        peer = likeness.get(practice.city)
        score = (
            PEER * (peer.score if peer else 0)
            + EVIDENCE * practice.evidence.level.strength / 5
            + FIT * (len(met) / len(asked) if asked else 1)
        )
        reasons = tuple(_reasons(practice, peer, [names[tag] for tag in met], library))
        found.append(Advice(practice.id, round(score, 9), reasons))
    return tuple(sorted(found, key=lambda one: (-one.score, one.practice)))


def _reasons(practice: Practice, peer: Peer | None, met: list[str], library: Library) -> Iterator[str]:
    if met:
        yield f"On {listed([inside(name) for name in met])}"
    label = library.city_by_id[practice.city].label
    if peer and peer.score >= CLOSE:
        yield f"{label} is a peer: {peer.reasons[0][0].lower()}{peer.reasons[0][1:]}"
    elif peer and peer.reasons:
        yield f"{label}: {peer.short_reason}"
    level = practice.evidence.level
    if level.strength >= STRONG:
        yield f"Strong evidence: {inside(level.label)}"
    elif not met and not (peer and peer.reasons):
        yield f"Evidence: {inside(level.label)}"
