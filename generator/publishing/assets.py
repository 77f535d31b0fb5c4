"""All that is published beside the pages: the downloads, the data of pages that compute, and the search index."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.linking import Links
from generator.model import Library
from generator.publishing.catalogue import data_files
from generator.publishing.evidence import result_files
from generator.publishing.explore import explore_files
from generator.publishing.guides import PrintedGuide
from generator.publishing.page import Asset, Page
from generator.publishing.search import guides_among, search_files
from generator.publishing.your_city import your_city_files
from generator.wording import ENGLISH, Language


def make_assets(
    library: Library,
    links: Links,
    pages: Iterable[Page],
    docs: Path,
    guides: Iterable[PrintedGuide] = (),
    language: Language = ENGLISH,
) -> Iterator[Asset]:
    """Yield every generated file that is not a page.

    Args:
        library: what was read.
        links: what it was linked into.
        pages: the generated pages.
        docs: folder of the hand-written pages, which the search finds as well.
        guides: the printed guides.
        language: that of the words which scripts are given as data.
    """
    yield from data_files(library, links, language)
    yield from explore_files(library, links, language)
    yield from result_files(library, language)
    yield from your_city_files(library)
    yield from search_files(library, links, guides_among(pages, docs), language)
    yield from (Asset(printed.guide.path, file=printed.file) for printed in guides)
