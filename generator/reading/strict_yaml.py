"""YAML for people who have never seen YAML: plain text values, one obvious way, every value with its place.

Nothing is guessed from the look of a value (`no`, `on`, `12:30` and dates stay text), and what makes YAML
surprising or dangerous is refused by name: duplicate keys, tags, anchors and aliases, several documents, control
characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from generator.reading.letters import HEAPED, INVISIBLE, shown
from generator.reading.problems import Problem, told
from generator.reading.words_of_others import named
from generator.said import said

Position = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the document."""

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
    _children: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def locate(self, place: Position, *, key: bool = False) -> tuple[int, int]:
        """Return line and column (from 1) of the value at `place`, or of the nearest part above it that exists.

        With `key`, the place of the value's own key.
        """
        node, mark = self.root, self.root.start_mark
        for position, step in enumerate(place):
            child = self._child(node, step)
            if child is None:
                break
            own_key, node = child
            mark = own_key.start_mark if key and own_key and position == len(place) - 1 else node.start_mark
        return mark.line + 1, mark.column + 1

    def problem(self, place: Position, wrong: str, allowed: str = "", *, key: bool = False) -> Problem:
        """Return a problem with the value at `place`."""
        return Problem(self.path, *self.locate(place, key=key), wrong, allowed)

    def _child(self, node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode):
            if id(node) not in self._children:
                self._children[id(node)] = {key.value: (key, value) for key, value in reversed(node.value)}
            return self._children[id(node)].get(step)  # type: ignore[arg-type] # a number is no key, and found by none
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None


def parse(path: Path, text: str) -> Document | list[Problem]:
    """Return the document in `text`, or every problem that keeps it from being read."""
    problems = list(told(_refused_letters(path, text)))
    if problems:
        return problems
    try:
        problems = _refused_syntax(path, text)
        if problems:
            return problems
        root = yaml.compose(text, Loader=_TextLoader)
    except yaml.MarkedYAMLError as error:
        return [_syntax_problem(path, error)]
    except (yaml.YAMLError, RecursionError):
        return [Problem(path, 1, 1, said("this can't be read as YAML"), _COMPARE)]
    if root is None:
        return [Problem(path, 1, 1, said("the file is empty"), said("copy a write-up that exists and change it"))]
    try:
        data = _Plain(path, text).of(root, problems)
    except RecursionError:
        return [_too_deep(path, 1, 1)]
    return list(told(problems)) or Document(path, text, data, root)


def _refused_letters(path: Path, text: str) -> Iterator[Problem]:
    if text.isascii() and not INVISIBLE.search(text):
        return
    for found, wrong in _letters_in(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Problem(path, line, found.start() - text.rfind("\n", 0, found.start()), *wrong)


def _letters_in(text: str) -> Iterator[tuple[re.Match[str], tuple[str, str]]]:
    for found in INVISIBLE.finditer(text):
        wrong = said("the invisible character %(code)s is not allowed", code=f"U+{ord(found[0]):04X}")
        yield found, (wrong, said("delete it and type the text again"))
    for found in HEAPED.finditer(text):
        wrong = said("marks are heaped on one letter")
        yield found, (wrong, said("type the letter again with at most one accent"))


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
            problems.append(_too_deep(path, mark.line + 1, mark.column + 1))
            break
    return problems


def _too_deep(path: Path, line: int, column: int) -> Problem:
    return Problem(path, line, column, said("nested too deeply"), said("at most %(number)s levels", number=_MAX_DEPTH))


_REFUSED = {
    yaml.AnchorToken: (said("an anchor (&) is not allowed"), said("put quotes around text that begins with &")),
    yaml.AliasToken: (said("an alias (*) is not allowed"), said("put quotes around text that begins with *")),
    yaml.TagToken: (said("a tag (!) is not allowed"), said("put quotes around text that begins with !")),
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


_COMPARE = said("compare indents, dashes, colons and quotes with a write-up that works")


def _syntax_problem(path: Path, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = error.problem or "not readable"
    if "expected a single document" in (error.context or "") + problem:
        wrong = said("a second document begins here")
        return Problem(path, line, column, wrong, said("one file holds one, without ---"))
    if "mapping values are not allowed" in problem:
        allowed = said("put the whole text in quotes, or below the key after >-")
    elif "cannot start any token" in problem:
        allowed = said("use spaces to indent, and quotes around text that begins with a sign")
    else:
        allowed = _COMPARE
    wrong = said("this is not YAML (%(why)s)", why=named(shown(problem)))
    return Problem(path, line, column, wrong, allowed)


_BARE = re.compile(r"[a-z0-9_./-]+")
"""An id, a number or a date, beside which a comment is no mistake."""


class _Plain:
    """Turns the nodes of one file into dicts, lists and text."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text
        self.may_hold_comments = " #" in text or "\t#" in text

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def of(self, node: yaml.Node, problems: list[Problem], depth: int = 0) -> Any:
        """The node as plain data; what is wrong with it goes into `problems`."""
        if depth > _MAX_DEPTH:
            problems.append(_too_deep(self.path, node.start_mark.line + 1, node.start_mark.column + 1))
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._text(node, problems)
        if isinstance(node, yaml.SequenceNode):
            return [self.of(child, problems, depth + 1) for child in node.value]
        result: dict[str, Any] = {}
        for key, value_node in node.value:
            if not isinstance(key, yaml.ScalarNode):
                problems.append(self._at(key, said("a key is plain text"), said("put { and [ in quotes")))
                continue
            if key.value in result:
                wrong = said("%(word)s stands here twice", word=shown(key.value))
                problems.append(self._at(key, wrong, said("keep one of the two")))
            result[key.value] = self.of(value_node, problems, depth + 1)
        return result

    def _text(self, node: yaml.ScalarNode, problems: list[Problem]) -> str | None:
        value: str = node.value
        if value == "" and not node.style:
            return None
        if node.style == '"':
            problems += [self._at(node, *wrong) for _, wrong in _letters_in(value)][:1]
        if not node.style and self.may_hold_comments and not _BARE.fullmatch(value):
            end = node.end_mark
            if self.lines[end.line][end.column :].lstrip(" \t").startswith("#"):
                wrong = said("what stands after the # is taken for a comment and is lost")
                problems.append(self._at(node, wrong, said("put the whole text in quotes, or below the key after >-")))
        return value

    def _at(self, node: yaml.Node, wrong: str, allowed: str) -> Problem:
        return Problem(self.path, node.start_mark.line + 1, node.start_mark.column + 1, wrong, allowed)
