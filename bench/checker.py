"""How long the checker takes: for libraries of growing size, and for files made to take long.

python -m bench.checker [SIZE ...]
"""

import contextlib
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.synthetic import Maker
from generator.reading import REGISTERS, ProblemsFoundError, read_library
from tests.hostile.corpus import corpus

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 3_000, 10_000)
SEED = 2026


def seconds(folder: Path) -> float:
    """Return how long reading takes, whatever it finds."""
    begun = time.perf_counter()
    with contextlib.suppress(ProblemsFoundError):
        read_library(folder)
    return time.perf_counter() - begun


def lines(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """Yield both tables."""
    yield "write-ups | check s | ms a write-up"
    yield "---: | ---: | ---:"
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            for name in REGISTERS:
                shutil.copy(ROOT / "practices" / f"{name}.yaml", place)
            Maker(read_library(ROOT / "practices"), SEED).write(Path(place), size)
            taken = seconds(Path(place))
        yield f"{size:,} | {taken:.2f} | {1000 * taken / size:.2f}"
    yield ""
    yield "made to take long | check s"
    yield "--- | ---:"
    for hostile in corpus():
        if hostile.family == "size":
            with tempfile.TemporaryDirectory() as place:
                yield f"{hostile.name} | {seconds(hostile.library(Path(place) / 'practices')):.2f}"


if __name__ == "__main__":
    print("\n".join(lines(tuple(map(int, sys.argv[1:])) or SIZES)))
