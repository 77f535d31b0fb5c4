"""How the printing goes, shown on a terminal."""

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from generator.cli.speaking import Speech
from generator.said import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.publishing import PrintedGuide


def shown_printing(speech: Speech) -> "Callable[[Iterable[PrintedGuide], int], Iterator[PrintedGuide]]":
    """Return what passes printed guides on, and shows how many of all are done where somebody can see it."""
    return partial(_shown, speech(said("Printing guides")))


def _shown(label: str, guides: "Iterable[PrintedGuide]", count: int) -> "Iterator[PrintedGuide]":
    unseen = not sys.stderr.isatty()
    with click.progressbar(guides, count, label, file=sys.stderr, hidden=unseen) as bar:
        yield from bar
