"""What a city's peers do in the fields on which it has no write-up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.linking.links import Peer, Recommendation
from generator.linking.tags import NodeKind, Tag, tag_names
from generator.linking.why import PeerHasField
from generator.model import Area, City, Library, Practice

RECOMMENDATIONS = 6  # what a leader reads in ten minutes
MOST_OF_A_PEER = 2  # one peer should not fill the list …
MOST_OF_A_FIELD = 1  # … nor one field


class _Candidate(NamedTuple):
    practice: Practice
    peer: Peer
    fields: tuple[Tag, ...]
    """What it is about that the city has nothing on: topics first, as the write-up orders them."""


def find_gaps(library: Library, peers: Mapping[str, Sequence[Peer]]) -> dict[str, tuple[Recommendation, ...]]:
    """Return, by city id, practices of its peers in topics and areas that none of its own is about.

    Strongest evidence first, then the most similar peer. Each stands for a field of its own as long as there are
    enough fields, and no peer fills the list. Each names the practice area of the standard to list it under.
    """
    names = tag_names(library)
    return {
        city.id: tuple(_recommendation(city, candidate, field, names, library) for candidate, field in chosen)
        for city in sorted(library.cities, key=lambda city: city.id)
        for chosen in [_chosen(list(_candidates(city, peers[city.id], library)))]
    }


def by_area(gaps: Iterable[Recommendation], library: Library) -> list[tuple[Area, list[Recommendation]]]:
    """Return recommendations under their practice areas, in the order of the standard; none for areas without any."""
    grouped = {area.id: [gap for gap in gaps if gap.area == area.id] for area in library.standard.areas}
    return [(library.area_by_id[area], found) for area, found in grouped.items() if found]


def fields_of(practice: Practice) -> tuple[Tag, ...]:
    """Return what a practice is about: its topics, then its areas, each in the order of the write-up."""
    return (
        *(Tag(NodeKind.TOPIC, one) for one in practice.topics),
        *(Tag(NodeKind.AREA, one) for one in practice.areas),
    )


def _candidates(city: City, peers: Sequence[Peer], library: Library) -> Iterator[_Candidate]:
    own = {field for practice in library.practices_of_city.get(city.id, ()) for field in fields_of(practice)}
    for peer in peers:
        for practice in library.practices_of_city.get(peer.city, ()):
            missing = tuple(field for field in fields_of(practice) if field not in own)
            taken_over = any(adoption.city == city.id for adoption in practice.adopted_by)
            if missing and not taken_over:
                yield _Candidate(practice, peer, missing)


def _chosen(candidates: list[_Candidate]) -> list[tuple[_Candidate, Tag]]:
    """The best candidates, each with the field that it stands for; strictly spread first, then filled up."""
    candidates.sort(key=lambda one: (-one.practice.evidence.level.strength, -one.peer.score, one.practice.id))
    chosen: dict[str, tuple[_Candidate, Tag]] = {}
    for most_of_a_field, most_of_a_peer in ((MOST_OF_A_FIELD, MOST_OF_A_PEER), (RECOMMENDATIONS, RECOMMENDATIONS)):
        for candidate in candidates:
            if len(chosen) == RECOMMENDATIONS:
                break
            fields = Counter(field for _, field in chosen.values())
            peers = Counter(one.peer.city for one, _ in chosen.values())
            free = [field for field in candidate.fields if fields[field] < most_of_a_field]
            if candidate.practice.id not in chosen and free and peers[candidate.peer.city] < most_of_a_peer:
                chosen[candidate.practice.id] = candidate, free[0]
    rank = {candidate.practice.id: rank for rank, candidate in enumerate(candidates)}
    return [chosen[practice] for practice in sorted(chosen, key=rank.__getitem__)]


def _area(candidate: _Candidate, field: Tag) -> str:
    """The area to list a candidate under: its field, or an area that is missing too, or the first that it names."""
    missing = (one.id for one in (field, *candidate.fields) if one.kind is NodeKind.AREA)
    return next(missing, candidate.practice.areas[0])


def _recommendation(
    city: City, candidate: _Candidate, field: Tag, names: Mapping[Tag, str], library: Library
) -> Recommendation:
    peer = library.city_by_id[candidate.peer.city]
    return Recommendation(
        practice=candidate.practice.id,
        peer=candidate.peer.city,
        field=field.node,
        field_name=names[field],
        area=_area(candidate, field),
        reasons=(PeerHasField(peer.name, candidate.peer.reasons[0], names[field], city.name),),
    )
