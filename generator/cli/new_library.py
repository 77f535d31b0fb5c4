"""`peerbook init`: a new library that builds."""

from pathlib import Path

import click

from generator.cli.library import refuse, unwritten
from generator.cli.speaking import LANGUAGE, Speech
from generator.said import said, text_of, with_way_out


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="Peerbook", show_default=True, help="What the site is called.")
@click.option(
    "--update", is_flag=True, help="Put scripts, styles and theme of this version into a library that is there."
)
@LANGUAGE
def init_command(folder: Path, name: str, update: bool, speech: Speech) -> None:
    """Make a new library in FOLDER: registers, settings, pages and one example, ready to build.

    The registers (network, standard, topics, kinds of answer …) are those of this package, to be changed to your own.
    """
    from generator.reading import ProblemsFoundError
    from generator.starting import refresh, start

    try:
        if update:
            refresh(folder)
        else:
            start(folder, name)
    except FileExistsError as error:
        wrong = with_way_out(text_of(error), said("name a new folder, or --update"))
        raise click.ClickException(speech(wrong)) from None
    except FileNotFoundError as error:
        raise click.ClickException(speech.error(error)) from None
    except ProblemsFoundError as error:
        refuse(error.problems, speech)
    except OSError as error:
        raise click.ClickException(speech(unwritten(error))) from None
    if update:
        click.echo(
            speech(said("Scripts, styles and theme in %(folder)s are those of this version", folder=f"{folder}/docs"))
        )
        return
    made = said("A new library is in %(folder)s. To build it: cd %(folder)s && peerbook build", folder=str(folder))
    click.echo(speech(made))
    next_step = said("Then put your own city and practice in place of riverton-ca, and your address into mkdocs.yml")
    click.echo(speech(next_step))
