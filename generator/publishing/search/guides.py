"""Pages that are about nothing of the library in particular, as the search finds them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from generator.finding.entries import SitePage
from generator.publishing.addresses import url_of
from generator.publishing.hand_written import hand_written
from generator.publishing.page import Page

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
_TAG = re.compile(r"</?[a-z][^>]*>")


def guides_among(pages: Iterable[Page], docs: Path, folder: str = "") -> Iterator[SitePage]:
    """Yield the guides among the generated pages and the hand-written ones in the folder `docs`, in a language.

    Their text is Markdown without HTML tags, whose names and classes nobody looks for.
    """
    for page in pages:
        if page.is_guide:
            yield SitePage(url_of(page.path), page.title, page.description, " ".join(page.headings))
    for path, file in hand_written(docs, folder):
        text = file.read_text(encoding="utf-8")
        front = _FRONT_MATTER.match(text)
        meta = (yaml.safe_load(front[1]) if front else None) or {}
        heading = _HEADING.search(text)
        title = str(meta.get("title") or (heading[1] if heading else file.stem))
        body = text[front.end() :] if front else text
        yield SitePage(url_of(path), title, str(meta.get("description", "")), _TAG.sub(" ", body))
