"""The library as one typed graph: practices, cities and registers, and what links them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from generator.linking.links import Community, Neighbour, Peer
from generator.linking.tags import NodeKind, node_id, tag_names, tags_of
from generator.model import Library, Practice

TAG_EDGES = {NodeKind.METHOD: "uses", NodeKind.TOPIC: "about", NodeKind.CRITERION: "shows", NodeKind.AREA: "in-area"}
"""Kinds of the edges from a practice to what it bears."""

_Nodes = Iterator[tuple[str, dict[str, str]]]
_Edges = Iterator[tuple[str, str, dict[str, Any]]]


def build_graph(
    library: Library,
    neighbours: Mapping[str, Sequence[Neighbour]],
    peers: Mapping[str, Sequence[Peer]],
    communities: Sequence[Community],
) -> "nx.DiGraph[str]":
    """Return the graph.

    Nodes are `practice:…`, `city:…`, `area:…`, `criterion:…`, `topic:…` and `method:…`. They have a `kind` and a
    `label`; a practice has its `community` too. Edges have a `kind`: a practice is `done-by` a city, `uses` a method,
    is `about` a topic, `shows` a criterion, is `in-area` an area and was `adopted-by` another city. `similar-to`
    between practices and `peer-of` between cities stand in both directions, with the same `weight` (0 to 1) and
    the `reasons`, which are values that `generator.wording` turns into text, and `parts`: what each kind of shared
    feature gives to the weight.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(_nodes(library, communities))
    for practice in sorted(library.practices, key=lambda practice: practice.id):
        graph.add_edges_from(_practice_edges(practice))
    graph.add_edges_from(_both_ways(NodeKind.PRACTICE, "similar-to", neighbours))
    graph.add_edges_from(_both_ways(NodeKind.CITY, "peer-of", peers))
    return graph


def _nodes(library: Library, communities: Sequence[Community]) -> _Nodes:
    community_of = {practice: community.id for community in communities for practice in community.practices}
    for practice in sorted(library.practices, key=lambda practice: practice.id):
        attributes = _attributes(NodeKind.PRACTICE, practice.title)
        yield node_id(NodeKind.PRACTICE, practice.id), attributes | {"community": community_of[practice.id]}
    for city in sorted(library.cities, key=lambda city: city.id):
        yield node_id(NodeKind.CITY, city.id), _attributes(NodeKind.CITY, city.label)
    for tag, name in tag_names(library).items():
        yield tag.node, _attributes(tag.kind, name)


def _attributes(kind: NodeKind, label: str) -> dict[str, str]:
    return {"kind": kind.value, "label": label}


def _practice_edges(practice: Practice) -> _Edges:
    """Edges from a practice. That its own city took it over, if somebody writes so, adds nothing to `done-by`."""
    node = node_id(NodeKind.PRACTICE, practice.id)
    for adoption in practice.adopted_by:
        if adoption.city:
            yield node, node_id(NodeKind.CITY, adoption.city), {"kind": "adopted-by"}
    yield node, node_id(NodeKind.CITY, practice.city), {"kind": "done-by"}
    for tag in sorted(tags_of(practice)):
        yield node, tag.node, {"kind": TAG_EDGES[tag.kind]}


def _both_ways(kind: NodeKind, edge: str, ranked: Mapping[str, Sequence[Neighbour | Peer]]) -> _Edges:
    for identity, others in ranked.items():
        here = node_id(kind, identity)
        for other in others:
            there = node_id(kind, other.practice if isinstance(other, Neighbour) else other.city)
            why = {"kind": edge, "weight": other.score, "reasons": other.reasons, "parts": other.parts}
            yield here, there, why
            yield there, here, why
