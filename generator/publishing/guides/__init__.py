"""Printed guides: PDF files that a certification lead takes to a meeting."""

from generator.linking import Links
from generator.model import Library
from generator.publishing.guides.areas import area_guides, area_path
from generator.publishing.guides.briefs import brief_path, briefs
from generator.publishing.guides.cities import city_guides, city_path
from generator.publishing.guides.getting_ready import getting_ready, getting_ready_path
from generator.publishing.guides.guide import Guide, Kind, Paper, PrintedGuide
from generator.publishing.guides.parts import Site
from generator.publishing.guides.printing import UnprintableError, print_guide, print_guides
from generator.publishing.guides.tailored import tailored_guide

__all__ = [
    "Guide",
    "Kind",
    "Paper",
    "PrintedGuide",
    "Site",
    "UnprintableError",
    "area_path",
    "brief_path",
    "city_path",
    "getting_ready_path",
    "make_guides",
    "print_guide",
    "print_guides",
    "tailored_guide",
]


def make_guides(library: Library, links: Links, site: Site) -> tuple[Guide, ...]:
    """Return all guides of the site, to be printed: getting ready, areas, cities, and a brief for each practice."""
    return (
        *getting_ready(library, site),
        *area_guides(library, site),
        *city_guides(library, links, site),
        *briefs(library, site),
    )
