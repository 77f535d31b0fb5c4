"""The page of what is new: the changes that the feeds tell, by day."""

from collections.abc import Iterator
from itertools import islice

from generator.publishing.feeds import by_day, changes
from generator.publishing.page import Page
from generator.publishing.template import Templates

DAYS = 20
"""Days with changes that the page tells of."""
MOST = 200
"""Write-ups named under one kind of change on one day; of the rest, the page tells the number."""


def whats_new_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page of write-ups added, corrected, checked and reviewed, newest first."""
    _, library = templates.language, templates.library
    yield templates.page(
        "whats-new.md.jinja",
        "whats-new.md",
        _("What’s new"),
        _("Write-ups added, corrected, checked and reviewed, newest first, and the feeds to follow."),
        more=lambda: {"days": list(islice(by_day(changes(library.practices)), DAYS))},
        most=MOST,
        topics=[topic for topic in library.topics if topic.id in library.practices_by_topic],
    )
