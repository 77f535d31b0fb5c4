"""Landing: a folder that was made beside its place takes that place in one step, or not at all."""

import contextlib
import ctypes
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from filelock import FileLock, Timeout

from generator.said import said

_AT_A_TIME = 16
"""So many folders are removed at once."""
_AT_FDCWD = -2 if sys.platform == "darwin" else -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux's renameat2(2) and RENAME_SWAP of macOS's renamex_np(2)."""


class BusyError(Exception):
    """Another process is making the same folder."""


@contextlib.contextmanager
def staging(place: Path, *, again: bool = False) -> Iterator[Path]:
    """Give a folder beside `place` in which to make what is to `land` there; it is gone afterwards.

    It is empty, or, where one of its kind is made `again` and again, what stood at `place` before the last one: then
    what stands there now is kept for the next time. What failed is not.

    What killed processes left is swept first, and a folder that one of them had moved away is put back. A lock, which
    ends with the process, keeps two from making the same folder.

    Raises:
        BusyError: if another process is at it.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(place, "lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        wrong = said("another process is making %(place)s: wait until it has ended", place=str(place))
        raise BusyError(wrong) from None
    try:
        _sweep(place)
        made, spare = _beside(place, "new"), _beside(place, "spare")
        if again and spare.is_dir() and not spare.is_symlink():
            spare.rename(made)
        else:
            made.mkdir()
        yield made
        if again:
            _keep(made if made.exists() else _beside(place, "old"), spare)
    finally:
        with contextlib.suppress(OSError):
            _sweep(place)
        lock.release()


def land(made: Path, place: Path) -> None:
    """Put the folder `made` at `place`. Whoever looks there sees the old folder or the new one, whole.

    Where the system can't exchange two folders, the old one is moved away first; a process killed just then leaves it
    to be put back by the next `staging`.
    """
    if not place.exists():
        made.rename(place)
    elif not _exchanged(made, place):
        old = _beside(place, "old")
        place.rename(old)
        try:
            made.rename(place)
        except BaseException:
            if not place.exists():
                old.rename(place)
            raise


def _keep(left: Path, spare: Path) -> None:
    """Keep what a landing has left, if it has."""
    if spare.is_symlink():
        spare.unlink()
    if left.is_dir() and not spare.exists():
        left.rename(spare)


def _beside(place: Path, kind: str) -> Path:
    return place.with_name(f".{place.name}.{kind}")


def _sweep(place: Path) -> None:
    old = _beside(place, "old")
    if old.exists() and not place.exists():
        old.rename(place)
    for left in (old, _beside(place, "new")):
        if left.is_symlink():
            left.unlink()  # what it leads to is not ours
        elif left.exists():
            _remove(left)


def _remove(folder: Path) -> None:
    """Remove a folder with all in it, many folders at a time: some disks make one wait for milliseconds for each."""
    levels = defaultdict[int, list[Path]](list)
    for name, below, files in os.walk(folder):
        path = Path(name)
        for one in (*files, *(one for one in below if (path / one).is_symlink())):
            (path / one).unlink()
        levels[len(path.parts)].append(path)
    with ThreadPoolExecutor(_AT_A_TIME) as threads:
        for level in sorted(levels, reverse=True):
            for _ in threads.map(Path.rmdir, levels[level]):
                pass


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk can't."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    if hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(*names, _EXCHANGE) == 0)
    return False
