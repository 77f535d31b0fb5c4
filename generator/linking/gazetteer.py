"""Places of the world with more than 30,000 people, as far as they lie in the countries of a network.

How the table was made, and from what, is told in `data/make_places.py`.
"""

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from generator.language.words import fold
from generator.model import Network

FAMOUS = 500_000
"""From so many people on a city goes by its other names too: New York City is New York."""

Call = tuple[str, str, str]
"""A folded name, the country and, where that is known by it, the state: what a city is told by."""


class GazetteerRow(NamedTuple):
    """A place of the table."""

    name: str
    state: str
    code: str
    """Of its state, in the US."""
    country: str
    population: int
    others: tuple[str, ...]
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Gazetteer:
    """Rows of the table, of places of one name in one state only the largest, and ways to find one."""

    rows: tuple[GazetteerRow, ...]

    @cached_property
    def calls(self) -> tuple[frozenset[Call], ...]:
        """For each row, by what it may be a city of the library."""
        return tuple(frozenset(_called(row)) for row in self.rows)

    @cached_property
    def row_called(self) -> dict[Call, GazetteerRow]:
        """The first row that goes by a name."""
        found: dict[Call, GazetteerRow] = {}
        for row, called in zip(self.rows, self.calls, strict=True):
            for name in called:
                found.setdefault(name, row)
        return found

    @cached_property
    def state_by_code(self) -> dict[str, str]:
        """Full names of states by their codes."""
        return {row.code: row.state for row in reversed(self.rows)}


def gazetteer_of(network: Network) -> Gazetteer:
    """Return the places in a network's countries that have more people than it asks for."""
    return _read(network.countries, network.least_people)


@cache
def _read(countries: tuple[str, ...], least_people: int) -> Gazetteer:
    wanted = frozenset(countries)
    largest: dict[tuple[str, str, str], GazetteerRow] = {}
    with files("generator.linking").joinpath("data/places.csv").open(encoding="utf-8") as file:
        for name, state, code, country, population, latitude, longitude, others in csv.reader(file):
            if country in wanted and int(population) > least_people:
                known_as = tuple(filter(None, others.split("|")))
                row = GazetteerRow(
                    name, state, code, country, int(population), known_as, float(latitude), float(longitude)
                )
                largest.setdefault((name, state, country), row)
    return Gazetteer(tuple(largest.values()))


def _called(row: GazetteerRow) -> set[Call]:
    """Names, country and state by which a row may be a city of the library; of the largest, other names as well."""
    names = (row.name, *row.others) if row.population > FAMOUS else (row.name,)
    return {(fold(name), row.country, state) for name in names for state in (row.code, "")}
