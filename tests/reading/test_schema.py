import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.model import Network
from generator.reading import read_network
from generator.reading.schema import SCHEMAS, schema_text
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def network() -> Network:
    return read_network(ROOT / "practices")


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_beside_the_write_ups_is_that_of_the_models(name: str, network: Network) -> None:
    assert (ROOT / "practices" / name).read_text(encoding="utf-8") == schema_text(name, network), "run: peerbook schema"


def test_the_schema_lists_what_is_allowed(network: Network) -> None:
    schema = json.loads(schema_text("practice.schema.json", network))
    assert schema["additionalProperties"] is False
    assert "ongoing" in schema["$defs"]["Status"]["enum"]
    assert schema["properties"]["title"]["maxLength"] == 89


class Editor(yaml.CSafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: bare numbers and truth values are no text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, object]:  # type: ignore[override]
        """Keys are the names of properties, which are text in every schema."""
        return {str(key): value for key, value in super().construct_mapping(node, deep).items()}


_PLAIN = {
    "bool": ("true|false", "tf"),
    "int": ("[-+]?[0-9]+", "-+0123456789"),
    "float": (r"-?[0-9]+\.[0-9]*", "-0123456789"),
}
for tag, (pattern, first) in _PLAIN.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def files() -> list[Path]:
    return sorted((ROOT / "practices").glob("*/*.yaml"))


def test_an_editor_finds_nothing_to_mark_in_the_files_of_this_library(network: Network) -> None:
    schemas = {name: jsonschema.Draft202012Validator(json.loads(schema_text(name, network))) for name in SCHEMAS}
    marks = [
        f"{path.parent.name}/{path.name}: {error.json_path}: {error.message}"
        for path in files()
        for error in schemas["city.schema.json" if path.stem == "city" else "practice.schema.json"].iter_errors(
            yaml.load(path.read_text(encoding="utf-8"), Loader=Editor)  # noqa: S506 (a safe loader)
        )
    ]
    assert marks == []
