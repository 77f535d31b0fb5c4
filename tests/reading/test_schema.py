import json

import pytest

from generator.reading.schema import SCHEMAS, schema_text
from tests.conftest import ROOT


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_beside_the_write_ups_is_that_of_the_models(name: str) -> None:
    assert (ROOT / "practices" / name).read_text(encoding="utf-8") == schema_text(name), "run: peerbook schema"


def test_the_schema_lists_what_is_allowed() -> None:
    schema = json.loads(schema_text("practice.schema.json"))
    assert schema["additionalProperties"] is False
    assert "ongoing" in schema["$defs"]["Status"]["enum"]
    assert schema["properties"]["title"]["maxLength"] == 89
