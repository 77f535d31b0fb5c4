"""Scripts and styles as they are sent: without comments, and with no more white space than they need.

They are written to be read, and a phone on a slow network waits for every kilobyte. Names stay as they are: what would
shorten them is no library of Python's alone, and gains a tenth.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath

import rjsmin
import tinycss2
from tinycss2.ast import Node, WhitespaceToken

_FOLDER, _VENDOR = "assets/", "assets/vendor/"


def is_compacted(path: str) -> bool:
    """Whether a file at this path below the docs is a script or a style of ours; those of others come compact."""
    return path.startswith(_FOLDER) and not path.startswith(_VENDOR) and PurePosixPath(path).suffix in _COMPACTED


@lru_cache(maxsize=1_024)
def compact(path: str, content: bytes) -> bytes:
    """Return what is sent of a script or a style, which its path tells apart. Each language sends the same ones."""
    return f"{_COMPACTED[PurePosixPath(path).suffix](content.decode()).strip()}\n".encode()


def _script(text: str) -> str:
    made: str = rjsmin.jsmin(text)
    return made


def _style(text: str) -> str:
    """Space may mean something between any two parts of a style, so one stays of each."""
    parts = tinycss2.parse_component_value_list(text, skip_comments=True)
    _narrow(parts)
    made: str = tinycss2.serialize(parts)
    return made


def _narrow(parts: Iterable[Node]) -> None:
    for part in parts:
        if isinstance(part, WhitespaceToken):
            part.value = " "
        _narrow(getattr(part, "content", None) or getattr(part, "arguments", None) or ())


_COMPACTED = {".css": _style, ".js": _script}
