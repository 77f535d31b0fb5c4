"""Everything that is published, as values: pages that are filled and files that are made when they are needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from markupsafe import escape

from generator.linking import Links
from generator.model import Library
from generator.publishing.addresses import url_of
from generator.publishing.assets import AssetGroup, asset_groups
from generator.publishing.cards import cards_of, draw_cards, draw_when_asked
from generator.publishing.data import ARCHIVE, OpenData
from generator.publishing.data.package import media_type
from generator.publishing.digests import Digests
from generator.publishing.feeds import last_change
from generator.publishing.guides import (
    PrintedGuide,
    Site,
    guides_where_read,
    make_guides,
    print_guides,
    print_when_asked,
)
from generator.publishing.hand_written import hand_written
from generator.publishing.head import with_heads
from generator.publishing.linked_data import Node, dataset_nodes
from generator.publishing.page import Asset, Page
from generator.publishing.pages import make_pages
from generator.publishing.spoken import FOLDER as MESSAGES
from generator.publishing.template import GUIDES, guides_by_subject
from generator.publishing.traces import LIBRARY, LINKS, WORDS, watched, watched_language
from generator.said import said
from generator.wording import ENGLISH, Language, as_written, in_language, independence

Progress = Callable[[Iterable[PrintedGuide], int], Iterable[PrintedGuide]]
"""Passes printed guides on and shows how many of all are done."""

PRINTED, DRAWN = "guides", "cards"
"""Folders of the cache."""


class SharedAddressError(Exception):
    """Two pages would stand at one address."""


@dataclass(frozen=True)
class Publication:
    """Everything that a site consists of beside the hand-written pages."""

    pages: tuple[Page, ...]
    groups: tuple[AssetGroup, ...]
    day: str
    """The last one on which anything in it changed (ISO 8601)."""
    imprint: str
    """What stands at the foot of every page, HTML."""
    guides: tuple[PrintedGuide, ...] = ()
    seen: Mapping[str, object] = field(default_factory=dict)
    """What pages look at, by the names under which it is watched; see `traces`."""
    digests: Digests = field(default_factory=Digests, compare=False)
    """Those of what it is made of, as far as they are known."""

    @property
    def assets(self) -> Iterator[Asset]:
        """All files beside the pages, made anew each time."""
        for group in self.groups:
            yield from group.make()

    @cached_property
    def messages(self) -> str:
        """Path of the file of messages that scripts word; empty for English, in which they stand in the scripts."""
        found = (asset.path for group in self.groups if group.name == MESSAGES for asset in group.make())
        return next(found, "")


def make_publication(
    library: Library,
    links: Links,
    *,
    site_url: str,
    edit_base: str | None,
    docs: Path,
    cache: Path,
    address: str = "",
    progress: Progress | None = lambda guides, _: guides,
    language: Language = ENGLISH,
    folder: str = "",
    guides_before: tuple[PrintedGuide, ...] = (),
) -> Publication:
    """Return all pages and files of the site.

    Args:
        library: what was read.
        links: what it was linked into.
        site_url: where the published site stands, for the way back from printed guides; empty if that is not known.
        edit_base: address in front of a file's path at which the repository lets one edit it, or None.
        docs: folder of the hand-written pages, which the search finds as well.
        cache: folder in which printed guides and drawn cards lie until something in them changes.
        address: where this build will stand, for feeds and what machines read; empty if that is not known.
        progress: shows how the printing goes; None prints each guide, and draws each card, only when it is asked for.
        language: that of our own words on pages, on paper and in what scripts are given.
        folder: where a site in another language than the first stands below that one, and the name of the library's
            translation: "es". It shows the cards of the first, and has the guides that are printed in its language.
        guides_before: are offered in place of those that would be printed: pages tell how many leaves a guide has, and
            a preview shows them before it is printed anew.

    Raises:
        UnprintableError: if a guide or a card can't be printed.
        SharedAddressError: if two pages would stand at one address.

    """
    original = as_written(library)
    library, language = said_in(library, folder, language)
    digests = Digests()
    printed = guides_before or _printed(library, links, Site(site_url, language), cache, progress, folder, digests)
    cards = tuple(cards_of(library, language))
    draw = draw_cards if progress else draw_when_asked
    drawn = tuple(draw(() if folder else cards, cache / DRAWN))
    data = OpenData(library, links, address, language)
    seen = {**seen_of(library, links, language), GUIDES: guides_by_subject(printed)}
    looked_at = watched(library, LIBRARY)
    speaking = watched_language(language)
    made = make_pages(looked_at, watched(links, LINKS), edit_base, printed, speaking, site_url, data, docs)

    def about_data() -> list[Node]:
        return dataset_nodes(library, data.version, _downloads(data), address, language)

    pages = tuple(with_heads(made, looked_at, cards, address, {"data/index.md": about_data}, speaking, folder))
    _refuse_shared_addresses(pages, docs)
    groups = asset_groups(library, links, pages, docs, printed, language, data, address, drawn, folder, original)
    imprint = escape(f"{independence(library.network, language)} {language('Text and data: CC BY 4.0.')}")
    return Publication(pages, groups, last_change(library), str(imprint), printed, seen, digests)


def seen_of(library: Library, links: Links, language: Language) -> dict[str, object]:
    """Return what all files that tell what they are made of look at, by the names under which it is watched."""
    return {LIBRARY: library, LINKS: links, WORDS: language.texts}


def said_in(library: Library, folder: str, language: Language) -> tuple[Library, Language]:
    """Return the library, and the language, as a site has them; see `make_publication`."""
    written = as_written(library)
    return in_language(written, folder, language) if folder else (written, language)


def _printed(
    library: Library, links: Links, site: Site, cache: Path, progress: Progress | None, folder: str, digests: Digests
) -> tuple[PrintedGuide, ...]:
    guides = make_guides(library, links, site)
    if folder:
        guides = tuple(guides_where_read(guides, library))
    if progress is None:
        return tuple(print_when_asked(guides, cache / PRINTED))
    return tuple(progress(print_guides(guides, cache / PRINTED, digests), len(guides)))


def _downloads(data: OpenData) -> dict[str, str]:
    """Media type of each table, form of the graph and archive, by its path."""
    kinds = (".csv", ".graphml", ".gexf", ARCHIVE)
    return {asset.path: media_type(asset.path) for asset in data.assets if asset.path.endswith(kinds)}


def _refuse_shared_addresses(pages: Iterable[Page], docs: Path) -> None:
    """Two pages at one address would hide one of them, whichever is written first."""
    written = (page.path for page in hand_written(docs))
    taken: dict[str, str] = {}
    for path in (*written, *(page.path for page in pages)):
        other = taken.setdefault(url_of(path).casefold(), path)
        if other is not path:
            wrong = said(
                "%(one)s and %(other)s would be one page, %(address)s: rename what one is made from",
                one=other,
                other=path,
                address=url_of(path),
            )
            raise SharedAddressError(wrong)
