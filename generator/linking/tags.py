"""The controlled terms that a practice bears: its methods, topics, criteria and areas."""

from enum import StrEnum
from typing import NamedTuple

from generator.model import Library, Practice


class NodeKind(StrEnum):
    """Kinds of nodes and of features."""

    PRACTICE = "practice"
    CITY = "city"
    METHOD = "method"
    TOPIC = "topic"
    CRITERION = "criterion"
    AREA = "area"
    TERM = "term"
    MEANING = "meaning"


class Tag(NamedTuple):
    """An entry of a register, as a practice bears it."""

    kind: NodeKind
    id: str

    @property
    def node(self) -> str:
        """Its node id in the graph: `topic:road-safety`."""
        return node_id(self.kind, self.id)


def node_id(kind: NodeKind, identity: str) -> str:
    """Return the id of a thing's node in the graph."""
    return f"{kind}:{identity}"


def tag_of(node: str) -> Tag:
    """Return the tag that a node id stands for."""
    kind, _, identity = node.partition(":")
    return Tag(NodeKind(kind), identity)


def tags_of(practice: Practice) -> frozenset[Tag]:
    """Return the tags of a practice, of all four kinds."""
    groups = (
        (NodeKind.METHOD, practice.methods),
        (NodeKind.TOPIC, practice.topics),
        (NodeKind.CRITERION, practice.criteria),
        (NodeKind.AREA, practice.areas),
    )
    return frozenset(Tag(kind, identity) for kind, identities in groups for identity in identities)


def tag_names(library: Library) -> dict[Tag, str]:
    """Return the name of every entry of the registers: "Crisis response", "EVAL2, Launching Rigorous Evaluations"."""
    return {
        **{Tag(NodeKind.METHOD, method.id): method.name for method in library.methods},
        **{Tag(NodeKind.TOPIC, topic.id): topic.name for topic in library.topics},
        **{Tag(NodeKind.CRITERION, one.code): f"{one.code}, {one.name}" for one in library.standard.criteria},
        **{Tag(NodeKind.AREA, area.id): area.name for area in library.standard.areas},
    }
