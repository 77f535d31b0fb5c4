"""The door for people: the command `peerbook`.

The rooms after reading are opened only by the commands that need them: a check should not wait for what it never uses.
"""

import contextlib
import logging
import signal
from typing import NoReturn

import click

from generator import __version__
from generator.cli.asking import peers, recommend, related
from generator.cli.building import build, emit_command, guide, schema, serve
from generator.cli.checking import check

__all__ = ["main"]


@click.group()
@click.version_option(__version__, prog_name="peerbook")
def main() -> None:
    """Turn write-ups of what cities did into a linked site."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    with contextlib.suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, _stop)


def _stop(*_: object) -> NoReturn:
    """Being told to end is like being interrupted: what was begun is cleared away."""
    raise KeyboardInterrupt


for command in (check, build, serve, emit_command, guide, schema, related, peers, recommend):
    main.add_command(command)
