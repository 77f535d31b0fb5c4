"""Work shared among processes, each with all in memory as it was when they began: a library can't be sent in time."""

import contextlib
import gc
import itertools
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any, NamedTuple

from generator.collector import collector_at_rest

CORES = os.cpu_count() or 1
CAN_FORK = sys.platform == "linux" and CORES > 1
"""Whether processes can be forked, and gain anything: on macOS its own libraries may fail in a fork."""

_works: dict[int, Callable[[Any], Any]] = {}
_numbers = itertools.count()


class Forks(NamedTuple):
    """Processes, and what gives one of them something to work on."""

    processes: ProcessPoolExecutor
    work: Callable[[Any], Any]
    """What is given has to be picklable, and so has what comes back."""


@contextlib.contextmanager
def forks(work: Callable[[Any], Any], begin: Callable[[], None] = lambda: None) -> Iterator[Forks]:
    """Give a process for each core, to do `work`, which may hold whatever is in memory; each calls `begin` first.

    The garbage collector is at rest where they come from; in each it goes through what was made there and no more, as a
    walk through memory that processes share would copy it.
    """

    def begin_anew() -> None:
        gc.freeze()
        gc.enable()
        begin()

    number = next(_numbers)
    _works[number] = work
    fork = multiprocessing.get_context("fork")
    try:
        with collector_at_rest(), ProcessPoolExecutor(CORES, fork, begin_anew) as processes:
            yield Forks(processes, partial(_do, number))
    finally:
        del _works[number]


def _do(number: int, thing: Any) -> Any:
    """What a process does that was forked while the work of that number was under way."""
    return _works[number](thing)
