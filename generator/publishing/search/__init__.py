"""The search: an index made with the site, cut into small files, and ranked in the reader's browser."""

from generator.publishing.search.files import Shown, search_files
from generator.publishing.search.guides import guides_among

__all__ = ["Shown", "guides_among", "search_files"]
