"""The picture of the Explore page: practices as points, like ones drawn together, laid out when the site is built.

Communities are placed first, by a graph of their own, and packed as discs; then each is filled with its members. So
the cost grows with the number of practices, not with its square. `docs/assets/explore/` draws the result.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from generator.linking import Links
from generator.model import EvidenceLevel, Library
from generator.publishing.packed import in_json
from generator.publishing.page import Asset
from generator.wording import ENGLISH, Language, group_name

DRAWN_SINGLY = 2_000
"""With more practices than these, members fill their discs in a pattern instead of by the forces between them."""
MOST_IN_SPRING = 600
"""Communities laid out by the forces between them, whose cost grows with the square of their number."""
SPACING = 40
"""About how far neighbouring practices stand apart, in the units of all coordinates."""
STRETCH = 1.75
"""Width of the picture to its height."""
GATHERING = (0.991, 0.97)
"""What is left of distances from the middle after a step of drawing together; less in height, which gives STRETCH."""
SEED = 8  # any number; it only has to stay the same
FEW = 200
"""With no more points than these, looking at all pairs of them takes no longer than a tree of them."""
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))

Points = NDArray[np.float64]
Edge = tuple[int, int]


def explore_files(library: Library, links: Links, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield the data of the picture, `explore/graph.json`."""
    yield Asset("explore/graph.json", make=lambda: in_json(picture(library, links, _)))


def picture(library: Library, links: Links, _: Language = ENGLISH) -> dict[str, Any]:
    """Return the picture as a JSON-able value.

    `practices` and `communities` are tables as columns: a practice has `id`, `title`, `city`, `areas` (the main one
    first), `topics`, `evidence` (1 to 5), `community`, `x` and `y`; a community has `name`, `x`, `y` and the radius `r`
    of its disc, 0 if it has none. Cities, areas, topics and communities are given as places in the lists of that
    name. `edges` holds pairs of rows of practices, most alike first, each pair once, all in one list. `spacing` is
    about the distance of two practices side by side.
    """
    practices, row_of = library.practices, _rows(library)
    edges = similar_pairs(library, links)
    parts = [[row_of[practice] for practice in community.practices] for community in links.communities]
    points, discs = layout(parts, edges)
    community_of = {row: number for number, rows in enumerate(parts) for row in rows}
    city, area, topic = (
        partial(map, {identity: place for place, identity in enumerate(identities)}.__getitem__)
        for identities in (
            [one.id for one in library.cities],
            [one.id for one in library.standard.areas],
            [one.id for one in library.topics],
        )
    )
    return {
        "practices": {
            "id": [practice.id for practice in practices],
            "title": [practice.title for practice in practices],
            "city": list(city(practice.city for practice in practices)),
            "areas": [list(area(practice.areas)) for practice in practices],
            "topics": [list(topic(practice.topics)) for practice in practices],
            "evidence": [practice.evidence.level.strength for practice in practices],
            "community": [community_of[row] for row in range(len(practices))],
            "x": points[:, 0].round().astype(int).tolist(),
            "y": points[:, 1].round().astype(int).tolist(),
        },
        "communities": {
            "name": [group_name(community, _) for community in links.communities],
            **{name: discs[:, column].round().astype(int).tolist() for column, name in enumerate("xyr")},
        },
        "cities": [city.label for city in library.cities],
        "areas": [area.name for area in library.standard.areas],
        "topics": [topic.name for topic in library.topics],
        "evidence": [_(level.label) for level in sorted(EvidenceLevel, key=lambda level: level.strength)],
        "edges": [row for edge in edges for row in edge],
        "spacing": SPACING,
    }


