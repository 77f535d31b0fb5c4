"""JSON Schemas for editors, made from the models, and the example that a new write-up starts from."""

import json
from pathlib import Path

from generator.model import CityProfile, Value, WriteUp

SCHEMAS: dict[str, type[Value]] = {"practice.schema.json": WriteUp, "city.schema.json": CityProfile}
"""File name in the folder of write-ups, and the model it describes."""


def schema_text(name: str) -> str:
    """Return the JSON Schema (draft 2020-12) of a file of the library as text, ending with a newline."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas to `folder` and return their paths."""
    paths = [folder / name for name in SCHEMAS]
    for path in paths:
        path.write_text(schema_text(path.name), encoding="utf-8")
    return paths
