"""Writing a whole site: pages are filled and rendered, files made and put in place, on all cores where that can be."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from generator.collector import collector_at_rest
from generator.forks import CAN_FORK, forks
from generator.publishing.publication import Publication
from generator.publishing.site.kept import LastBuild, MadePage
from generator.publishing.site.mkdocs import GeneratedPage, Renderer
from generator.publishing.site.placing import put, take
from generator.publishing.traces import looking

PAGES_A_TASK = 40
FEWEST = 150
"""With fewer pages, starting processes takes longer than they save."""


@dataclass(frozen=True)
class Work:
    """A site to be written: what, and where to."""

    renderer: Renderer
    publication: Publication
    folder: Path
    last: LastBuild
    before: Path | None = None
    """Where the last build of it may stand."""

    @cached_property
    def with_groups(self) -> frozenset[str]:
        """The paths of pages that are made with a group of files, anew each time."""
        return frozenset[str]().union(*(group.with_pages for group in self.publication.groups))

    @cached_property
    def taken(self) -> frozenset[str]:
        """The paths of pages that come out as in the last build; asked for first, they are put in place from there."""
        if self.before is None:
            return frozenset()
        found = set()
        for file in self.renderer.pages:
            if isinstance(file, GeneratedPage) and file.src_uri not in self.with_groups:
                digest = self.last.unchanged(file.made)
                if digest and take(self.before / file.dest_uri, digest, Path(file.abs_dest_path)):
                    found.add(file.src_uri)
        return frozenset(found)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each page, by its path."""
        return {file.src_uri: number for number, file in enumerate(self.renderer.pages)}

    def do(self, groups: Sequence[int], pages: Sequence[int]) -> dict[str, MadePage]:
        """Fill, render and write pages, then make and write groups of files, each by its number.

        Returns:
            What is to be remembered of the pages.
        """
        made = {}
        for number in pages:
            file = self.renderer.pages[number]
            with looking() as looks:
                html = self.renderer.render(file)
            self._put(file.dest_uri, html)
            if isinstance(file, GeneratedPage) and (one := self.last.made(file.made, looks, html)):
                made[file.src_uri] = one
        for number in groups:
            for asset in self.publication.groups[number].make():
                self._put(asset.path, asset.given())
        return made

    def _put(self, path: str, given: bytes | Path) -> None:
        put(self.folder / path, given, self.before and self.before / path)

    def remember(self, made: Mapping[str, MadePage]) -> None:
        """Keep what is to be remembered of all pages for the next build."""
        self.last.remember(made, self.taken)

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
    is_alone = all(work.renderer.is_alone for work in works)
    pages = sum(len(work.renderer.pages) for work in works)
    with contextlib.ExitStack() as stack:
        for work in works:
            stack.enter_context(work.renderer.counting())
        stack.enter_context(collector_at_rest())
        if is_alone and CAN_FORK and pages >= FEWEST:
            done = _side_by_side(works)
        else:
            done = [_do(works, task) for task in _tasks(works)]
            _rest(works)
        for number, work in enumerate(works):
            work.renderer.finish()
            if is_alone:
                work.remember({path: one for made in done for path, one in made.get(number, {}).items()})


def _tasks(works: Sequence[Work]) -> Iterator[_Task]:
    """Yield all that is to be made, in parts that know nothing of each other; what takes longest first.

    That are groups with pages that go with them, as the search and the open data. One process makes each in all
    languages, which have much of it in common. Of their pages the list of all files comes last, and the notebook before
    the archive is made: both at once are what would need most memory. Which pages are taken from the last build is
    found out when other processes are at work already.
    """
    heavy = dict[str, list[_Part]]()
    for site, work in enumerate(works):
        for number, group in enumerate(work.publication.groups):
            if group.with_pages:
                pages = [work.numbers[path] for path in sorted(group.with_pages & work.numbers.keys(), reverse=True)]
                heavy.setdefault(group.name, []).append(_Part(site, [number], pages))
    yield from map(tuple, heavy.values())
    for site, work in enumerate(works):
        for number, group in enumerate(work.publication.groups):
            if not group.with_pages:
                yield (_Part(site, [number], []),)
    for site, work in enumerate(works):
        done = work.with_groups | work.taken
        left = [number for path, number in work.numbers.items() if path not in done]
        for begin in range(0, len(left), PAGES_A_TASK):
            yield (_Part(site, [], left[begin : begin + PAGES_A_TASK]),)


_Done = dict[int, dict[str, MadePage]]
"""What is to be remembered of the pages of each site."""


def _do(works: Sequence[Work], task: _Task) -> _Done:
    return {part.site: works[part.site].do(part.groups, part.pages) for part in task}


def _rest(works: Sequence[Work]) -> None:
    for work in works:
        work.rest()


def _side_by_side(works: Sequence[Work]) -> list[_Done]:
    with forks(partial(_do, works)) as (processes, do):
        tasks = [processes.submit(do, task) for task in _tasks(works)]
        _rest(works)
        return [done.result() for done in tasks]
