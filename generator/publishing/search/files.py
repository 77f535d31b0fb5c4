"""The pieces of the index as files, with what only a site adds: what is shown of each entry, and the facets.

`search/index.json` names the folder that holds the rest. The folder is named after what it holds, so that a browser
never mixes pieces of two builds. Its files are deflated, for servers that compress only what they know.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.finding.entries import Entry, SitePage, entries_of
from generator.finding.index import make_index
from generator.finding.pieces import cut
from generator.linking import Links
from generator.model import Library
from generator.publishing.packed import deflated, deflated_quickly, in_json
from generator.publishing.page import Asset
from generator.publishing.search.facets import facets_of
from generator.publishing.template import Templates
from generator.wording import ENGLISH, Language

FOLDER = "search"
FORMAT = 4


class Shown(NamedTuple):
    """The same library and guides in the language of the site."""

    library: Library
    guides: Iterable[SitePage]


def search_files(
    library: Library,
    links: Links,
    guides: Iterable[SitePage],
    language: Language = ENGLISH,
    shown: Shown | None = None,
) -> Iterator[Asset]:
    """Yield all files of the search index.

    In every language it is the same index, of the library as it was written: questions are put into its words by the
    lexicons. What is `shown` of each entry is in the language of the site.
    """
    index = _index_of(library, tuple(guides))
    said, entries = (shown.library, entries_of(shown.library, shown.guides)) if shown else (library, index.entries)
    templates = Templates(said, links, None, language=language)
    own = {"facets": deflated(in_json(_facets(said, language)))}
    for number, (entry, (_, *passages)) in enumerate(zip(entries, index.cards, strict=True)):
        # addresses in cards are relative to the site's root
        name, card = f"cards/{number}", [templates.result(entry.kind, entry.subject), *passages]
        own[name] = _packed(name, in_json(card))
    files = {**index.files, **own}
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(name.encode() + content)
    folder = digest.hexdigest()[:12]
    yield Asset(f"{FOLDER}/index.json", in_json({"format": FORMAT, "folder": folder, **index.head}))
    for name, content in files.items():
        yield Asset(f"{FOLDER}/{folder}/{name}.bin", content)


class _Index(NamedTuple):
    """What is the same in every language."""

    library: Library
    guides: tuple[SitePage, ...]
    entries: tuple[Entry, ...]
    head: dict[str, Any]
    files: dict[str, bytes]
    """All but cards and facets, deflated."""
    cards: list[list[Any]]
    """Of each entry what a card holds beside what is shown."""


_newest: list[_Index] = []
"""The index that was made last: each language of a site asks for the same, one after the other."""


def _index_of(library: Library, guides: tuple[SitePage, ...]) -> _Index:
    for index in _newest:
        if index.library is library and index.guides == guides:
            return index
    entries = tuple(entries_of(library, guides))
    pieces = cut(make_index(entries, library.synonyms, library.unanswered), entries, library)
    cards = [pieces.named.pop(f"cards/{number}")() for number in range(len(entries))]
    files = {name: _packed(name, in_json(made())) for name, made in pieces.named.items()}
    files |= {name: _packed(name, data) for name, data in pieces.packed.items()}
    index = _Index(library, guides, entries, pieces.head, files, cards)
    _newest[:] = [index]
    return index


def _packed(name: str, content: bytes) -> bytes:
    """A file of the index, deflated: as well as can be what every question needs, which are few of them."""
    return deflated_quickly(content) if "/" in name else deflated(content)


def _facets(library: Library, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "id": facet.id,
            "name": facet.name,
            "values": facet.values,
            "of": [one[0] if len(one) == 1 else one for one in facet.of_practice],
        }
        for facet in facets_of(library, language)
    ]
