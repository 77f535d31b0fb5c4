"""All that is published beside the pages: the downloads, the data of pages that compute, and the search index."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.linking import Links
from generator.model import Library
from generator.publishing.data import OpenData, open_data
from generator.publishing.embed import embed_files
from generator.publishing.explore import explore_files
from generator.publishing.feeds import feed_files, robots_file
from generator.publishing.guides import PrintedGuide
from generator.publishing.page import Asset, Page
from generator.publishing.records import record_files
from generator.publishing.search import guides_among, search_files
from generator.publishing.template import Templates
from generator.publishing.your_city import your_city_files
from generator.wording import ENGLISH, Language


def make_assets(
    library: Library,
    links: Links,
    pages: Iterable[Page],
    docs: Path,
    guides: Iterable[PrintedGuide] = (),
    language: Language = ENGLISH,
    data: OpenData | None = None,
    address: str = "",
) -> Iterator[Asset]:
    """Yield every generated file that is not a page.

    Args:
        library: what was read.
        links: what it was linked into.
        pages: the generated pages.
        docs: folder of the hand-written pages, which the search finds as well.
        guides: the printed guides.
        language: that of the words which scripts are given as data.
        data: the open data, where it has been made already.
        address: where the site will stand, for what is read elsewhere; empty if that is not known.
    """
    yield from (data or open_data(library, links, address, language)).assets
    yield from record_files(library, links, address, language)
    yield from feed_files(library, address, language)
    yield robots_file(address)
    yield from embed_files(Templates(library, links, None, language=language), address)
    yield from explore_files(library, links, language)
    yield from your_city_files(library)
    yield from search_files(library, links, guides_among(pages, docs), language)
    yield from (Asset(printed.guide.path, file=printed.file) for printed in guides)
