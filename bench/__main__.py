"""`make bench`: a table of what libraries of 100, 1,000 and 10,000 practices cost.

python -m bench [SIZE ...]
"""

import json
import logging
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from bench.synthetic import Maker
from generator.reading import read_library

ROOT = Path(__file__).parent.parent
SIZES = (100, 1_000, 10_000)
SEED = 2026
REGISTERS = ("standard.yaml", "topics.yaml", "methods.yaml")
COLUMNS = (
    ("practices", "size", "{:,}"),
    ("pages", "pages", "{:,}"),
    ("read s", "read", "{:.2f}"),
    ("link s", "link", "{:.2f}"),
    ("pages s", "make", "{:.2f}"),
    ("MkDocs s", "mkdocs", "{:.1f}"),
    ("total s", "total", "{:.1f}"),
    ("ms a practice", "each", "{:.1f}"),
    ("plain MkDocs s", "plain", "{:.1f}"),
    ("peak MB", "peak_build", "{:,.0f}"),
    ("plain peak MB", "peak_emitted", "{:,.0f}"),
    ("output MB", "output", "{:,.0f}"),
)


def prepare(place: Path, size: int) -> None:
    """Write a synthetic library of `size` practices to `place`, with the settings that build it."""
    practices = place / "practices"
    practices.mkdir(parents=True)
    for name in REGISTERS:
        shutil.copy(ROOT / "practices" / name, practices / name)
    Maker(read_library(ROOT / "practices"), SEED).write(practices, size)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["docs_dir"] = str(ROOT / "docs")
    config["theme"]["custom_dir"] = str(ROOT / "docs" / "overrides")
    (place / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def measure(place: Path, what: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.measure", str(place), what]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    logging.disable(logging.INFO)
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    print(" | ".join(name for name, _, _ in COLUMNS), flush=True)
    print(" | ".join("---:" for _ in COLUMNS), flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            prepare(place, size)
            figures = {"size": size, **measure(place, "build"), **measure(place, "emitted")}
        figures["each"] = 1000 * figures["total"] / size
        print(" | ".join(form.format(figures[key]) for _, key, form in COLUMNS), flush=True)


if __name__ == "__main__":
    main()
