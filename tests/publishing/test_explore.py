import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from generator.linking import Links, link
from generator.model import Library
from generator.publishing import explore
from generator.publishing.explore import DRAWN_SINGLY, SPACING, Edge, explore_files, layout, picture
from generator.publishing.pages import explore as explore_page
from generator.publishing.pages.explore import MARKERS, explore_pages
from generator.publishing.template import Templates
from generator.reading import read_library
from tests.builders import PRACTICE, write_library


def synthetic(count: int, communities: int) -> tuple[list[list[int]], dict[Edge, float]]:
    """Rows in communities of uneven size, most of their links inside; the last tenth of the rows has no link."""
    chance = random.Random(3)  # noqa: S311 (no secret)
    parts: list[list[int]] = [[] for _ in range(communities)]
    for row in range(count):
        parts[int(communities * chance.random() ** 2)].append(row)
    edges: dict[Edge, float] = {}
    for part in parts:
        for row in part:
            other = chance.choice(part) if chance.random() < 0.8 else chance.randrange(count)
            if row != other and max(row, other) < 0.9 * count:
                edges[min(row, other), max(row, other)] = chance.random()
    return parts, edges


def page_of(library: Library, links: Links) -> str:
    return next(explore_pages(Templates(library, links, None))).body


def test_the_same_library_gives_the_same_picture(real_library: Library, real_links: Links) -> None:
    first, second = (next(explore_files(real_library, real_links)) for _ in range(2))
    assert first == second
    assert first.path == "explore/graph.json"


def test_every_practice_is_there_once_with_what_the_card_shows(real_library: Library, real_links: Links) -> None:
    data = picture(real_library, real_links)
    columns = data["practices"]
    assert columns["id"] == [practice.id for practice in real_library.practices]
    assert {len(column) for column in columns.values()} == {len(real_library.practices)}
    row = columns["id"].index("washington-dc/nurse-triage-line")
    practice = real_library.practices[row]
    assert columns["title"][row] == practice.title
    assert data["cities"][columns["city"][row]] == "Washington, DC"
    assert data["evidence"][columns["evidence"][row] - 1] == practice.evidence.level.label
    areas = [real_library.area_by_id[area].name for area in practice.areas]
    assert [data["areas"][area] for area in columns["areas"][row]] == areas
    topics = [real_library.topic_by_id[topic].name for topic in practice.topics]
    assert [data["topics"][topic] for topic in columns["topics"][row]] == topics
    assert practice.id in real_links.communities[columns["community"][row]].practices


def test_every_link_is_there_once(real_library: Library, real_links: Links) -> None:
    data = picture(real_library, real_links)
    ids, ends = data["practices"]["id"], data["edges"]
    edges = list(zip(ends[::2], ends[1::2], strict=True))
    assert all(one < other for one, other in edges)
    assert len(edges) == len(set(edges))
    wanted = {frozenset((one, near.practice)) for one, ranked in real_links.neighbours.items() for near in ranked}
    assert {frozenset((ids[one], ids[other])) for one, other in edges} == wanted


def test_the_table_names_each_practice_once_in_its_group(real_library: Library, real_links: Links) -> None:
    body = page_of(real_library, real_links).split('id="table"')[1]
    hrefs = re.findall(r'<li><a href="\.\./(practices/[^"]+)/"', body)
    assert sorted(hrefs) == sorted(f"practices/{practice.id}" for practice in real_library.practices)
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", body, re.S)
    held = {frozenset(re.findall(r'practices/([^"]+)/"', row)) for row in rows}
    together = {frozenset(one.practices) for one in real_links.communities if len(one.practices) > 1}
    assert together <= held


def test_no_two_practices_lie_on_each_other_and_all_lie_in_the_disc_of_their_group(
    real_library: Library, real_links: Links
) -> None:
    data = picture(real_library, real_links)
    columns, groups = data["practices"], data["communities"]
    points = np.column_stack((columns["x"], columns["y"])).astype(float)
    apart = np.hypot(*(points[:, None] - points).transpose(2, 0, 1)) + np.eye(len(points)) * 9999
    assert apart.min() > SPACING / 2
    centres = np.column_stack((groups["x"], groups["y"]))[columns["community"]]
    radii = np.array(groups["r"])[columns["community"]]
    assert (np.hypot(*(points - centres).T) <= radii + 1).all()


@pytest.mark.parametrize("count", [300, DRAWN_SINGLY + 1])
def test_members_lie_in_their_disc_discs_apart_and_the_unlinked_outside(count: int) -> None:
    parts, edges = synthetic(count, 12)
    points, discs = layout(parts, edges)
    again, _ = layout(parts, edges)
    assert (points == again).all()
    assert len({tuple(point) for point in points.round()}) == count
    linked = {row for edge in edges for row in edge}
    shown = [(part, disc) for part, disc in zip(parts, discs, strict=True) if disc[2]]
    for part, (x, y, radius) in shown:
        inside = [row for row in part if row in linked]
        assert (np.hypot(*(points[inside] - (x, y)).T) < radius).all()
        outside = [row for row in range(count) if row not in linked]
        assert (np.hypot(*(points[outside] - (x, y)).T) > radius).all()
    for place, (_, one) in enumerate(shown):
        for _, other in shown[:place]:
            assert np.hypot(*(one[:2] - other[:2])) > one[2] + other[2] - 2


def test_very_many_communities_are_placed_without_forces_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explore, "MOST_IN_SPRING", 5)
    points, _ = layout(*synthetic(200, 12))
    assert len({tuple(point) for point in points.round()}) == 200


def test_practices_that_share_nothing_stand_at_the_rim(small_library: Library, small_links: Links) -> None:
    points, discs = layout([[0], [1], [2]], {})
    assert len({tuple(point) for point in points.round()}) == 3
    assert not discs.any()
    assert len(picture(small_library, small_links)["practices"]["x"]) == 2


def test_an_empty_library_gives_an_empty_picture(small_library: Library) -> None:
    library = small_library.model_copy(update={"practices": ()})
    data = picture(library, link(library))
    assert data["practices"]["id"] == data["edges"] == data["communities"]["name"] == []
    assert "0 practices" in page_of(library, link(library))


def test_each_area_has_its_own_marker(real_library: Library) -> None:
    assert len(set(MARKERS)) == len(MARKERS) >= len(real_library.standard.areas)


def test_with_many_practices_the_table_gives_examples_of_each_group(
    real_library: Library, real_links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explore_page, "MOST_LISTED", 100)
    table = page_of(real_library, real_links).split("<table")[1]
    sizes = [len(group.practices) for group in real_links.communities]
    groups, alone = [size for size in sizes if size > 1], sizes.count(1)
    assert table.count("<tr>") == len(groups) + bool(alone) + 1
    assert table.count("<a ") == sum(min(3, size) for size in groups) + min(3, alone)


def test_a_title_with_markup_is_only_text(tmp_path: Path, page_data: Callable[[Library], str]) -> None:
    title = "Boulder <b onclick=x>sends</b> nurses & more"
    text = PRACTICE.replace("Boulder sends nurses to calls that need no ambulance", title)
    library = read_library(write_library(tmp_path, {"boulder-co/nurses": text}))
    assert json.loads(page_data(library))["practices"]["title"] == [title]
    assert "<b onclick" not in page_of(library, link(library))


@pytest.fixture
def page_data() -> Callable[[Library], str]:
    return lambda library: next(explore_files(library, link(library))).read().decode()
