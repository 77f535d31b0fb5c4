"""Lists that are not copies of one thing: what is like the one at hand, less what is like those already chosen."""

import numpy as np
from numpy.typing import NDArray

from generator.linking.ranking import DECIMALS, Scores

RELEVANCE = 0.85
"""Share of likeness to the one at hand; the rest is unlikeness to those already chosen.

On the graded pairs that weights are chosen on, the smallest (in steps of 0.05) that costs less than 0.01 of nDCG@5.
"""


def most_diverse(scores: Scores, traits: Scores, limit: int) -> NDArray[np.bool_]:
    """Return which candidates of each row are chosen: up to `limit`, of those with a score above 0.

    One after the other by maximal marginal relevance: Carbonell and Goldstein, "The use of MMR, diversity-based
    reranking for reordering documents and producing summaries" (SIGIR 1998). Equal candidates are taken in their order.

    Args:
        scores: rows × candidates, best first: likeness to the one at hand, 0 where there is no candidate.
        traits: rows × candidates × dimensions; the likeness of two candidates is their product.
        limit: how many are chosen.

    """
    left = scores > 0
    rows = np.arange(len(scores))
    nearest = np.zeros_like(scores)
    for _ in range(min(limit, scores.shape[1])):
        worth = (RELEVANCE * scores - (1 - RELEVANCE) * nearest).round(DECIMALS)
        chosen = np.where(left, worth, -np.inf).argmax(axis=1)
        left[rows, chosen] = False
        nearest = np.maximum(nearest, np.einsum("ijk,ik->ij", traits, traits[rows, chosen]))
    chosen_of_all: NDArray[np.bool_] = (scores > 0) & ~left
    return chosen_of_all
