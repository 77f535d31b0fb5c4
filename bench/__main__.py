"""`make bench`: what the real library and synthetic ones of 100, 1,000 and 10,000 practices cost.

Tables: building, the search beside Material's own, how well the search answers the judged questions, how long the
shortest write-up takes, how well "Read next" is chosen, and what checking costs.

python -m bench [--write] [SIZE ...], where a SIZE is a number or `real`. What is worse than the table kept in the
repository is told at the end; `--write` keeps the figures of this run.
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

from bench import checker, contribute, duplicates, kept, relevance, search
from bench.measure import LANGUAGES
from bench.preview import preview
from bench.synthetic import Maker
from generator.reading import REGISTERS, read_library

ROOT = Path(__file__).parent.parent
SIZES = (100, 1_000, 10_000)
SEED = 2026
Columns = tuple[tuple[str, str, str], ...]
BUILD: Columns = (
    ("practices", "size", "{:,}"),
    ("pages", "pages", "{:,}"),
    ("read s", "read", "{:.2f}"),
    ("link s", "link", "{:.2f}"),
    ("pages s", "make", "{:.2f}"),
    ("search index s", "index", "{:.2f}"),
    ("guides", "guides", "{:,}"),
    ("printing s, cold", "guides_cold", "{:.1f}"),
    ("warm", "guides_warm", "{:.2f}"),
    ("s a guide, cold", "guides_each", "{:.3f}"),
    ("cards", "cards", "{:,}"),
    ("drawing s, cold", "cards_cold", "{:.1f}"),
    ("whole build s", "total", "{:.1f}"),
    ("after one change s", "again", "{:.1f}"),
    ("ms a practice", "each", "{:.1f}"),
    ("plain MkDocs s", "plain", "{:.1f}"),
    ("ProperDocs s", "properdocs", "{:.1f}"),
    ("Zensical s", "zensical", "{:.1f}"),
    ("build / MkDocs", "of_plain", "{:.2f}"),
    ("peak MB", "peak_build", "{:,.0f}"),
    ("plain peak MB", "peak_emitted", "{:,.0f}"),
    ("output MB", "output", "{:,.0f}"),
    ("files", "files", "{:,}"),
)
PREVIEW: Columns = (
    ("practices", "size", "{:,}"),
    ("ready s", "ready", "{:.1f}"),
    ("save to page s, median of ten", "shown", "{:.2f}"),
    ("worst", "shown_worst", "{:.2f}"),
    ("save to list s", "listed", "{:.2f}"),
)
SEARCH: Columns = (
    ("practices", "size", "{:,}"),
    ("index s", "index", "{:.2f}"),
    ("index MB", "search_mb", "{:.1f}"),
    ("files", "search_files", "{:,}"),
    ("first query KB", "first_kb", "{:,.0f}"),
    ("in Spanish KB", "spanish_kb", "{:,.0f}"),
    ("of it scripts", "script_kb", "{:,.0f}"),
    ("typed by letters KB", "typed_kb", "{:,.0f}"),
    ("keystroke ms, median", "key_median", "{:.0f}"),
    ("95%", "key_p95", "{:.0f}"),
    ("in Python: prepared s", "finder", "{:.2f}"),
    ("first question s", "first_question", "{:.2f}"),
    ("a question s", "question", "{:.3f}"),
    ("Material: index MB", "material_mb", "{:.1f}"),
    ("first query KB", "material_first_kb", "{:,.0f}"),
    ("keystroke ms, median", "material_median", "{:.0f}"),
    ("95%", "material_p95", "{:.0f}"),
)
WRITE = "--write"
"""Keeps the figures in `table.json`, against which later runs are held."""
REAL = "real"
"""Name of the library of this repository in place of a size."""


def prepare(place: Path, size: int | None) -> None:
    """Write a synthetic library of `size` practices, or the real one, to `place`, with the settings that build it."""
    practices = place / "practices"
    if size is None:
        shutil.copytree(ROOT / "practices", practices)
    else:
        practices.mkdir(parents=True)
        for name in (*REGISTERS, "unanswered", "lexicon-es", "lexicon-pt"):
            shutil.copy(ROOT / "practices" / f"{name}.yaml", practices)
        Maker(read_library(ROOT / "practices"), SEED).write(practices, size)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["docs_dir"] = str(ROOT / "docs")
    config["theme"]["custom_dir"] = str(ROOT / "docs" / "overrides")
    shutil.copytree(ROOT / "messages", place / "messages")
    (place / LANGUAGES).write_text(yaml.safe_dump(config), encoding="utf-8")
    config["plugins"] = ["peerbook"]  # what others make of the same pages is in one language too
    (place / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def measure(place: Path, what: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.measure", str(place), what]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def table(columns: Columns, rows: list[dict[str, Any]]) -> str:
    heads = [" | ".join(name for name, _, _ in columns), " | ".join("---:" for _ in columns)]
    return "\n".join(heads + [" | ".join(form.format(row[key]) for _, key, form in columns) for row in rows])


def main() -> None:
    logging.disable(logging.INFO)
    rows: list[dict[str, Any]] = []
    answers: list[str] = []
    asked_for = [one for one in sys.argv[1:] if one != WRITE]
    with tempfile.TemporaryDirectory() as folder:
        # Nothing is removed before all is measured: ext4 looks long for room where much has been removed lately.
        for asked in asked_for or (REAL, *map(str, SIZES)):
            place = Path(folder, asked)
            prepare(place, None if asked == REAL else int(asked))
            size = sum(1 for path in (place / "practices").glob("*/*.yaml") if path.name != "city.yaml")
            figures = {"size": size, **measure(place, "build"), **measure(place, "emitted")}
            figures["each"] = 1000 * figures["total"] / size
            figures |= {f"of_{one}": figures["total"] / figures[one] for one in ("plain", "properdocs", "zensical")}
            figures |= {"again_of_plain": figures["again"] / figures["plain"], **preview(place)}
            if asked == REAL:
                answers.append(f"In all languages: {measure(place, 'languages')['of_one']:.2f} of the time of one")
            rows.append({**figures, **search.ours(place / "site"), **search.material(place / "plain")})
            if asked == REAL:
                answers += [
                    *search.judged(place / "site"),
                    "",
                    *contribute.lines(place / "site"),
                    "",
                    *relevance.lines(relevance.figures(read_library(place / "practices"))),
                    "",
                    *duplicates.lines(read_library(place / "practices")),
                ]
            print(f"{asked}: done", file=sys.stderr)
    tables = (
        table(BUILD, rows),
        table(PREVIEW, rows),
        table(SEARCH, rows),
        "\n".join(answers),
        "\n".join(checker.lines()),
    )
    print("\n\n".join(tables))
    for line in kept.worse(rows):
        print(f"worse: {line}", file=sys.stderr)
    if WRITE in sys.argv:
        kept.write(rows)


if __name__ == "__main__":
    main()
