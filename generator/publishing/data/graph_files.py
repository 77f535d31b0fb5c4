"""The graph as files that other programs open: GraphML, GEXF (Gephi) and JSON (node-link, as networkx reads it)."""

import io
import json
import re
from collections.abc import Callable, Mapping
from functools import partial

import networkx as nx

from generator.linking import Links
from generator.publishing.data.catalogue import LIST_SEPARATOR
from generator.wording import ENGLISH, Language, say

_WRITTEN_ON = re.compile(rb' lastmodifieddate="[^"]*"')
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    return FORMATS[form](graph)


def _graphml(graph: "nx.DiGraph[str]") -> bytes:
    return _written(partial(nx.write_graphml_xml, graph, encoding="utf-8", prettyprint=False))


def _gexf(graph: "nx.DiGraph[str]") -> bytes:
    """GEXF 1.2, without the day on which it was written: the same graph gives the same bytes."""
    written = _written(partial(nx.write_gexf, graph, encoding="utf-8", prettyprint=False, version="1.2draft"))
    return _WRITTEN_ON.sub(b"", written, count=1)


def _written(write: Callable[[io.BufferedIOBase], None]) -> bytes:
    """What is written to a stream that can't be read: ElementTree writes a million times, and need not look back."""
    held = io.BytesIO()
    with io.BufferedWriter(held) as stream:
        write(stream)
        stream.flush()
        return held.getvalue()


def _json(graph: "nx.DiGraph[str]") -> bytes:
    data = nx.node_link_data(graph, edges="edges")
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


FORMATS: Mapping[str, Callable[["nx.DiGraph[str]"], bytes]] = {"graphml": _graphml, "gexf": _gexf, "json": _json}
"""How to write each format, by the end of its file's name."""
