"""Measures one library in a process of its own and prints the figures as JSON.

    python -m bench.measure SITE_FOLDER build|emitted

`build` measures each step and then the whole build, with guides printed and cards drawn before; `emitted` the plain
MkDocs build of the same pages, with the search and the header that Material brings.
"""

import json
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.finding import Finder
from generator.linking import Links, link
from generator.model import Library
from generator.publishing import build_site, emit, make_pages, read_settings
from generator.publishing.cards import cards_of, draw_cards
from generator.publishing.data import data_files
from generator.publishing.guides import Site, make_guides, print_guides
from generator.publishing.publication import DRAWN
from generator.publishing.search import guides_among, search_files
from generator.publishing.site.settings import CACHE, GUIDE_CACHE
from generator.reading import read_library

DOCS = Path(__file__).parent.parent / "docs"
QUESTIONS = ("ambulances come too late", "people sleeping in parks", "evictoin hotline", "limpiar ríos contaminados")
"""What is asked outside of a browser: two as they are, one with a slip, one in Spanish."""
T = TypeVar("T")
LONGEST = 15_000
"""Pages of more words are left out of the search: under one heading that of Zensical takes 32,768 with all their parts,
and stops otherwise. A site by `peerbook build` has none of it."""
LANGUAGES = "languages.yml"
"""Settings of the same site in all languages."""


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what `work` returns, and the seconds it took."""
    begin = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begin


def megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def one_to_change(place: Path) -> Path:
    """Return the first write-up whose title has room for a few words more."""
    files = (path for path in sorted(place.glob("practices/*/*.yaml")) if path.name != "city.yaml")
    return next(path for path in files if re.search(r"^title: .{1,65}$", path.read_text("utf-8"), re.MULTILINE))


def whole(place: Path) -> dict[str, Any]:
    steps = steps_of(place)
    site, total = timed(lambda: build_site(place / "mkdocs.yml", place / "site"))
    shutil.copytree(site, place / "again")  # where the last build stands
    build_site(place / "mkdocs.yml", place / "again")  # and the one before it, as where a site is built day by day
    changed = one_to_change(place)
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("title: ", "title: Changed ", 1), encoding="utf-8")
    _, again = timed(lambda: build_site(place / "mkdocs.yml", place / "again"))
    changed.write_text(text, encoding="utf-8")
    files = sum(1 for path in site.rglob("*") if path.is_file())
    return {**steps, "total": total, "again": again, "output": megabytes(site), "files": files}


def in_all_languages(place: Path) -> dict[str, Any]:
    """Measure how much longer a site in all languages takes than in the first alone, with all guides printed before."""
    build_site(place / LANGUAGES, place / "before")
    _, every = timed(lambda: build_site(place / LANGUAGES, place / "all"))
    _, one = timed(lambda: build_site(place / "mkdocs.yml", place / "one"))
    return {"every": every, "one": one, "of_one": every / one}


def steps_of(place: Path) -> dict[str, Any]:
    """Measure the rooms one by one, and leave the pages emitted for `plain`."""
    library, read = timed(lambda: read_library(place / "practices"))
    links, linked = timed(lambda: link(library))
    cold, warm = (timed(lambda: printed(library, links, place / GUIDE_CACHE)) for _ in range(2))
    cards, drawn = timed(lambda: sum(1 for _ in draw_cards(tuple(cards_of(library)), place / CACHE / DRAWN)))
    pages, planned = timed(lambda: list(make_pages(library, links)))
    _, filled = timed(lambda: [page.body for page in pages])
    _, indexed = timed(lambda: list(search_files(library, links, guides_among(pages, DOCS))))
    emit(pages, data_files(library, links), read_settings(place / "mkdocs.yml"), place / "emitted")
    finder, prepared = timed(lambda: Finder(library))
    _, first = timed(lambda: finder.search(QUESTIONS[0]))
    _, asked = timed(lambda: [finder.search(question) for question in QUESTIONS])
    asking = {"finder": prepared, "first_question": first, "question": asked / len(QUESTIONS)}
    guides = {"guides": cold[0], "guides_cold": cold[1], "guides_warm": warm[1], "guides_each": cold[1] / cold[0]}
    guides |= {"cards": cards, "cards_cold": drawn}
    return {
        "pages": len(pages),
        "read": read,
        "link": linked,
        "make": planned + filled,
        "index": indexed,
        **asking,
        **guides,
    }


def printed(library: Library, links: Links, cache: Path) -> int:
    """Print all guides, or take them from the cache; gives their number."""
    guides = make_guides(library, links, Site("https://peerbook.example/"))
    return sum(1 for _ in print_guides(guides, cache))


def plain(place: Path) -> dict[str, Any]:
    file = place / "emitted" / "mkdocs.yml"
    settings = yaml.safe_load(file.read_text(encoding="utf-8"))
    del settings["theme"]["custom_dir"], settings["extra_javascript"]
    file.write_text(yaml.safe_dump({**settings, "plugins": ["search"]}), encoding="utf-8")
    for page in (place / "emitted" / "docs").rglob("*.md"):
        head, _, told = page.read_text(encoding="utf-8").partition("---\n")
        if not head and len(re.sub(r"<[^>]+>", " ", told).split()) > LONGEST:
            page.write_text(f"---\nsearch:\n  exclude: true\n{told}", encoding="utf-8")
    config = load_config(str(file), site_dir=str(place / "plain"))
    config.plugins.on_startup(command="build", dirty=False)
    _, total = timed(lambda: mkdocs_build(config))
    return {"plain": total, **{engine: other(file, engine) for engine in ("properdocs", "zensical")}}


def other(file: Path, engine: str) -> float:
    """Return the seconds that another engine needs for the same pages, its start included."""
    command = [sys.executable, "-m", engine, "build", "-f", str(file)]
    _, total = timed(lambda: subprocess.run(command, cwd=file.parent, check=True, capture_output=True))
    return total


if __name__ == "__main__":
    figures = {"build": whole, "emitted": plain, "languages": in_all_languages}[sys.argv[2]](Path(sys.argv[1]))
    forked = [resource.RUSAGE_CHILDREN] if sys.argv[2] == "build" else []  # those of `emitted` are other engines
    peak = max(resource.getrusage(one).ru_maxrss for one in (resource.RUSAGE_SELF, *forked)) / 1024
    print(json.dumps({**figures, f"peak_{sys.argv[2]}": peak}))
