"""A page as a value: where it stands, what it is called, and its Markdown."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.publishing.markup import attribute_text


@dataclass(frozen=True)
class Page:
    """One page of the site.

    `path` is that of its Markdown file below the docs folder (`cities/boston-ma.md`), `title` and `description` are
    plain text, `body` is Markdown. `source` is the file in the repository that a reader may edit, if there is one.
    """

    path: str
    title: str
    description: str
    body: str
    source: str | None = None
    is_guide: bool = False
    """Whether the page is about nothing of the library in particular; the search lists such pages by themselves."""
    meta: dict[str, Any] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    """Its parts, as plain text."""

    @property
    def markdown(self) -> str:
        """The whole Markdown file, front matter included."""
        meta = {"title": attribute_text(self.title), "description": attribute_text(self.description), **self.meta}
        lines = (f"{key}: {json.dumps(value, ensure_ascii=True)}" for key, value in meta.items())
        return "\n".join(("---", *lines, "---", "", self.body.strip(), ""))


@dataclass(frozen=True)
class Asset:
    """A file that is published beside the pages, such as a data download: its content, or where it lies."""

    path: str
    content: bytes = b""
    file: Path | None = None

    @property
    def is_markdown(self) -> bool:
        """Whether engines would take it for a page: it has to be put beside the pages once they are built."""
        return self.path.endswith(".md")
