import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking import Links
from generator.model import AuditList, Draw, Library
from generator.publishing.data import data_files, guarded, tables
from generator.reading import assessment_schema_text
from tests.builders import audit


@pytest.fixture
def files(small_library: Library, small_links: Links) -> dict[str, bytes]:
    return {asset.path: asset.read() for asset in data_files(small_library, small_links)}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_row_for_each_practice_with_its_lists_joined(files: dict[str, bytes]) -> None:
    first = rows(files["data/practices.csv"])[0]
    assert first["id"] == "boulder-co/nurses"
    assert first["topics"] == "health"
    assert first["cost"] == "$1 million to start"


def test_figures_come_as_text_and_as_numbers(files: dict[str, bytes]) -> None:
    first = rows(files["data/results.csv"])[0]
    assert (first["treated"], first["treated_number"]) == ("56%", "56.0")


def test_csv_and_json_hold_the_same_rows(files: dict[str, bytes]) -> None:
    for name in ("practices", "results", "cities", "sources", "audits"):
        assert len(rows(files[f"data/{name}.csv"])) == len(json.loads(files[f"data/{name}.json"]))


def test_the_rate_of_an_audit_is_computed_and_only_a_lot_has_an_interval(
    small_library: Library, small_links: Links
) -> None:
    lot, doubtful = (audit(drawn) for drawn in Draw)
    library = small_library.model_copy(update={"audit_registers": {"audits": AuditList(audits=(lot, doubtful))}})
    content = next(one.read() for one in data_files(library, small_links) if one.path == "data/audits.csv")
    assert [(row["rate"], row["rate_low"], row["rate_high"]) for row in rows(content)] == [
        ("0.0459", "0.0198", "0.1029"),
        ("0.0459", "", ""),
    ]


def test_every_column_is_explained(small_library: Library) -> None:
    assert all(column.meaning for table in tables(small_library) for column in table.columns)


def test_the_graph_comes_whole_in_both_forms(files: dict[str, bytes], small_links: Links) -> None:
    graph = json.loads(files["data/graph.json"])
    assert len(graph["nodes"]) == small_links.graph.number_of_nodes()
    assert len(graph["edges"]) == small_links.graph.number_of_edges()
    root = ET.fromstring(files["data/graph.graphml"])  # noqa: S314 (our own file)
    assert len(root.findall(".//{*}node")) == len(graph["nodes"])


def test_the_schema_of_a_self_assessment_is_published(files: dict[str, bytes]) -> None:
    assert files["data/assessment.schema.json"].decode() == assessment_schema_text()


@given(st.text(alphabet=st.sampled_from("=+-@|%\t\r\n ＝a1(\"';"), max_size=8))
def test_no_cell_begins_as_a_formula_even_where_a_line_is_split_at_semicolons(text: str) -> None:
    cell = str(guarded(text))
    for part in re.split(r"[;\t\r\n]", cell):
        assert not part.lstrip(" ").startswith(("=", "+", "-", "@", "|", "%", "＝"))
    assert not set("\t\r\n") & set(cell)
    assert cell.replace("'", "").split() == text.replace("'", "").split()


def test_every_cell_is_quoted(small_library: Library, small_links: Links) -> None:
    files = {asset.path: asset.read() for asset in data_files(small_library, small_links)}
    for line in files["data/sources.csv"].decode("utf-8-sig").splitlines():
        assert re.fullmatch(r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line), line


def test_numbers_are_left_alone() -> None:
    assert guarded(-105.3) == -105.3
