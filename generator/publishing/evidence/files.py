"""The rows as files: what they can be narrowed down by, and the rows themselves in pieces.

`evidence/rows.json` holds for each row what filters ask, and the name of the folder with the pieces, which is made from
what they hold, so that a browser never mixes two builds. `docs/assets/evidence/` reads them.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from generator.model import EvidenceLevel, Library, Practice
from generator.publishing.addresses import path_of, url_of
from generator.publishing.evidence.rows import Held, Row, rows_of
from generator.publishing.packed import in_json
from generator.publishing.page import Asset
from generator.wording import ENGLISH, Language

ROWS_A_FILE = 50
_HELD = {held: str(place) for place, held in enumerate(Held)}


def result_files(library: Library, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield the index of all measured results and their rows in pieces of `ROWS_A_FILE`.

    The index holds as text a digit a row: `levels` the strength of the evidence, `held` the place of what it is held
    against, `found` 0 where no effect was found. `of` gives for each row the place of its practice in `topics` and
    `methods`, which hold for each practice the places of its topics and methods among `names`.
    """
    rows = rows_of(library, _)
    practices = list(dict.fromkeys(row.practice.id for row in rows))
    place = {identity: number for number, identity in enumerate(practices)}
    pieces = [
        in_json([_row(row, library) for row in rows[begin : begin + ROWS_A_FILE]])
        for begin in range(0, len(rows), ROWS_A_FILE)
    ]
    folder = hashlib.sha256(b"\n".join(pieces)).hexdigest()[:12]
    known = [library.practice_by_id[identity] for identity in practices]
    index = {
        "folder": folder,
        "rowsAFile": ROWS_A_FILE,
        "words": {level.strength: _(level.label) for level in EvidenceLevel},
        "levels": "".join(str(row.practice.evidence.level.strength) for row in rows),
        "held": "".join(_HELD[row.held] for row in rows),
        "found": "".join("0" if row.result.no_effect else "1" for row in rows),
        "of": [place[row.practice.id] for row in rows],
        "names": {
            "topic": [topic.id for topic in library.topics],
            "method": [method.id for method in library.methods],
        },
        "topics": _places(known, [topic.id for topic in library.topics], "topics"),
        "methods": _places(known, [method.id for method in library.methods], "methods"),
    }
    yield Asset("evidence/rows.json", in_json(index))
    for number, piece in enumerate(pieces):
        yield Asset(f"evidence/{folder}/{number}.json", piece)


def _places(practices: Sequence[Practice], identities: Sequence[str], field: str) -> list[list[int]]:
    place = {identity: number for number, identity in enumerate(identities)}
    return [[place[one] for one in getattr(practice, field)] for practice in practices]


def _row(row: Row, library: Library) -> list[Any]:
    """A row as text: measure, figures, what it is held against, title, address and city of the practice, strength."""
    practice = row.practice
    return [
        row.result.metric,
        f"{row.tile.figure} {row.tile.against}".strip(),
        row.tile.basis,
        practice.title,
        url_of(path_of(practice)),
        library.city_by_id[practice.city].label,
        practice.evidence.level.strength,
    ]
