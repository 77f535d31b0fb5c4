"""The neighbours of each practice: who is like it, why, and how they differ."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from generator.linking.differences import differences
from generator.linking.features import WEIGHTS, Features
from generator.linking.links import Neighbour
from generator.linking.meanings import question_meanings
from generator.linking.reasons import reasons, shared_features
from generator.linking.similarity import Ranked, most_similar
from generator.linking.tags import Kind
from generator.model import Library

Neighbours = dict[str, tuple[Neighbour, ...]]
"""By practice id, best first; every practice is a key."""

NEAR = 0.3  # cosine from which a question tells what both practices are about


def find_neighbours(features: Features, library: Library) -> tuple[Neighbours, Neighbours]:
    """Return the neighbours of all practices in other cities, and those in the same city."""
    others, own = most_similar(features)
    return _explained(others, features, library), _explained(own, features, library)


def _explained(ranked: Ranked, features: Features, library: Library) -> Neighbours:
    found: dict[str, list[Neighbour]] = defaultdict(list)
    pairs = zip(
        *(array.tolist() for array in ranked), _reasons(ranked, features), _questions(ranked, features), strict=True
    )
    for row, column, score, why, question in pairs:
        practice, neighbour = features.practices[row], features.practices[column]
        differs = differences(practice, neighbour, library.city_by_id)
        found[practice.id].append(Neighbour(neighbour.id, score, why, differs, question))
    return {practice: tuple(found[practice]) for practice in sorted(one.id for one in features.practices)}


def _reasons(ranked: Ranked, features: Features) -> list[tuple[str, ...]]:
    """The reasons of each pair. A pair that stands both ways is explained once, so both read the same."""
    pairs = np.sort(np.stack([ranked.rows, ranked.columns]), axis=0)
    (left, right), pair_of = np.unique(pairs, axis=1, return_inverse=True)
    words = [reasons(shared) for shared in shared_features(features, left, right)]
    return [words[pair] for pair in pair_of.ravel()]


def _questions(ranked: Ranked, features: Features) -> Iterator[str | None]:
    """Of each pair, the question of the second practice that lies nearest to the first, if any lies near."""
    directions, starts = question_meanings(features.practices)
    for row, column in zip(ranked.rows.tolist(), ranked.columns.tolist(), strict=True):
        asked = directions[starts[column] : starts[column + 1]]
        nearness = asked @ features.meanings[row] / WEIGHTS[Kind.MEANING] ** 0.5
        best = int(nearness.argmax()) if len(asked) else -1
        near = best >= 0 and nearness[best] >= NEAR
        yield features.practices[column].questions[best] if near else None
