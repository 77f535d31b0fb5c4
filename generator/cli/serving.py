"""`peerbook serve`: the site as it will be, following every change."""

import contextlib
import gc
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import CONFIG, unwritten
from generator.cli.speaking import ENGLISH, Speech, speech_in, speech_of
from generator.reading import summary
from generator.said import said, together

if TYPE_CHECKING:
    from generator.reading import Problem


@click.command()
@CONFIG
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--language", default="", help="Folder of another language: es. Without it, the first one.")
def serve(config_file: Path, address: str, language: str) -> None:
    """Serve the site. A page is made when it is opened, and follows when a file changes."""
    from generator.publishing import EngineError
    from generator.publishing.site.preview import Preview, serving, watching
    from generator.wording import UnknownLanguageError

    host, _, port = address.rpartition(":")
    speech = _speech(language)
    if not (host and port.isascii() and port.isdigit() and int(port) < 2**16):
        raise click.ClickException(speech(said("--address is a host and a port: 127.0.0.1:8000")))
    try:
        preview = Preview(config_file, partial(_tell, speech), language)
    except (EngineError, UnknownLanguageError) as error:
        raise click.ClickException(speech.error(error)) from None
    gc.freeze()  # the library stays; walking it again and again would be half of what following a save takes
    try:
        with watching(preview.watched, preview.changed), serving(preview, host, int(port)) as url:
            click.echo(speech(said("The site is on %(url)s and follows what you save. To end: Ctrl+C", url=url)))
            threading.Event().wait()
    except KeyboardInterrupt:
        click.echo(speech(said("Ended")))
    except OSError as error:
        wrong = said("%(address)s can't be had: %(why)s", address=address, why=unwritten(error))
        raise click.ClickException(speech(together((wrong, said("Name another with --address")), " "))) from None


def _speech(folder: str) -> Speech:
    """That of the site's language, where its folder is named after it; of the first site, as `peerbook` was asked."""
    with contextlib.suppress(click.BadParameter):
        return speech_in(folder) if folder else speech_of(click.get_current_context())
    return ENGLISH


def _tell(speech: Speech, problems: "tuple[Problem, ...]") -> None:
    for problem in problems:
        click.echo(str(speech.problem(problem)))
    stays = said("%(problems)s; the last good state stays", problems=summary(problems))
    click.echo(speech(stays if problems else said("no problems")), err=True)
