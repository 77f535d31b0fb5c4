"""Any larger city in the countries of the network, and the certified cities that are like it."""

import math
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

import yaml

from generator.language.names import as_slug
from generator.language.words import fold
from generator.linking.city_features import SAME_REGION, SIZE_REACH
from generator.linking.gazetteer import Gazetteer, GazetteerRow, gazetteer_of
from generator.linking.links import Peer
from generator.linking.ranking import DECIMALS
from generator.linking.why import CityLikeness, LikePopulation, Nearness, SamePlace
from generator.model import City, Library, Network
from generator.model.countries import KNOWN_BY_STATE, country_names

SIZE, PLACE = 0.5, 0.5
"""Shares of size and place in how like a city that asks is to a certified one.

Fitted, like those in `advice`, on half of the askers of `tests/search/askers.yaml`.
"""
SAME_COUNTRY = 0.5
"""What the same country counts of the same region in it: law, money and language are shared."""
LIKE_SIZE = 1.5
"""Up to this factor two cities are of like size; beyond it, their sizes are not far apart."""


class Place(NamedTuple):
    """A city as far as it is needed to find others like it."""

    id: str
    """Of a certified city its id, of another a slug like it: `omaha-ne`."""
    name: str
    label: str
    """Name with state or country, unique: "Omaha, NE", "Springfield, MA", "Córdoba, Veracruz, Mexico"."""
    country: str
    region: str
    population: int
    """0 where it is not known."""
    state: str = ""
    """Its full name."""
    others: tuple[str, ...] = ()
    """Other names that people type."""
    code: str = ""
    """Of its state, in the US."""
    latitude: float = 0.0
    longitude: float = 0.0
    """In degrees (WGS 84); of a city of the library its file tells them."""


def places(library: Library) -> tuple[Place, ...]:
    """Return the library's cities and all other places of the table, the largest first."""
    taken = {(fold(one.name), one.country, _state_of(one)) for one in library.cities}
    table = gazetteer_of(library.network)
    others = [row for row, called in zip(table.rows, table.calls, strict=True) if not called & taken]
    named = {city.id: _known_as(_of_city(city), _state_of(city), table) for city in library.cities}
    for place in _labelled(others, library.network):
        named.setdefault(place.id, place)
    return tuple(sorted(named.values(), key=lambda one: (-one.population, one.id)))


def places_source() -> dict[str, str]:
    """Return where the list comes from, as the file of a city that is added from it cites it."""
    text = files("generator.linking.data").joinpath("places-source.yaml").read_text(encoding="utf-8")
    source: dict[str, str] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (makes nothing but text)
    return source


def alike(place: Place, library: Library) -> dict[str, Peer]:
    """Return, by id, the certified cities that are like a place in size or lie near it, best first.

    Only population, country and region count, as no more is known of most places.
    """
    found = []
    for city in library.cities:
        other = _of_city(city)
        size = SIZE * _size(place, other)
        near = PLACE * _nearness(place, other)
        if city.id != place.id and size + near > 0:
            given: list[tuple[float, CityLikeness]] = []
            if size:
                given.append((-size, same_size(place.population, other.population)))
            if near:
                given.append((-near, same_place(place, other, library.network)))
            why = tuple(reason for _, reason in sorted(given, key=lambda one: one[0]))
            found.append(Peer(city.id, round(size + near, DECIMALS), why))
    return {one.city: one for one in sorted(found, key=lambda one: (-one.score, one.city))}


def _labelled(rows: list[GazetteerRow], network: Network) -> Iterator[Place]:
    """Places with their state where it is the US or where the name alone does not tell them apart."""
    same: dict[tuple[str, str], int] = {}
    for row in rows:
        same[row.name, row.country] = same.get((row.name, row.country), 0) + 1
    for row in rows:
        country = country_names().get(row.country, row.country)
        if row.country in KNOWN_BY_STATE:
            where = [row.code]
        else:
            where = [row.state, country] if same[row.name, row.country] > 1 else [country]
        label = ", ".join((row.name, *where))
        region = network.region_of(row.country, row.code, row.state)
        yield Place(
            as_slug(label), row.name, label, row.country, region, row.population, row.state, row.others,
            row.code, row.latitude, row.longitude,
        )  # fmt: skip


def _of_city(city: City) -> Place:
    count = 0 if city.population.count == "unknown" else city.population.count
    return Place(city.id, city.name, city.label, city.country, city.region, count, others=city.other_names)


def _known_as(place: Place, code: str, table: Gazetteer) -> Place:
    """A certified city with what the table knows of its state and its other names."""
    row = table.row_called.get((fold(place.name), place.country, code))
    state = row.state if row else table.state_by_code.get(code, "") if code else ""
    others = dict.fromkeys((*place.others, *((row.name, *row.others) if row else ())))
    return place._replace(state=state, others=tuple(name for name in others if name != place.name))


def _state_of(city: City) -> str:
    return (city.state or "") if city.country in KNOWN_BY_STATE else ""


def _size(one: Place, other: Place) -> float:
    if not one.population or not other.population:
        return 0.0
    return max(0.0, 1 - abs(math.log(one.population / other.population)) / math.log(SIZE_REACH))


def _nearness(one: Place, other: Place) -> float:
    same_country, same_region = one.country == other.country, one.region == other.region
    if same_country:
        return 1.0 if same_region else SAME_COUNTRY
    return SAME_REGION if same_region else 0.0


def same_size(one: int, other: int) -> LikePopulation:
    """Return how two numbers of people are alike."""
    smaller, larger = sorted((one, other))
    return LikePopulation(smaller, larger, is_close=larger <= LIKE_SIZE * smaller)


def same_place(one: Place | City, other: Place | City, network: Network) -> SamePlace:
    """Return how two cities lie to each other that share a country or a region."""
    region = network.region_by_id.get(one.region)
    if one.country != other.country:
        return SamePlace(Nearness.PART, region.name if region else one.region, network.territory)
    if one.region == other.region and region and network.is_divided(one.country):
        return SamePlace(Nearness.REGION, region.short or region.name)
    return SamePlace(Nearness.COUNTRY, one.country)
