"""Publishing: a library and its links become pages, downloads, a search index and a site.

What stands here is loaded when it is first asked for: an assistant's answer should not wait for what builds a site.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES = ("page", "guides", "pages", "publication", "site")
"""Where the names are looked for, the lightest first."""
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


def __getattr__(name: str) -> Any:
    """Load a name when it is asked for."""
    if name in __all__:
        for module in _MODULES:
            found = getattr(import_module(f"{__name__}.{module}"), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))
