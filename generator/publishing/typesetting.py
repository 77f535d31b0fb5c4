"""Setting pages with Typst, which guides and cards are made with, on all cores."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import typst

from generator.forks import CAN_FORK, CORES, forks

FONTS = Path(str(files("generator.publishing"))) / "guides" / "fonts"
FEWEST = 24
"""With fewer things to set, starting processes takes longer than they save."""
AT_A_TIME = 8
T = TypeVar("T")
R = TypeVar("R")


class _OfThread(threading.local):
    """Compilers by the folder of their templates: fonts are loaded once."""

    def __init__(self) -> None:
        self.compilers: dict[Path, typst.Compiler] = {}


_of_thread = _OfThread()
_has_begun = threading.Event()
"""Set once this process has set anything: a fork of it would wait forever for threads that Typst had started before."""


def compiler_of(folder: Path) -> typst.Compiler:
    """Return this thread's compiler for the templates in a folder, with our fonts and no others of the machine."""
    _has_begun.set()
    if folder not in _of_thread.compilers:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
        _of_thread.compilers[folder] = typst.Compiler(root=folder, font_paths=fonts)
    return _of_thread.compilers[folder]


def on_all_cores(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """Yield what `work` makes of each thing, in their order.

    Typst works without Python's lock, but what it has set before is shared by its threads, which wait for each other:
    on two cores two threads set 1.2 times as much as one, two processes 1.9 times. What comes back from a process has
    to be picklable.
    """
    if not things:
        return
    if not CAN_FORK or _has_begun.is_set() or len(things) < FEWEST:
        with ThreadPoolExecutor(CORES) as threads:
            yield from threads.map(work, things)
    else:
        with forks(lambda number: work(things[number]), _alone) as (processes, do):
            yield from processes.map(do, range(len(things)), chunksize=AT_A_TIME)


def _alone() -> None:
    """Let Typst have one thread: each core has its process."""
    os.environ["RAYON_NUM_THREADS"] = "1"
