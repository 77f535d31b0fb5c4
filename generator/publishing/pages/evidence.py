"""The evidence page: what the levels mean, where the evidence is, and every measured result."""

from collections.abc import Iterator

from generator.model import EvidenceLevel
from generator.publishing.evidence import Held, rows_of
from generator.publishing.page import Page
from generator.publishing.pictures.matrix import matrix
from generator.publishing.template import Templates

SHOWN = 30
"""Rows on the page itself; a script fetches further ones, and without it they stand on the pages of the topics."""


def evidence_pages(templates: Templates) -> Iterator[Page]:
    """Yield the evidence page."""
    library, _ = templates.library, templates.language
    rows = rows_of(library, _)
    practices = library.practices
    yield templates.page(
        "evidence.md.jinja",
        "evidence.md",
        _("Evidence"),
        _("What the five levels of evidence mean, where the evidence is, and every measured result."),
        groups=[
            (level, found)
            for level in EvidenceLevel
            if (found := sum(practice.evidence.level is level for practice in practices))
        ],
        picture=matrix("area", library.standard.areas, practices, lambda practice: practice.areas),
        rows=rows[:SHOWN],
        count=len(rows),
        compared=sum(row.held is Held.GROUP for row in rows),
        no_effect=sum(row.result.no_effect for row in rows),
        levels=list(EvidenceLevel),
        held=list(Held),
        topics=[topic for topic in library.topics if topic.id in library.practices_by_topic],
        methods=[method for method in library.methods if method.id in library.practices_by_method],
    )
