"""Writing a whole site: pages are filled and rendered, files made and put in place, on all cores where that can be."""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.collector import collector_at_rest
from generator.publishing.page import Asset
from generator.publishing.publication import Publication
from generator.publishing.site.mkdocs import Renderer

PAGES_A_TASK = 40
FEWEST = 150
"""With fewer pages, starting processes takes longer than they save."""


@dataclass(frozen=True)
class _Work:
    """A site to be written: what, and where to."""

    renderer: Renderer
    publication: Publication
    folder: Path

    def group(self, number: int) -> None:
        """Make and write one group of files."""
        for asset in self.publication.groups[number].make():
            _write(self.folder / asset.path, asset)

    def pages(self, numbers: range) -> None:
        """Fill, render and write some pages."""
        for number in numbers:
            file = self.renderer.pages[number]
            html = self.renderer.render(file)
            path = Path(file.abs_dest_path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(html)

    def rest(self) -> None:
        """Write what MkDocs makes of all pages together, and copy what lies in the docs and in the theme."""
        for file in self.renderer.static:
            file.copy_file()
        for name in self.renderer.templates:
            self.renderer.write_template(name)
        self.renderer.check_anchors()

    def ranges(self) -> Iterator[range]:
        """All pages, in parts."""
        count = len(self.renderer.pages)
        return (range(begin, min(begin + PAGES_A_TASK, count)) for begin in range(0, count, PAGES_A_TASK))


def write_all(renderer: Renderer, publication: Publication, folder: Path) -> None:
    """Write the whole site into `folder`.

    With many pages, processes share the work, each with the whole library in memory as it was when they began. Other
    plugins may have to see all pages, so with them all is done in this one.

    Raises:
        EngineError: if MkDocs refuses a page.
        OSError: if something can't be written.
    """
    work = _Work(renderer, publication, folder)
    cores = os.cpu_count() or 1
    with renderer.counting(), collector_at_rest():
        if renderer.is_alone and sys.platform == "linux" and cores > 1 and len(renderer.pages) >= FEWEST:
            _side_by_side(work, cores)
        else:
            for number in range(len(publication.groups)):
                work.group(number)
            for numbers in work.ranges():
                work.pages(numbers)
            work.rest()
        renderer.finish()


_shared: _Work | None = None
"""What processes inherit from the one that forks them: a library can't be sent in reasonable time."""


def _side_by_side(work: _Work, cores: int) -> None:
    global _shared
    _shared = work
    try:
        with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as processes:
            groups = [processes.submit(_group, number) for number in range(len(work.publication.groups))]
            pages = [processes.submit(_pages, numbers) for numbers in work.ranges()]
            work.rest()
            for done in (*groups, *pages):
                done.result()
    finally:
        _shared = None


def _group(number: int) -> None:
    _inherited().group(number)


def _pages(numbers: range) -> None:
    _inherited().pages(numbers)


def _inherited() -> _Work:
    if _shared is None:
        raise RuntimeError("this process was not forked to write a site")
    return _shared


def _write(path: Path, asset: Asset) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    given = asset.given()
    if isinstance(given, Path):
        shutil.copyfile(given, path)
    else:
        path.write_bytes(given)
