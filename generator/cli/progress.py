"""How the printing goes, shown on a terminal."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publishing import PrintedGuide


def shown_printing(guides: "Iterable[PrintedGuide]", count: int) -> "Iterator[PrintedGuide]":
    """Pass printed guides on, and show how many of all are done where somebody can see it."""
    unseen = not sys.stderr.isatty()
    with click.progressbar(guides, count, "Printing guides", file=sys.stderr, hidden=unseen) as bar:
        yield from bar
