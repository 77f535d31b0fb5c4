"""`peerbook init`: a new library that builds."""

from pathlib import Path

import click

from generator.cli.library import unwritten


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="Peerbook", show_default=True, help="What the site is called.")
@click.option(
    "--update", is_flag=True, help="Put scripts, styles and theme of this version into a library that is there."
)
def init_command(folder: Path, name: str, update: bool) -> None:
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
        raise click.ClickException(f"{error}: name a new folder, or --update") from None
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from None
    except ProblemsFoundError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    if update:
        click.echo(f"Scripts, styles and theme in {folder}/docs are those of this version")
        return
    click.echo(f"A new library is in {folder}. To build it: cd {folder} && peerbook build")
    click.echo("Then put your own city and practice in place of riverton-ca, and your address into mkdocs.yml")
