"""Writing a whole site: pages are filled and rendered, files made and put in place, on all cores where that can be."""

import contextlib
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


@dataclass(frozen=True)
class Work:
    """A site to be written: what, and where to."""

    renderer: Renderer
    publication: Publication
    folder: Path

    def do(self, groups: Sequence[int], pages: Sequence[int]) -> None:
        """Make and write groups of files, then fill, render and write pages, each by its number."""
        for number in groups:
            for asset in self.publication.groups[number].make():
                _write(self.folder / asset.path, asset)
        for number in pages:
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


class _Part(NamedTuple):
    """Numbers of groups and of pages of one site."""

    site: int
    groups: Sequence[int]
    pages: Sequence[int]


_Task = tuple[_Part, ...]
"""What one process makes."""


def write_all(works: Sequence[Work]) -> None:
    """Write sites of one library, each in its language.

    With many pages, processes share the work, each with the whole library in memory as it was when they began. Other
    plugins may have to see all pages, so with them all is done in this one.

    Raises:
        EngineError: if MkDocs refuses a page.
        OSError: if something can't be written.
    """
    cores = os.cpu_count() or 1
    is_alone = all(work.renderer.is_alone for work in works)
    pages = sum(len(work.renderer.pages) for work in works)
    with contextlib.ExitStack() as stack:
        for work in works:
            stack.enter_context(work.renderer.counting())
        stack.enter_context(collector_at_rest())
        if is_alone and sys.platform == "linux" and cores > 1 and pages >= FEWEST:
            _side_by_side(works, cores)
        else:
            for task in _tasks(works):
                _do(works, task)
            _rest(works)
        for work in works:
            work.renderer.finish()


def _tasks(works: Sequence[Work]) -> Iterator[_Task]:
    """All that is to be made, in parts that know nothing of each other; the one that takes longest first.

    That is what is made of the search and the open data. One process makes it in all languages, which have much of it
    in common.
    """
    with_guides, others = list[_Part](), list[_Task]()
    for site, work in enumerate(works):
        groups, guides = work.publication.groups, {page.path for page in work.publication.pages if page.is_guide}
        numbers: tuple[list[int], list[int]] = [], []
        for number, file in enumerate(work.renderer.pages):
            numbers[file.src_uri in guides].append(number)
        pages, guide_pages = numbers
        heavy = [number for number, group in enumerate(groups) if group.with_guides]
        with_guides.append(_Part(site, heavy, guide_pages))
        others += [(_Part(site, [number], []),) for number, group in enumerate(groups) if not group.with_guides]
        others += [
            (_Part(site, [], pages[begin : begin + PAGES_A_TASK]),) for begin in range(0, len(pages), PAGES_A_TASK)
        ]
    yield tuple(with_guides)
    yield from others


def _do(works: Sequence[Work], task: _Task) -> None:
    for part in task:
        works[part.site].do(part.groups, part.pages)


def _rest(works: Sequence[Work]) -> None:
    for work in works:
        work.rest()


_shared: Sequence[Work] | None = None
"""What processes inherit from the one that forks them: a library can't be sent in reasonable time."""


def _side_by_side(works: Sequence[Work], cores: int) -> None:
    global _shared
    _shared = works
    try:
        with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as processes:
            tasks = [processes.submit(_do_shared, task) for task in _tasks(works)]
            _rest(works)
            for done in tasks:
                done.result()
    finally:
        _shared = None


def _do_shared(task: _Task) -> None:
    if _shared is None:
        raise RuntimeError("this process was not forked to write a site")
    _do(_shared, task)


def _write(path: Path, asset: Asset) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    given = asset.given()
    if isinstance(given, Path):
        shutil.copyfile(given, path)
    else:
        path.write_bytes(given)
