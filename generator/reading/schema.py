"""JSON Schemas made from the models: those for editors of write-ups, and that of a saved self-assessment."""

import json
from pathlib import Path
from typing import Any

from generator.model import Assessment, CityProfile, Network, Value, WriteUp
from generator.reading.network import read_network

SCHEMAS: dict[str, type[Value]] = {"practice.schema.json": WriteUp, "city.schema.json": CityProfile}
"""File name in the folder of write-ups, and the model it describes."""


def schema_text(name: str, network: Network) -> str:
    """Return the JSON Schema (draft 2020-12) of a file of the library as text, ending with a newline."""
    return _as_text(city_schema(network) if SCHEMAS[name] is CityProfile else SCHEMAS[name].model_json_schema())


def city_schema(network: Network) -> dict[str, Any]:
    """Return the JSON Schema of a city's file, with the levels, countries and regions of a network."""
    schema = CityProfile.model_json_schema()
    schema["$defs"]["Certification"]["properties"]["level"]["enum"] = list(network.level_ids)
    schema["properties"]["country"]["enum"] = list(network.countries)
    schema["properties"]["region"]["enum"] = list(network.region_by_id)
    return schema


def assessment_schema_text() -> str:
    """Return the JSON Schema of a saved self-assessment as text; it is published with the site."""
    return _as_text(Assessment.model_json_schema())


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas for editors to `folder`, a library, and return their paths.

    Raises:
        ProblemsFoundError: if the network of the library can't be read.
    """
    network = read_network(folder)
    paths = [folder / name for name in SCHEMAS]
    for path in paths:
        path.write_text(schema_text(path.name, network), encoding="utf-8")
    return paths


def _as_text(schema: dict[str, Any]) -> str:
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
