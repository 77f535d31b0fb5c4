"""YAML for people who have never seen YAML: plain text values, one obvious way, every value with its place.

Nothing is guessed from the look of a value (`no`, `on`, `12:30` and dates stay text), and what makes YAML
surprising or dangerous is refused by name: duplicate keys, tags, anchors and aliases, several documents, control
characters.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.reading.problems import Problem

Place = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the document."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_MAX_DEPTH = 20


class _TextLoader(yaml.CSafeLoader):
    """libyaml's loader without its guesses: each plain scalar is text."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:  # noqa: ARG002
        """Return the tag of a node: its kind, whatever its value looks like."""
        return _TAGS[kind]

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        """Keep no path: nothing is resolved by it."""

    def ascend_resolver(self) -> None:
        """Keep no path: nothing is resolved by it."""


_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


@dataclass(frozen=True)
class Document:
    """A file's text, its data (dicts, lists, text, None for an empty value) and where each part of it stands."""

    path: Path
    text: str
    data: Any
    root: yaml.Node

    def locate(self, place: Place, *, key: bool = False) -> tuple[int, int]:
        """Return line and column (from 1) of the value at `place`, or of the nearest part above it that exists.

        With `key`, the place of the value's own key.
        """
        node, mark = self.root, self.root.start_mark
        for position, step in enumerate(place):
            child = _child(node, step)
            if child is None:
                break
            own_key, node = child
            mark = own_key.start_mark if key and own_key and position == len(place) - 1 else node.start_mark
        return mark.line + 1, mark.column + 1

    def problem(self, place: Place, wrong: str, allowed: str = "", *, key: bool = False) -> Problem:
        """Return a problem with the value at `place`."""
        return Problem(self.path, *self.locate(place, key=key), wrong, allowed)


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def parse(path: Path, text: str) -> Document | list[Problem]:
    """Return the document in `text`, or every problem that keeps it from being read."""
    problems = [
        Problem(
            path,
            text.count("\n", 0, found.start()) + 1,
            found.start() - text.rfind("\n", 0, found.start()),
            f"the invisible character U+{ord(found[0]):04X} is not allowed",
            "delete it and type the text again",
        )
        for found in ([] if text.replace("\n", "").isprintable() else _CONTROL.finditer(text))
    ]
    if problems:
        return problems
    try:
        problems = _refused_syntax(path, text)
        if problems:
            return problems
        root = yaml.compose(text, Loader=_TextLoader)
    except yaml.MarkedYAMLError as error:
        return [_syntax_problem(path, error)]
    if root is None:
        return [Problem(path, 1, 1, "the file is empty", "copy a write-up that exists and change it")]
    data = _plain(root, path, problems)
    return problems or Document(path, text, data, root)


def _refused_syntax(path: Path, text: str) -> list[Problem]:
    """Anchors, aliases, tags and deep nesting, found before anything is built from them."""
    problems: list[Problem] = []
    if not _may_be_refused(text):
        return problems
    depth = 0
    for token in yaml.scan(text, Loader=_TextLoader):
        refused = _REFUSED.get(type(token))
        if refused:
            mark = token.start_mark
            problems.append(Problem(path, mark.line + 1, mark.column + 1, refused[0], refused[1]))
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > _MAX_DEPTH:
            mark = token.start_mark
            problems.append(
                Problem(path, mark.line + 1, mark.column + 1, "nested too deeply", f"at most {_MAX_DEPTH} levels")
            )
            break
    return problems


_REFUSED = {
    yaml.AnchorToken: ("an anchor (&) is not allowed", "put quotes around text that begins with &"),
    yaml.AliasToken: ("an alias (*) is not allowed", "put quotes around text that begins with *"),
    yaml.TagToken: ("a tag (!) is not allowed", "put quotes around text that begins with !"),
}
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def _may_be_refused(text: str) -> bool:
    """Whether a close look is due: few files have a sign where a tag or an anchor could be, or open many brackets."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > _MAX_DEPTH // 2 or "\n" + " " * _MAX_DEPTH in text or bool(_SUSPICIOUS.search(text))


_BRACKET = re.compile(r"[\[\]{}]")
_SUSPICIOUS = re.compile(r"(?<![^\s\[{,:])(?:[&*!]|[-?] [-?] [-?] )")


def _syntax_problem(path: Path, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = error.problem or "not readable"
    if "expected a single document" in (error.context or "") + problem:
        return Problem(path, line, column, "a second document begins here", "one file holds one, without ---")
    if "mapping values are not allowed" in problem:
        allowed = "put the whole text in quotes, or below the key after >-"
    elif "cannot start any token" in problem:
        allowed = "use spaces to indent, and quotes around text that begins with a sign"
    else:
        allowed = "compare indents, dashes, colons and quotes with a write-up that works"
    return Problem(path, line, column, f"this is not YAML ({problem})", allowed)


def _plain(node: yaml.Node, path: Path, problems: list[Problem]) -> Any:
    """The node as dicts, lists and text; what is wrong with it goes into `problems`."""
    if isinstance(node, yaml.ScalarNode):
        value: str = node.value
        if value == "" and not node.style:
            return None
        if node.style == '"' and _CONTROL.search(value):
            problems.append(_at(node, path, "the text holds an invisible control character", "take it out"))
        return value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, path, problems) for child in node.value]
    result: dict[str, Any] = {}
    for key, value_node in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(_at(key, path, "a key is plain text", "put { and [ in quotes"))
            continue
        if key.value in result:
            problems.append(_at(key, path, f"{key.value} stands here twice", "keep one of the two"))
        result[key.value] = _plain(value_node, path, problems)
    return result


def _at(node: yaml.Node, path: Path, wrong: str, allowed: str) -> Problem:
    return Problem(path, node.start_mark.line + 1, node.start_mark.column + 1, wrong, allowed)
