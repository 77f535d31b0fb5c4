"""The search: an index made with the site, cut into small files, and ranked in the reader's browser."""

from generator.publishing.search.entries import SitePage, guides_among
from generator.publishing.search.files import search_files

__all__ = ["SitePage", "guides_among", "search_files"]
