"""Communities of practices that are more like each other than like the rest, and names for them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.language.forms import roots
from generator.language.names import as_slug, inside
from generator.linking.features import Features
from generator.linking.links import Community
from generator.linking.neighbours import Neighbours
from generator.linking.tags import NodeKind

RESOLUTION = 2.0  # finer than plain modularity, whose communities are too broad to name
SEED = 8  # any number; it only has to stay the same
NAME_PARTS = 3  # more is no name
LEAST_MEMBERS = 0.3  # a name should fit at least so large a share of the members
NAME_WEIGHTS = {
    NodeKind.METHOD: 1.0,
    NodeKind.TOPIC: 0.9,
    NodeKind.TERM: 0.7,
}  # the registers' names read better than bare words


def find_communities(features: Features, neighbours: Neighbours) -> tuple[Community, ...]:
    """Return the communities of the similarity graph, largest first.

    Found with the Louvain method (Blondel and others, "Fast unfolding of communities in large networks", 2008).
    """
    graph = _similarity_graph(features, neighbours)
    found = nx.community.louvain_communities(graph, weight="weight", resolution=RESOLUTION, seed=SEED) if graph else []
    parts = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
    telling = _Telling.of(features)
    said = [_parts(features, telling.of_members(part)) for part in parts]
    names = [_name(one) or features.practices[part[0]].title for one, part in zip(said, parts, strict=True)]
    members = (tuple(sorted(features.practices[row].id for row in part)) for part in parts)
    return tuple(map(Community, _unique(as_slug(name) or "community" for name in names), names, members, said))


def _similarity_graph(features: Features, neighbours: Neighbours) -> "nx.Graph[int]":
    """Rows as nodes: numbers keep Louvain's order of sets the same in every run, which words would not."""
    row_of = {practice.id: row for row, practice in enumerate(features.practices)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(features.practices)))
    graph.add_weighted_edges_from(
        (row_of[practice], row_of[neighbour.practice], neighbour.score)
        for practice, ranked in neighbours.items()
        for neighbour in ranked
    )
    return graph


def _name(parts: tuple[str, ...]) -> str:
    """What a community is called; nothing where nothing sets it apart, as with a practice that is like no other."""
    name = " · ".join(parts)
    return name[:1].upper() + name[1:]


def _parts(features: Features, columns: Iterable[int]) -> tuple[str, ...]:
    """The tags and terms that a community is named after; none repeats a word of another."""
    heard, parts = set[str](), list[str]()
    for column in columns:
        name = features.names[column]
        if not heard & set(roots(name)):
            parts.append(inside(name))
            heard.update(roots(name))
        if len(parts) == NAME_PARTS:
            break
    return tuple(parts)


class _Telling(NamedTuple):
    """Who has what, and how much each column tells of those who have it."""

    has: sparse.csr_matrix
    """Practices × columns."""
    worth: NDArray[np.float64]
    """Of each column: its rarity among all practices, times the weight of its kind; 0 of what tells nothing."""

    @classmethod
    def of(cls, features: Features) -> Self:
        has = features.matrix > 0
        rare = np.log1p(has.shape[0] / np.maximum(has.sum(axis=0).A1, 1))
        weights = np.array([NAME_WEIGHTS.get(kind, 0.0) for kind in features.kinds])
        return cls(has, rare * weights * np.array(features.telling, bool))

    def of_members(self, rows: Sequence[int]) -> Iterator[int]:
        """Columns by the share of members that have them, times their worth, the most telling first.

        The class-based TF-IDF of Grootendorst, "BERTopic" (2022), on practices that hold a term instead of its
        occurrences.
        """
        members = self.has[rows].sum(axis=0).A1 / len(rows)
        scores = np.where(members < LEAST_MEMBERS, 0, members * self.worth).round(9)
        return (column for column in np.argsort(-scores, kind="stable").tolist() if scores[column] > 0)


def _unique(slugs: Iterator[str]) -> Iterator[str]:
    """Slugs, with a number after each that has stood before."""
    seen: dict[str, int] = {}
    for slug in slugs:
        seen[slug] = seen.get(slug, 0) + 1
        yield slug if seen[slug] == 1 else f"{slug}-{seen[slug]}"
