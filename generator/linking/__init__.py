"""Linking: a library becomes a graph of practices, cities and registers, in which every link has a reason in words."""

from functools import partial
from typing import NamedTuple

from generator.collector import collector_at_rest
from generator.forks import beside
from generator.linking.advice import Advice, advise, readable_first
from generator.linking.communities import find_communities
from generator.linking.features import in_order, practice_features
from generator.linking.graph import build_graph
from generator.linking.links import Community, Links, Neighbour, Peer, Recommendation, Strongest
from generator.linking.meanings import Meanings, meanings
from generator.linking.neighbours import find_neighbours, find_strongest
from generator.linking.peers import find_peers, peers_of
from generator.linking.places import Place, alike, places
from generator.linking.readiness import PlanStep, Reach, Standing, Tally, plan, standing
from generator.linking.recommendations import by_area, find_gaps
from generator.linking.tags import NodeKind, Tag
from generator.model import Library

__all__ = [
    "Advice",
    "Community",
    "Links",
    "Neighbour",
    "NodeKind",
    "Peer",
    "Place",
    "PlanStep",
    "Reach",
    "Recommendation",
    "Standing",
    "Strongest",
    "Tag",
    "Tally",
    "advise",
    "alike",
    "by_area",
    "link",
    "peers_of",
    "places",
    "plan",
    "readable_first",
    "standing",
]


FEWEST_FORKED = 500
"""With fewer practices, starting processes takes longer than they save."""


class _Apart(NamedTuple):
    """What is found without the words of the write-ups being counted, which takes as long."""

    meant: Meanings
    peers: dict[str, tuple[Peer, ...]]
    gaps: dict[str, tuple[Recommendation, ...]]


def link(library: Library, *, forked: bool = False) -> Links:
    """Return the library's graph, and the similar practices, peers, gaps and communities found in it.

    The same library gives the same links, in whatever order its practices and cities stand. Every city and tag that a
    practice names has to be in the library, as `read_library` makes sure.

    Args:
        library: what was read.
        forked: whether two processes share the work, where that can be and there is much of it. Not for a program with
            threads of its own: what one of them holds would stay held in a fork.
    """
    forked = forked and len(library.practices) >= FEWEST_FORKED
    with collector_at_rest(), beside(partial(_apart, library), forked=forked) as apart:
        features = practice_features(library, lambda: apart().meant)
        neighbours, same_city = find_neighbours(features, library, forked=forked)
        communities = find_communities(features, neighbours)
        _, peers, gaps = apart()
        return Links(
            graph=build_graph(library, neighbours, peers, communities),
            neighbours=neighbours,
            same_city=same_city,
            peers=peers,
            gaps=gaps,
            communities=communities,
            strongest=find_strongest(features, neighbours),
        )


def _apart(library: Library) -> _Apart:
    peers = find_peers(library)
    return _Apart(meanings(in_order(library)), peers, find_gaps(library, peers))
