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
        """Take the file, which need not be there; without one, nothing is kept."""
        self._file = file
        self._connection: sqlite3.Connection | None = None
        self._put: dict[str, tuple[bytes, str]] = {}

    @property
    def put_so_far(self) -> dict[str, tuple[bytes, str]]:
        """What was put since it was last written, by place: digest and JSON."""
        return self._put

    def get(self, place: str, digest: bytes) -> str | None:
        """Return what stands for a place under this digest."""
        if place in self._put:
            newest, json = self._put[place]
            return json if newest == digest else None
        found: tuple[str] | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            if connection := self._opened():
                asked = "SELECT json FROM kept WHERE place = ? AND digest = ?"
                found = connection.execute(asked, (place, digest)).fetchone()
        return found[0] if found else None

    def put(self, place: str, digest: bytes, json: str) -> None:
        """Put something in place of what stood there; it is written with the next `save`."""
        if self._file:
            self._put[place] = digest, json

    def save(self) -> None:
        """Write what was put, and close the file until it is asked again.

        All at once: where another program is writing, that is waited for once, and then nothing is kept.
        """
        put, self._put = [(place, *entry) for place, entry in self._put.items()], {}
        with contextlib.suppress(OSError, sqlite3.Error):
            if put and (connection := self._opened()):
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", put)
        if self._connection:
            self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection | None:
        if self._file and not self._connection:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _connected(self._file)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):  # somebody else is at it, or nobody may write here
                    self._file = None
                    return None
                self._file.unlink()  # it is no such file, or a broken one
                self._connection = _connected(self._file)
        return self._connection


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        connection.execute(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def reading_digest(*parts: str | bytes) -> bytes:
    """Return a digest of these parts and of the program that reads them."""
    digest = hashlib.sha256(own_code(*_LIBRARIES))
    for part in parts:
        told = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(told) + told)
    return digest.digest()
