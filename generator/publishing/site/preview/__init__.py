"""The preview: a site that is rendered page by page as it is asked for, and follows every change of its files."""

from generator.publishing.site.preview.preview import Preview, Response
from generator.publishing.site.preview.server import serving
from generator.publishing.site.preview.watching import watching

__all__ = ["Preview", "Response", "serving", "watching"]
