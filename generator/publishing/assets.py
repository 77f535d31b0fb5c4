"""All that is published beside the pages: the downloads, the data of pages that compute, and the search index."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.linking import Links
from generator.model import Library
from generator.publishing.cards import DrawnCard
from generator.publishing.contribute import contribute_files
from generator.publishing.data import OpenData
from generator.publishing.embed import embed_files
from generator.publishing.evidence import result_files
from generator.publishing.explore import explore_files
from generator.publishing.feeds import feed_files, robots_file
from generator.publishing.guides import PrintedGuide
from generator.publishing.page import Asset, Page
from generator.publishing.pages import make_pages
from generator.publishing.records import record_files
from generator.publishing.search import Shown, guides_among, search_files
from generator.publishing.spoken import FOLDER as MESSAGES
from generator.publishing.spoken import spoken_files
from generator.publishing.template import Templates
from generator.publishing.traces import LIBRARY, LINKS, watched, watched_language
from generator.publishing.your_city import your_city_files
from generator.wording import ENGLISH, Language

TELL_OF_DATA = frozenset({"data/index.md", "data/notebook.md"})
"""Paths of pages that are filled from the open data as a whole."""


@dataclass(frozen=True)
class AssetGroup:
    """Files that are made together, since the name or the content of one depends on the others."""

    name: str
    folders: tuple[str, ...]
    """Where they stand below the site's root, and nothing of another group does: `search/`."""
    make: Callable[[], Iterable[Asset]]
    named_by_content: bool = False
    """Whether names of files tell what is in them, so that nobody knows them before all is made."""
    with_pages: frozenset[str] = frozenset()
    """Paths of pages that are filled for it, or tell of it: who makes the one has most of the other."""
    of_library: bool = False
    """Whether it is one of `library_groups`, which can be made before it is known what pages there are."""

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
    data: OpenData | None = None,
    address: str = "",
    cards: Iterable[DrawnCard] = (),
    folder: str = "",
    original: Library | None = None,
) -> tuple[AssetGroup, ...]:
    """Return every generated file that is not a page, in groups, the one that takes longest first.

    Args:
        library: what was read.
        links: what it was linked into.
        pages: the generated pages.
        docs: folder of the hand-written pages, which the search finds as well.
        guides: the printed guides.
        language: that of the words which scripts are given as data.
        data: the open data, where pages tell of them as well.
        address: where the site will stand, for what is read elsewhere; empty if that is not known.
        cards: the pictures that shared links show.
        folder: where a site in another language than the first stands below that one.
        original: the library as it was written, where `library` is in another language.
    """
    pages, guides, cards = tuple(pages), tuple(guides), tuple(cards)
    data = data or OpenData(library, links, address, language)
    found = frozenset(page.path for page in pages if page.is_guide) - TELL_OF_DATA

    def make_search() -> Iterable[Asset]:
        guides_here = guides_among(pages, docs, folder)
        if original is None or original is library:
            return search_files(library, links, guides_here, language)
        # What guides say is found by the words of the first language, so they are made in it once more.
        first = guides_among(make_pages(original, links, guides=guides, data=data, docs=docs), docs)
        return search_files(original, links, first, language, Shown(library, guides_here))

    return (
        AssetGroup("search", ("search/",), make_search, named_by_content=True, with_pages=found),
        AssetGroup("data", ("data/",), lambda: data.assets, with_pages=TELL_OF_DATA),
        *library_groups(library, links, language, address, folder),
        AssetGroup(MESSAGES, (f"{MESSAGES}/",), lambda: spoken_files(docs, language), named_by_content=True),
        AssetGroup("guides", ("guides/",), lambda: (Asset(one.guide.path, make=partial(_file, one)) for one in guides)),
        AssetGroup("cards", ("cards/",), lambda: (Asset(one.card.path, make=partial(_file, one)) for one in cards)),
    )


def library_groups(
    library: Library, links: Links, language: Language = ENGLISH, address: str = "", folder: str = ""
) -> tuple[AssetGroup, ...]:
    """Return those groups that are made of the library and its links alone; see `asset_groups`."""
    group = partial(AssetGroup, of_library=True)

    looked_at, linked, speaking = watched(library, LIBRARY), watched(links, LINKS), watched_language(language)

    def make_feeds() -> Iterable[Asset]:
        return (*feed_files(looked_at, address, speaking), *(() if folder else (robots_file(address),)))

    def make_embeds() -> Iterable[Asset]:
        return embed_files(Templates(library, links, None, language=language), address)

    def make_forms() -> Iterable[Asset]:
        return contribute_files(library, language)

    things = ("practices/", "cities/", "criteria/", "llms")
    return (
        group("records", things, lambda: record_files(looked_at, linked, address, speaking)),
        group("explore", ("explore/",), lambda: explore_files(library, links, language)),
        group("contribute", ("contribute/data/",), make_forms, named_by_content=True),
        group("embed", ("embed/",), make_embeds),
        group("feeds", ("feed.xml", "feeds/", "robots.txt"), make_feeds),
        group("your city", ("your-city/",), lambda: your_city_files(library, language), named_by_content=True),
        group("evidence", ("evidence/",), lambda: result_files(library, language), named_by_content=True),
    )


def _file(one: PrintedGuide | DrawnCard) -> Path:
    return one.file


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
