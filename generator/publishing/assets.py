"""All that is published beside the pages: the downloads, the data of pages that compute, and the search index."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.linking import Links
from generator.model import Library
from generator.publishing.catalogue import data_files
from generator.publishing.contribute import contribute_files
from generator.publishing.evidence import result_files
from generator.publishing.explore import explore_files
from generator.publishing.guides import PrintedGuide
from generator.publishing.page import Asset, Page
from generator.publishing.search import guides_among, search_files
from generator.publishing.your_city import your_city_files
from generator.wording import ENGLISH, Language


@dataclass(frozen=True)
class AssetGroup:
    """Files that are made together, since the name or the content of one depends on the others."""

    name: str
    folders: tuple[str, ...]
    """Where they stand below the site's root, and nothing of another group does: `search/`."""
    make: Callable[[], Iterable[Asset]]
    named_by_content: bool = False
    """Whether names of files tell what is in them, so that nobody knows them before all is made."""

    def holds(self, path: str) -> bool:
        """Whether a file at this path, below the site's root, would be one of the group."""
        return path.startswith(self.folders)


def asset_groups(
    library: Library,
    links: Links,
    pages: Iterable[Page],
    docs: Path,
    guides: Iterable[PrintedGuide] = (),
    language: Language = ENGLISH,
) -> tuple[AssetGroup, ...]:
    """Return every generated file that is not a page, in groups, the one that takes longest first.

    Args:
        library: what was read.
        links: what it was linked into.
        pages: the generated pages.
        docs: folder of the hand-written pages, which the search finds as well.
        guides: the printed guides.
        language: that of the words which scripts are given as data.
    """
    pages, guides = tuple(pages), tuple(guides)
    return (
        AssetGroup(
            "search",
            ("search/",),
            lambda: search_files(library, links, guides_among(pages, docs), language),
            named_by_content=True,
        ),
        AssetGroup("your city", ("your-city/",), lambda: your_city_files(library), named_by_content=True),
        AssetGroup(
            "contribute", ("contribute/data/",), lambda: contribute_files(library, language), named_by_content=True
        ),
        AssetGroup("data", ("data/",), lambda: data_files(library, links, language)),
        AssetGroup("explore", ("explore/",), lambda: explore_files(library, links, language)),
        AssetGroup("evidence", ("evidence/",), lambda: result_files(library, language), named_by_content=True),
        AssetGroup("guides", ("guides/",), lambda: map(_as_asset, guides)),
    )


def _as_asset(printed: PrintedGuide) -> Asset:
    return Asset(printed.guide.path, make=lambda: printed.file)


def make_assets(
    library: Library,
    links: Links,
    pages: Iterable[Page],
    docs: Path,
    guides: Iterable[PrintedGuide] = (),
    language: Language = ENGLISH,
) -> Iterator[Asset]:
    """Yield every generated file that is not a page; see `asset_groups`."""
    for group in asset_groups(library, links, pages, docs, guides, language):
        yield from group.make()
