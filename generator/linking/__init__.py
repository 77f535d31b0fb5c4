"""Linking: a library becomes a graph of practices, cities and registers, in which every link has a reason in words."""

from generator.collector import collector_at_rest
from generator.linking.advice import Advice, advise, readable_first
from generator.linking.communities import find_communities
from generator.linking.features import practice_features
from generator.linking.graph import build_graph
from generator.linking.links import Community, Links, Neighbour, Peer, Recommendation, Strongest
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


def link(library: Library) -> Links:
    """Return the library's graph, and the similar practices, peers, gaps and communities found in it.

    The same library gives the same links, in whatever order its practices and cities stand. Every city and tag that a
    practice names has to be in the library, as `read_library` makes sure.
    """
    with collector_at_rest():
        features = practice_features(library)
        neighbours, same_city = find_neighbours(features, library)
        communities = find_communities(features, neighbours)
        peers = find_peers(library)
        return Links(
            graph=build_graph(library, neighbours, peers, communities),
            neighbours=neighbours,
            same_city=same_city,
            peers=peers,
            gaps=find_gaps(library, peers),
            communities=communities,
            strongest=find_strongest(features, neighbours),
        )
