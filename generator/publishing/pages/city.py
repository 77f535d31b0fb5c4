"""The page of a city, and the list of all cities."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator.linking import by_area, readable_first
from generator.model import City, Library, Practice, Topic
from generator.publishing.addresses import url_of
from generator.publishing.page import Page
from generator.publishing.pictures.certified import certification_line, years_of
from generator.publishing.template import Templates, cite
from generator.wording import AWARDS, FORMS_OF_GOVERNMENT, certification, counted, people


def city_pages(templates: Templates) -> Iterator[Page]:
    """Yield the list of cities and a page for every city."""
    library, _ = templates.library, templates.language
    yield templates.page(
        "cities.md.jinja",
        "cities/index.md",
        _("Cities"),
        _("All certified cities in the library, with population, certification and practices."),
        countries=len({city.country for city in library.cities}),
        cities_with=len(library.practices_of_city),
    )
    years = years_of(library)
    for city in library.cities:
        page = _page(city, years, templates)
        yield page
        for alias in city.aliases:
            yield templates.moved(f"cities/{alias}.md", url_of(page.path), city.label)


MOST_TOPICS = 5


def topics_of(practices: Iterable[Practice], library: Library) -> list[Topic]:
    """Return the topics on which a city has most write-ups, the one with most first."""
    counts = Counter(topic for practice in practices for topic in practice.topics)
    return [library.topic_by_id[topic] for topic, _ in counts.most_common(MOST_TOPICS)]


def _page(city: City, years: tuple[int, int], templates: Templates) -> Page:
    _ = templates.language
    practices = templates.library.practices_of_city.get(city.id, ())
    return templates.page_of(
        city,
        "city.md.jinja",
        city.label,
        _(
            "%(city)s: %(people)s, %(certification)s; %(practices)s, peer cities and what they did.",
            city=city.label,
            people=people(city, _),
            certification=certification(city.certification, templates.library.network, _),
            practices=counted(len(practices), "practice", _),
        ),
        source=f"practices/{city.id}/city.yaml",
        city=city,
        region=templates.library.network.region_by_id[city.region],
        practices=practices,
        awards=AWARDS,
        forms=FORMS_OF_GOVERNMENT,
        more=partial(_beside, city, practices, years, templates),
    )


def _beside(
    city: City, practices: tuple[Practice, ...], years: tuple[int, int], templates: Templates
) -> dict[str, Any]:
    cited = (city.population.sources, city.government.sources, *(step.sources for step in city.certifications))
    order = tuple(
        dict.fromkeys(key for keys in (*cited, city.location.sources if city.location else ()) for key in keys)
    )
    numbers = {key: place for place, key in enumerate(order, 1)}
    return {
        "topics": topics_of(practices, templates.library),
        "peers": readable_first(templates.links.peers.get(city.id, ()), templates.library),
        "gaps": by_area(templates.links.gaps.get(city.id, ()), templates.library),
        "line": certification_line(city.certifications, years),
        "cite": cite(numbers, templates.language),
        "order": order,
    }
