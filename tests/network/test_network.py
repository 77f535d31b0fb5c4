"""What belongs to the network: what its file may hold, and what other files may name of it."""

from pathlib import Path

import pytest

from generator.reading import ProblemsFoundError, read_library, read_network
from tests.builders import CERTIFICATION, CITY, NETWORK, STANDARD, write_library

BOULDER = CITY.format(name="Boulder", state="CO", people=106_803)
DETAIL = 'checks: [A policy exists]\n        details: [{kind: detail, version: "2020", text: "More.[^portal]"}]'


def problems(folder: Path) -> list[str]:
    """Everything that is wrong with a library, without the folder."""
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder)
    return [str(one).removeprefix(f"{folder.as_posix()}/") for one in caught.value.problems]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("level: gold", "level: golden", "9:13: level: “golden” is not known: did you mean gold?"),
        ("region: West", "region: Wset", "4:9: region: “Wset” is not known: did you mean West?"),
        ("region: West", "region: South", "4:9: region: CO, US does not lie in South: West"),
        ("country: US", "country: FR", "3:10: country: “FR” is not known: "),
    ],
)
def test_a_city_names_levels_and_regions_of_its_network(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    folder = write_library(tmp_path)
    (folder / "boulder-co/city.yaml").write_text(BOULDER.replace(right, wrong), encoding="utf-8")
    [found] = problems(folder)
    assert found.startswith(f"boulder-co/city.yaml:{told}")


def test_the_standard_names_versions_of_the_network(tmp_path: Path) -> None:
    standard = STANDARD.replace("checks: [A policy exists]", DETAIL)
    [found] = problems(write_library(tmp_path, standard=standard))
    assert found.startswith("standard.yaml:15:43: version: “2020” is not known: ")


def test_bands_are_those_of_the_levels_in_their_order(tmp_path: Path) -> None:
    swapped = CERTIFICATION.replace("silver", "x").replace("gold", "silver").replace("{level: x", "{level: gold")
    [found] = problems(write_library(tmp_path, certification=swapped))
    assert found.endswith(
        "tiers: the levels do not stand in their order: lowest first, as in network.yaml: silver, gold, platinum"
    )
    [found] = problems(write_library(tmp_path, certification=CERTIFICATION.replace("silver", "sliver")))
    assert "level: “sliver” is not known: did you mean silver?" in found


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("{id: gold, name: Gold", "{id: silver, name: Gold", "the level silver stands here twice"),
        ("mark: disc", "mark: half", "the mark half stands here twice"),
        ("mark: disc", "mark: star", "mark: “star” is not known"),
        ("id: silver", "id: unknown", "unknown can't be the id of a level"),
        ("[MX]", "[CA]", "CA stands here twice"),
        ("[MX]", "[US]", "US is a region's as a whole and by its states"),
        ("west: -130", "west: -20", "the map is empty"),
        ("least_people: 30000", "least_people: 500", "500 is out of range"),
        ("certification: What Works Cities Certification", "", "certification is missing"),
    ],
)
def test_a_mistake_in_the_network_is_told(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in NETWORK
    folder = write_library(tmp_path, network=NETWORK.replace(right, wrong))
    [found] = problems(folder)
    assert found.startswith("network.yaml:")
    assert told in found
    with pytest.raises(ProblemsFoundError, match="network"):
        read_network(folder)


def test_a_library_without_a_network_is_told_which_file_is_missing(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    (folder / "network.yaml").unlink()
    assert problems(folder) == ["network.yaml:1:1: this file is missing: put it back"]
