"""Printed guides: PDF files that a certification lead takes to a meeting."""

from collections.abc import Iterable, Iterator

from generator.linking import Links
from generator.model import Library
from generator.publishing.guides.areas import area_guides
from generator.publishing.guides.briefs import briefs
from generator.publishing.guides.cities import city_guides
from generator.publishing.guides.getting_ready import getting_ready
from generator.publishing.guides.guide import Guide, GuideKind, Paper, PrintedFile, PrintedGuide
from generator.publishing.guides.parts import Site
from generator.publishing.guides.printing import UnprintableError, print_guide, print_guides, print_when_asked
from generator.publishing.guides.tailored import tailored_guide
from generator.publishing.translated import translation_of
from generator.wording import languages_of

__all__ = [
    "Guide",
    "GuideKind",
    "Paper",
    "PrintedFile",
    "PrintedGuide",
    "Site",
    "UnprintableError",
    "guides_where_read",
    "make_guides",
    "print_guide",
    "print_guides",
    "print_when_asked",
    "tailored_guide",
]


def guides_where_read(guides: Iterable[Guide], library: Library) -> Iterator[Guide]:
    """Yield those that are printed in other languages than the first.

    These are the guide to getting ready, the areas, and briefs of practices that are translated whole. Of others, and
    of cities, they are those of countries that speak one of the languages into which the library is translated.
    """
    languages = {translation.language for translation in library.translations}
    for guide in guides:
        practice = library.practice_by_id.get(guide.subject)
        city = library.city_by_id.get(practice.city if practice else guide.subject)
        is_spoken = city is None or not languages.isdisjoint(languages_of(city.country))
        state = translation_of(library, practice) if practice else None
        if is_spoken or (state and not state.is_partial):
            yield guide


def make_guides(library: Library, links: Links, site: Site) -> tuple[Guide, ...]:
    """Return all guides of the site, to be printed: getting ready, areas, cities, and a brief for each practice."""
    return (
        *getting_ready(library, site),
        *area_guides(library, site),
        *city_guides(library, links, site),
        *briefs(library, site),
    )
