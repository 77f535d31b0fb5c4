"""How one practice differs from another, in short facts."""

from collections.abc import Iterator

from generator.linking.costs import cost_of
from generator.linking.places import LIKE_SIZE
from generator.linking.words import inside, people
from generator.model import City, Practice, plain_text
from generator.model.city import COUNTRY_NAMES

SIZE_FACTOR = 2  # from here on a city is bigger or smaller in a way that changes what it can do
COST_FACTOR = 2  # the same, for what was spent: prices of ten years apart differ by less
YEARS = 3  # from here on one is a forerunner of the other


def differences(own: Practice, other: Practice, cities: dict[str, City]) -> tuple[str, ...]:
    """Return how `other` differs from `own`, as a reader of `own` would ask; empty where it does not."""
    own_city, other_city = cities[own.city], cities[other.city]
    return (
        *_evidence(own, other),
        *_size(own_city, other_city),
        *_country(own_city, other_city),
        *_cost(own, other, cities),
        *_start(own, other),
    )


def like_size(own: Practice, other: Practice, cities: dict[str, City]) -> tuple[str, ...]:
    """Return that the cities of two practices are of like size, the same both ways; empty where they are not."""
    counts = [count for one in (own, other) if (count := cities[one.city].population.count) != "unknown"]
    if own.city == other.city or len(counts) < 2 or max(counts) > LIKE_SIZE * min(counts):
        return ()
    return (f"Cities of like size: {people(min(counts))} and {people(max(counts))} people",)


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


def _cost(own: Practice, other: Practice, cities: dict[str, City]) -> Iterator[str]:
    """What is known of the cost; which of two sums is smaller only where they are far apart and on the same basis."""
    if not other.cost:
        return
    if not own.cost:
        yield f"Cost known: {plain_text(other.cost)}"
        return
    own_cost, other_cost = cost_of(own, cities[own.city]), cost_of(other, cities[other.city])
    if own_cost is None or other_cost is None or own_cost.basis != other_cost.basis:
        return
    if max(own_cost.amount, other_cost.amount) >= COST_FACTOR * min(own_cost.amount, other_cost.amount):
        step = "Cheaper" if other_cost.amount < own_cost.amount else "More expensive"
        yield f"{step}: {other_cost.words}, against {own_cost.words}"


def _start(own: Practice, other: Practice) -> Iterator[str]:
    if own.started == "unknown" or other.started == "unknown":
        return
    years = other.started - own.started
    if abs(years) >= YEARS:
        yield f"Started {abs(years)} years {'later' if years > 0 else 'earlier'}, in {other.started}"
