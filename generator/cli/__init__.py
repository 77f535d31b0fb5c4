"""The door for people: the command `peerbook`.

The rooms after reading are opened only by the commands that need them: a check should not wait for what it never uses.
"""

import contextlib
import logging
import os
import signal
from typing import NoReturn

import click

from generator import __version__
from generator.cli.asking import peers, recommend, related
from generator.cli.assisting import graph, mcp_command
from generator.cli.auditing import audit
from generator.cli.building import build, emit_command, guide, guides, messages, schema
from generator.cli.checking import check
from generator.cli.finding import find
from generator.cli.helping import SpokenGroup
from generator.cli.moving import rename
from generator.cli.new_library import init_command
from generator.cli.reviewing import links, review
from generator.cli.serving import serve
from generator.cli.speaking import LANGUAGE_OF_ALL, Speech
from generator.cli.starting import from_issue, issue_form, new
from generator.cli.translating import translate
from generator.reading import shown
from generator.said import said

__all__ = ["main"]
BUILD_TIME = "SOURCE_DATE_EPOCH"
LATEST = 253_402_300_799
"""The last second of the year 9999, with which dates end."""


@click.group(cls=SpokenGroup)
@click.version_option(__version__, prog_name="peerbook")
@LANGUAGE_OF_ALL
@click.pass_obj
def main(speech: Speech) -> None:
    """Turn write-ups of what cities did into a linked site."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    _check_build_time(speech)
    with contextlib.suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, _stop)


def _check_build_time(speech: Speech) -> None:
    """Refuse a build time that is none, in words: some libraries trip over it as soon as they are loaded."""
    told = os.environ.get(BUILD_TIME, "").strip()
    if not told:
        os.environ.pop(BUILD_TIME, None)
    elif not (told.isascii() and told.isdigit() and int(told) <= LATEST):
        wrong = said(
            "%(variable)s is “%(text)s”: whole seconds since 1970, or leave it out",
            variable=BUILD_TIME,
            text=shown(told),
        )
        raise click.ClickException(speech(wrong))


def _stop(*_: object) -> NoReturn:
    """Being told to end is like being interrupted: what was begun is cleared away."""
    raise KeyboardInterrupt


for command in (
    check, audit, build, serve, emit_command, guide, guides, messages, schema, find, related, peers, recommend,
    new, rename, from_issue, issue_form, review, links, graph, mcp_command, init_command, translate,
):  # fmt: skip
    main.add_command(command)
