"""The page that puts practices or cities side by side."""

from collections.abc import Iterator

from generator.publishing.page import Page
from generator.publishing.template import Templates


def compare_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page, which a script fills with parts of the pages of what is compared."""
    _ = templates.language
    yield templates.page(
        "compare.md.jinja",
        "compare/index.md",
        _("Compare"),
        _("Two to four practices, or two to four cities, side by side."),
    )
