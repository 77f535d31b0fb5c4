"""Everything that is published, as values: pages that are filled and files that are made when they are needed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.linking import Links
from generator.model import Library
from generator.publishing.addresses import url_of
from generator.publishing.assets import AssetGroup, asset_groups
from generator.publishing.guides import PrintedGuide, Site, make_guides, print_guides, print_when_asked
from generator.publishing.page import Asset, Page
from generator.publishing.pages import make_pages
from generator.wording import ENGLISH, Language

Progress = Callable[[Iterable[PrintedGuide], int], Iterable[PrintedGuide]]
"""Passes printed guides on and shows how many of all are done."""


class SharedAddressError(Exception):
    """Two pages would stand at one address."""


@dataclass(frozen=True)
class Publication:
    """Everything that a site consists of beside the hand-written pages."""

    pages: tuple[Page, ...]
    groups: tuple[AssetGroup, ...]
    day: str
    """The latest on which anything in it was reviewed (ISO 8601)."""

    @property
    def assets(self) -> Iterator[Asset]:
        """All files beside the pages, made anew each time."""
        for group in self.groups:
            yield from group.make()


def make_publication(
    library: Library,
    links: Links,
    *,
    site_url: str,
    edit_base: str | None,
    docs: Path,
    cache: Path,
    progress: Progress | None = lambda guides, _: guides,
    language: Language = ENGLISH,
) -> Publication:
    """Return all pages and files of the site.

    Args:
        library: what was read.
        links: what it was linked into.
        site_url: where the site will stand, for the way back from printed guides; empty if that is not known.
        edit_base: address in front of a file's path at which the repository lets one edit it, or None.
        docs: folder of the hand-written pages, which the search finds as well.
        cache: folder in which printed guides lie until something in them changes.
        progress: shows how the printing goes; None prints each guide only when it is asked for.
        language: that of our own words on pages, on paper and in what scripts are given.

    Raises:
        UnprintableError: if a guide can't be printed.
        SharedAddressError: if two pages would stand at one address.

    """
    guides = make_guides(library, links, Site(site_url, language))
    if progress is None:
        printed = tuple(print_when_asked(guides, cache))
    else:
        printed = tuple(progress(print_guides(guides, cache), len(guides)))
    pages = tuple(make_pages(library, links, edit_base, printed, language, site_url))
    _refuse_shared_addresses(pages, docs)
    day = max(practice.reviewed for practice in library.practices)
    return Publication(pages, asset_groups(library, links, pages, docs, printed, language), day)


def _refuse_shared_addresses(pages: Iterable[Page], docs: Path) -> None:
    """Two pages at one address would hide one of them, whichever is written first."""
    written = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    taken: dict[str, str] = {}
    for path in (*written, *(page.path for page in pages)):
        other = taken.setdefault(url_of(path).casefold(), path)
        if other is not path:
            raise SharedAddressError(
                f"{other} and {path} would be one page, {url_of(path)}: rename what one is made from"
            )
