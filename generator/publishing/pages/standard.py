"""Pages of the certification standard: the whole, each practice area, each criterion."""

from collections.abc import Iterator

from generator.model import Area, Criterion
from generator.publishing.page import Page
from generator.publishing.pages.readiness import assessment_limits
from generator.publishing.template import Templates, cite, numbered
from generator.wording import DETAILS

OPEN = 12
"""Practices of an area that are shown at once; the others are folded."""


def standard_pages(templates: Templates) -> Iterator[Page]:
    """Yield the overview, then a page for each area and each criterion."""
    standard = templates.library.standard
    numbers, order = numbered([area.description for area in standard.areas], standard.provenance, standard.themes)
    yield templates.page(
        "standard.md.jinja",
        "areas/index.md",
        templates.language("The certification standard"),
        templates.language(
            "Practice areas and criteria of the certification in plain words, and how well each is sourced."
        ),
        source="practices/standard.yaml",
        mandatory=[criterion for criterion in standard.criteria if criterion.mandatory],
        numbers=numbers,
        order=order,
    )
    for area in standard.areas:
        yield _area_page(area, templates)
        for criterion in area.criteria:
            yield _criterion_page(criterion, area, templates)


def _area_page(area: Area, templates: Templates) -> Page:
    numbers, order = numbered([area.description, area.note or ""])
    return templates.page_of(
        area,
        "area.md.jinja",
        area.name,
        templates.language("%(area)s: what the certification asks, and cities that show it.", area=area.name),
        source="practices/standard.yaml",
        area=area,
        practices=templates.library.practices_by_area.get(area.id, ()),
        open=OPEN,
        numbers=numbers,
        order=order,
    )


def _criterion_page(criterion: Criterion, area: Area, templates: Templates) -> Page:
    library = templates.library
    details = [detail.text for detail in criterion.details]
    rests = [rest.because for rest in criterion.rests_on]
    numbers, order = numbered([criterion.asks, *rests, *details, criterion.sourcing], names=criterion.name_sources)
    practices = library.practices_by_criterion.get(criterion.code, ())
    return templates.page_of(
        criterion,
        "criterion.md.jinja",
        f"{criterion.code} {criterion.name}",
        criterion.question,
        source="practices/standard.yaml",
        criterion=criterion,
        area=area,
        dependents=[
            one for one in library.standard.criteria if any(rest.criterion == criterion.code for rest in one.rests_on)
        ],
        practices=practices,
        area_practices=library.practices_by_area.get(area.id, ()),
        cities=[library.city_by_id[city] for city in dict.fromkeys(practice.city for practice in practices)],
        detail_words=DETAILS,
        earlier=library.network.earlier_versions,
        limits=assessment_limits(),
        numbers=numbers,
        cite=cite(numbers, templates.language),
        order=order,
    )
