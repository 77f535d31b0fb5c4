"""Any city of the Americas with more than 30,000 people, and the certified cities that are like it.

How the table of places was made, and from what, is told in `data/make_places.py`.
"""

import csv
import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from generator.language.names import as_slug
from generator.language.words import fold
from generator.linking.city_features import SAME_REGION, SIZE_REACH
from generator.linking.links import Peer
from generator.linking.ranking import DECIMALS
from generator.linking.why import CityLikeness, LikePopulation, Nearness, SamePlace
from generator.model import City, Library
from generator.model.city import COUNTRY_NAMES

SIZE, PLACE = 0.5, 0.5
"""Shares of size and place in how like a city that asks is to a certified one.

Fitted, like those in `advice`, on half of the askers of `tests/search/askers.yaml`.
"""
SAME_COUNTRY = 0.5
"""What the same country counts of the same region in it: law, money and language are shared."""
LIKE_SIZE = 1.5
"""Up to this factor two cities are of like size; beyond it, their sizes are not far apart."""
FAMOUS = 500_000
"""From so many people on a city goes by its other names too: New York City is New York."""
_STATES = {
    "Northeast": "CT MA ME NH NJ NY PA RI VT",
    "Midwest": "IA IL IN KS MI MN MO ND NE OH SD WI",
    "South": "AL AR DC DE FL GA KY LA MD MS NC OK SC TN TX VA WV",
    "West": "AK AZ CA CO HI ID MT NM NV OR UT WA WY",
}
_COUNTRIES = {
    "Canada": "CA",
    "Mexico": "MX",
    "Central America": "BZ CR GT HN NI PA SV",
    "South America": "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
    "Caribbean": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
}
REGION_OF_STATE = {state: region for region, states in _STATES.items() for state in states.split()}
"""Regions of the US Census Bureau by the code of the state."""
REGION_OF_COUNTRY = {country: region for region, countries in _COUNTRIES.items() for country in countries.split()}


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
    certified = {city.id: _known_as(_of_city(city), _state_of(city)) for city in library.cities}
    taken = {(fold(one.name), one.country, _state_of(one)) for one in library.cities}
    others = [row for row, called in zip(_table(), _calls(), strict=True) if not called & taken]
    named = dict(certified)
    for place in _labelled(others):
        named.setdefault(place.id, place)
    return tuple(sorted(named.values(), key=lambda one: (-one.population, one.id)))


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
                given.append((-near, same_place(place, other)))
            why = tuple(reason for _, reason in sorted(given, key=lambda one: one[0]))
            found.append(Peer(city.id, round(size + near, DECIMALS), why))
    return {one.city: one for one in sorted(found, key=lambda one: (-one.score, one.city))}


class _Row(NamedTuple):
    name: str
    state: str
    code: str
    country: str
    population: int
    others: tuple[str, ...]
    latitude: float
    longitude: float


@cache
def _table() -> tuple[_Row, ...]:
    """Rows of the table, of places of one name in one state only the largest."""
    with files("generator.linking").joinpath("data/places.csv").open(encoding="utf-8") as file:
        rows = [
            _Row(
                one["name"],
                one["state"],
                one["code"],
                one["country"],
                int(one["population"]),
                tuple(filter(None, one["others"].split("|"))),
                float(one["latitude"]),
                float(one["longitude"]),
            )
            for one in csv.DictReader(file)
        ]
    largest: dict[tuple[str, str, str], _Row] = {}
    for row in rows:
        largest.setdefault((row.name, row.state, row.country), row)
    return tuple(largest.values())


def _labelled(rows: list[_Row]) -> Iterator[Place]:
    """Places with their state where it is the US or where the name alone does not tell them apart."""
    same: dict[tuple[str, str], int] = {}
    for row in rows:
        same[row.name, row.country] = same.get((row.name, row.country), 0) + 1
    for row in rows:
        country = COUNTRY_NAMES.get(row.country, row.country)
        if row.country == "US":
            where = [row.code]
        else:
            where = [row.state, country] if same[row.name, row.country] > 1 else [country]
        label = ", ".join((row.name, *where))
        region = REGION_OF_STATE.get(row.code, "") if row.country == "US" else REGION_OF_COUNTRY.get(row.country, "")
        yield Place(
            as_slug(label), row.name, label, row.country, region, row.population, row.state, row.others,
            row.code, row.latitude, row.longitude,
        )  # fmt: skip


def _of_city(city: City) -> Place:
    count = 0 if city.population.count == "unknown" else city.population.count
    return Place(city.id, city.name, city.label, city.country, city.region, count, others=city.other_names)


def _called(row: _Row) -> set[tuple[str, str, str]]:
    """Names, country and state by which a row may be a city of the library; of the largest, other names as well."""
    names = (row.name, *row.others) if row.population > FAMOUS else (row.name,)
    return {(fold(name), row.country, state) for name in names for state in (row.code, "")}


@cache
def _calls() -> tuple[frozenset[tuple[str, str, str]], ...]:
    """For each row of the table, by what it may be a city of the library."""
    return tuple(map(frozenset, map(_called, _table())))


@cache
def _row_called() -> dict[tuple[str, str, str], _Row]:
    """The first row of the table that goes by a name."""
    found: dict[tuple[str, str, str], _Row] = {}
    for row, called in zip(_table(), _calls(), strict=True):
        for name in called:
            found.setdefault(name, row)
    return found


@cache
def _state_by_code() -> dict[str, str]:
    """Full names of states by their codes."""
    return {row.code: row.state for row in reversed(_table())}


def _known_as(place: Place, code: str) -> Place:
    """A certified city with what the table knows of its state and its other names."""
    row = _row_called().get((fold(place.name), place.country, code))
    state = row.state if row else _state_by_code().get(code, "") if code else ""
    others = dict.fromkeys((*place.others, *((row.name, *row.others) if row else ())))
    return place._replace(state=state, others=tuple(name for name in others if name != place.name))


def _state_of(city: City) -> str:
    return (city.state or "") if city.country == "US" else ""


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


def same_place(one: Place | City, other: Place | City) -> SamePlace:
    """Return how two cities lie to each other that share a country or a region."""
    if one.country != other.country:
        return SamePlace(Nearness.PART_OF_THE_AMERICAS, one.region)
    if one.region == other.region and one.country == "US":
        return SamePlace(Nearness.REGION, one.region)
    return SamePlace(Nearness.COUNTRY, one.country)
