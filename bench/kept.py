"""The table of figures kept in the repository, what is worse than it says, and the page on hosting that tells it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.wording import ENGLISH, Language, read_language

ROOT = Path(__file__).parent.parent
FILE = Path(__file__).parent / "table.json"
SLACK = 1.25
"""So much worse a figure may be before it is told: machines and days differ."""
RATIOS = ("of_plain", "again_of_plain", "of_properdocs", "of_zensical")
"""Figures that are held against others of the same run, which a slow machine changes little."""
SECONDS = ("ready", "shown", "listed", "link", "guides_each", "peak_build")
TOLD = ("pages", "guides", "guides_cold", "cards_cold", "total", "again", "peak_build", "output", "files")
"""What the page on hosting tells of each size: seconds, and megabytes of memory and of output among them."""
HOSTING = {"hosting.md": "", "hosting.es.md": "es-419", "hosting.pt.md": "pt-BR"}
"""The page in each language, and the catalogue of that one."""


def kept() -> dict[str, dict[str, float]]:
    """Return the figures that are kept, by the number of practices."""
    held: dict[str, dict[str, float]] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return held


def worse(rows: list[dict[str, Any]]) -> list[str]:
    """Return a line for each figure that is worse than the one kept for a library of the same size."""
    held = kept()
    return [
        f"{row['size']:,} practices: {name} is {row[name]:.3g}, kept is {before[name]:.3g}"
        for row in rows
        for before in (held.get(str(row["size"]), {}),)
        for name in (*RATIOS, *SECONDS)
        if name in row and name in before and row[name] > SLACK * before[name]
    ]


def write(rows: list[dict[str, Any]]) -> None:
    """Keep the figures of these sizes, in the table and on the page on hosting; those of others stay."""
    names = (*RATIOS, *SECONDS, *TOLD)
    new = {str(row["size"]): {name: round(row[name], 4) for name in names if name in row} for row in rows}
    held = dict(sorted((kept() | new).items(), key=lambda one: int(one[0])))
    FILE.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    for name in HOSTING:
        page = ROOT / "docs" / name
        page.write_text(with_figures(page.read_text(encoding="utf-8"), hosting_rows(name)), encoding="utf-8")


def hosting_rows(name: str) -> list[str]:
    """Return the rows of the table on a page on hosting, by the name of its file."""
    code = HOSTING[name]
    language = read_language(code, ROOT / "messages") if code else ENGLISH
    return [_row(int(size), figures, language) for size, figures in kept().items()]


def _row(size: int, figures: dict[str, float], language: Language) -> str:
    number = language.number
    cells: Iterable[str] = (
        number(size),
        number(figures["pages"]),
        number(figures["guides"]),
        number(figures["guides_cold"], 0),
        number(figures["cards_cold"], 0),
        number(figures["total"], 1 if figures["total"] < 100 else 0),
        number(figures["again"], 1 if figures["again"] < 100 else 0),
        number(figures["peak_build"], 0),
        number(figures["output"], 0),
        number(figures["files"]),
    )
    return f"| {' | '.join(cells)} |"


def with_figures(text: str, rows: Iterable[str]) -> str:
    """Return the text of a page with these rows in its one table."""
    lines = text.split("\n")
    first = next(place for place, line in enumerate(lines) if line.startswith("| ---")) + 1
    end = next(place for place in range(first, len(lines)) if not lines[place].startswith("|"))
    return "\n".join((*lines[:first], *rows, *lines[end:]))
