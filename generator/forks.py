"""Work shared among processes, each with all in memory as it was when they began: a library can't be sent in time."""

import contextlib
import gc
import itertools
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

from threadpoolctl import threadpool_limits

from generator.collector import collector_at_rest

CORES = os.cpu_count() or 1
CAN_FORK = sys.platform == "linux" and CORES > 1
"""Whether processes can be forked, and gain anything: on macOS its own libraries may fail in a fork."""

_Made = TypeVar("_Made")
_works: dict[int, Callable[[Any], Any]] = {}
_numbers = itertools.count()


class Forks(NamedTuple):
    """Processes, and what gives one of them something to work on."""

    processes: ProcessPoolExecutor
    work: Callable[[Any], Any]
    """What is given has to be picklable, and so has what comes back."""


@contextlib.contextmanager
def forks(
    work: Callable[[Any], Any], begin: Callable[[], None] = lambda: None, processes: int = CORES
) -> Iterator[Forks]:
    """Give processes, one for each core, to do `work`, which may hold whatever is in memory; each calls `begin` first.

    The garbage collector is at rest where they come from; in each it goes through what was made there and no more, as a
    walk through memory that processes share would copy it. Products of matrices take one core in each: BLAS would start
    as many threads as there are cores, which wait for each other and keep the cores busy doing so.
    """

    def begin_anew() -> None:
        gc.freeze()
        gc.enable()
        begin()

    number = next(_numbers)
    _works[number] = work
    fork = multiprocessing.get_context("fork")
    try:
        with (
            collector_at_rest(),
            threadpool_limits(1, user_api="blas"),
            ProcessPoolExecutor(processes, fork, begin_anew) as pool,
        ):
            yield Forks(pool, partial(_do, number))
    finally:
        del _works[number]


@contextlib.contextmanager
def beside(work: Callable[[], _Made], *, forked: bool) -> Iterator[Callable[[], _Made]]:
    """Give what returns the result of `work`, which another process makes meanwhile; it has to be picklable.

    Where it is not to be `forked`, or can't be, the work is done when the result is asked for.
    """
    if not (forked and CAN_FORK):
        yield cache(work)
        return
    with forks(lambda _: work(), processes=1) as (process, do):
        yield process.submit(do, None).result


def _do(number: int, thing: Any) -> Any:
    """What a process does that was forked while the work of that number was under way."""
    return _works[number](thing)
