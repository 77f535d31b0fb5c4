"""The open data as others take it: described, valid by Frictionless, whole in one archive, and opened by networkx."""

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import networkx as nx
import pytest
import yaml
from frictionless import Package

from generator.linking import Links
from generator.model import Library
from generator.publishing.data import ARCHIVE, OpenData, graph_bytes, worded_graph
from generator.publishing.data.notebook import run_notebook
from generator.publishing.guides import UnprintableError
from tests.conftest import ROOT

ADDRESS = "https://peerbook.example/"


@pytest.fixture
def small_data(small_library: Library, small_links: Links) -> OpenData:
    return OpenData(small_library, small_links, ADDRESS)


@pytest.fixture(scope="session")
def real_data(real_library: Library, real_links: Links) -> OpenData:
    return OpenData(real_library, real_links, ADDRESS)


def contents(data: OpenData) -> dict[str, bytes]:
    return {asset.path: asset.read() for asset in data.assets}


def written(data: OpenData, folder: Path) -> Path:
    for asset in data.assets:
        (folder / Path(asset.path).name).write_bytes(asset.read())
    return folder / "datapackage.json"


def errors(package: Path) -> list[str]:
    report = Package(str(package)).validate()
    return [
        *(error.message for error in report.errors),
        *(f"{task.name}: {error.message}" for task in report.tasks for error in task.errors),
    ]


def test_the_data_package_is_valid(small_data: OpenData, tmp_path: Path) -> None:
    assert errors(written(small_data, tmp_path)) == []


