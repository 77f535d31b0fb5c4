"""The Explore page: similar practices drawn together, and the same as a table."""

from collections.abc import Iterator

from generator.model import Practice
from generator.publishing.page import Page
from generator.publishing.template import Templates
from generator.wording import group_name

MOST_LISTED = 500
"""With more practices than these the table gives examples of each group, so that the page stays small."""
EXAMPLES_SHOWN = 3
MARKERS = (
    "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z",
    "M-4.4-4.4H4.4V4.4H-4.4Z",
    "M0-6L5.8 4.3H-5.8Z",
    "M0-6.4L6.4 0L0 6.4L-6.4 0Z",
    "M-2-5.8H2V-2H5.8V2H2V5.8H-2V2H-5.8V-2H-2Z",
    "M0 6L-5.8-4.3H5.8Z",
    "M-5.7-2.8L-2.8-5.7L0-2.8L2.8-5.7L5.7-2.8L2.8 0L5.7 2.8L2.8 5.7L0 2.8L-2.8 5.7L-5.7 2.8L-2.8 0Z",
    "M0-6.6L1.7-2.3L6.3-2L2.7 .9L3.9 5.3L0 2.8L-3.9 5.3L-2.7 .9L-6.3-2L-1.7-2.3Z",
)
"""Outlines of the areas' markers as SVG paths around the origin: no two areas differ by colour alone."""


def explore_pages(templates: Templates) -> Iterator[Page]:
    """Yield the Explore page."""
    yield templates.page(
        "explore.md.jinja",
        "explore.md",
        templates.language("Explore"),
        templates.language("All practices in one picture: those that are alike stand together and are linked."),
        markers=MARKERS,
        groups=_groups(templates),
        most=EXAMPLES_SHOWN if len(templates.library.practices) > MOST_LISTED else None,
    )


def _groups(templates: Templates) -> list[tuple[str, list[Practice]]]:
    """Each group with its practices, and last those that are in none."""
    library, _ = templates.library, templates.language
    named, alone = list[tuple[str, list[Practice]]](), list[Practice]()
    for community in templates.links.communities:
        practices = [library.practice_by_id[practice] for practice in community.practices]
        if len(practices) > 1:
            named.append((group_name(community, _), practices))
        else:
            alone += practices
    return [*named, (_("In no group"), alone)] if alone else named
