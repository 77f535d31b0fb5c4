"""Printing guides with Typst: in parallel, and each only once as long as nothing in it changes."""

import contextlib
import datetime
import functools
import hashlib
import io
import json
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final, Self

import typst

from generator.forks import CORES
from generator.own_code import own_code
from generator.publishing.digests import Digests
from generator.publishing.guides.digests import digest_of_guide
from generator.publishing.guides.guide import Guide, PrintedFile, PrintedGuide
from generator.publishing.guides.labels import TEMPLATES
from generator.publishing.typesetting import FONTS, compiler_of, on_all_cores
from generator.said import about, said

STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1), the standard for PDF files that everyone can read; Typst refuses to print what breaks it."""
KEPT_DAYS = 30
"""Guides that no build has asked for in so many days leave the cache."""
KEYS = "keys.json"
"""Name of the file in the cache that tells which guide lies where."""


class UnprintableError(Exception):
    """Typst could not print a guide, or only with a warning, such as a font that is missing."""


def print_guides(guides: Sequence[Guide], cache: Path, digests: Digests | None = None) -> Iterator[PrintedGuide]:
    """Yield the guides as PDF files, in their order.

    A guide that lies in the folder `cache` is taken from there; one whose data, template or fonts have changed is
    printed anew. The same guide gives the same bytes. `digests` may be shared with what else asks for some.

    Raises:
        UnprintableError: if a guide can't be printed.
    """
    press = _Press(cache, digests)
    told = [press.digest(guide) for guide in guides]
    with ThreadPoolExecutor(CORES) as threads:
        kept = list(threads.map(press.kept, told))  # looked at side by side: their bytes are read
    left = [guide for guide, entry in zip(guides, kept, strict=True) if not entry]
    printed = on_all_cores(press.by_content, left)
    keys: dict[str, str] = {}
    for guide, digest, entry in zip(guides, told, kept, strict=True):
        found = entry or next(printed)
        if digest:
            keys[digest] = found.key
        yield PrintedGuide(guide, found.given)
    press.remember(keys)


def print_when_asked(guides: Sequence[Guide], cache: Path) -> Iterator[PrintedGuide]:
    """Yield the guides as `print_guides` does, but print each one only when somebody asks for it.

    One thread prints them all, one after another, so that Typst's compiler and fonts are loaded once.

    Raises:
        UnprintableError: when a guide that can't be printed is asked for.
    """
    press = _Press(cache)

    def later(guide: Guide) -> Callable[[], PrintedFile]:
        return lambda: _one_press().submit(press.found, guide).result().given()

    return (PrintedGuide(guide, later(guide)) for guide in guides)


@functools.cache
def _one_press() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "printing")


def _known(cache: Path) -> "dict[str, _Entry]":
    """The entries of a cache by their key, once what is old has left it."""
    cache.mkdir(parents=True, exist_ok=True)
    _clear(cache)
    return {entry.key: entry for path in cache.iterdir() if (entry := _Entry.named(path))}


def print_guide(guide: Guide) -> bytes:
    """Return a guide as a PDF.

    Raises:
        UnprintableError: if it can't be printed.
    """
    return _set(guide, guide.content)


def _set(guide: Guide, content: str) -> bytes:
    """The guide, set by the template of its kind from its content."""
    try:
        printed, warnings = compiler_of(TEMPLATES).compile_with_warnings(
            input=TEMPLATES / f"{guide.kind}.typ",
            sys_inputs={"data": content},
            format="pdf",
            pdf_standards=[STANDARD],
        )
    except typst.TypstError as error:
        raise UnprintableError(f"{guide.path}: {error.diagnostic or error.message}") from error
    if warnings:
        raise UnprintableError(f"{guide.path}: {'; '.join(warning.message for warning in warnings)}")
    if not isinstance(printed, bytes):
        raise UnprintableError(about(guide.path, said("no PDF came out")))
    return printed


@dataclass(frozen=True)
class _Entry:
    """A printed guide in the cache. Its name tells what it was printed from, its pages, and the digest of its bytes."""

    path: Path
    key: str
    pages: int
    digest: str

    @classmethod
    def named(cls, path: Path) -> Self | None:
        """The entry at a path, or None where the name is not that of one."""
        found = _NAME.fullmatch(path.name)
        return cls(path, found["key"], int(found["pages"]), found["digest"]) if found else None

    @classmethod
    def put(cls, cache: Path, key: str, printed: bytes) -> Self:
        """Write a printed guide into the cache."""
        from pypdf import PdfReader  # for what is printed anew

        digest, pages = hashlib.sha256(printed).hexdigest(), len(PdfReader(io.BytesIO(printed)).pages)
        path = cache / f"{key}-{pages}-{digest}.pdf"
        with tempfile.NamedTemporaryFile(dir=cache, suffix=".part", delete=False) as part:
            part.write(printed)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        Path(part.name).replace(path)
        return cls(path, key, pages, digest)

    def given(self) -> PrintedFile:
        """Return the file, as something printed when it is asked for does."""
        return PrintedFile(self.path, self.pages, self.path.stat().st_size)

    @property
    def is_whole(self) -> bool:
        """Whether a file of its own, no link, lies there with the bytes that were printed."""
        try:
            with os.fdopen(os.open(self.path, os.O_RDONLY | _NO_LINK), "rb") as file:
                is_file = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
                return is_file and hashlib.file_digest(file, "sha256").hexdigest() == self.digest
        except OSError:
            return False


_NAME = re.compile(r"(?P<key>[0-9a-f]{64})-(?P<pages>[0-9]{1,6})-(?P<digest>[0-9a-f]{64})\.pdf")
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither follow a link nor wait for a pipe."""


