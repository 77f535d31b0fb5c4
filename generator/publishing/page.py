"""A page as a value: where it stands, what it is called, and its Markdown."""

import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from generator.publishing.markup import attribute_text


@dataclass(frozen=True)
class Page:
    """One page of the site.

    `path` is that of its Markdown file below the docs folder (`cities/boston-ma.md`), `title` and `description` are
    plain text. `source` is the file in the repository that a reader may edit, if there is one.
    """

    path: str
    title: str
    description: str
    fill: Callable[[], str] = field(repr=False, compare=False)
    """Gives the body, Markdown. Made only when needed: a preview shows one page, a build fills them side by side."""
    source: str | None = None
    is_guide: bool = False
    """Whether the page is about nothing of the library in particular; the search lists such pages by themselves."""
    meta: dict[str, Any] = field(default_factory=dict)
    head: Callable[[], dict[str, Any]] = field(default=dict, repr=False, compare=False)
    """Gives what the front matter holds beside `meta` and only the page itself needs; made when the page is shown."""
    sketch: Callable[[], str] | None = field(default=None, repr=False, compare=False)
    """Gives a body with the same headings, where filling the page takes much that these do not need."""

    made_of: tuple[Any, ...] | None = field(default=None, repr=False, compare=False)
    """All that `fill` is given, where all else that it looks at is watched (see `traces`): then the page is made anew
    only when something of that has changed."""

    @property
    def digested(self) -> tuple[Any, ...]:
        """All that it is made of, for digests of it.

        Raises:
            TypeError: if that is not told.
        """
        return self.path, self.title, self.description, self.source, self.meta, self.head, _told(self)

    @property
    def body(self) -> str:
        """Its Markdown."""
        return self.fill().strip()

    @property
    def headings(self) -> tuple[str, ...]:
        """Its parts, as plain text."""
        return headings_in(self.sketch() if self.sketch else self.body)

    @property
    def known(self) -> dict[str, Any]:
        """What other pages may ask about this one: title and description, as themes paste them, and `meta`."""
        return {"title": attribute_text(self.title), "description": attribute_text(self.description), **self.meta}

    @property
    def front_matter(self) -> dict[str, Any]:
        """All that stands in front of the Markdown."""
        return {**self.known, **self.head()}

    @property
    def markdown(self) -> str:
        """The whole Markdown file, front matter included."""
        lines = (f"{key}: {json.dumps(value, ensure_ascii=True)}" for key, value in self.front_matter.items())
        return "\n".join(("---", *lines, "---", "", self.body, ""))


@dataclass(frozen=True)
class Asset:
    """A file that is published beside the pages, such as a data download: its content, or where it lies."""

    path: str
    content: bytes = b""
    file: Path | None = None
    make: Callable[[], bytes | Path] | None = field(default=None, repr=False, compare=False)
    """Gives either, where it is made only when needed."""
    parts: "Callable[[], Iterable[str | Asset]] | None" = field(default=None, repr=False, compare=False)
    """Gives what it consists of: texts, and other files that it holds whole."""
    made_of: tuple[Any, ...] | None = field(default=None, repr=False, compare=False)
    """As with a page: all that `make` is given, where all else that it looks at is watched."""

    @property
    def digested(self) -> tuple[Any, ...]:
        """All that it is made of, for digests of it.

        Raises:
            TypeError: if that is not told.
        """
        return self.path, _told(self)

    def given(self, read: "Callable[[Asset], bytes] | None" = None) -> bytes | Path:
        """Return the content, or the file that holds it; `read` gives those of its parts that are files."""
        if self.parts:
            read = read or Asset.read
            return b"".join(part.encode() if isinstance(part, str) else read(part) for part in self.parts())
        return self.make() if self.make else self.file or self.content

    def read(self) -> bytes:
        """Return the content, wherever it is."""
        given = self.given()
        return given.read_bytes() if isinstance(given, Path) else given

    @property
    def is_markdown(self) -> bool:
        """Whether engines would take it for a page: it has to be put beside the pages once they are built."""
        return self.path.endswith(".md")


def _told(made: Page | Asset) -> tuple[Any, ...]:
    """Return what something is made of.

    Raises:
        TypeError: if it does not tell.
    """
    if made.made_of is None:
        raise TypeError(f"{made.path} does not tell what it is made of")
    return made.made_of


def in_bytes(parts: Iterable[str]) -> bytes:
    """Return a long text, given in parts, in UTF-8; never all of it twice."""
    written = io.BytesIO()
    for part in parts:
        written.write(part.encode())
    return written.getvalue()


_HEADING = re.compile(r"<h2[ >].*?</h2>", re.DOTALL)


def headings_in(body: str) -> tuple[str, ...]:
    """Return the headings of a page's parts as plain text."""
    return tuple(" ".join(_text_of(found).split()) for found in _HEADING.findall(body))


def _text_of(html: str) -> str:
    reader = _Text(convert_charrefs=True)
    reader.feed(html)
    return "".join(reader.found)


class _Text(HTMLParser):
    """Collects the text of a piece of HTML."""

    found: list[str]

    def reset(self) -> None:
        self.found = []
        super().reset()

    def handle_data(self, data: str) -> None:
        self.found.append(data)
