"""Watching files: what an editor writes in several steps is told once, when it has come to rest."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from watchdog.events import (
    DirMovedEvent,
    FileClosedNoWriteEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
    FileSystemMovedEvent,
)
from watchdog.observers import Observer

REST = 0.05
"""Seconds without another change after which the last ones are told."""
_log = logging.getLogger(__name__)


class _Collector(FileSystemEventHandler):
    """Collects paths of changed files until nothing more changes for a moment."""

    def __init__(self, tell: Callable[[set[Path]], None]) -> None:
        self._tell = tell
        self._paths: set[Path] = set()
        self._news = threading.Condition()
        self._ended = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take up what has changed; that a file was read is no change, and folders are told by what is in them."""
        if isinstance(event, FileOpenedEvent | FileClosedNoWriteEvent):
            return
        if event.is_directory and not isinstance(event, DirMovedEvent) and event.event_type != "deleted":
            return
        moved = [event.dest_path] if isinstance(event, FileSystemMovedEvent) else []
        with self._news:
            self._paths.update(Path(str(path)) for path in (event.src_path, *moved))
            self._news.notify_all()

    def run(self) -> None:
        """Tell of changes until the end."""
        while True:
            with self._news:
                self._news.wait_for(lambda: self._paths or self._ended)
                if self._ended:
                    return
                while self._news.wait(REST):
                    pass
                paths, self._paths = self._paths, set()
            try:
                self._tell(paths)
            except Exception:
                _log.exception("a change could not be followed; the next one may be")

    def end(self) -> None:
        """Tell no more."""
        with self._news:
            self._ended = True
            self._news.notify_all()


@contextlib.contextmanager
def watching(places: Sequence[Path], tell: Callable[[set[Path]], None]) -> Iterator[None]:
    """Call `tell` with the paths of changed files in the folders and files in `places`, on a thread of its own."""
    collector, observer = _Collector(tell), Observer()
    folders = {place.resolve() for place in places if place.is_dir()}
    top = {
        folder for folder in folders if not any(folder != other and folder.is_relative_to(other) for other in folders)
    }
    for folder in top:
        observer.schedule(collector, str(folder), recursive=True)
    for folder in {place.resolve().parent for place in places if place.is_file()} - top:
        observer.schedule(collector, str(folder), recursive=False)
    thread = threading.Thread(target=collector.run, daemon=True)
    observer.start()
    thread.start()
    try:
        yield
    finally:
        observer.stop()
        collector.end()
        observer.join()
        thread.join()
