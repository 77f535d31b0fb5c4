"""How one practice differs from another."""

from collections.abc import Iterator

from generator.linking.costs import cost_of
from generator.linking.places import LIKE_SIZE
from generator.linking.why import (
    CitiesOfLikeSize,
    CostIsKnown,
    Difference,
    OtherCost,
    OtherCountry,
    OtherEvidence,
    OtherSize,
    OtherStart,
)
from generator.model import City, Practice, plain_text

SIZE_FACTOR = 2  # from here on a city is bigger or smaller in a way that changes what it can do
COST_FACTOR = 2  # the same, for what was spent: prices of ten years apart differ by less
YEARS = 3  # from here on one is a forerunner of the other


def differences(own: Practice, other: Practice, cities: dict[str, City]) -> tuple[Difference, ...]:
    """Return how `other` differs from `own`, as a reader of `own` would ask; empty where it does not."""
    own_city, other_city = cities[own.city], cities[other.city]
    return (
        *_evidence(own, other),
        *_size(own_city, other_city),
        *_country(own_city, other_city),
        *_cost(own, other, cities),
        *_start(own, other),
    )


def like_size(own: Practice, other: Practice, cities: dict[str, City]) -> tuple[CitiesOfLikeSize, ...]:
    """Return that the cities of two practices are of like size, the same both ways; empty where they are not."""
    counts = [count for one in (own, other) if (count := cities[one.city].population.count) != "unknown"]
    if own.city == other.city or len(counts) < 2 or max(counts) > LIKE_SIZE * min(counts):
        return ()
    return (CitiesOfLikeSize(min(counts), max(counts)),)


def _evidence(own: Practice, other: Practice) -> Iterator[OtherEvidence]:
    step = other.evidence.level.strength - own.evidence.level.strength
    if step:
        yield OtherEvidence(other.evidence.level, is_stronger=step > 0)


def _size(own: City, other: City) -> Iterator[OtherSize]:
    own_count, other_count = own.population.count, other.population.count
    if own_count == "unknown" or other_count == "unknown":
        return
    if max(own_count, other_count) >= SIZE_FACTOR * min(own_count, other_count):
        yield OtherSize(other_count, own_count)


def _country(own: City, other: City) -> Iterator[OtherCountry]:
    if own.country != other.country:
        yield OtherCountry(other.country)


def _cost(own: Practice, other: Practice, cities: dict[str, City]) -> Iterator[CostIsKnown | OtherCost]:
    """What is known of the cost; which of two sums is smaller only where they are far apart and on the same basis."""
    if not other.cost:
        return
    if not own.cost:
        yield CostIsKnown(plain_text(other.cost))
        return
    own_cost, other_cost = cost_of(own, cities[own.city]), cost_of(other, cities[other.city])
    if own_cost is None or other_cost is None or own_cost.basis != other_cost.basis:
        return
    if max(own_cost.amount, other_cost.amount) >= COST_FACTOR * min(own_cost.amount, other_cost.amount):
        yield OtherCost(other_cost.words, own_cost.words, is_cheaper=other_cost.amount < own_cost.amount)


def _start(own: Practice, other: Practice) -> Iterator[OtherStart]:
    if own.started == "unknown" or other.started == "unknown":
        return
    years = other.started - own.started
    if abs(years) >= YEARS:
        yield OtherStart(years, other.started)
