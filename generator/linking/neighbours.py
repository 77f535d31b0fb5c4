"""The neighbours of each practice: who is like it, why, and how they differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from generator.linking.differences import differences, like_size
from generator.linking.features import WEIGHTS, Features
from generator.linking.links import Neighbour, Parts, Strongest
from generator.linking.reasons import Shared, reasons, shared_features
from generator.linking.similarity import Ranked, most_similar
from generator.linking.tags import NodeKind
from generator.linking.why import AskedQuestion, Likeness
from generator.model import Library

Neighbours = dict[str, tuple[Neighbour, ...]]
"""By practice id, best first; every practice is a key."""

NEAR = 0.3  # cosine from which a question tells what both practices are about


def find_neighbours(features: Features, library: Library, *, forked: bool = False) -> tuple[Neighbours, Neighbours]:
    """Return the neighbours of all practices in other cities, and those in the same city.

    The score and the reasons of a pair are the same both ways. The lists need not be: the practice most like a singular
    one may have many that are more like itself. Where `forked`, two processes share the search.
    """
    others, own = most_similar(features, forked=forked)
    return _explained(others, features, library), _explained(own, features, library)


def find_strongest(features: Features, neighbours: Neighbours) -> Strongest | None:
    """Return the strongest link and what its score is made of; of equal ones, that of the last id."""
    ranked = ((found[0].score, identity, found[0]) for identity, found in neighbours.items() if found)
    _, identity, best = max(ranked, key=lambda one: one[:2], default=(0.0, "", None))
    if best is None:
        return None
    row_of = {practice.id: row for row, practice in enumerate(features.practices)}
    left, right = np.array([row_of[identity]]), np.array([row_of[best.practice]])
    parts = dict.fromkeys(WEIGHTS, 0.0)
    for shared in next(shared_features(features, left, right)):
        parts[shared.kind] += shared.contribution
    return Strongest(identity, best, parts)


def _explained(ranked: Ranked, features: Features, library: Library) -> Neighbours:
    found: dict[str, list[Neighbour]] = defaultdict(list)
    questions = _questions(ranked, features)
    pairs = zip(*(array.tolist() for array in ranked), _reasons(ranked, features), questions, strict=True)
    for row, column, score, (why, parts), question in pairs:
        practice, neighbour = features.practices[row], features.practices[column]
        size = like_size(practice, neighbour, library.city_by_id)
        differs = differences(practice, neighbour, library.city_by_id)
        found[practice.id].append(Neighbour(neighbour.id, score, (*why, *size), differs, question, parts))
    return {practice: tuple(found[practice]) for practice in sorted(one.id for one in features.practices)}


def _reasons(ranked: Ranked, features: Features) -> list[tuple[tuple[Likeness, ...], Parts]]:
    """The reasons of each pair, and the parts of its score. A pair that stands both ways is explained once."""
    pairs = np.sort(np.stack([ranked.rows, ranked.columns]), axis=0)
    (left, right), pair_of = np.unique(pairs, axis=1, return_inverse=True)
    found = [(reasons(shared), _parts(shared)) for shared in shared_features(features, left, right)]
    return [found[pair] for pair in pair_of.ravel()]


def _parts(shared: Sequence[Shared]) -> Parts:
    parts = dict.fromkeys(WEIGHTS, 0.0)
    for one in shared:
        parts[one.kind] += one.contribution
    return tuple((str(kind), share) for kind, given in parts.items() if (share := round(given, 4)) > 0)


def _questions(ranked: Ranked, features: Features) -> Iterator[str | None]:
    """Of each pair, the question of the second practice that lies nearest to the first, if any lies near.

    One in a sentence goes before a few words for a search box, which read as no more than a subject.
    """
    _, directions, starts = features.meant
    sentences = [
        np.array([AskedQuestion(text).is_sentence for text in one.questions], bool) for one in features.practices
    ]
    for row, column in zip(ranked.rows.tolist(), ranked.columns.tolist(), strict=True):
        nearness = directions[starts[column] : starts[column + 1]] @ features.meanings[row]
        near = nearness >= NEAR * WEIGHTS[NodeKind.MEANING] ** 0.5
        if near.any():
            best = np.where(near, nearness + sentences[column], -1).argmax()
            yield features.practices[column].questions[best]
        else:
            yield None
