"""The page of a city, and the list of all cities."""

from collections.abc import Iterator

from generator.linking import by_area
from generator.model import City
from generator.model.city import COUNTRY_NAMES
from generator.publishing.page import Page
from generator.publishing.pages.template import Templates, cite
from generator.publishing.words import AWARD_WORDS, people, plural


def city_pages(templates: Templates) -> Iterator[Page]:
    """Yield the list of cities and a page for every city."""
    library = templates.library
    yield templates.page(
        "cities.md.jinja",
        "cities/index.md",
        "Cities",
        "All certified cities in the library, with population, certification and practices.",
        countries=len({city.country for city in library.cities}),
        cities_with=len(library.practices_of_city),
        country_names=COUNTRY_NAMES,
    )
    for city in library.cities:
        yield _page(city, templates)


def _page(city: City, templates: Templates) -> Page:
    practices = templates.library.practices_of_city.get(city.id, ())
    cited = (city.population.sources, city.government.sources, *(step.sources for step in city.certifications))
    order = tuple(
        dict.fromkeys(key for keys in (*cited, city.location.sources if city.location else ()) for key in keys)
    )
    numbers = {key: place for place, key in enumerate(order, 1)}
    return templates.page_of(
        city,
        "city.md.jinja",
        city.label,
        f"{city.label}: {people(city)}, {city.certification.label}; "
        f"{plural(len(practices), 'practice')}, peer cities and what they did.",
        source=f"practices/{city.id}/city.yaml",
        city=city,
        practices=practices,
        peers=templates.links.peers.get(city.id, ()),
        gaps=by_area(templates.links.gaps.get(city.id, ()), templates.library),
        award_words=AWARD_WORDS,
        cite=cite(numbers),
        order=order,
    )
