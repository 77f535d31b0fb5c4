"""Why two cities are alike, from the very numbers that make their score."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from scipy import sparse

from generator.linking.city_features import WEIGHTS, CityFeatures, Part, likeness
from generator.linking.links import Parts
from generator.linking.places import same_place, same_size
from generator.linking.ranking import Rows
from generator.linking.tags import NodeKind, Tag, tag_names
from generator.linking.why import CityLikeness, SameGovernment, SameLevel, SameWork
from generator.model import City, Library, Network

MOST_REASONS = 4  # what fits on a card
LEAST_SHARE = 0.04  # a reason that gives less of the score than this is not worth a line
MOST_NAMED = 2  # shared fields, and shared kinds of answer, that are named
WORK_KINDS = (NodeKind.TOPIC, NodeKind.METHOD, NodeKind.AREA)


class _Reason(NamedTuple):
    """Something that two cities are alike in, and what it gives to their score."""

    contribution: float
    why: CityLikeness


def peer_reasons(
    features: CityFeatures, left: Rows, right: Rows, library: Library
) -> Iterator[tuple[tuple[CityLikeness, ...], Parts]]:
    """Yield, for each pair of rows, the main reasons of their likeness, and the parts of its score.

    A pair that is alike in nothing has no reasons.
    """
    names = tag_names(library)
    parts = {part: values.tolist() for part, values in likeness(features, left, right).items()}
    for pair, work in enumerate(_shared_work(features, left, right)):
        one, other = features.cities[left[pair]], features.cities[right[pair]]
        given = {part: WEIGHTS[part] * values[pair] for part, values in parts.items()}
        reasons = sorted(
            (*_circumstances(one, other, given, library.network), *_work(work, names)),
            key=lambda reason: -reason.contribution,
        )
        least = LEAST_SHARE * (sum(given.values()) + sum(work.values()))
        said = [reason for reason in reasons[:MOST_REASONS] if reason.contribution >= least] or reasons[:1]
        shares = {**given, Part.WORK: sum(work.values())}
        told = tuple((str(part), share) for part in Part if (share := round(shares[part], 4)) > 0)
        yield tuple(reason.why for reason in said), told


def _shared_work(features: CityFeatures, left: Rows, right: Rows) -> Iterator[dict[Tag, float]]:
    """The tags that the practices of two cities share, most important first, and what each gives to the score."""
    product = sparse.csr_matrix(features.work[left].multiply(features.work[right])) * WEIGHTS[Part.WORK]
    for begin, end in pairwise(product.indptr):
        shared = zip(product.indices[begin:end].tolist(), product.data[begin:end].tolist(), strict=True)
        yield {features.tags[column]: given for column, given in sorted(shared, key=lambda item: (-item[1], item[0]))}


def _circumstances(one: City, other: City, given: Mapping[Part, float], network: Network) -> Iterator[_Reason]:
    reasons = {Part.SIZE: _size, Part.PLACE: same_place, Part.GOVERNMENT: _government, Part.LEVEL: _level}
    return (_Reason(given[part], why(one, other, network)) for part, why in reasons.items() if given[part])


def _size(one: City, other: City, _: Network) -> CityLikeness:
    return same_size(*(count for city in (one, other) if (count := city.population.count) != "unknown"))


def _government(one: City, _: City, _network: Network) -> CityLikeness:
    return SameGovernment(one.government.form)


def _level(one: City, _: City, network: Network) -> CityLikeness:
    return SameLevel(network.level_by_id[one.certification.level])


def _work(shared: Mapping[Tag, float], names: Mapping[Tag, str]) -> Iterator[_Reason]:
    for kind in WORK_KINDS:
        named = [tag for tag, given in shared.items() if tag.kind is kind and given][:MOST_NAMED]
        if named:
            yield _Reason(sum(shared[tag] for tag in named), SameWork(kind, tuple(names[tag] for tag in named)))
