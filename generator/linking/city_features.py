"""What cities are compared by, as numbers, and how alike that makes two of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import sparse

from generator.language.rarity import rarity
from generator.linking.ranking import Rows, Scores
from generator.linking.tables import table
from generator.linking.tags import NodeKind, Tag, tag_of, tags_of
from generator.model import UNKNOWN_LEVEL, City, Library


class Part(StrEnum):
    """What two cities can be alike in."""

    SIZE = "size"
    WORK = "work"
    PLACE = "place"
    GOVERNMENT = "government"
    LEVEL = "level"


WEIGHTS = {
    Part.SIZE: 0.38,  # what a city can staff and pay for follows its size first of all
    Part.WORK: 0.26,  # cities that work on the same things have something to tell each other
    Part.PLACE: 0.22,  # the same law, language and climate
    Part.GOVERNMENT: 0.07,  # who decides; known of few cities
    Part.LEVEL: 0.07,  # as far on the same road
}
"""Share of each part in the score of two cities that are alike in all. They add up to 1."""

SIZE_REACH = 3  # cities whose populations differ by this factor or more are not alike in size
SAME_COUNTRY = 0.3  # one nation is large; this is for two of its regions
SAME_REGION = 0.5  # one part of the network's territory, two countries
WORK_WEIGHTS = {
    NodeKind.TOPIC: 1.0,
    NodeKind.METHOD: 1.0,
    NodeKind.AREA: 0.4,
}  # the eight areas are too broad to tell much
UNKNOWN = -1


@dataclass(frozen=True)
class CityFeatures:
    """Cities, sorted by id, and a row for each."""

    cities: tuple[City, ...]
    log_population: Scores
    """Natural logarithm; NaN where unknown."""
    country: Rows
    region: Rows
    government: Rows
    """Number of the form of government, or `UNKNOWN`."""
    level: Rows
    """Rank of the certification level, or `UNKNOWN`."""
    work: sparse.csr_matrix
    """Cities × tags of their practices; the likeness of what two work on is the product of their rows, 0 to 1."""
    tags: tuple[Tag, ...]
    """Columns of `work`."""


def city_features(library: Library) -> CityFeatures:
    """Return the features of all cities."""
    cities = tuple(sorted(library.cities, key=lambda city: city.id))
    work, tags = _work(library, cities)
    counts = [city.population.count for city in cities]
    return CityFeatures(
        cities=cities,
        log_population=np.log(np.array([np.nan if count == "unknown" else count for count in counts], np.float64)),
        country=_numbered(city.country for city in cities),
        region=_numbered(city.region for city in cities),
        government=_numbered((city.government.form for city in cities), unknown=("unknown", "other")),
        level=_numbered((city.certification.level for city in cities), unknown=(UNKNOWN_LEVEL,)),
        work=work,
        tags=tags,
    )


def likeness(features: CityFeatures, left: Rows, right: Rows) -> dict[Part, Scores]:
    """Return how alike cities are in each part but their work, 0 to 1, in the shape that the rows broadcast to.

    In size, likeness falls evenly with the logarithm of the ratio, to 0 at `SIZE_REACH`.
    """
    ratio = np.abs(features.log_population[left] - features.log_population[right])
    same_country = features.country[left] == features.country[right]
    same_region = features.region[left] == features.region[right]
    return {
        Part.SIZE: np.nan_to_num(np.clip(1 - ratio / np.log(SIZE_REACH), 0, None)),
        Part.PLACE: np.select(
            [same_country & same_region, same_country, same_region], [1.0, SAME_COUNTRY, SAME_REGION], 0.0
        ),
        Part.GOVERNMENT: _same(features.government, left, right),
        Part.LEVEL: _same(features.level, left, right),
    }


def _same(numbers: Rows, left: Rows, right: Rows) -> Scores:
    same: Scores = ((numbers[left] == numbers[right]) & (numbers[left] != UNKNOWN)).astype(np.float64)
    return same


def _numbered(values: Iterable[str], unknown: tuple[str, ...] = ()) -> Rows:
    values = list(values)
    number = {value: number for number, value in enumerate(sorted(set(values)))}
    return np.array([UNKNOWN if value in unknown else number[value] for value in values], dtype=np.intp)


def _work(library: Library, cities: tuple[City, ...]) -> tuple[sparse.csr_matrix, tuple[Tag, ...]]:
    """Tags of each city's practices, by the logarithm of how many bear them and by their rarity among cities.

    Rows are shorter than 1, as if each city had as much work again that we don't know as a usual city has that we do:
    one shared topic of one write-up can't make two cities alike in all their work.
    """
    borne = (
        Counter(tag for practice in library.practices_of_city.get(city.id, ()) for tag in tags_of(practice))
        for city in cities
    )
    counts, nodes = table({tag.node: np.log1p(count) for tag, count in tags.items()} for tags in borne)
    tags = tuple(tag_of(node) for node in nodes)
    weights = rarity(counts.getnnz(axis=0), len(cities)) * [WORK_WEIGHTS.get(tag.kind, 0.0) for tag in tags]
    weighted = counts @ sparse.diags(weights)
    lengths = weighted.multiply(weighted).sum(axis=1).A1
    usual = np.median(lengths[lengths > 0]) if lengths.any() else 1.0
    return sparse.csr_matrix(sparse.diags((lengths + usual) ** -0.5) @ weighted), tags
