"""The table of figures kept in the repository, and what is worse than it says."""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "table.json"
SLACK = 1.25
"""So much worse a figure may be before it is told: machines and days differ."""
RATIOS = ("of_plain", "again_of_plain", "of_properdocs", "of_zensical")
"""Figures that are held against others of the same run, which a slow machine changes little."""
SECONDS = ("ready", "shown", "listed", "link", "guides_each", "peak_build")


def worse(rows: list[dict[str, Any]]) -> list[str]:
    """Return a line for each figure that is worse than the one kept for a library of the same size."""
    kept = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return [
        f"{row['size']:,} practices: {name} is {row[name]:.3g}, kept is {before[name]:.3g}"
        for row in rows
        for before in (kept.get(str(row["size"]), {}),)
        for name in (*RATIOS, *SECONDS)
        if name in row and name in before and row[name] > SLACK * before[name]
    ]


def write(rows: list[dict[str, Any]]) -> None:
    """Keep the figures of these sizes; those of others stay."""
    kept = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    kept |= {
        str(row["size"]): {name: round(row[name], 4) for name in (*RATIOS, *SECONDS) if name in row} for row in rows
    }
    FILE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
