"""Peerbook turns write-ups of what certified cities did into a linked site and open data.

The API is `generator.api`; its names can be used from here, and are loaded when they are first asked for.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.api import Findings, Library, Links, ProblemsFoundError, link, publish, read_library, search

__version__ = "0.1.0"
__all__ = ["Findings", "Library", "Links", "ProblemsFoundError", "link", "publish", "read_library", "search"]


def __getattr__(name: str) -> Any:
    """Load the API when a name of it is asked for: a check should not wait for what it never uses."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from generator import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))
