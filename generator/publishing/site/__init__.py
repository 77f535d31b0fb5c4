"""The site as a whole, and the only place that knows what makes HTML of its pages: building, previewing, emitting."""

from generator.publishing.site.build import (
    build_site,
    emit_site,
    print_share,
    publication_of,
    publish,
    write_sites,
)
from generator.publishing.site.emit import emit
from generator.publishing.site.engines import Engine, EngineError
from generator.publishing.site.landing import BusyError
from generator.publishing.site.mkdocs import GeneratedPage, prepare, read_settings, send_compact, settings_of
from generator.publishing.site.settings import GUIDE_CACHE, Settings

__all__ = [
    "GUIDE_CACHE",
    "BusyError",
    "Engine",
    "EngineError",
    "GeneratedPage",
    "Settings",
    "build_site",
    "emit",
    "emit_site",
    "prepare",
    "print_share",
    "publication_of",
    "publish",
    "read_settings",
    "send_compact",
    "settings_of",
    "write_sites",
]
