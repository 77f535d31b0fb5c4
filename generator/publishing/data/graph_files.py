"""The graph as files that other programs open: GraphML, GEXF (Gephi) and JSON (node-link, as networkx reads it).

All are what networkx writes, to the byte but for its name and the day, written piece by piece: networkx makes a tree of
a whole file, which takes a gigabyte at 10,000 practices and three times as long.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple
from xml.sax.saxutils import escape

import networkx as nx

from generator.linking import Links
from generator.publishing.data.catalogue import LIST_SEPARATOR
from generator.publishing.packed import in_json
from generator.publishing.page import in_bytes
from generator.wording import ENGLISH, Language, say

AT_ONCE = 1_000
"""So many items of a list are written together."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_QUOTES = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}
_DECLARED = "<?xml version='1.0' encoding='utf-8'?>\n"
_SCHEMA = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation='
_GRAPHML_SPACE = "http://graphml.graphdrawing.org/xmlns"
_GEXF_SPACE = "http://www.gexf.net/1.2draft"


def worded_graph(links: Links, _: Language = ENGLISH) -> "nx.DiGraph[str]":
    """Return the graph with texts and numbers alone, as GraphML and GEXF want attributes.

    An edge weighted by likeness has its `reasons` as text, joined by "; ", and for each part of its weight a number
    `part_…`: `part_topic` is what shared topics give to it.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for node, attributes in links.graph.nodes(data=True):
        graph.add_node(node, **{key: _NOT_XML.sub("", value) for key, value in attributes.items()})
    for one, other, attributes in links.graph.edges(data=True):
        told = dict(attributes)
        if "reasons" in told:
            told["reasons"] = _NOT_XML.sub("", LIST_SEPARATOR.join(say(reason, _) for reason in told["reasons"]))
            told |= {f"part_{part}": share for part, share in told.pop("parts")}
        graph.add_edge(one, other, **told)
    return graph


def graph_bytes(graph: "nx.DiGraph[str]", form: str) -> bytes:
    """Return a worded graph in one of `FORMATS`.

    Raises:
        KeyError: if there is no such format.
    """
    return in_bytes(FORMATS[form](graph))


class _Attribute(NamedTuple):
    number: int
    kind: str
    """As both formats call it."""


_Held = Mapping[str, str | float]
_Scope = dict[str, _Attribute]
"""The attributes of nodes, or of edges, by their names, as they are first seen."""
_KINDS = {str: "string", float: "double"}


def _scopes(graph: "nx.DiGraph[str]", told_otherwise: frozenset[str] = frozenset()) -> tuple[_Scope, _Scope]:
    """The attributes of nodes and those of edges, numbered through, less those that a format has its own words for."""
    nodes: _Scope = {}
    edges: _Scope = {}
    for scope, each in ((nodes, graph.nodes.values()), (edges, graph.edges.values())):
        for held in each:
            for name, value in held.items():
                if name not in scope and name not in told_otherwise:
                    scope[name] = _Attribute(len(nodes) + len(edges), _KINDS[type(value)])
    return nodes, edges


def _graphml(graph: "nx.DiGraph[str]") -> Iterator[str]:
    nodes, edges = _scopes(graph)
    yield f'{_DECLARED}<graphml xmlns="{_GRAPHML_SPACE}" {_SCHEMA}"{_GRAPHML_SPACE} {_GRAPHML_SPACE}/1.0/graphml.xsd">'
    for scope, attributes in (("edge", edges), ("node", nodes)):
        for name, (number, kind) in reversed(attributes.items()):
            yield f'<key id="d{number}" for="{scope}" attr.name="{name}" attr.type="{kind}" />'
    yield '<graph edgedefault="directed">'
    for node, held in graph.nodes(data=True):
        yield f'<node id="{_quoted(node)}">{_graphml_values(held, nodes)}</node>'
    for one, other, held in graph.edges(data=True):
        yield f'<edge source="{_quoted(one)}" target="{_quoted(other)}">{_graphml_values(held, edges)}</edge>'
    yield "</graph></graphml>"


def _graphml_values(held: _Held, scope: _Scope) -> str:
    return "".join(f'<data key="d{scope[name].number}">{escape(str(value))}</data>' for name, value in held.items())


def _gexf(graph: "nx.DiGraph[str]") -> Iterator[str]:
    """GEXF 1.2, without the day on which it was written: the same graph gives the same bytes."""
    nodes, edges = _scopes(graph, frozenset({"label", "weight"}))
    yield f'{_DECLARED}<gexf xmlns="{_GEXF_SPACE}" {_SCHEMA}"{_GEXF_SPACE} {_GEXF_SPACE}/gexf.xsd" version="1.2">'
    yield '<meta><creator>Peerbook</creator></meta><graph defaultedgetype="directed" mode="static" name="">'
    for scope, attributes in (("edge", edges), ("node", nodes)):
        yield f'<attributes mode="static" class="{scope}">'
        for name, (number, kind) in attributes.items():
            yield f'<attribute id="{number}" title="{name}" type="{kind}" />'
        yield "</attributes>"
    yield "<nodes>"
    for node, held in graph.nodes(data=True):
        label = _quoted(str(held["label"]))
        yield f'<node id="{_quoted(node)}" label="{label}">{_gexf_values(held, nodes)}</node>'
    yield "</nodes><edges>"
    for number, (one, other, held) in enumerate(graph.edges(data=True)):
        weight = f' weight="{held["weight"]}"' if "weight" in held else ""
        yield f'<edge source="{_quoted(one)}" target="{_quoted(other)}" id="{number}"{weight}>'
        yield f"{_gexf_values(held, edges)}</edge>"
    yield "</edges></graph></gexf>"


def _gexf_values(held: _Held, scope: _Scope) -> str:
    told = ((scope[name].number, _quoted(str(value))) for name, value in held.items() if name in scope)
    values = "".join(f'<attvalue for="{number}" value="{value}" />' for number, value in told)
    return f"<attvalues>{values}</attvalues>"


def _quoted(text: str) -> str:
    return escape(text, _IN_QUOTES)


def _json(graph: "nx.DiGraph[str]") -> Iterator[str]:
    nodes = ({**held, "id": node} for node, held in graph.nodes(data=True))
    edges = ({**held, "source": one, "target": other} for one, other, held in graph.edges(data=True))
    yield '{"directed":true,"multigraph":false,"graph":{},"nodes":['
    yield from _listed(nodes)
    yield '],"edges":['
    yield from _listed(edges)
    yield "]}"


def _listed(items: Iterator[dict[str, str | float]]) -> Iterator[str]:
    """The items of a list as JSON, without the brackets around it."""
    comma = ""
    while some := list(islice(items, AT_ONCE)):
        yield comma + in_json(some)[1:-1].decode()
        comma = ","


FORMATS: Mapping[str, Callable[["nx.DiGraph[str]"], Iterable[str]]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "json": _json,
}
"""How to write each format, by the end of its file's name."""
