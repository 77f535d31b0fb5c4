"""Publishing: a library and its links become pages, downloads, a search index and a site."""

from generator.publishing.guides import PrintedGuide, UnprintableError
from generator.publishing.page import Asset, Page
from generator.publishing.pages import make_pages
from generator.publishing.publication import Publication, SharedAddressError, make_publication
from generator.publishing.site import (
    BusyError,
    Engine,
    EngineError,
    Settings,
    build_site,
    emit,
    emit_site,
    print_share,
    publication_of,
    publish,
    read_settings,
)

__all__ = [
    "Asset",
    "BusyError",
    "Engine",
    "EngineError",
    "Page",
    "PrintedGuide",
    "Publication",
    "Settings",
    "SharedAddressError",
    "UnprintableError",
    "build_site",
    "emit",
    "emit_site",
    "make_pages",
    "make_publication",
    "print_share",
    "publication_of",
    "publish",
    "read_settings",
]
