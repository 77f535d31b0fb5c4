"""The neighbours of each practice: who is like it, why, and how they differ."""

from collections import defaultdict

import numpy as np

from generator.linking.differences import differences
from generator.linking.features import Features
from generator.linking.links import Neighbour
from generator.linking.reasons import reasons, shared_features
from generator.linking.similarity import Ranked, most_similar
from generator.model import Library

Neighbours = dict[str, tuple[Neighbour, ...]]
"""By practice id, best first; every practice is a key."""


def find_neighbours(features: Features, library: Library) -> tuple[Neighbours, Neighbours]:
    """Return the neighbours of all practices in other cities, and those in the same city."""
    others, own = most_similar(features)
    return _explained(others, features, library), _explained(own, features, library)


def _explained(ranked: Ranked, features: Features, library: Library) -> Neighbours:
    found: dict[str, list[Neighbour]] = defaultdict(list)
    for row, column, score, why in zip(*(array.tolist() for array in ranked), _reasons(ranked, features), strict=True):
        practice, neighbour = features.practices[row], features.practices[column]
        differs = differences(practice, neighbour, library.city_by_id)
        found[practice.id].append(Neighbour(neighbour.id, score, why, differs))
    return {practice: tuple(found[practice]) for practice in sorted(one.id for one in features.practices)}


def _reasons(ranked: Ranked, features: Features) -> list[tuple[str, ...]]:
    """The reasons of each pair. A pair that stands both ways is explained once, so both read the same."""
    pairs = np.sort(np.stack([ranked.rows, ranked.columns]), axis=0)
    (left, right), pair_of = np.unique(pairs, axis=1, return_inverse=True)
    words = [reasons(shared) for shared in shared_features(features, left, right)]
    return [words[pair] for pair in pair_of.ravel()]
