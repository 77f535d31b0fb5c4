"""The reference of the Python API, made from its docstrings.

mkdocstrings does that as a plugin of MkDocs, which other engines do not run. Griffe, on which it rests, reads the
source without importing it, and gives the parts as values.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import griffe

from generator.publishing.page import Page
from generator.publishing.template import Templates

_SHOWN = (
    ("reading/library.py", "read_library"),
    ("linking/__init__.py", "link"),
    ("api.py", "search"),
    ("publishing/site/build.py", "publish"),
    ("model/library.py", "Library"),
    ("linking/links.py", "Links"),
    ("linking/links.py", "Neighbour"),
    ("linking/links.py", "Peer"),
    ("finding/finder.py", "Findings"),
    ("finding/finder.py", "Hit"),
    ("reading/problems.py", "ProblemsFoundError"),
)
"""Functions, then what they take and give: the file below the package, and the name in it."""
_WIDTH = 88
"""Letters of a line of code that a screen shows without scrolling."""
_PACKAGE = Path(str(files("generator")))


@dataclass(frozen=True)
class Named:
    """A parameter, an attribute or an error, and what it is."""

    name: str
    type: str
    text: str


@dataclass(frozen=True)
class Documented:
    """Something of the API as its docstring tells it."""

    name: str
    signature: str
    texts: tuple[str, ...]
    parameters: tuple[Named, ...]
    attributes: tuple[Named, ...]
    errors: tuple[Named, ...]

    @property
    def messages(self) -> Iterator[str]:
        """Every text in it, for the catalogue."""
        yield from self.texts
        yield from (one.text for one in (*self.parameters, *self.attributes, *self.errors) if one.text)


def reference_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page of the Python API."""
    _ = templates.language
    yield templates.page(
        "reference.md.jinja",
        "data/python.md",
        _("Peerbook in Python"),
        _("Read a library, link it, search it and publish it from Python: every function and what it gives."),
        more=lambda: {"documented": api()},
    )


@cache
def api() -> tuple[Documented, ...]:
    """Return all that the reference tells of."""
    modules = {path: _visited(path) for path in dict.fromkeys(path for path, _name in _SHOWN)}
    return tuple(_documented(modules[path][name]) for path, name in _SHOWN)


def _visited(path: str) -> griffe.Module:
    file = _PACKAGE / path
    return griffe.visit(file.stem, filepath=file, code=file.read_text(encoding="utf-8"))


def _documented(thing: griffe.Object) -> Documented:
    sections = _sections(thing)
    return Documented(
        thing.name,
        _signature(thing) if isinstance(thing, griffe.Function) else "",
        tuple(
            " ".join(paragraph.split())
            for section in sections
            if isinstance(section, griffe.DocstringSectionText)
            for paragraph in section.value.split("\n\n")
        ),
        _named(sections, griffe.DocstringSectionParameters),
        tuple(_attributes(thing)) if isinstance(thing, griffe.Class) else (),
        _named(sections, griffe.DocstringSectionRaises),
    )


def _sections(thing: griffe.Object) -> Sequence[griffe.DocstringSection]:
    return thing.docstring.parse("google", warnings=False) if thing.docstring else ()


def _signature(function: griffe.Function) -> str:
    """How it is called: on one line, or where that would be long, a line for each parameter."""
    whole = f"{function.name}{function.signature().partition(function.name)[2]}"
    if len(whole) <= _WIDTH:
        return whole
    lines: list[str] = []
    for one in function.parameters:
        if one.kind is griffe.ParameterKind.keyword_only and "*" not in lines:
            lines.append("*")
        default = "" if one.default is None else f" = {one.default}"
        lines.append(f"{one.name}: {one.annotation}{default}")
    inside = "".join(f"    {line},\n" for line in lines)
    return f"{function.name}(\n{inside}) -> {function.returns}"


def _named(sections: Sequence[griffe.DocstringSection], kind: type[griffe.DocstringSection]) -> tuple[Named, ...]:
    return tuple(
        Named(getattr(one, "name", ""), str(one.annotation or ""), " ".join(one.description.split()))
        for section in sections
        if isinstance(section, kind)
        for one in section.value
    )


def _attributes(thing: griffe.Class) -> Iterator[Named]:
    for name, member in thing.members.items():
        if isinstance(member, griffe.Attribute) and not name.startswith("_"):
            text = " ".join(member.docstring.value.split()) if member.docstring else ""
            yield Named(name, str(member.annotation or ""), text)
        elif isinstance(member, griffe.Function) and not name.startswith("_") and member.docstring:
            yield Named(
                f"{name}()", str(member.returns or ""), " ".join(member.docstring.value.split("\n\n")[0].split())
            )
