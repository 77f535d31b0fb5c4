"""Why two cities are alike, in words, from the very numbers that make their score."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from scipy import sparse

from generator.linking.city_features import WEIGHTS, CityFeatures, Part, likeness
from generator.linking.places import say_place, say_size
from generator.linking.ranking import Rows
from generator.linking.tags import Kind, Tag, tag_names
from generator.linking.words import inside, listed
from generator.model import City, Library

MOST_REASONS = 4  # what fits on a card
LEAST_SHARE = 0.04  # a reason that gives less of the score than this is not worth a line
MOST_NAMED = 2  # shared fields, and shared kinds of answer, that are named
WORK_PHRASES = {
    Kind.TOPIC: "Both work on",
    Kind.METHOD: "Same kind of answer:",
    Kind.AREA: "Same practice area:",
}


class Reason(NamedTuple):
    """Something that two cities are alike in, what it gives to their score, and its words."""

    contribution: float
    words: str
    short: str
    """For the inside of a sentence."""


def peer_reasons(
    features: CityFeatures, left: Rows, right: Rows, library: Library
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield, for each pair of rows, the main reasons of their likeness, and the first of them in short.

    A pair that is alike in nothing has no reasons.
    """
    names = tag_names(library)
    parts = {part: values.tolist() for part, values in likeness(features, left, right).items()}
    for pair, work in enumerate(_shared_work(features, left, right)):
        one, other = features.cities[left[pair]], features.cities[right[pair]]
        given = {part: WEIGHTS[part] * values[pair] for part, values in parts.items()}
        reasons = sorted(
            (*_circumstances(one, other, given), *_work(work, names)), key=lambda reason: -reason.contribution
        )
        least = LEAST_SHARE * (sum(given.values()) + sum(work.values()))
        said = [reason for reason in reasons[:MOST_REASONS] if reason.contribution >= least] or reasons[:1]
        yield tuple(reason.words for reason in said), said[0].short if said else ""


def _shared_work(features: CityFeatures, left: Rows, right: Rows) -> Iterator[dict[Tag, float]]:
    """The tags that the practices of two cities share, most important first, and what each gives to the score."""
    product = sparse.csr_matrix(features.work[left].multiply(features.work[right])) * WEIGHTS[Part.WORK]
    for begin, end in pairwise(product.indptr):
        shared = zip(product.indices[begin:end].tolist(), product.data[begin:end].tolist(), strict=True)
        yield {features.tags[column]: given for column, given in sorted(shared, key=lambda item: (-item[1], item[0]))}


def _circumstances(one: City, other: City, given: Mapping[Part, float]) -> Iterator[Reason]:
    words = {Part.SIZE: _size, Part.PLACE: say_place, Part.GOVERNMENT: _government, Part.LEVEL: _level}
    return (Reason(given[part], *say(one, other)) for part, say in words.items() if given[part])


def _size(one: City, other: City) -> tuple[str, str]:
    return say_size(*(count for city in (one, other) if (count := city.population.count) != "unknown"))


def _government(one: City, _: City) -> tuple[str, str]:
    return f"Both {one.government.form}", f"both {one.government.form}"


def _level(one: City, _: City) -> tuple[str, str]:
    return f"Both {one.certification.level}", f"both {one.certification.level}"


def _work(shared: Mapping[Tag, float], names: Mapping[Tag, str]) -> Iterator[Reason]:
    for kind, phrase in WORK_PHRASES.items():
        named = [tag for tag, given in shared.items() if tag.kind is kind and given][:MOST_NAMED]
        if named:
            said = f"{phrase} {listed([inside(names[tag]) for tag in named])}"
            yield Reason(sum(shared[tag] for tag in named), said, "like work")
