"""The Explore page: similar practices drawn together, and the same as a table."""

from collections.abc import Iterator

from generator.linking import Community
from generator.publishing.explore import linked_practices
from generator.publishing.page import Page
from generator.publishing.template import Templates

MOST_ROWS = 500
"""With more practices than these the table lists groups, so that the page stays small."""
LINKED_SHOWN = 5
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
    library, links = templates.library, templates.links
    is_large = len(library.practices) > MOST_ROWS
    yield templates.page(
        "explore.md.jinja",
        "explore.md",
        templates.language("Explore"),
        templates.language("All practices in one picture: those that are alike stand together and are linked."),
        markers=MARKERS,
        group_of={practice: community for community in links.communities for practice in community.practices},
        linked={} if is_large else linked_practices(library, links, LINKED_SHOWN),
        groups=_groups(links.communities) if is_large else [],
        examples=EXAMPLES_SHOWN,
    )


def _groups(communities: tuple[Community, ...]) -> list[Community]:
    return [community for community in communities if len(community.practices) > 1]
