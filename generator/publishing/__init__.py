"""Publishing: a library and its links become pages, downloads, a search index and a site."""

from generator.publishing.assets import make_assets
from generator.publishing.build import build_site, edit_base, fix_build_time
from generator.publishing.emit import emit
from generator.publishing.page import Asset, Page
from generator.publishing.pages import make_pages

__all__ = ["Asset", "Page", "build_site", "edit_base", "emit", "fix_build_time", "make_assets", "make_pages"]
