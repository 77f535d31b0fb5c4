"""A write-up or a city that is not in the library yet, held against it as if it were."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from generator.model import City, Library, Network, Practice
from generator.reading.checks import Known, check_city, check_practice
from generator.reading.hints import hints
from generator.reading.problems import Problem, told
from generator.reading.rules import Hint
from generator.reading.strict_yaml import Document
from generator.reading.validation import Model, validate


def known_of(library: Library) -> Known:
    """Return the ids that write-ups of a library may name."""
    return Known(
        cities={city.id: city.spoken for city in library.cities},
        areas={area.id: (area.name,) for area in library.standard.areas},
        criteria={criterion.code: (criterion.name,) for criterion in library.standard.criteria},
        topics={topic.id: topic.spoken for topic in library.topics},
        methods={method.id: method.spoken for method in library.methods},
    )


def read_draft(
    document: Document, identity: str, library: Library, today: datetime.date
) -> tuple[Practice | None, list[Problem], list[Hint]]:
    """Return the practice in a document, or None; every problem it would have as `identity`; and its hints.

    A city that the library lacks is taken for one that comes with the draft.
    """
    city = identity.partition("/")[0]
    known = known_of(library)
    known = replace(known, cities={**known.cities, city: known.cities.get(city, (city,))})
    found = check_practice(document, city, known, today)
    practice, problems = _model(document, Practice, {"id": identity, "city": city}, found)
    return practice, problems, list(hints(practice, document)) if practice else []


def read_city_draft(
    document: Document, identity: str, network: Network, today: datetime.date
) -> tuple[City | None, list[Problem]]:
    """Return the city in a document, or None, and every problem it would have in the folder `identity`."""
    return _model(document, City, {"id": identity}, check_city(document, today, network))


def _model(
    document: Document, model: type[Model], extra: dict[str, str], found: Iterable[Problem]
) -> tuple[Model | None, list[Problem]]:
    value = validate(document, model, extra)
    better = list(told(found))
    places = {(problem.line, problem.column) for problem in better}
    refused = [one for one in value if (one.line, one.column) not in places] if isinstance(value, list) else []
    return None if isinstance(value, list) else value, sorted({*refused, *better})
