"""The scripts of the search as one program, for an engine outside of a browser."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import quickjs

ENTRANCE = "engine.js"
_IMPORT = re.compile(r"^import \{([^}]*)\} from \"\./([\w-]+\.js)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)


@cache
def program() -> str:
    """Return all modules as one script, each in a function of its own: `modules` holds what they export."""
    parts = [
        f'modules["{name}"] = (() => {{\n{code}\nreturn {{ {", ".join(exported)} }};\n}})();'
        for name, code, exported in _modules(ENTRANCE, set())
    ]
    return "\n".join(('"use strict";', "const modules = {};", *parts, ""))


def running() -> quickjs.Context:
    """Return an engine of its own in which the program has run; it belongs to the thread that asked for it."""
    context = quickjs.Context()
    context.eval(program())
    return context


def _modules(name: str, seen: set[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield a module and before it those that it imports: name, code, and the names that it exports."""
    if name in seen:
        return
    seen.add(name)
    code = _scripts().joinpath(name).read_text(encoding="utf-8")
    for _, other in _IMPORT.findall(code):
        yield from _modules(other, seen)
    exported = _EXPORT.findall(code)
    code = _IMPORT.sub(lambda found: f'const {{{found[1]}}} = modules["{found[2]}"];\n', code)
    yield name, _EXPORT.sub("", code), exported


def _scripts() -> Traversable:
    """The folder of the engine's scripts: packed with us, or in the checkout that we run from."""
    packed = files("generator.finding").joinpath("scripts")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "docs" / "assets" / "search"
