"""In which setting the pages of a brief most likely fit.

Typst sets a brief, looks where it ended, and sets it anew where a tighter or a roomier setting would fit better. Each
try takes as long as all the rest, so the first one should be right. How tall the pages are in each setting is estimated
here from the letters of their texts, in points. The constants were fitted by least squares on 326 briefs in November
2026: the first try is right for four facts of five, and for nine worksheets of ten. A wrong one costs time, no more.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from generator.publishing.guides.guide import Paper
from generator.publishing.guides.parts import Data
from generator.publishing.guides.spans import Span

_WIDTHS = {Paper.LETTER: 526, Paper.A4: 509}
"""Of what is printed on a page."""
_LETTER, _BOLD = 0.47, 1.08
"""About how wide a letter is, as a share of its size, and how much wider where it is bold."""
_LINE, _GAP = 1.2, 0.5
"""How tall a line is and what stands between two items, as shares of the size."""
_HEADING = 2.9
"""How tall a heading is with what is around it."""


class FactsSetting(NamedTuple):
    """How large the facts are set, and up to how many of each kind are shown."""

    size: float
    tiles: int = 9
    accounts: int = 9
    steps: int = 99
    took: int = 99
    unknown: int = 99


FACTS = (
    FactsSetting(11),
    FactsSetting(10.25),
    FactsSetting(9.5),
    FactsSetting(9),
    FactsSetting(8.5, 6, 4, 8, 4, 6),
    FactsSetting(8.5, 6, 2, 6, 3, 5),
    FactsSetting(8.5, 6, 1, 5, 2, 4),
    FactsSetting(8.5, 3, 1, 5, 2, 4),
    FactsSetting(8.5, 3, 0, 4, 1, 3),
    FactsSetting(8, 3, 0, 3, 1, 2),
    FactsSetting(7.5, 3, 0, 2, 1, 1),
)
"""From the roomiest to the tightest."""


class WorksheetSetting(NamedTuple):
    """What of a worksheet is shown, which percentage of the width what is asked has, and how large sources are."""

    there: bool
    addresses: bool
    asked: int = 42
    corrected: int = 99
    source: float = 7
    one_page: bool = True


WORKSHEETS = (
    WorksheetSetting(True, True),
    WorksheetSetting(True, False),
    WorksheetSetting(False, False),
    WorksheetSetting(False, False, asked=62),
    WorksheetSetting(False, False, asked=62, corrected=1),
    WorksheetSetting(False, False, asked=62, corrected=0),
    WorksheetSetting(False, False, asked=62, corrected=0, source=6.25),
    WorksheetSetting(False, False, corrected=1, one_page=False),
)
"""From the roomiest to the tightest; the last takes another page."""


def brief_settings(brief: Data, paper: Paper) -> Data:
    """Return the settings of both pages of a brief as its template takes them, each with its estimated height."""
    width, brief = _WIDTHS[paper], _counted(brief)
    facts = [{**one._asdict(), "height": round(_facts(brief, one, width), 1)} for one in FACTS]
    worksheets = [{**one._asdict(), "height": round(_worksheet(brief, one, width), 1)} for one in WORKSHEETS]
    return {"settings": facts, "worksheet-settings": worksheets}


def _counted(brief: Data) -> Data:
    """The brief with the number of letters in place of each text that is estimated in many settings."""

    def all_of(texts: Iterable[Sequence[Span]]) -> list[float]:
        return [_letters(text) for text in texts]

    return {
        **brief,
        **{name: _letters(brief[name] or ()) for name in ("summary", "cost")},
        **{name: all_of(brief[name]) for name in ("accounts", "approach", "unknown")},
        **{name: [(title, all_of(texts)) for title, texts in brief[name]] for name in ("took", "more")},
        "note": _letters(brief["evidence"]["note"]),
        "worksheet": [{**one, "there": _letters(one["there"])} for one in brief["worksheet"]],
        "corrections": [len(day) + _letters(text) for day, text in brief["corrections"]],
    }


def _lines(letters: float, width: float, size: float) -> int:
    return ceil(letters * size * _LETTER / width)


def _letters(spans: Iterable[Span]) -> float:
    """How many letters spans have; the numbers of a citation are small."""

    def of(span: Span) -> float:
        if isinstance(span, str):
            return len(span)
        return 0.6 * len(",".join(map(str, span[1]))) if span[0] == "cite" else _letters(span[-1])

    return sum(map(of, spans))


def _facts(brief: Data, at: FactsSetting, width: float) -> float:
    size = at.size

    def text(letters: float, wide: float) -> float:
        return size * _LINE * _lines(letters, wide, size)

    def items(texts: Sequence[float], most: int, wide: float) -> float:
        shown = texts[:most]
        left_out = 1.6 * size * (len(texts) > most)
        return sum(text(one, wide - size) for one in shown) + _GAP * size * len(shown) + left_out

    half, beside_the_way_back = width / 2 - 8, width - 146
    tiles, accounts = brief["tiles"], brief["accounts"]
    did = items(brief["approach"], at.steps, half) + items(brief["unknown"], at.unknown, half) + 2 * _HEADING * size
    took = _HEADING * size + text(brief["cost"] + len("Cost "), half) + 0.8 * size
    for name, texts in brief["took"]:
        apart = at.took > 1 and texts
        took += _LINE * size + items(texts, at.took, half) if apart else text(len(name) + (texts or [0])[0], half)
        took += 0.8 * size
    took += sum(_HEADING * size + items(texts, at.took, half) for _, texts in brief["more"])
    rows = [tiles[first : first + 3] for first in range(0, len(tiles[: at.tiles]), 3)]
    return (
        58
        + 8 * _lines(len(brief["title"]) * _BOLD, beside_the_way_back, 18)
        + text(brief["summary"], beside_the_way_back)
        + sum(_row(row, size, (width - 28) / 3) for row in rows)
        + 49 * (len(brief["courses"]) if at.tiles > 6 else 0)
        + items(accounts[: at.accounts], at.accounts, width)
        + 16 * (len(tiles) > at.tiles or len(accounts) > at.accounts)
        + 13 * (not tiles and not accounts)
        + text(brief["note"], width)
        + max(did, took)
    )


def _row(tiles: Sequence[Data], size: float, width: float) -> float:
    """How tall a row of tiles is."""

    def lines(tile: Data) -> float:
        return (
            1.5 * _lines(len(f"{tile['figure']} {tile['against']}") * _BOLD, width, 1.5 * size)
            + _lines((len(tile["metric"]) + 2 * sum(len(one[1]) for one in tile["marks"])) * _BOLD, width, size)
            + 0.85 * _lines(len(tile["basis"]), width, 0.85 * size)
        )

    drawn = 13.5 if any(tile["bars"] for tile in tiles) else 42 if any(tile["course"] for tile in tiles) else 0
    return size * max(map(lines, tiles)) + 16 + drawn


def _worksheet(brief: Data, at: WorksheetSetting, width: float) -> float:
    asked, source, small = width * at.asked / 100, (width - 14) / 2 - 12, at.source

    def question(one: Data) -> float:
        said = _lines(len(" · ".join(one["prompts"])), asked, 7.65)
        there = _lines(7 + one["there"], asked, 7.65) if at.there and one["there"] else 0
        return 0.8 + 16.4 * _lines(len(one["question"]) * _BOLD, asked, 9) + 9.1 * (said + there)

    def lines(one: Data) -> int:
        named = len(one["title"] + one["publisher"] + one["date"]) + 4
        return _lines(named + (len(one["url"]) + 2 if at.addresses else 0), source, small)

    told = [_lines(letters + 2, width, 7) for letters in brief["corrections"][::-1][: at.corrected]]
    sources = brief["endnotes"]
    rows = [max(map(lines, sources[first : first + 2])) for first in range(0, len(sources), 2)]
    return (
        64
        + sum(map(question, brief["worksheet"]))
        + sum(1.27 * small * row + 0.3 for row in rows)
        + (15 if told else 0)
        + sum(7.5 * row + 1.5 for row in told)
    )
