"""Publishing: a library and its links become pages, downloads, a search index and a site."""

from generator.publishing.build import (
    build_site,
    edit_base,
    emit_site,
    fix_build_time,
    language_of,
    print_share,
    publish_as_set,
    published_url,
)
from generator.publishing.emit import emit
from generator.publishing.engines import Engine, EngineError
from generator.publishing.guides import PrintedGuide, UnprintableError
from generator.publishing.landing import BusyError
from generator.publishing.page import Asset, Page
from generator.publishing.pages import make_pages
from generator.publishing.publication import Publication, SharedAddressError, publication_of

__all__ = [
    "Asset",
    "BusyError",
    "Engine",
    "EngineError",
    "Page",
    "PrintedGuide",
    "Publication",
    "SharedAddressError",
    "UnprintableError",
    "build_site",
    "edit_base",
    "emit",
    "emit_site",
    "fix_build_time",
    "language_of",
    "make_pages",
    "print_share",
    "publication_of",
    "publish_as_set",
    "published_url",
]
