"""All pages of the site as values."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.linking import Links
from generator.model import Library
from generator.publishing.data import OpenData
from generator.publishing.guides import PrintedGuide
from generator.publishing.page import Page
from generator.publishing.pages.accuracy import accuracy_pages
from generator.publishing.pages.certification import certification_pages
from generator.publishing.pages.city import city_pages
from generator.publishing.pages.compare import compare_pages
from generator.publishing.pages.contribute import contribute_pages
from generator.publishing.pages.corrections import corrections_pages
from generator.publishing.pages.embedding import embedding_pages
from generator.publishing.pages.evidence import evidence_pages
from generator.publishing.pages.explanation import explanation_pages
from generator.publishing.pages.explore import explore_pages
from generator.publishing.pages.guides import guides_pages
from generator.publishing.pages.home import home_pages
from generator.publishing.pages.notebook import notebook_pages
from generator.publishing.pages.practice import practice_pages
from generator.publishing.pages.readiness import readiness_pages
from generator.publishing.pages.reference import reference_pages
from generator.publishing.pages.registers import register_pages
from generator.publishing.pages.standard import standard_pages
from generator.publishing.pages.whats_new import whats_new_pages
from generator.publishing.pages.your_city import your_city_pages
from generator.publishing.template import Templates
from generator.wording import ENGLISH, Language


def make_pages(
    library: Library,
    links: Links,
    edit_base: str | None = None,
    guides: Iterable[PrintedGuide] = (),
    language: Language = ENGLISH,
    site_url: str = "",
    data: OpenData | None = None,
    docs: Path | None = None,
) -> Iterator[Page]:
    """Yield every generated page.

    Args:
        library: what was read.
        links: what it was linked into.
        edit_base: address in front of a file's path at which the repository lets one edit it, or None.
        guides: the printed guides, which pages offer.
        language: that of our own words.
        site_url: where the site will stand, for citations; empty if that is not known.
        data: the open data, of which the Data page tells version and size.
        docs: folder of the hand-written pages, in which the notebook lies.

    """
    templates = Templates(library, links, edit_base, guides, language, site_url, data, docs)
    for make in (
        home_pages,
        evidence_pages,
        practice_pages,
        city_pages,
        standard_pages,
        certification_pages,
        register_pages,
        explore_pages,
        your_city_pages,
        compare_pages,
        readiness_pages,
        contribute_pages,
        guides_pages,
        corrections_pages,
        whats_new_pages,
        embedding_pages,
        accuracy_pages,
        explanation_pages,
        notebook_pages,
        reference_pages,
    ):
        yield from make(templates)