def similar_pairs(library: Library, links: Links) -> dict[Edge, float]:
    """Return pairs of rows of similar practices with their scores: best first, the smaller row first in each pair."""
    row_of = _rows(library)
    scores = {
        (min(one, other), max(one, other)): neighbour.score
        for practice, ranked in links.neighbours.items()
        for neighbour in ranked
        if (one := row_of[practice]) != (other := row_of[neighbour.practice])
    }
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def _rows(library: Library) -> dict[str, int]:
    return {practice.id: row for row, practice in enumerate(library.practices)}


def layout(parts: Sequence[Sequence[int]], edges: Mapping[Edge, float]) -> tuple[Points, Points]:
    """Return where rows stand (rows x 2) and where the discs of their parts do (parts x 3: x, y, radius).

    Args:
        parts: the rows of each community; together they hold every row from 0 on once.
        edges: weights of the pairs of rows that are linked. Rows without a link stand at the rim, outside all discs.
    """
    count = sum(map(len, parts))
    points, discs = np.zeros((count, 2)), np.zeros((len(parts), 3))
    linked = {row for edge in edges for row in edge}
    members = {part: kept for part, rows in enumerate(parts) if (kept := [row for row in rows if row in linked])}
    if members:
        forces = _Forces(parts, edges)
        centres = _community_places(members, forces)
        is_large = count > DRAWN_SINGLY
        for part, rows in members.items():
            inside = _pattern(rows, forces) if is_large else _spring(rows, part, forces, centres)
            points[rows] = inside
            discs[part, 2] = np.hypot(*inside.T).max() + 0.9 * SPACING
        numbers = list(members)
        size = np.sqrt((discs[numbers, 2] ** 2).sum())
        start = np.array([centres[part] for part in numbers]) * size * (STRETCH**0.5, STRETCH**-0.5)
        discs[numbers, :2] = _pushed_apart(start, discs[numbers, 2] + 0.3 * SPACING, together=True)
        for part, rows in members.items():
            points[rows] += discs[part, :2]
    rim = [row for row in range(count) if row not in linked]
    points[rim] = _rim(len(rim), discs)
    return points, discs


class _Forces:
    """What draws rows together: links inside each part, links between parts, and what of them starts at each row."""

    def __init__(self, parts: Sequence[Sequence[int]], edges: Mapping[Edge, float]) -> None:
        part_of = {row: part for part, rows in enumerate(parts) for row in rows}
        self.inside: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
        self.between: dict[Edge, float] = defaultdict(float)
        self.outward: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self.strength: dict[int, float] = defaultdict(float)
        for (one, other), weight in edges.items():
            here, there = part_of[one], part_of[other]
            if here == there:
                self.inside[here].append((one, other, weight))
                self.strength[one] += weight
                self.strength[other] += weight
            else:
                self.between[min(here, there), max(here, there)] += weight
                self.outward[one][there] += weight
                self.outward[other][here] += weight


def _community_places(members: Mapping[int, Sequence[int]], forces: _Forces) -> dict[int, Points]:
    """Rough places of the parts that have members, about as far apart as they are unlike, all within -1 to 1."""
    start = dict(zip(members, _sunflower(len(members)) / np.sqrt(len(members)), strict=True))
    if len(members) > MOST_IN_SPRING or len(members) < 2:
        return start
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(members)
    for (one, other), weight in forces.between.items():
        graph.add_edge(one, other, weight=weight / np.sqrt(len(members[one]) * len(members[other])))
    return dict(nx.spring_layout(graph, pos=start, iterations=100, seed=SEED))


