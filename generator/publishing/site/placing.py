"""Putting the files of a site in their places: what the last build has the same is linked from there, not written anew.

Making all files and folders of a large site, and removing those of the last one, takes longer than making what has
changed. So a site is made of the one before the last, most of which is as it has to be; see `landing`. Its files may
have a second name in the last one, so none is ever written to: it is left, or it goes.
"""

import contextlib
import hashlib
import io
import os
import re
import shutil
from collections.abc import Set
from itertools import islice
from pathlib import Path

_DIGEST = re.compile("[0-9a-f]{12}")
"""The name of a folder that is named after what is in it."""
_PART = 2**20
"""So many bytes are compared at a time: an archive of all data is large enough once."""


def put(path: Path, given: bytes | Path, before: Path | None) -> None:
    """Put some content, or a copy of a file, in its place, if it is not there already.

    Args:
        path: the place; folders above it are made, and what stands in the way goes.
        given: the content, or the file that holds it.
        before: where the last build may have the same.

    Raises:
        OSError: if it can't be written.
    """
    if _holds(path, given):
        return
    if before and _holds(before, given):
        _make_way(path)
        if _linked(before, path):
            return
    try:
        _write(path, given)
    except OSError:  # it has no folder yet, or something stands there
        _make_way(path)
        _write(path, given)


def files_in(folder: Path) -> Set[str]:
    """Return the paths of all files in a folder, at any depth; what is neither file nor folder leaves it, as links."""
    found, folders = set(), [str(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    found.add(entry.path)
                else:
                    Path(entry).unlink()
    return found


def keep_only(folder: Path, files: Set[str]) -> None:
    """Remove from a folder all but some files, and the folders that are empty then."""
    for file in map(Path, files_in(folder) - files):
        file.unlink()
        with contextlib.suppress(OSError):
            os.removedirs(file.parent)


def adopt(path: Path) -> None:
    """Where a folder above a file is named after what is in it, and is not there, begin it with the one that is.

    The name tells of each change in any of its files, most of which are as they were.
    """
    named = next((above for above in path.parents if _DIGEST.fullmatch(above.name)), None)
    if named and named.parent.is_dir() and not named.exists():
        found = (one for one in named.parent.iterdir() if _DIGEST.fullmatch(one.name) and one.is_dir())
        for one in islice(found, 1):
            one.rename(named)


def take(before: Path, digest: str, path: Path) -> bool:
    """Put a file of the last build in its place; False where it is not there any more, or not as it was made."""
    try:
        with before.open("rb") as file:
            content, stands = file.read(), os.fstat(file.fileno())
        if hashlib.sha256(content).hexdigest() != digest:
            return False
        if not _is(path, stands):
            put(path, content, before)
    except OSError:
        return False
    return True


def _is(path: Path, file: os.stat_result) -> bool:
    """Whether a path is a name of a file that was looked at."""
    try:
        return os.path.samestat(path.stat(), file)
    except OSError:
        return False


def _make_way(path: Path) -> None:
    """Make the folder of a file that is to be written, without what stands at its place or at one above."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        for above in path.parents:
            if above.is_file():
                above.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _write(path: Path, given: bytes | Path) -> None:
    """Make a file that is not there."""
    with path.open("xb") as file:
        if isinstance(given, Path):
            with given.open("rb") as held:
                shutil.copyfileobj(held, file, _PART)
        else:
            file.write(given)


def _holds(before: Path, given: bytes | Path) -> bool:
    try:
        size = given.stat().st_size if isinstance(given, Path) else len(given)
        if before.stat().st_size != size:
            return False
        with before.open("rb") as held, given.open("rb") if isinstance(given, Path) else io.BytesIO(given) as new:
            return all(held.read(_PART) == part for part in iter(lambda: new.read(_PART), b""))
    except OSError:
        return False


def _linked(before: Path, path: Path) -> bool:
    """Whether the file has a second name now: not where it is a link itself, or where the disk knows no such thing."""
    if before.is_symlink():
        return False
    try:
        os.link(before, path)
    except OSError:
        return False
    return True
