"""The peers of each city: alike in size, place, government, certification and in what they work on."""

from typing import NamedTuple

import numpy as np

from generator.linking.city_features import WEIGHTS, CityFeatures, Part, city_features, likeness
from generator.linking.links import Peer
from generator.linking.peer_reasons import peer_reasons
from generator.linking.ranking import DECIMALS, Rows, Scores, best_columns
from generator.model import Library

PEERS = 8  # enough to choose from, few enough to call
BLOCK_ROWS = 128  # rows of dense scores at a time


class _Pairs(NamedTuple):
    """Cities and the cities most like them, best first."""

    rows: Rows
    columns: Rows
    scores: Scores


def find_peers(library: Library, block_rows: int = BLOCK_ROWS) -> dict[str, tuple[Peer, ...]]:
    """Return the peers of each city by its id, best first.

    The score and the reasons of a pair are the same both ways. The lists need not be: a city unlike any other has
    peers, too, and each of those may have eight that are more like itself.
    """
    features = city_features(library)
    pairs = _most_alike(features, block_rows)
    reasons = peer_reasons(features, pairs.rows, pairs.columns, library)
    found: dict[str, list[Peer]] = {city.id: [] for city in features.cities}
    for row, column, score, (why, parts) in zip(*(array.tolist() for array in pairs), reasons, strict=True):
        found[features.cities[row].id].append(Peer(features.cities[column].id, score, why, parts))
    return {city: tuple(peers) for city, peers in found.items()}


def peers_of(library: Library, city: str) -> tuple[Peer, ...]:
    """Return all cities that are like `city` (its id) in anything, best first.

    Raises:
        KeyError: if the library has no such city.

    """
    features = city_features(library)
    row = next((row for row, one in enumerate(features.cities) if one.id == city), None)
    if row is None:
        raise KeyError(city)
    scores = _scores(features, np.array([row]))[0]
    scores[row] = 0
    columns = np.array([column for column in np.argsort(-scores, kind="stable") if scores[column] > 0], np.intp)
    reasons = peer_reasons(features, np.full(len(columns), row, np.intp), columns, library)
    return tuple(
        Peer(features.cities[column].id, float(scores[column]), *why)
        for column, why in zip(columns.tolist(), reasons, strict=True)
    )


def _most_alike(features: CityFeatures, block_rows: int) -> _Pairs:
    count = len(features.cities)
    everyone = np.arange(count)
    blocks = [_Pairs(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))]
    for start in range(0, count, block_rows):
        rows = everyone[start : start + block_rows]
        scores = _scores(features, rows)
        scores[np.arange(len(rows)), rows] = 0
        places, columns = best_columns(scores, PEERS)
        blocks.append(_Pairs(rows[places], columns, scores[places, columns]))
    return _Pairs(*map(np.concatenate, zip(*blocks, strict=True)))


def _scores(features: CityFeatures, rows: Rows) -> Scores:
    """Scores of some cities with all cities."""
    parts = likeness(features, rows[:, None], np.arange(len(features.cities))[None, :])
    parts[Part.WORK] = (features.work[rows] @ features.work.T).toarray()
    weighted: Scores = sum((WEIGHTS[part] * parts[part] for part in Part), np.zeros(()))
    return weighted.round(DECIMALS)
