"""`peerbook rename`: a practice or a city gets another id, and its old address leads on."""

from pathlib import Path

import click

from generator.cli.library import LIBRARY, read, unwritten
from generator.cli.speaking import LANGUAGE, Speech
from generator.reading import relative_to_here
from generator.said import said, said_many


@click.command()
@click.argument("old")
@click.argument("new")
@LANGUAGE
@LIBRARY
def rename(old: str, new: str, speech: Speech, practices: Path) -> None:
    """Give OLD the id NEW: a practice (`city/practice`, within its city or to another), or a city.

    The old id is kept as an alias, so that the old address leads on; what else names it is updated.
    """
    from generator.contributing import RenamingError, moves_for

    library = read(practices, speech)
    try:
        moves = moves_for(old, new, relative_to_here(practices), library)
        moves.carry_out()
    except RenamingError as error:
        raise click.ClickException(speech.error(error)) from None
    except OSError as error:
        raise click.ClickException(speech(unwritten(error))) from None
    for before, after in moves.moved.items():
        click.echo(speech(said("%(old)s is now %(new)s", old=str(before), new=str(after))))
    for path in sorted(moves.written.keys() - set(moves.moved.values())):
        click.echo(speech(said("%(file)s names it by its new id", file=str(path))))
    moved = said_many(
        "%(count)s file moved; %(old)s leads on to the new address.",
        "%(count)s files moved; %(old)s leads on to the new address.",
        len(moves.moved),
        old=old,
    )
    click.echo(speech(moved))
    read(practices, speech)
