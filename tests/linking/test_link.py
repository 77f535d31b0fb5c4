"""Linking as a whole: the same for the same library, and safe for small and odd ones."""

import gc
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forks import CAN_FORK
from generator.linking import Links, Peer, features, link
from generator.linking.peers import find_peers
from generator.model import Library
from tests.linking.conftest import a_city, a_library, a_practice, libraries

PRINT_LINKS = """
from generator.linking import link
from tests.linking.conftest import METHODS, TOPICS, a_library, a_practice
practices = [
    a_practice(f"city{number % 7}/p{number}", topics=list(TOPICS)[number % 3 :], methods=list(METHODS)[number % 2 :])
    for number in range(30)
]
links = link(a_library(practices))
print(links.neighbours, links.peers, links.gaps, links.communities, list(links.graph.edges(data=True)))
"""


def found(links: Links) -> tuple[Any, ...]:
    """All that was found, as plain values in their order."""
    parts = (links.neighbours, links.same_city, links.peers, links.gaps)
    return (
        *(list(part.items()) for part in parts),
        links.communities,
        list(links.graph.nodes(data=True)),
        list(links.graph.edges(data=True)),
    )


@given(st.data())
def test_the_order_of_practices_and_cities_changes_nothing(data: st.DataObject) -> None:
    library = data.draw(libraries())
    shuffled = library.model_copy(
        update={
            "practices": tuple(data.draw(st.permutations(library.practices))),
            "cities": tuple(data.draw(st.permutations(library.cities))),
        }
    )
    assert found(link(shuffled)) == found(link(library))


def test_every_run_of_python_gives_the_same() -> None:
    def run(seed: str) -> str:
        command = [sys.executable, "-c", PRINT_LINKS]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert run("1") == run("2")


def test_an_empty_library_has_no_links() -> None:
    links = link(a_library())
    assert found(links)[:5] == ([], [], [], [], ())


def test_the_garbage_collector_is_left_as_it_was() -> None:
    link(a_library())
    assert gc.isenabled()


def test_a_single_practice_has_no_neighbours() -> None:
    links = link(a_library([a_practice("austin/a")]))
    assert links.neighbours == {"austin/a": ()}
    assert links.same_city == {"austin/a": ()}


def test_two_practices_of_a_city_are_neighbours_within_it() -> None:
    links = link(a_library([a_practice("austin/a"), a_practice("austin/b")]))
    assert links.neighbours["austin/a"] == ()
    assert [neighbour.practice for neighbour in links.same_city["austin/a"]] == ["austin/b"]


def test_practices_that_share_nothing_are_not_linked() -> None:
    other = {"topics": ("road-safety",), "methods": ("crisis-response",), "areas": ("rigorous-evaluations",)}
    links = link(a_library([a_practice("austin/a"), a_practice("boise/b", **other)]))
    assert links.neighbours == {"austin/a": (), "boise/b": ()}


@pytest.mark.parametrize(
    "title", ["the of and to in it", "救急車 救急車 救急車 救急車", "!!!! ???? .... ––––", "2019 2020 2021"]
)
def test_odd_text_is_linked_by_what_it_has(title: str) -> None:
    links = link(a_library([a_practice("austin/a", title=title), a_practice("boise/b", title=title)]))
    assert [neighbour.practice for neighbour in links.neighbours["austin/a"]] == ["boise/b"]


def test_cities_without_practices_have_peers_and_gaps() -> None:
    links = link(a_library([a_practice("austin/a")], [a_city("boulder")]))
    assert [peer.city for peer in links.peers["boulder"]] == ["austin"]
    assert [gap.practice for gap in links.gaps["boulder"]] == ["austin/a"]


def test_the_parts_of_the_strongest_link_add_up_to_its_score(real_links: Links) -> None:
    links = real_links
    assert links.strongest is not None
    best = max(found[0].score for found in links.neighbours.values() if found)
    assert links.strongest.neighbour.score == best
    assert links.neighbours[links.strongest.practice][0] == links.strongest.neighbour
    assert sum(links.strongest.parts.values()) == pytest.approx(best, abs=1e-5)
    # Meanings are of single precision, so two write-ups of the same words may pass the whole by a little.
    assert all(0 <= part <= features.WEIGHTS[kind] + 1e-6 for kind, part in links.strongest.parts.items())


def test_without_links_none_is_the_strongest() -> None:
    assert link(a_library([a_practice("one-tx/only")])).strongest is None


@pytest.mark.skipif(not CAN_FORK, reason="one core, or a system on which nothing is forked")
def test_two_processes_find_what_one_finds(
    real_library: Library, real_links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[Library] = []

    def noted(library: Library) -> dict[str, tuple[Peer, ...]]:
        here.append(library)
        return find_peers(library)

    monkeypatch.setattr("generator.linking.find_peers", noted)
    monkeypatch.setattr("generator.linking.FEWEST_FORKED", 0)
    assert found(link(real_library, forked=True)) == found(real_links)
    assert not here, "another process finds the peers"
