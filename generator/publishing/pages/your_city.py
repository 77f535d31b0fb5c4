"""The page on which any city finds those like it."""

from collections.abc import Iterator

from generator.publishing.page import Page
from generator.publishing.template import Templates


def your_city_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page; all it shows is computed in the browser."""
    yield templates.page(
        "your-city.md.jinja",
        "your-city.md",
        templates.language("Your city"),
        templates.language(
            "Type any city of %(territory)s: the certified cities like it, and what to look at first.",
            territory=templates.library.network.territory,
        ),
        mandatory=[criterion for criterion in templates.library.standard.criteria if criterion.mandatory],
        worksheet=templates.library.adoption.worksheet,
    )
