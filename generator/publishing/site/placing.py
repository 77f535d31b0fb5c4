"""Putting the files of a site in their places: what the last build has the same is linked from there, not written anew.

Writing all of a large site, and freeing what the last one took of the disk, takes longer than making what has changed.
The last one goes when the new one has landed, so no file stays in two sites; see `landing`.
"""

import hashlib
import io
import os
import shutil
from pathlib import Path

_PART = 2**20
"""So many bytes are compared at a time: an archive of all data is large enough once."""


def put(path: Path, given: bytes | Path, before: Path | None) -> None:
    """Put some content, or a copy of a file, in its place.

    Args:
        path: the place; folders above it are made.
        given: the content, or the file that holds it.
        before: where the last build may have the same.

    Raises:
        OSError: if it can't be written.
    """
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    if before and _holds(before, given) and _linked(before, path):
        return
    if isinstance(given, Path):
        shutil.copyfile(given, path)
    else:
        path.write_bytes(given)


def take(before: Path, digest: str, path: Path) -> bool:
    """Put a file of the last build in its place; False where it is not there any more, or not as it was made."""
    try:
        content = before.read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            return False
        put(path, content, before)
    except OSError:
        return False
    return True


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
