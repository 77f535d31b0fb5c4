"""Contents of files on disk instead of in memory: all data of a large library at once would take half a gigabyte."""

import tempfile
import threading
from collections.abc import Iterator, Mapping


class Spool(Mapping[str, bytes]):
    """Contents by name, read from a file without a name, which is gone when the program is."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (as long as the contents are asked for)
        self._places: dict[str, tuple[int, int]] = {}
        """Where each begins, and its size."""
        self._at_it = threading.Lock()

    def add(self, name: str, content: bytes) -> None:
        """Keep some content."""
        with self._at_it:
            self._places[name] = self._file.seek(0, 2), len(content)
            self._file.write(content)

    def size(self, name: str) -> int:
        """Return the size of a content in bytes."""
        return self._places[name][1]

    def __getitem__(self, name: str) -> bytes:
        begin, size = self._places[name]
        with self._at_it:
            self._file.seek(begin)
            return self._file.read(size)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
