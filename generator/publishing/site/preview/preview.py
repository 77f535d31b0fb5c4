"""What the preview shows: the newest state of the site that is good, and the problems that keep it from a newer one."""

import mimetypes
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from generator.collector import collector_at_rest
from generator.linking import Links, link
from generator.model import Library
from generator.publishing.guides import PrintedGuide, UnprintableError
from generator.publishing.publication import SharedAddressError
from generator.publishing.site.build import publication_of
from generator.publishing.site.engines import EngineError
from generator.publishing.site.mkdocs import Renderer, read_settings
from generator.publishing.site.preview.problems import problem_page
from generator.publishing.site.preview.state import NOT_FOUND, State, digest
from generator.reading import Problem, ProblemsFoundError, read_library, relative_to_here
from generator.said import said
from generator.wording import UnknownLanguageError

if TYPE_CHECKING:
    from generator.publishing.site.settings import Settings

QUIET, PATIENCE = 0.3, 1.0
"""Seconds without a request after which links are looked for, and those after which they are at the latest.

A browser that has been told of a change loads the page first; looking for links beside that makes both slow.
"""
PROBLEMS = ".peerbook/problems"
"""Where all problems stand; nothing of a site begins with a dot."""
TEMPLATES = Path(str(files("generator.publishing"))) / "templates"
REFUSED = (EngineError, SharedAddressError, UnprintableError, UnknownLanguageError)


class _Kind(Enum):
    """What a file is to the site."""

    CONTENT = "write-ups and templates, from which pages are made"
    LOOK = "scripts, styles and pictures, sent as they are"
    FRAME = "settings, hand-written pages and the theme, and files that were not there before"


@dataclass(frozen=True)
class Response:
    """What is sent for an address."""

    status: HTTPStatus
    kind: str
    """Its media type."""
    content: bytes
    to: str = ""
    """Where the browser is sent instead."""


