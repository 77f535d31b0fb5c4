"""Write-ups as YAML in the house style: plain text where it can be, short lists on a line, long texts folded.

What is written here and read by the strict reader is the same again, whatever the texts hold.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.model import CityProfile, WriteUp
from generator.model.value import Value
from generator.reading import Problem
from generator.reading.strict_yaml import Document, parse

WIDTH = 110
FOLDED_FROM = 90
"""From so many letters on a text stands on lines of its own."""
SHORT_LISTS = frozenset(["areas", "criteria", "topics", "methods", "sources", "aliases"])
"""Lists of ids, which stand on one line."""
_SCHEMAS: dict[type[Value], str] = {WriteUp: "practice.schema.json", CityProfile: "city.schema.json"}


class UnreadableError(ValueError):
    """The strict reader refuses what was written; `problems` says why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


class _Text(str):
    """A text that is to stand folded."""

    __slots__ = ()


class _Row(list[Any]):
    """A list on one line."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer for a reader that takes every value for text, with list items indented below their key."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 (PyYAML's own name: nothing looks like a number to our reader)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent lists inside of groups, as all write-ups do."""
        super().increase_indent(flow, False)


_Dumper.add_representer(_Text, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">"))
_Dumper.add_representer(
    _Row, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)


def yaml_text(data: Mapping[str, Any], model: type[Value]) -> str:
    """Return the file of a write-up or a city: `data` in the order of the model's fields, empty values left out.

    Args:
        data: plain values (dicts, lists, text, numbers, True), as the model's fields name them.
        model: `WriteUp` or `CityProfile`; names the schema that editors go by.

    """
    ordered = {field: data[field] for field in model.model_fields if field in data}
    ordered |= {field: value for field, value in data.items() if field not in ordered}
    return f"# yaml-language-server: $schema=../{_SCHEMAS[model]}\n{body_text(_whole(ordered))}"


def body_text(data: Mapping[str, Any]) -> str:
    """Return dicts, lists and text as YAML in the house style. Empty ones stay: they hold a place in a list."""
    return yaml.dump(_styled(data), Dumper=_Dumper, allow_unicode=True, width=WIDTH, sort_keys=False, line_break="\n")


def document_of(data: Mapping[str, Any], model: type[Value], path: Path) -> Document:
    """Return the same as the document that a reader makes of it, so that problems have a place.

    Raises:
        UnreadableError: if the strict reader refuses what was written, as it does letters that nobody sees.

    """
    read = parse(path, yaml_text(data, model))
    if isinstance(read, list):
        raise UnreadableError(read)
    return read


def one_line(text: str) -> str:
    """Return a text as a field holds it: words with single spaces between them."""
    return " ".join(text.split())


def _whole(value: Any) -> Any:
    """The value without what is empty; numbers and flags as they are typed."""
    if isinstance(value, Mapping):
        kept = {str(key): _whole(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [one for one in map(_whole, value) if one not in (None, "", [], {})]
    if isinstance(value, bool):
        return "true" if value else ""
    return one_line(str(value)) if value is not None else None


def _styled(value: Any, field: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _styled(one, key) for key, one in value.items()}
    if isinstance(value, list):
        items = [_styled(one) for one in value]
        if field in SHORT_LISTS or (field == "unknown" and sum(map(len, items)) < FOLDED_FROM):
            return _Row(items)
        return items
    return _Text(value) if len(value) > FOLDED_FROM and " " in value else value
