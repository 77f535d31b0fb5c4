"""How well Your city puts first what twenty made-up askers should see: `tests/search/askers.yaml`.

python -m bench.askers
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from generator.linking import NodeKind, Place, Tag, advise, places
from generator.model import Library
from generator.reading import read_library

ROOT = Path(__file__).parent.parent
FILE = ROOT / "tests" / "search" / "askers.yaml"
SHOWN = 5


def read_askers() -> list[dict[str, Any]]:
    """Return the askers as the file has them."""
    askers: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["askers"]
    return askers


def reached(library: Library, askers: Sequence[dict[str, Any]]) -> list[float]:
    """Return for each asker the share of what should be among the first five that is."""
    place_by_id = {place.id: place for place in places(library)}
    return [_share(library, place_by_id[asker["place"]], asker) for asker in askers]


def _share(library: Library, place: Place, asker: dict[str, Any]) -> float:
    found = advise(library, place, [Tag(NodeKind.TOPIC, topic) for topic in asker["topics"]])[:SHOWN]
    wanted = set(asker["want"])
    return len(wanted.intersection(one.practice for one in found)) / min(SHOWN, len(wanted))


def table(library: Library) -> Iterator[str]:
    """Yield a row for each half with the 95% interval (bootstrap over askers)."""
    askers = read_askers()
    for half in ("tune", "held-out"):
        shares = np.array(reached(library, [one for one in askers if one["set"] == half]))
        drawn = np.random.default_rng(0).integers(0, len(shares), (2_000, len(shares)))
        low, high = np.quantile(shares[drawn].mean(axis=1), (0.025, 0.975))
        yield f"{half}, {len(shares)} askers: {shares.mean():.2f} ({low:.2f} to {high:.2f}) of what should be first is"


if __name__ == "__main__":
    print(*table(read_library(ROOT / "practices")), sep="\n")
