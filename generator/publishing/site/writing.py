"""Writing a whole site: pages are filled and rendered, files made and put in place, on all cores where that can be."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from generator.collector import collector_at_rest
from generator.forks import CAN_FORK, forks
from generator.publishing.assets import AssetGroup
from generator.publishing.page import Asset
from generator.publishing.publication import Publication
from generator.publishing.site.kept import LastBuild, MadeBefore
from generator.publishing.site.mkdocs import GeneratedPage, Renderer
from generator.publishing.site.placing import adopt, put, take
from generator.publishing.traces import looking

PAGES_A_TASK = 40
FEWEST = 150
"""With fewer pages, starting processes takes longer than they save."""


class Done(NamedTuple):
    """What one process has made of a site."""

    pages: Mapping[str, MadeBefore]
    """What is to be remembered of pages, by their paths."""
    files: Sequence[str]
    """Where it has put something."""


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
    def taken(self) -> Mapping[str, str]:
        """Where pages stand that come out as in the last build, by their paths.

        Asked for first, they are put there.
        """
        if self.before is None:
            return {}
        found = {}
        for file in self.renderer.pages:
            if isinstance(file, GeneratedPage) and file.src_uri not in self.with_groups:
                digest = self.last.unchanged(file.made)
                if digest and take(self.before / file.dest_uri, digest, self.folder / file.dest_uri):
                    found[file.src_uri] = str(self.folder / file.dest_uri)
        return found

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each page, by its path."""
        return {file.src_uri: number for number, file in enumerate(self.renderer.pages)}

    def do(self, groups: Sequence[int], pages: Sequence[int]) -> Done:
        """Fill, render and write pages, then make and write groups of files, each by its number."""
        made, files = {}, []
        for number in pages:
            file = self.renderer.pages[number]
            with looking() as looks:
                html = self.renderer.render(file)
            files.append(self._put(file.dest_uri, html))
            if isinstance(file, GeneratedPage) and (one := self.last.made(file.made, looks, html)):
                made[file.src_uri] = one
        for number in groups:
            files.extend(write_groups([self.publication.groups[number]], self.folder, self.before))
        return Done(made, files)

    def _put(self, path: str, given: bytes | Path) -> str:
        place = self.folder / path
        put(place, given, self.before and self.before / path)
        return str(place)

    def remember(self, made: Mapping[str, MadeBefore]) -> None:
        """Keep what is to be remembered of all pages for the next build."""
        self.last.remember(made, self.taken)

    def rest(self) -> Done:
        """Write what MkDocs makes of all pages together, and copy what lies in the docs and in the theme."""
        files = [self._put(file.dest_uri, file.content_bytes) for file in self.renderer.static]
        for name in self.renderer.templates:
            places = [self.folder / name, self.folder / f"{name}.gz"]
            for place in places:
                place.unlink(missing_ok=True)
            self.renderer.write_template(name)
            files += [str(place) for place in places if place.is_file()]
        self.renderer.check_anchors()
        return Done({}, files)


class _Part(NamedTuple):
    """Numbers of groups and of pages of one site."""

    site: int
    groups: Sequence[int]
    pages: Sequence[int]


_Task = tuple[_Part, ...]
"""What one process makes."""


def write_groups(
    groups: Iterable[AssetGroup], folder: Path, before: Path | None, last: LastBuild | None = None
) -> Iterator[str]:
    """Make groups of files, put them in their places below a folder, and yield where they stand.

    Where the `last` build knows a file to come out the same, it is taken from there, `before`.
    """
    made: dict[str, MadeBefore] = {}
    taken: list[str] = []

    def read(asset: Asset) -> bytes:
        return (folder / asset.path).read_bytes()

    for group in groups:
        for asset in group.make():
            place, old = folder / asset.path, before and before / asset.path
            yield str(place)
            digest = last.unchanged(asset) if last and old else None
            if old and digest and take(old, digest, place):
                taken.append(asset.path)
                continue
            if group.named_by_content and not place.parent.is_dir():
                adopt(place)
            with looking() as looks:
                given = asset.given(read)
            put(place, given, old)
            if last and isinstance(given, bytes) and (one := last.made(asset, looks, given)):
                made[asset.path] = one
    if last:
        last.remember(made, taken)


def write_all(works: Sequence[Work], *, is_alone: bool = True) -> Set[str]:
    """Write sites of one library, each in its language, and return where files of them stand.

    Groups of files that are made of the library alone are not among them; see `write_groups`.

    With many pages, processes share the work, each with the whole library in memory as it was when they began. Where
    MkDocs has other plugins that may have to see all pages (not `is_alone`), all is done in this one.

    Raises:
        EngineError: if MkDocs refuses a page.
        OSError: if something can't be written.
    """
    pages = sum(len(work.renderer.pages) for work in works)
    with contextlib.ExitStack() as stack:
        for work in works:
            stack.enter_context(work.renderer.counting())
        stack.enter_context(collector_at_rest())
        if is_alone and CAN_FORK and pages >= FEWEST:
            done = _side_by_side(works)
        else:
            done = [*(_do(works, task) for task in _tasks(works)), _rest(works)]
        for number, work in enumerate(works):
            work.renderer.finish()
            if is_alone:
                mine = (one[number].pages for one in done if number in one)
                work.remember({path: page for pages in mine for path, page in pages.items()})
    put_anew = (path for one in done for part in one.values() for path in part.files)
    return {*put_anew, *(path for work in works for path in work.taken.values())}


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
            if not group.with_pages and not group.of_library:
                yield (_Part(site, [number], []),)
    for site, work in enumerate(works):
        done = work.with_groups | work.taken.keys()
        left = [number for path, number in work.numbers.items() if path not in done]
        for begin in range(0, len(left), PAGES_A_TASK):
            yield (_Part(site, [], left[begin : begin + PAGES_A_TASK]),)


_DoneBySite = dict[int, Done]


def _do(works: Sequence[Work], task: _Task) -> _DoneBySite:
    return {part.site: works[part.site].do(part.groups, part.pages) for part in task}


def _rest(works: Sequence[Work]) -> _DoneBySite:
    return {number: work.rest() for number, work in enumerate(works)}


def _side_by_side(works: Sequence[Work]) -> list[_DoneBySite]:
    with forks(partial(_do, works)) as (processes, do):
        tasks = [processes.submit(do, task) for task in _tasks(works)]
        rest = _rest(works)
        return [*(done.result() for done in tasks), rest]
