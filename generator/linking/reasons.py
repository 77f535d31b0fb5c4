"""Why two practices are alike, from the very numbers that make their score."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from scipy import sparse

from generator.language.forms import roots
from generator.linking.features import Features
from generator.linking.ranking import Rows
from generator.linking.tags import NodeKind
from generator.linking.why import Likeness, SharedArea, SharedCriterion, SharedMeaning, SharedSubject, SharedWords

PAIRS_AT_ONCE = 1024  # pairs explained in one sparse product
MOST_REASONS = 3  # what fits on a card
LEAST_SHARE = 0.05  # a reason that names less of the score than this is not worth a line
LEAST_OF_A_WORD = 0.06  # a word has to give more than that by itself, or it is one of many: "process", "ideas"
LEAST_WORDS = 2  # a single word that two texts share is chance, where there is any other reason
MOST_NAMED = {NodeKind.METHOD: 2, NodeKind.TOPIC: 2, NodeKind.CRITERION: 1, NodeKind.AREA: 1, NodeKind.TERM: 4}
"""How many shared things of a kind one reason names."""


class Shared(NamedTuple):
    """A feature that two practices share, and what it gives to their score."""

    kind: NodeKind
    name: str
    contribution: float
    telling: bool


class _Reason(NamedTuple):
    why: Likeness
    contribution: float


def shared_features(features: Features, left: Rows, right: Rows) -> Iterator[list[Shared]]:
    """Yield, for each pair of rows, what the two share, most important first. Contributions add up to the score."""
    for start in range(0, len(left), PAIRS_AT_ONCE):
        chunk = slice(start, start + PAIRS_AT_ONCE)
        product = features.matrix[left[chunk]].multiply(features.matrix[right[chunk]]).tocsr()
        shared = _sorted(features, product)
        meant = np.einsum("ij,ij->i", features.meanings[left[chunk]], features.meanings[right[chunk]])
        for (begin, end), meaning in zip(pairwise(product.indptr.tolist()), meant.tolist(), strict=True):
            rest = [Shared(NodeKind.MEANING, "", meaning, telling=False)] if meaning > 0 else []
            yield shared[begin:end] + rest


def _sorted(features: Features, product: sparse.csr_matrix) -> list[Shared]:
    """The cells of all rows, row by row, the largest of each first."""
    rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
    order = np.lexsort((product.indices, -product.data.round(12), rows))
    columns, contributions = product.indices[order].tolist(), product.data[order].tolist()
    return [
        Shared(features.kinds[column], features.names[column], contribution, features.telling[column])
        for column, contribution in zip(columns, contributions, strict=True)
    ]


def reasons(shared: Sequence[Shared]) -> tuple[Likeness, ...]:
    """Return the main reasons for a likeness, the one that gives most to the score first.

    Empty only if nothing is shared.
    """
    whole = sum(one.contribution for one in shared if one.kind is not NodeKind.MEANING)
    found = sorted(_by_kind(shared, whole), key=lambda reason: -reason.contribution)
    return tuple(
        reason.why
        for rank, reason in enumerate(found[:MOST_REASONS])
        if rank == 0 or reason.contribution >= LEAST_SHARE * whole
    )


def _by_kind(shared: Sequence[Shared], whole: float) -> Iterator[_Reason]:
    """The reasons there are, each with what the features that it names give to the score, of which `whole` is named."""
    named = {kind: [one for one in shared if one.kind is kind][:most] for kind, most in MOST_NAMED.items()}
    if named[NodeKind.TOPIC] or named[NodeKind.METHOD]:
        yield _reason(_field_and_answer(named), named[NodeKind.TOPIC] + named[NodeKind.METHOD])
    if named[NodeKind.CRITERION]:
        yield _reason(SharedCriterion(named[NodeKind.CRITERION][0].name), named[NodeKind.CRITERION])
    tags = [one for one in shared if one.kind not in (NodeKind.TERM, NodeKind.MEANING)]
    if tags and tags == [one for one in tags if one.kind is NodeKind.AREA]:  # eight broad areas: better than nothing
        yield _reason(SharedArea(named[NodeKind.AREA][0].name), named[NodeKind.AREA])
    words = _words(shared, tags, LEAST_OF_A_WORD * whole)
    if words:
        yield _reason(SharedWords(tuple(one.name for one in words)), words)
    elif shared and not tags:
        yield _Reason(SharedMeaning(), shared[0].contribution)


def _reason(why: Likeness, named: Sequence[Shared]) -> _Reason:
    return _Reason(why, sum(one.contribution for one in named))


def _field_and_answer(named: Mapping[NodeKind, Sequence[Shared]]) -> SharedSubject:
    topics, methods = (tuple(one.name for one in named[kind]) for kind in (NodeKind.TOPIC, NodeKind.METHOD))
    return SharedSubject(topics, methods)


def _words(shared: Sequence[Shared], tags: Sequence[Shared], least: float) -> list[Shared]:
    """The words worth naming; where nothing else is shared any, and beside tags only such as tell of the subject."""
    terms = [one for one in shared if one.kind is NodeKind.TERM]
    said = {root for tag in tags for root in roots(tag.name)}
    strong = [one for one in terms if one.telling and one.contribution >= least]
    telling = list(islice(_new_terms(strong, said), MOST_NAMED[NodeKind.TERM]))
    if tags:
        return telling if len(telling) >= LEAST_WORDS else []
    return telling or terms[: MOST_NAMED[NodeKind.TERM]]


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