def _spring(rows: Sequence[int], part: int, forces: _Forces, centres: Mapping[int, Points]) -> Points:
    """Places of a part's rows around its centre, by their links, each drawn towards the other parts it is linked with.

    The method is that of Fruchterman and Reingold, "Graph drawing by force-directed placement" (1991).
    """
    if len(rows) == 1:
        return np.zeros((1, 2))
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from(rows)
    graph.add_weighted_edges_from(forces.inside[part])
    places: dict[Any, Points] = dict(zip(rows, _sunflower(len(rows)) / np.sqrt(len(rows)), strict=True))
    for row in rows:
        for other, weight in forces.outward[row].items():
            graph.add_edge(row, ("part", other), weight=weight / 2)
            away = centres[other] - centres[part]
            places["part", other] = 2 * away / max(float(np.hypot(*away)), 1e-9)
    fixed = [node for node in graph if isinstance(node, tuple)] or None
    found = nx.spring_layout(graph, pos=places, fixed=fixed, iterations=80, seed=SEED)
    inside = np.array([found[row] for row in rows])
    inside -= inside.mean(axis=0)
    inside *= _radius(len(rows)) / max(float(np.hypot(*inside.T).max()), 1e-9)
    inside = _pushed_apart(inside, np.full(len(rows), 0.55 * SPACING))
    centred: Points = inside - (inside.max(axis=0) + inside.min(axis=0)) / 2
    return centred


def _pattern(rows: Sequence[int], forces: _Forces) -> Points:
    """Places of a part's rows around its centre, those with the strongest links inside it nearest."""
    ranked = sorted(range(len(rows)), key=lambda place: (-forces.strength[rows[place]], rows[place]))
    inside = np.empty((len(rows), 2))
    inside[ranked] = _sunflower(len(rows)) * SPACING / 1.7
    return inside


def _sunflower(count: int) -> Points:
    """Points spread evenly over a disc of the radius √count (Vogel, "A better way to construct the sunflower head")."""
    steps = np.arange(count)
    angles = steps * GOLDEN_ANGLE
    points: Points = np.sqrt(steps + 0.5)[:, None] * np.column_stack((np.cos(angles), np.sin(angles)))
    return points


def _radius(count: int) -> float:
    return float(SPACING * 0.65 * np.sqrt(count))


def _pushed_apart(points: Points, radii: Points, *, together: bool = False) -> Points:
    """Points moved until discs of these radii around them do not overlap; first drawn `together` if asked."""
    steps = int(np.clip(200_000 / len(points), 40, 400))
    points = points + 1e-3 * _sunflower(len(points))  # no two in the same place
    for step in range(steps):
        gathers = together and step < steps / 2
        if gathers:
            points *= GATHERING
        one, other = _near(points, 2 * float(radii.max()))
        apart = points[one] - points[other]
        distance = np.hypot(*apart.T)
        missing = radii[one] + radii[other] - distance
        push = np.where(missing > 0, missing / 2 / np.maximum(distance, 1e-9), 0)[:, None] * apart
        if not gathers and not (missing > 1).any():
            break
        np.add.at(points, one, push)
        np.add.at(points, other, -push)
    return points


def _near(points: Points, reach: float) -> NDArray[np.intp]:
    """Pairs of points no farther apart than this (2 x pairs), in order."""
    if len(points) <= FEW:
        pairs = np.array(np.triu_indices(len(points), 1))
        return pairs[:, np.hypot(*(points[pairs[0]] - points[pairs[1]]).T) <= reach]
    from scipy.spatial import cKDTree  # a tenth of a second, for one page

    found = cKDTree(points).query_pairs(reach, output_type="ndarray")
    in_order: NDArray[np.intp] = found[np.lexsort(found.T[::-1])].T
    return in_order


def _rim(count: int, discs: Iterable[Sequence[float]] | Points) -> Points:
    """Points on ellipses around all discs."""
    flat = STRETCH**0.5
    reach = max((float(np.hypot(x / flat, y * flat)) + radius * flat for x, y, radius in discs), default=0.0)
    rings: list[Points] = []
    placed = 0
    while placed < count:
        reach += 2 * SPACING
        room = min(int(2 * np.pi * reach / (1.5 * SPACING)), count - placed)
        angles = 2 * np.pi * np.arange(room) / room
        rings.append(reach * np.column_stack((np.cos(angles) * flat, np.sin(angles) / flat)))
        placed += room
    return np.vstack(rings) if rings else np.zeros((0, 2))