class Preview:
    """A site that follows its files. Asking it and telling it of changes may happen on different threads."""

    def __init__(
        self,
        config_file: Path,
        tell: Callable[[tuple[Problem, ...]], None] = lambda _: None,
        folder: str = "",
    ) -> None:
        """Begin with what is there.

        Args:
            config_file: the settings of the site.
            tell: is called with all problems whenever they have changed.
            folder: that of another language than the first, whose site is shown: "es".

        Raises:
            EngineError, UnknownLanguageError: if the settings are refused: nobody knows where to look for write-ups.
        """
        self.config_file, self._tell, self._language = config_file, tell, folder
        self.settings: Settings = self._read_settings()
        self.problems: tuple[Problem, ...] = ()
        self.version = 0
        """Grows with everything that may change what is shown."""
        self.looks = 0
        """Grows when scripts and styles change, which pages only name."""
        self._state: State | None = None
        self._linked: Library | None = None
        """The library whose links and guides are shown."""
        self._memory = self.settings.memory
        self._frame_is_old = False
        self._asked = 0.0
        self._folder = tempfile.TemporaryDirectory(prefix="peerbook-")
        self._changes = threading.Condition()
        self._at_work = threading.Lock()
        with self._at_work:
            self._read()

    @property
    def watched(self) -> tuple[Path, ...]:
        """Folders and files whose changes matter."""
        return self.settings.practices, self.settings.docs, self.settings.overrides, self.settings.file, TEMPLATES

    @property
    def mount(self) -> str:
        """Path of the address below which the site stands."""
        return self._state.renderer.mount if self._state else "/"

    def changed(self, paths: Iterable[Path]) -> None:
        """Follow files that were written, made, moved or removed."""
        with self._at_work:
            kinds = set(map(self._kind, paths)) - {None}
            if not kinds:
                return
            if _Kind.LOOK in kinds:
                self.looks += 1
                if self._state:
                    self._state.look_anew()
            if kinds - {_Kind.LOOK}:
                self._read(anew=_Kind.FRAME in kinds)
            self._step()

    def _kind(self, path: Path) -> _Kind | None:
        """What a changed file is to the site; editors' own files are nothing."""
        if path.name.startswith((".", "#")) or path.name.endswith(("~", ".swp", ".tmp")):
            return None
        if path.is_relative_to(self.settings.practices):
            return _Kind.CONTENT
        if path.is_relative_to(TEMPLATES):
            return _Kind.CONTENT
        if path != self.settings.file and not any(
            path.is_relative_to(one) for one in (self.settings.docs, self.settings.overrides)
        ):
            return None
        is_known = self._state is not None and self._state.is_static(path)
        return _Kind.LOOK if is_known and path.is_file() else _Kind.FRAME

    def _read_settings(self) -> "Settings":
        settings = read_settings(self.config_file)
        if not self._language:
            return settings
        found = next((site for site in settings.sites if site.folder == self._language), None)
        if found is None:
            allowed = ", ".join(site.folder for site in settings.sites) or "none"
            wrong = said("the settings name no language %(code)s: %(known)s", code=self._language, known=allowed)
            raise UnknownLanguageError(wrong)
        return found

    def _read(self, *, anew: bool = False) -> None:
        """Take up what the files hold now, or what is wrong with them; `anew` with settings, theme and menu."""
        self._frame_is_old |= anew
        try:
            if self._frame_is_old:
                self.settings = self._read_settings()
            library = read_library(relative_to_here(self.settings.practices), memory=self._memory)
            last = self._state
            if last is None or not _linked_alike(library, last.library):
                self._state, self._linked = self._made(library, link(library), last), library
            else:
                # The page first, with links and guides as they were; the new ones follow as soon as they are found.
                self._state = self._made(library, last.links, last, last.publication.guides)
                if library != self._linked:
                    threading.Thread(target=self._relink, args=(library,), name="linking", daemon=True).start()
        except ProblemsFoundError as error:
            self._found(error.problems)
        except REFUSED as error:
            self._found((Problem(relative_to_here(self.settings.file), 1, 1, str(error)),))
        else:
            self._found(())

    def _relink(self, library: Library) -> None:
        """Find the links of a library, and take them up if it is still the newest."""
        self._wait_until_quiet()
        links = link(library)
        with self._at_work:
            last = self._state
            if last is not None and last.library is library:
                self._state, self._linked = self._made(library, links, last), library
                self._step()

    def _wait_until_quiet(self) -> None:
        begun = self._asked = time.monotonic()
        while (now := time.monotonic()) < min(self._asked + QUIET, begun + PATIENCE):
            time.sleep(min(self._asked + QUIET, begun + PATIENCE) - now)

    def _made(
        self, library: Library, links: Links, last: State | None, guides_before: tuple[PrintedGuide, ...] = ()
    ) -> State:
        with collector_at_rest():
            publication = publication_of(library, links, self.settings, progress=None, guides_before=guides_before)
        if last and not self._frame_is_old and last.renderer.refill(publication):
            renderer = last.renderer
        else:
            renderer = Renderer(self.settings, publication, Path(self._folder.name))
            self._frame_is_old = False
        return State(self.settings, library, links, publication, renderer)

    def _found(self, problems: tuple[Problem, ...]) -> None:
        if problems != self.problems:
            self.problems = problems
            self._tell(problems)

    def _step(self) -> None:
        with self._changes:
            self.version += 1
            self._changes.notify_all()

    def wait(self, version: int, seconds: float) -> int:
        """Return the version of what is shown, at the latest after so many seconds, sooner if it is not `version`."""
        with self._changes:
            self._changes.wait_for(lambda: self.version != version, seconds)
            return self.version

    def mark(self, path: str) -> str:
        """Return a mark of what a browser shows at a path, scripts and styles included: another one, a new look."""
        return f"{digest(self.answer(path).content)}-{self.looks}"

    def answer(self, path: str) -> Response:
        """Return what is sent for the path of an address: "/", "/practices/boulder-co/nurses/"."""
        self._asked = time.monotonic()
        state, mount = self._state, self.mount
        if path.strip("/") == PROBLEMS:
            return self._problems(self.problems)
        if not path.startswith(mount):
            return Response(HTTPStatus.FOUND, "text/plain", b"", mount) if path == "/" else self._missing()
        below = path.removeprefix(mount)
        file = f"{below}index.html" if not below or below.endswith("/") else below
        wrong = tuple(one for one in self.problems if state is None or self._concerns(one, file, state))
        if wrong or state is None:
            return self._problems(wrong or self.problems)
        if state.has(f"{file}/index.html"):
            return Response(HTTPStatus.FOUND, "text/plain", b"", f"{path}/")
        try:
            content = state.content_of(file)
        except REFUSED as error:
            source = state.source_at(file) or self.settings.file
            return self._problems((Problem(relative_to_here(source), 1, 1, str(error)),))
        if content is None:
            return self._missing()
        return Response(HTTPStatus.OK, mimetypes.guess_type(file)[0] or "application/octet-stream", content)

    def _concerns(self, problem: Problem, file: str, state: State) -> bool:
        """Whether a page is made from the file with a problem, or would be if that had none."""
        path = problem.path.absolute()
        if path == state.source_at(file) or path == self.settings.file:
            return True
        if not path.is_relative_to(self.settings.practices):
            return False
        here = path.relative_to(self.settings.practices).with_suffix("").as_posix()
        return file in (f"practices/{here}/index.html", f"cities/{here.removesuffix('/city')}/index.html")

    def _problems(self, problems: tuple[Problem, ...]) -> Response:
        page = problem_page(problems, self.settings.language)
        status = HTTPStatus.INTERNAL_SERVER_ERROR if problems else HTTPStatus.OK
        return Response(status, "text/html", page)

    def _missing(self) -> Response:
        content = self._state.content_of(NOT_FOUND) if self._state else None
        return Response(HTTPStatus.NOT_FOUND, "text/html", content or b"")


def _linked_alike(one: Library, other: Library) -> bool:
    """Whether links found in one library lead nowhere in the other that is not there."""
    same_ids = [one.id for one in one.practices] == [one.id for one in other.practices]
    same_cities = [one.id for one in one.cities] == [one.id for one in other.cities]
    registers = ((one.standard, one.topics, one.methods), (other.standard, other.topics, other.methods))
    return same_ids and same_cities and registers[0] == registers[1]