class _Press:
    """Takes guides from a cache, or prints them into it."""

    def __init__(self, cache: Path, digests: Digests | None = None) -> None:
        self._cache, self._known = cache, _known(cache)
        self._digests, self._keys = digests or Digests(), _keys_in(cache)

    def digest(self, guide: Guide) -> str | None:
        """Return a digest of what a guide is made of and printed with; None where that is not told."""
        digest = digest_of_guide(guide, self._digests)
        return digest and hashlib.sha256(f"{_press()} {digest}".encode()).hexdigest()

    def kept(self, digest: str | None) -> _Entry | None:
        """Return the guide that was made of the same, where it lies in the cache."""
        key = self._keys.get(digest) if digest else None
        return self._whole(key) if key else None

    def by_content(self, guide: Guide) -> _Entry:
        """Return a guide whose data have to be made, from the cache or printed into it."""
        content = guide.content
        key = hashlib.sha256(f"{_press()}\n{guide.kind}\n{content}".encode()).hexdigest()
        entry = self._whole(key)
        if entry is None:
            entry = self._known[key] = _Entry.put(self._cache, key, _set(guide, content))
        return entry

    def found(self, guide: Guide) -> _Entry:
        """Return a guide from the cache, printed into it if need be."""
        return self.kept(self.digest(guide)) or self.by_content(guide)

    def _whole(self, key: str) -> _Entry | None:
        """The entry of a key, marked as asked for, if it is whole."""
        entry = self._known.get(key)
        if entry is None or not entry.is_whole:
            return None
        with contextlib.suppress(OSError):
            os.utime(entry.path)
        return entry

    def remember(self, keys: Mapping[str, str]) -> None:
        """Write down which entries the guides asked for have, so that the next time their data need not be made.

        What others wrote down stays, as the guides in another language, while the program and the entries are the same.
        """
        held = {digest: key for digest, key in _keys_in(self._cache).items() if key in self._known}
        with tempfile.NamedTemporaryFile("w", dir=self._cache, suffix=".part", delete=False) as part:
            json.dump({"by": _program(), "keys": {**held, **keys}}, part)
        Path(part.name).replace(self._cache / KEYS)


def _keys_in(cache: Path) -> dict[str, str]:
    """The keys of entries by the digest of what their guides are made of; what can't be read is as good as none."""
    try:
        held = json.loads((cache / KEYS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    keys = held.get("keys") if isinstance(held, dict) and held.get("by") == _program() else None
    pairs = keys.items() if isinstance(keys, dict) else ()
    return {digest: key for digest, key in pairs if isinstance(key, str)}


def _program() -> str:
    """What digests hang on beside their guides."""
    return f"{_press()} {own_code().hex()}"


@functools.cache
def _press() -> str:
    """What all guides are printed with: Typst's version, the templates and the fonts, as one digest."""
    digest = hashlib.sha256(f"{version('typst')} {STANDARD}".encode())
    for path in sorted((*TEMPLATES.iterdir(), *FONTS.iterdir())):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _clear(cache: Path) -> None:
    """Drop guides that nobody has asked for in a long time, and what a broken print left."""
    oldest = time.time() - datetime.timedelta(days=KEPT_DAYS).total_seconds()
    for path in cache.iterdir():
        with contextlib.suppress(OSError):
            if path.lstat().st_mtime < oldest:
                path.unlink()
