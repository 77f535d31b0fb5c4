"""The page on which a city assesses itself, and the worksheet that it prints as."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model import Assessment
from generator.model.value import RESERVED, YEARS
from generator.publishing.page import Page
from generator.publishing.signs import for_javascript
from generator.publishing.template import Templates
from generator.reading.files import MAX_BYTES
from generator.reading.letters import COMBINING, INVISIBLE, MOST_MARKS


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
        limits=assessment_limits(),
    )


@cache
def assessment_limits() -> dict[str, Any]:
    """Return what a saved self-assessment may hold, as the page reads it: by the JSON Schema that is published.

    Signs are given as classes of regular expressions, as JavaScript writes them.
    """
    schema = Assessment.model_json_schema()
    fields = schema["properties"]
    city, by = (next(one for one in fields[name]["anyOf"] if one["type"] == "string") for name in ("city", "by"))
    return {
        "bytes": MAX_BYTES,
        "format": fields["format"]["const"],
        "version": fields["version"]["const"],
        "id": city["pattern"],
        "longestId": city["maxLength"],
        "reserved": sorted(RESERVED),
        "line": by["maxLength"],
        "note": schema["$defs"]["CriterionAnswer"]["properties"]["note"]["maxLength"],
        "years": YEARS,
        "invisible": for_javascript(INVISIBLE),
        "combining": for_javascript(COMBINING),
        "mostCombining": MOST_MARKS,
    }
