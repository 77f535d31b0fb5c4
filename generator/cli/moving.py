"""`peerbook rename`: a practice or a city gets another id, and its old address leads on."""

from pathlib import Path

import click

from generator.cli.library import LIBRARY, read, unwritten
from generator.reading import count, relative_to_here


@click.command()
@click.argument("old")
@click.argument("new")
@LIBRARY
def rename(old: str, new: str, practices: Path) -> None:
    """Give OLD the id NEW: a practice (`city/practice`, within its city or to another), or a city.

    The old id is kept as an alias, so that the old address leads on; what else names it is updated.
    """
    from generator.contributing import RenamingError, moves_for

    library = read(practices)
    try:
        moves = moves_for(old, new, relative_to_here(practices), library)
        moves.carry_out()
    except RenamingError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    for before, after in moves.moved.items():
        click.echo(f"{before} is now {after}")
    for path in sorted(moves.written.keys() - set(moves.moved.values())):
        click.echo(f"{path} names it by its new id")
    click.echo(f"{count(len(moves.moved), 'file')} moved; {old} leads on to the new address.")
    read(practices)
