"""Python's garbage collector, kept still for a while."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from running.

    Reading and linking make millions of small objects and no cycles; the collector would walk them all again and
    again, for a good part of the time and without finding anything. What was made meanwhile counts as old afterwards,
    as what it has walked through several times does: else it would begin with walking through all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
