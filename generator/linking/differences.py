"""How one practice differs from another, in short facts."""

from collections.abc import Iterator

from generator.linking.words import inside, people
from generator.model import City, Practice
from generator.model.city import COUNTRY_NAMES

SIZE_FACTOR = 2  # from here on a city is bigger or smaller in a way that changes what it can do
YEARS = 3  # from here on one is a forerunner of the other


def differences(own: Practice, other: Practice, cities: dict[str, City]) -> tuple[str, ...]:
    """Return how `other` differs from `own`, as a reader of `own` would ask; empty where it does not."""
    own_city, other_city = cities[own.city], cities[other.city]
    return (
        *_evidence(own, other),
        *_size(own_city, other_city),
        *_country(own_city, other_city),
        *(["Cost known"] if other.cost and not own.cost else []),
        *_start(own, other),
    )


def _evidence(own: Practice, other: Practice) -> Iterator[str]:
    step = other.evidence.level.strength - own.evidence.level.strength
    if step:
        yield f"{'Stronger' if step > 0 else 'Weaker'} evidence: {inside(other.evidence.level.label)}"


def _size(own: City, other: City) -> Iterator[str]:
    own_count, other_count = own.population.count, other.population.count
    if own_count == "unknown" or other_count == "unknown":
        return
    if max(own_count, other_count) >= SIZE_FACTOR * min(own_count, other_count):
        size = "Bigger" if other_count > own_count else "Smaller"
        yield f"{size} city: {people(other_count)} people against {people(own_count)}"


def _country(own: City, other: City) -> Iterator[str]:
    if own.country != other.country:
        yield f"Other country: {COUNTRY_NAMES.get(other.country, other.country)}"


def _start(own: Practice, other: Practice) -> Iterator[str]:
    if own.started == "unknown" or other.started == "unknown":
        return
    years = other.started - own.started
    if abs(years) >= YEARS:
        yield f"Started {abs(years)} years {'later' if years > 0 else 'earlier'}, in {other.started}"