def test_and_so_is_that_of_this_library(real_data: OpenData, tmp_path: Path) -> None:
    assert errors(written(real_data, tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("results.csv", '"boulder-co/nurses","1"', '"nobody/nothing","1"', "foreign key"),
        ("practices.csv", '"2024-01-31"', '"some day"', "date"),
        ("cities.csv", '"106803"', '"many"', "integer"),
    ],
)
def test_what_breaks_the_description_is_noticed(
    small_data: OpenData, tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    package = written(small_data, tmp_path)
    content = (tmp_path / file).read_bytes().decode("utf-8-sig")
    if file == "cities.csv":
        old = next(f'"{cell}"' for cell in content.split('"') if cell.isdigit() and len(cell) > 4)
    assert old in content
    (tmp_path / file).write_bytes(content.replace(old, new).encode("utf-8-sig"))
    described = json.loads(package.read_text())
    for resource in described["resources"]:
        resource.pop("hash"), resource.pop("bytes")
    package.write_text(json.dumps(described))
    assert any(said in error for error in errors(package))


def test_the_description_tells_size_and_digest_of_each_file(small_data: OpenData) -> None:
    content = {Path(asset.path).name: asset.read() for asset in small_data.assets}
    for resource in json.loads(content["datapackage.json"])["resources"]:
        assert resource["bytes"] == len(content[resource["path"]])
        assert resource["hash"] == "sha256:" + hashlib.sha256(content[resource["path"]]).hexdigest()


def test_croissant_names_the_same_files_and_columns(small_data: OpenData) -> None:
    content = {Path(asset.path).name: asset.read() for asset in small_data.assets}
    croissant, package = (json.loads(content[name]) for name in ("croissant.json", "datapackage.json"))
    fields = {
        f"{resource['name']}/{field['name']}"
        for resource in package["resources"]
        if "schema" in resource
        for field in resource["schema"]["fields"]
    }
    assert {field["@id"] for one in croissant["recordSet"] for field in one["field"]} == fields
    for file in croissant["distribution"]:
        assert file["sha256"] == hashlib.sha256(content[file["contentUrl"]]).hexdigest()


def test_the_archive_holds_everything_with_license_and_citation(small_data: OpenData, small_library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(small_data.content(ARCHIVE))) as archive:
        folder = f"peerbook-data-{small_data.version}/"
        names = {name.removeprefix(folder) for name in archive.namelist()}
        assert {Path(asset.path).name for asset in small_data.assets} - {ARCHIVE} <= names
        assert {"LICENSE.txt", "README.md", "CITATION.cff", "write-ups.jsonl"} <= names
        citation = yaml.safe_load(archive.read(f"{folder}CITATION.cff"))
        lines = archive.read(f"{folder}write-ups.jsonl").splitlines()
    assert (citation["version"], citation["date-released"].isoformat()) == (small_data.version, small_data.day)
    assert [json.loads(line)["id"] for line in lines] == [one.id for one in small_library.practices]


def test_the_version_changes_with_the_data_and_only_with_them(small_library: Library, small_links: Links) -> None:
    one, same = (OpenData(small_library, small_links, ADDRESS) for _ in range(2))
    assert contents(one) == contents(same)
    other = small_library.practices[0].model_copy(update={"title": "Boulder sends doctors to calls"})
    changed = small_library.model_copy(update={"practices": (other, *small_library.practices[1:])})
    assert OpenData(changed, small_links, ADDRESS).version != one.version


def test_networkx_opens_the_same_graph_from_each_form(small_data: OpenData, small_links: Links, tmp_path: Path) -> None:
    written(small_data, tmp_path)
    opened = {
        "graphml": nx.read_graphml(tmp_path / "graph.graphml"),
        "gexf": nx.read_gexf(tmp_path / "graph.gexf"),
        "json": nx.node_link_graph(json.loads((tmp_path / "graph.json").read_text()), edges="edges"),
    }
    for form, graph in opened.items():
        assert set(graph.nodes) == set(small_links.graph.nodes), form
        assert set(graph.edges) == set(small_links.graph.edges), form
        for one, other, told in small_links.graph.edges(data=True):
            assert graph.edges[one, other]["kind"] == told["kind"], form
            if "weight" in told:
                parts = {key: value for key, value in graph.edges[one, other].items() if key.startswith("part_")}
                assert parts == {f"part_{part}": share for part, share in told["parts"]}, form
                assert graph.edges[one, other]["reasons"], form


def test_the_graph_is_written_as_networkx_writes_it(real_links: Links) -> None:
    graph = worded_graph(real_links)
    graph.add_node("marks", kind="& < > \" ' \n\t", label='a "b" & <c>', community="d")
    graphml, gexf = io.BytesIO(), io.BytesIO()
    nx.write_graphml_xml(graph, graphml, encoding="utf-8", prettyprint=False)
    nx.write_gexf(graph, gexf, encoding="utf-8", prettyprint=False, version="1.2draft")
    assert graph_bytes(graph, "graphml") == graphml.getvalue()
    told = json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, separators=(",", ":"))
    assert graph_bytes(graph, "json") == told.encode()
    written_by = re.compile(rb"<meta.*?</meta>")
    assert written_by.sub(b"", graph_bytes(graph, "gexf")) == written_by.sub(b"", gexf.getvalue())


def test_the_parts_of_a_weight_add_up_to_it(real_links: Links) -> None:
    weighed = [told for *_, told in real_links.graph.edges(data=True) if "weight" in told]
    assert len(weighed) > 1000
    assert max(abs(sum(share for _, share in told["parts"]) - told["weight"]) for told in weighed) < 0.001


def test_the_notebook_answers_from_this_library(real_data: OpenData) -> None:
    cells = run_notebook(ROOT / "docs/data/questions.ipynb", real_data.assets)
    assert sum(len(cell.rows) > 4 for cell in cells) >= 4


def test_the_notebook_runs_on_a_library_of_any_size(small_data: OpenData) -> None:
    assert run_notebook(ROOT / "docs/data/questions.ipynb", small_data.assets)


def test_a_cell_that_fails_is_told_by_number(small_data: OpenData, tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "source": ["1 + 1"]}, {"cell_type": "code", "source": ["nowhere"]}]
    notebook = tmp_path / "x.ipynb"
    notebook.write_text(json.dumps({"cells": cells}))
    with pytest.raises(UnprintableError, match="cell 2: NameError"):
        run_notebook(notebook, small_data.assets)
