"""What readings found to be good, kept in a file from one run of the program to the next.

Each entry stands under a digest of all that it hangs on: the text, the day, what else the library held, and the program
itself. So nothing in it is ever stale; what is not found is read anew. Entries are JSON, validated again when they are
taken out: nobody who can write the file can make more of it than a write-up.
"""

import contextlib
import hashlib
import sqlite3
from pathlib import Path

from generator.own_code import own_code

_TABLE = "CREATE TABLE IF NOT EXISTS kept (place TEXT PRIMARY KEY, digest BLOB NOT NULL, json TEXT NOT NULL)"
_LIBRARIES = ("markdown-it-py", "pydantic", "pyyaml")
"""What texts are read with, beside our own code."""
_PATIENCE = 0.2
"""Seconds to wait for another program that writes to the file."""


class Kept:
    """Entries by where they were read from. A file that can't be opened or written keeps nothing; nobody is told."""

    def __init__(self, file: Path | None = None) -> None:
        """Open the file, or make it; without one, nothing is kept."""
        self._connection: sqlite3.Connection | None = None
        if file is None:
            return
        with contextlib.suppress(OSError, sqlite3.Error):
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(file)

    def get(self, place: str, digest: bytes) -> str | None:
        """Return what stands for a place under this digest."""
        if self._connection:
            with contextlib.suppress(sqlite3.Error):
                asked = "SELECT json FROM kept WHERE place = ? AND digest = ?"
                found: tuple[str] | None = self._connection.execute(asked, (place, digest)).fetchone()
                return found[0] if found else None
        return None

    def put(self, place: str, digest: bytes, json: str) -> None:
        """Put something in place of what stood there; it is written with the next `save`."""
        if self._connection:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (place, digest, json))

    def save(self) -> None:
        """Write what was put."""
        if self._connection:
            with contextlib.suppress(sqlite3.Error):
                self._connection.commit()


def _opened(file: Path) -> sqlite3.Connection:
    try:
        return _connected(file)
    except sqlite3.DatabaseError:
        file.unlink()  # it is no such file, or a broken one
        return _connected(file)


def _connected(file: Path) -> sqlite3.Connection:
    # A preview reads on several threads, one at a time.
    connection = sqlite3.connect(file, timeout=_PATIENCE, check_same_thread=False)
    connection.execute(_TABLE)
    return connection


def reading_digest(*parts: str | bytes) -> bytes:
    """Return a digest of these parts and of the program that reads them."""
    digest = hashlib.sha256(own_code(*_LIBRARIES))
    for part in parts:
        told = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(told) + told)
    return digest.digest()
