"""Why two practices are alike, in words, from the very numbers that make their score."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.linking.features import Features
from generator.linking.links import SHARED_WORDS
from generator.linking.ranking import Rows
from generator.linking.tags import Kind
from generator.linking.terms import roots
from generator.linking.words import inside, listed

PAIRS_AT_ONCE = 4096  # pairs explained in one sparse product
MOST_REASONS = 3  # what fits on a card
LEAST_SHARE = 0.05  # a reason that names less of the score than this is not worth a line
LEAST_WORDS = 2  # a single word that two texts share is chance, where there is any other reason
MOST_NAMED = {Kind.METHOD: 2, Kind.TOPIC: 2, Kind.CRITERION: 1, Kind.AREA: 1, Kind.TERM: 4}
"""How many shared things of a kind one reason names."""


IN_OTHER_WORDS = "About like things in other words"


class Shared(NamedTuple):
    """A feature that two practices share, and what it gives to their score."""

    kind: Kind
    name: str
    contribution: float
    telling: bool


class _Reason(NamedTuple):
    words: str
    contribution: float


def shared_features(features: Features, left: Rows, right: Rows) -> Iterator[list[Shared]]:
    """Yield, for each pair of rows, what the two share, most important first. Contributions add up to the score."""
    for start in range(0, len(left), PAIRS_AT_ONCE):
        chunk = slice(start, start + PAIRS_AT_ONCE)
        product = features.matrix[left[chunk]].multiply(features.matrix[right[chunk]]).tocsr()
        product.sort_indices()
        meant = np.einsum("ij,ij->i", features.meanings[left[chunk]], features.meanings[right[chunk]])
        for (begin, end), meaning in zip(pairwise(product.indptr), meant.tolist(), strict=True):
            shared = _sorted(features, product.indices[begin:end], product.data[begin:end])
            if meaning > 0:
                shared.append(Shared(Kind.MEANING, "", meaning, telling=False))
            yield shared


def reasons(shared: Sequence[Shared]) -> tuple[str, ...]:
    """Return the main reasons for a likeness in words, the one that gives most to the score first.

    Empty only if nothing is shared.
    """
    found = sorted(_by_kind(shared), key=lambda reason: -reason.contribution)
    least = LEAST_SHARE * sum(one.contribution for one in shared if one.kind is not Kind.MEANING)
    return tuple(
        reason.words for rank, reason in enumerate(found[:MOST_REASONS]) if rank == 0 or reason.contribution >= least
    )


def _sorted(features: Features, columns: NDArray[np.intp], contributions: NDArray[np.float64]) -> list[Shared]:
    order = np.argsort(-contributions.round(12), kind="stable")
    return [
        Shared(features.kinds[column], features.names[column], contribution, features.telling[column])
        for column, contribution in zip(columns[order].tolist(), contributions[order].tolist(), strict=True)
    ]


def _by_kind(shared: Sequence[Shared]) -> Iterator[_Reason]:
    """A reason for each kind of shared feature. It weighs what the features that it names give to the score."""
    tags = [one for one in shared if one.kind not in (Kind.TERM, Kind.MEANING)]
    terms = [one for one in shared if one.kind is Kind.TERM]
    said = {root for tag in tags for root in roots(tag.name)}
    telling = list(islice(_new_terms([one for one in terms if one.telling], said), MOST_NAMED[Kind.TERM]))
    if tags and len(telling) < LEAST_WORDS:
        telling = []
    named = [*tags, *(telling or ([] if tags else terms))]
    if not named and shared:
        yield _Reason(IN_OTHER_WORDS, shared[0].contribution)
    for kind, most in MOST_NAMED.items():
        ours = [one for one in named if one.kind is kind][:most]
        if ours:
            yield _Reason(_worded(kind, [one.name for one in ours]), sum(one.contribution for one in ours))


def _new_terms(terms: Sequence[Shared], said: set[str]) -> Iterator[Shared]:
    """The terms that say something which neither the names of tags nor more important terms have said.

    A word that both write-ups have in a pair gives way to the pair: "mental health" rather than "mental".
    """
    pair_of = {word: term for term in reversed(terms) if " " in term.name for word in roots(term.name)}
    heard = set(said)
    for term in terms:
        (root, *more) = roots(term.name)
        better = term if more else pair_of.get(root, term)
        if not heard.issuperset(roots(better.name)):
            yield better
            heard.update(roots(better.name))


def _worded(kind: Kind, names: list[str]) -> str:
    match kind:
        case Kind.METHOD:
            return f"Same kind of answer: {listed([inside(name) for name in names])}"
        case Kind.TOPIC:
            return f"Also about {listed([inside(name) for name in names])}"
        case Kind.CRITERION:
            return f"Also shows {listed(names)}"
        case Kind.AREA:
            return f"Same practice area: {listed([inside(name) for name in names])}"
        case _:
            return SHARED_WORDS + ", ".join(names)
