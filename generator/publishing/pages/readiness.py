"""The page on which a city assesses itself, and the worksheet that it prints as."""

from collections.abc import Iterator

from generator.publishing.page import Page
from generator.publishing.template import Templates


def readiness_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page: all questions stand in it; what follows from the answers is computed in the browser."""
    standard = templates.library.standard
    yield templates.page(
        "readiness.md.jinja",
        "readiness.md",
        templates.language("Where does your city stand?"),
        templates.language(
            "A self-assessment on the criteria of the certification: an estimate, and a plan with what to do first."
        ),
        areas=standard.areas,
        criteria=standard.criteria,
        mandatory=[criterion for criterion in standard.criteria if criterion.mandatory],
        tiers=templates.library.certification.tiers,
    )
