"""One name, one thing: whoever greps for a class or a function finds it once."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

SCRIPTS = ("linking/data", "language/data", "contributing/data")
"""Programs of their own, run by hand."""
COMMAND = {"main"}


def public_names(path: Path) -> Iterator[str]:
    """Classes, functions and types of a module. Settings in capitals are read with the name of their module."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names: list[str] = []
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        yield from (name for name in names if re.match(r"[A-Za-z]", name) and not re.fullmatch(r"[A-Z0-9_]+", name))


def test_no_public_name_stands_twice() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "generator").rglob("*.py")):
        if not any(scripts in path.as_posix() for scripts in SCRIPTS):
            for name in public_names(path):
                places[name].append(path.relative_to(ROOT).as_posix())
    assert {name: found for name, found in places.items() if len(found) > 1 and name not in COMMAND} == {}
