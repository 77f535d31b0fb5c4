"""The graph of everything."""

import io

import networkx as nx
import pytest
from hypothesis import given

from generator.linking import link
from generator.model import Library
from generator.publishing.data import worded_graph
from tests.linking.conftest import a_city, a_library, a_practice, libraries


@pytest.fixture(scope="module")
def graph() -> "nx.DiGraph[str]":
    taken_over = ({"city": "boise", "text": "All.[^report]"}, {"name": "A county", "text": "Some.[^report]"})
    practices = [
        a_practice("austin/a", criteria=("EVAL2",), adopted_by=taken_over, title="Nurses take calls"),
        a_practice("boise/b", title="Nurses take calls"),
    ]
    return link(a_library(practices, [a_city("austin", name="Austin"), a_city("boise"), a_city("cali")])).graph


@pytest.mark.parametrize(
    ("node", "kind", "label"),
    [
        ("practice:austin/a", "practice", "Nurses take calls"),
        ("city:austin", "city", "Austin, TX"),
        ("area:open-data", "area", "Open Data"),
        ("criterion:EVAL2", "criterion", "EVAL2, Launching Rigorous Evaluations"),
        ("topic:health", "topic", "Health"),
        ("method:predictive-model", "method", "Predictive model"),
    ],
)
def test_each_kind_of_thing_is_a_node(graph: "nx.DiGraph[str]", node: str, kind: str, label: str) -> None:
    assert graph.nodes[node]["kind"] == kind
    assert graph.nodes[node]["label"] == label


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        ("city:austin", "done-by"),
        ("city:boise", "adopted-by"),
        ("criterion:EVAL2", "shows"),
        ("topic:health", "about"),
        ("area:open-data", "in-area"),
        ("method:predictive-model", "uses"),
        ("practice:boise/b", "similar-to"),
    ],
)
def test_a_practice_is_linked_to_what_it_has_to_do_with(graph: "nx.DiGraph[str]", end: str, kind: str) -> None:
    assert graph.edges["practice:austin/a", end]["kind"] == kind


def test_a_government_outside_the_library_is_no_node(graph: "nx.DiGraph[str]") -> None:
    assert not [node for node in graph if "county" in node]


def test_a_city_without_practices_is_a_node_with_peers(graph: "nx.DiGraph[str]") -> None:
    assert graph.edges["city:cali", "city:austin"]["kind"] == "peer-of"


def test_a_city_that_took_over_its_own_practice_is_still_the_one_that_did_it() -> None:
    odd = a_practice("austin/a", adopted_by=({"city": "austin", "text": "Itself.[^report]"},))
    assert link(a_library([odd])).graph.edges["practice:austin/a", "city:austin"]["kind"] == "done-by"


@given(libraries())
def test_likeness_stands_in_both_directions_alike(library: Library) -> None:
    graph = link(library).graph
    for start, end, attributes in graph.edges(data=True):
        if attributes["kind"] in ("similar-to", "peer-of"):
            assert graph.edges[end, start] == attributes
            assert attributes["weight"] > 0
            assert attributes["reasons"]


@given(libraries())
def test_two_practices_are_linked_if_either_is_a_neighbour_of_the_other(library: Library) -> None:
    links = link(library)
    expected = {
        frozenset((f"practice:{practice}", f"practice:{neighbour.practice}"))
        for practice, neighbours in links.neighbours.items()
        for neighbour in neighbours
    }
    edges = links.graph.edges(data=True)
    found = {frozenset((start, end)) for start, end, attributes in edges if attributes["kind"] == "similar-to"}
    assert found == expected


@given(libraries())
def test_it_can_be_written_as_graphml(library: Library) -> None:
    graph = worded_graph(link(library))
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file)
    file.seek(0)
    read = nx.read_graphml(file)
    assert list(read.nodes(data=True)) == list(graph.nodes(data=True))
    assert set(read.edges) == set(graph.edges)
