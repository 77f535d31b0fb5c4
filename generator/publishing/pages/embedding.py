"""The page from which other sites take the card of a practice."""

from collections.abc import Iterator

from generator.publishing.page import Page
from generator.publishing.template import Templates


def embedding_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page; the practice is named in its address, and a script fills in the code."""
    yield templates.page(
        "embedding.md.jinja",
        "embedding.md",
        templates.language("Put a practice on your site"),
        templates.language("A card with what a city did, the figure and how well it was measured, to show elsewhere."),
    )
