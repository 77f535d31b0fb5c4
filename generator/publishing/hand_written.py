"""Hand-written pages: `about.md` in the docs, and `about.es.md` beside it for the site in Spanish."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FILE = re.compile(r"[\w./-]+\.\w+")
_IN_LANGUAGE = re.compile(r"(?P<page>.+)\.(?P<folder>[a-z]{2})\.md")


class HandWritten(NamedTuple):
    """A page, by the path that it has on the site, and the file that it is written in."""

    path: str
    file: Path


def hand_written(docs: Path, folder: str = "") -> Iterator[HandWritten]:
    """Yield the hand-written pages of the site in a language, by path.

    Args:
        docs: the folder that they stand in.
        folder: name of the language's folder, "es"; empty for the first one. A page that is not written in it is shown
            as it is in the first one.
    """
    for path in sorted(docs.rglob("*.md")):
        if not is_in_language(path.name):
            own = path.with_name(f"{path.stem}.{folder}.md")
            yield HandWritten(path.relative_to(docs).as_posix(), own if folder and own.is_file() else path)


def files_named(docs: Path, folder: str = "") -> frozenset[str]:
    """Return the paths of files, below the site's root, that hand-written pages may lead to.

    They are all that reads as one: what a link leads to is among it, however the link is written.
    """
    pages = hand_written(docs, folder)
    named = ((path, found) for path, file in pages for found in _FILE.findall(file.read_text(encoding="utf-8")))
    return frozenset(posixpath.normpath(posixpath.join(posixpath.dirname(path), found)) for path, found in named)


def is_in_language(name: str) -> bool:
    """Return whether a file is a page in another language than the first: "about.es.md"."""
    return bool(_IN_LANGUAGE.fullmatch(name))
