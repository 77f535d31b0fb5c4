"""Writing a whole site: pages are filled and rendered, files made and put in place, on all cores where that can be."""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.collector import collector_at_rest
from generator.publishing.page import Asset
from generator.publishing.publication import Publication
from generator.publishing.site.mkdocs import Renderer

PAGES_A_TASK = 40
FEWEST = 150
"""With fewer pages, starting processes takes longer than they save."""


class _Task(NamedTuple):
    """Numbers of groups and of pages that one process makes."""

    groups: Sequence[int]
    pages: Sequence[int]


@dataclass(frozen=True)
class _Work:
    """A site to be written: what, and where to."""

    renderer: Renderer
    publication: Publication
    folder: Path

    def do(self, task: _Task) -> None:
        """Make and write groups of files, then fill, render and write pages."""
        for number in task.groups:
            for asset in self.publication.groups[number].make():
                _write(self.folder / asset.path, asset)
        for number in task.pages:
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

    def tasks(self) -> Iterator[_Task]:
        """All that is to be made, in parts that know nothing of each other; the one that takes longest first."""
        groups, guides = self.publication.groups, {page.path for page in self.publication.pages if page.is_guide}
        with_guides = [number for number, group in enumerate(groups) if group.with_guides]
        pages, others = list[int](), list[int]()
        for number, file in enumerate(self.renderer.pages):
            (pages if file.src_uri in guides else others).append(number)
        yield _Task(with_guides, pages)
        yield from (_Task([number], []) for number, group in enumerate(groups) if not group.with_guides)
        yield from (_Task([], others[at : at + PAGES_A_TASK]) for at in range(0, len(others), PAGES_A_TASK))


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
            for task in work.tasks():
                work.do(task)
            work.rest()
        renderer.finish()


_shared: _Work | None = None
"""What processes inherit from the one that forks them: a library can't be sent in reasonable time."""


def _side_by_side(work: _Work, cores: int) -> None:
    global _shared
    _shared = work
    try:
        with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as processes:
            tasks = [processes.submit(_do, task) for task in work.tasks()]
            work.rest()
            for done in tasks:
                done.result()
    finally:
        _shared = None


def _do(task: _Task) -> None:
    if _shared is None:
        raise RuntimeError("this process was not forked to write a site")
    _shared.do(task)


def _write(path: Path, asset: Asset) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    given = asset.given()
    if isinstance(given, Path):
        shutil.copyfile(given, path)
    else:
        path.write_bytes(given)
