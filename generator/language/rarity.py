"""How much it tells to hold what few hold."""

import numpy as np
from numpy.typing import NDArray


def rarity(holders: NDArray[np.intp], total: int) -> NDArray[np.float64]:
    """Return how much it says to share something that `holders` of `total` have, in nats; above 0.

    The inverse document frequency of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
    """
    weights: NDArray[np.float64] = np.log1p((total - holders + 0.5) / (holders + 0.5))
    return weights
