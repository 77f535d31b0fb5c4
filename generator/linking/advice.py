"""What a city might look at first: practices of other cities on what it asks for, those of cities like it first."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.links import Peer
from generator.linking.places import Place, alike
from generator.linking.ranking import DECIMALS
from generator.linking.tags import NodeKind, Tag, tag_names, tags_of
from generator.linking.why import AdviceReason, FromLikeCity, Measured, OnWhatWasAsked
from generator.model import Library, Practice

PEER, EVIDENCE, FIT = 0.60, 0.20, 0.20
"""Shares of the score: how like the city is that did it, how well it was measured, how much of what is asked it has.

Fitted, with the shares in `places`, on half of the askers of `tests/search/askers.yaml`. An answer to words counts for
all three: what answers half as well has to be twice as good otherwise.
"""
STRONGEST = 5
STRONG = 4
"""Levels of evidence from here on compare with something, and are worth a reason."""
MOST_OF_A_CITY = 2
CLOSE = 0.5
"""Likeness from which a city is called a peer."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A practice that a city might look at first."""

    practice: str
    """Its id."""
    score: float
    """0 to 1; for sorting, never shown as a number to readers of the site."""
    reasons: tuple[AdviceReason, ...]
    """Why; never empty."""


def advise(
    library: Library,
    place: Place | None,
    asked: Collection[Tag] = (),
    peers: Mapping[str, Peer] | None = None,
    answers: Mapping[str, float] | None = None,
) -> tuple[Advice, ...]:
    """Return practices of other cities for a place, best first.

    `docs/assets/your-city/advice.js` does the same in the browser; both are tested on the same cases.

    Args:
        library: what was read.
        place: the city that asks; None if it is not known which.
        asked: topics, areas and criteria of which a practice has to have one; if there is none, every practice will do.
        peers: what `alike` gives for the place, where the caller asks several times; found anew if not given.
        answers: by id, how well practices answer what was asked in words, 0 to 1: no others are returned.

    """
    names = tag_names(library)
    if peers is None:
        peers = alike(place, library) if place else {}
    found = []
    for practice in _bearing(asked, library):
        met = [tag for tag in sorted(asked) if tag in tags_of(practice)]
        if place and (practice.city == place.id or any(one.city == place.id for one in practice.adopted_by)):
            continue
        answer = 1.0 if answers is None else answers.get(practice.id)
        if answer is None:
            continue
        peer = peers.get(practice.city)
        score = answer * (
            PEER * (peer.score if peer else 0)
            + EVIDENCE * practice.evidence.level.strength / STRONGEST
            + FIT * (len(met) / len(asked) if asked else 1)
        )
        reasons = tuple(_reasons(practice, peer, [names[tag] for tag in met], library))
        found.append(Advice(practice.id, round(score, DECIMALS), reasons))
    return tuple(_spread(sorted(found, key=lambda one: (-one.score, one.practice)), library))


def readable_first(peers: Iterable[Peer], library: Library) -> tuple[Peer, ...]:
    """Return the peers with those that are close but have no write-up to read after the others that are close."""

    def rank(peer: Peer) -> tuple[bool, bool]:
        is_close = peer.score >= CLOSE
        return not is_close, is_close and peer.city not in library.practices_of_city

    return tuple(sorted(peers, key=rank))


def _bearing(asked: Collection[Tag], library: Library) -> Iterable[Practice]:
    """The practices that bear one of the tags, each once, without a look at the others; all if no tag is given."""
    if not asked:
        return library.practices
    groups = {
        NodeKind.METHOD: library.practices_by_method,
        NodeKind.TOPIC: library.practices_by_topic,
        NodeKind.CRITERION: library.practices_by_criterion,
        NodeKind.AREA: library.practices_by_area,
    }
    return {practice.id: practice for tag in asked for practice in groups[tag.kind].get(tag.id, ())}.values()


def _spread(ranked: Sequence[Advice], library: Library) -> list[Advice]:
    """No city stands a third time before others have stood twice, and so on."""
    seen: Counter[str] = Counter()
    rounds = []
    for one in ranked:
        city = library.practice_by_id[one.practice].city
        rounds.append(seen[city] // MOST_OF_A_CITY)
        seen[city] += 1
    order = sorted(range(len(ranked)), key=rounds.__getitem__)
    return [ranked[place] for place in order]


def _reasons(practice: Practice, peer: Peer | None, met: Sequence[str], library: Library) -> Iterator[AdviceReason]:
    if met:
        yield OnWhatWasAsked(tuple(met))
    if peer:
        yield FromLikeCity(library.city_by_id[practice.city].label, peer.reasons[0], is_close=peer.score >= CLOSE)
    level = practice.evidence.level
    if level.strength >= STRONG:
        yield Measured(level, is_strong=True)
    elif not met and not peer:
        yield Measured(level, is_strong=False)
