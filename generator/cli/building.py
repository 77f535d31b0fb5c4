"""Commands that make something: the site, its pages as Markdown, a printed guide, the schemas."""

from pathlib import Path

import click

from generator.cli.library import CONFIG, PRACTICES, known, read, unwritten
from generator.reading import ProblemsFoundError, read_assessment, relative_to_here, summary, write_schemas


@click.command()
@CONFIG
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site lands.")
@click.option("--site-url", help="Address at which it will be published, if not that of the settings.")
def build(config_file: Path, site_dir: Path | None, site_url: str | None) -> None:
    """Build the whole site. A failed build leaves the last good site as it was."""
    from mkdocs.exceptions import MkDocsException

    from generator.publishing import BusyError, build_site

    try:
        site = build_site(config_file.resolve(), site_dir, site_url=site_url)
    except (MkDocsException, BusyError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{unwritten(error)} The last site is as it was.") from None
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(f"{pages:,} pages are in {relative_to_here(site)}/. To look at them: make serve")


@click.command()
@CONFIG
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(config_file: Path, address: str) -> None:
    """Serve the site and build it anew when a file changes."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import MkDocsException

    try:
        mkdocs_serve(str(config_file), dev_addr=address)
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None


@click.command("emit")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@CONFIG
def emit_command(folder: Path, config_file: Path) -> None:
    """Write all pages as Markdown to FOLDER, with an mkdocs.yml that plain MkDocs builds."""
    from mkdocs.config import load_config

    from generator.linking import link
    from generator.publishing import BusyError, SharedAddressError, UnprintableError, emit, publish_as_set

    config = load_config(str(config_file))
    library = read(Path(config.plugins["peerbook"].config.practices))
    try:
        publication = publish_as_set(config, library, link(library))
        count = emit(publication.pages, publication.assets, config_file.resolve(), folder.resolve())
    except (UnprintableError, SharedAddressError, BusyError) as error:
        raise click.ClickException(str(error)) from None
    except FileExistsError as error:
        raise click.ClickException(f"{error}: name an empty folder") from None
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    click.echo(f"{count:,} pages are in {folder}/docs. To build them: mkdocs build -f {folder}/mkdocs.yml")


@click.command()
@click.option(
    "--assessment",
    "file",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A self-assessment, saved from the page Readiness.",
)
@click.option("--city", help="Id of the city: omaha-ne. Without it, that of the assessment.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="Without it, the usual paper of the country.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="guide.pdf", show_default=True)
@CONFIG
def guide(file: Path, city: str | None, paper: str | None, out: Path, config_file: Path) -> None:
    """Print a guide for a city from its self-assessment: where it stands, what to do first, who has done it."""
    from mkdocs.config import load_config

    from generator.linking import places
    from generator.publishing import published_url
    from generator.publishing.guides import Paper, Site, UnprintableError, print_guide, tailored_guide

    config = load_config(str(config_file))
    library = read(Path(config.plugins["peerbook"].config.practices))
    try:
        assessment, remarks = read_assessment(file, library)
    except ProblemsFoundError as error:
        click.echo(str(error))
        raise click.ClickException(summary(error.problems)) from None
    for remark in remarks:
        click.echo(remark)
    asked = city or assessment.city
    place_by_id = {one.id: one for one in places(library)}
    if asked:
        known(asked, place_by_id, "city")
    sheet = next((one for one in Paper if one.slug == paper), None)
    printed = tailored_guide(
        assessment, place_by_id[asked] if asked else None, library, Site(published_url(config)), sheet
    )
    try:
        content = print_guide(printed)
    except UnprintableError as error:
        raise click.ClickException(str(error)) from None
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    click.echo(f"{printed.title} is in {out}")


@click.command()
@click.option("--practices", type=click.Path(exists=True, file_okay=False, path_type=Path), default=PRACTICES)
def schema(practices: Path) -> None:
    """Write the JSON Schemas for editors beside the write-ups."""
    for path in write_schemas(practices):
        click.echo(f"{path} is up to date")
