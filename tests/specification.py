"""Holds what Python gives against a file in `tests/spec/`, to which the scripts are held as well."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SPEC = Path(__file__).parent / "spec"


@pytest.fixture
def held(request: pytest.FixtureRequest) -> Callable[[str, Any], None]:
    """Holds what Python gives against a file of the specification, or writes it."""

    def hold(name: str, ours: dict[str, Any]) -> None:
        path = SPEC / f"{name}.json"
        text = _one_case_a_line(ours)
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert json.loads(text) == json.loads(path.read_text(encoding="utf-8"))

    return hold


def _one_case_a_line(spec: dict[str, Any]) -> str:
    def written(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def part(value: Any) -> str:
        return "[\n" + ",\n".join(map(written, value)) + "\n]" if isinstance(value, list) else written(value)

    return "{" + ",\n".join(f"{written(name)}: {part(value)}" for name, value in spec.items()) + "}\n"
