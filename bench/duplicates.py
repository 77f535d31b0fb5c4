"""How well write-ups of one practice are found, by the labelled pairs, and how often the library gives a false alarm.

python -m bench.duplicates
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from generator.linking.duplicates import THRESHOLD, possible_duplicates
from generator.model import Library
from generator.reading import read_library
from tests.duplicates.labelled import FIT, REPORT, SAME, pairs, quality, scores

ROOT = Path(__file__).parent.parent
STEPS = (0.10, 0.12, THRESHOLD, 0.16, 0.18)


def lines(library: Library) -> Iterator[str]:
    """Yield the figures as a table, and the pairs of the library that would be told."""
    labelled, found = pairs(library), scores(library)
    yield "near-duplicates from | half | pairs | of one practice | found | recall | false | precision"
    yield "---: | --- | ---: | ---: | ---: | ---: | ---: | ---:"
    for least, half in product(STEPS, (FIT, REPORT)):
        part = tuple(one for one in labelled if one.half == half)
        got = quality(part, found, least)
        yield (
            f"{least:.2f} | {half} | {len(part)} | {got.same} | {got.found} | {got.recall:.2f} | {got.wrong} | "
            f"{got.precision:.2f}"
        )
    missed = (one for one in labelled if one.kind == SAME and found.get((min(one[2:]), max(one[2:])), 0) < THRESHOLD)
    yield from (f"    missed: {one.one} ({one.two})" for one in missed)
    false = possible_duplicates(library)
    yield f"    of all pairs of one city in the library itself, {len(false)} would be told"
    yield from (f"    told: {one.one}, {one.two} ({one.score:.2f}: {', '.join(one.words)})" for one in false)


def main() -> None:
    print("\n".join(lines(read_library(ROOT / "practices"))))


if __name__ == "__main__":
    main()
