"""The pieces of the index as files, with what only a site adds: what is shown of each entry, and the facets.

`search/index.json` names the folder that holds the rest. The folder is named after what it holds, so that a browser
never mixes pieces of two builds. Its files are deflated, for servers that compress only what they know.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.finding.entries import SitePage, entries_of
from generator.finding.index import make_index
from generator.finding.pieces import cut
from generator.linking import Links
from generator.model import Library
from generator.publishing.page import Asset
from generator.publishing.search.facets import facets_of
from generator.publishing.template import Templates
from generator.wording import ENGLISH, Language

FOLDER = "search"
FORMAT = 3


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
    entries = tuple(entries_of(library, guides))
    pieces = cut(make_index(entries, library.synonyms, library.unanswered), entries, library)
    if shown:
        library, entries = shown.library, tuple(entries_of(shown.library, shown.guides))
    templates = Templates(library, links, None, language=language)
    named = {name: made() for name, made in pieces.named.items()} | {"facets": _facets(library, language)}
    for number, entry in enumerate(entries):  # addresses in cards are relative to the site's root
        named[f"cards/{number}"][0] = templates.result(entry.kind, entry.subject)
    files = {name: zlib.compress(_json(data), 9) for name, data in named.items()}
    files |= {name: zlib.compress(data, 9) for name, data in pieces.packed.items()}
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(name.encode() + content)
    folder = digest.hexdigest()[:12]
    yield Asset(f"{FOLDER}/index.json", _json({"format": FORMAT, "folder": folder, **pieces.head}))
    for name, content in files.items():
        yield Asset(f"{FOLDER}/{folder}/{name}.bin", content)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


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
