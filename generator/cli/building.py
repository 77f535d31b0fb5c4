"""Commands that make something: the site, its pages as Markdown, a printed guide, the schemas."""

import re
from pathlib import Path

import click

from generator.cli.library import CONFIG, PRACTICES, known, read, unwritten
from generator.cli.progress import shown_printing
from generator.reading import (
    ProblemsFoundError,
    count,
    nearest,
    read_assessment,
    relative_to_here,
    shown,
    summary,
    write_schemas,
)


@click.command()
@CONFIG
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site lands.")
@click.option("--site-url", help="Address at which it will be published, if not that of the settings.")
@click.option(
    "--engine",
    default="mkdocs",
    show_default=True,
    help="What makes the HTML: mkdocs, properdocs, zensical.",
)
def build(config_file: Path, site_dir: Path | None, site_url: str | None, engine: str) -> None:
    """Build the whole site. A failed build leaves the last good site as it was."""
    from generator.publishing import BusyError, Engine, EngineError, SharedAddressError, UnprintableError, build_site
    from generator.publishing.embed import FOLDER as EMBED
    from generator.wording import UnknownLanguageError

    if engine not in set(Engine):
        raise click.ClickException(f"there is no engine {shown(engine)}: {nearest(engine, list(Engine))}")
    try:
        site = build_site(config_file, site_dir, site_url=site_url, engine=Engine(engine), progress=shown_printing)
    except (BusyError, EngineError, SharedAddressError, UnprintableError, UnknownLanguageError) as error:
        raise click.ClickException(str(error)) from None
    except ProblemsFoundError as error:
        click.echo(str(error))
        raise click.ClickException(summary(error.problems)) from None
    except OSError as error:
        raise click.ClickException(f"{unwritten(error)} The last site is as it was.") from None
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" and EMBED not in path.relative_to(site).parts[:2] for path in files)
    size = sum(path.stat().st_size for path in files) / 1e6
    click.echo(
        f"{pages:,} pages are in {relative_to_here(site)}/ ({len(files):,} files, {size:,.0f} MB). "
        "To look at them: make serve"
    )


@click.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), default="messages/peerbook.pot", show_default=True
)
def messages(out: Path) -> None:
    """Write all words of the site and of the guides as a catalogue, and bring the languages beside it up to date."""
    from generator.publishing.messages import brought_up_to_date, catalogue_of_messages, template_text

    text, template = template_text(), catalogue_of_messages()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
        for path in sorted(out.parent.glob("*.po")):
            said, missing = brought_up_to_date(path.read_text(encoding="utf-8"), template)
            path.write_text(said, encoding="utf-8", newline="\n")
            click.echo(f"{path}: {count(missing, 'message')} without a translation" if missing else f"{path}: complete")
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    click.echo(f"{text.count('msgid '):,} messages are in {out}. A language is a copy of it beside it: messages/es.po")


@click.command("emit")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@CONFIG
def emit_command(folder: Path, config_file: Path) -> None:
    """Write all pages as Markdown to FOLDER, with an mkdocs.yml that plain MkDocs builds."""
    from generator.publishing import BusyError, EngineError, SharedAddressError, UnprintableError, emit_site
    from generator.wording import UnknownLanguageError

    try:
        count = emit_site(config_file.resolve(), folder.resolve(), progress=shown_printing)
    except ProblemsFoundError as error:
        click.echo(str(error))
        raise click.ClickException(summary(error.problems)) from None
    except (UnprintableError, SharedAddressError, BusyError, EngineError, UnknownLanguageError) as error:
        raise click.ClickException(str(error)) from None
    except FileExistsError as error:
        raise click.ClickException(f"{error}: name an empty folder") from None
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    click.echo(f"{count:,} pages are in {folder}/docs. To build them: mkdocs build -f {folder}/mkdocs.yml")


@click.command()
@click.option("--shard", default="1/1", show_default=True, help="Which share of how many: 2/8.")
@CONFIG
def guides(shard: str, config_file: Path) -> None:
    """Print the guides into the cache from which a build takes them, all or one share of them.

    Shares can be printed on as many machines; copy their folders .cache/guides together, and build.
    """
    from generator.publishing import EngineError, UnprintableError, print_share
    from generator.wording import UnknownLanguageError

    found = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", shard)
    share, shares = (int(found[1]), int(found[2])) if found else (1, 0)
    if share > shares:
        raise click.ClickException(f"--shard {shown(shard)} is no share: write 2/8 for the second of eight")
    try:
        count = print_share(config_file, share, shares, shown_printing)
    except ProblemsFoundError as error:
        click.echo(str(error))
        raise click.ClickException(summary(error.problems)) from None
    except (UnprintableError, EngineError, UnknownLanguageError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    click.echo(f"{count:,} guides are in the cache")


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
    from generator.linking import places
    from generator.publishing import EngineError, read_settings
    from generator.publishing.guides import Paper, UnprintableError, print_guide, tailored_guide
    from generator.wording import UnknownLanguageError

    try:
        settings = read_settings(config_file)
    except (EngineError, UnknownLanguageError) as error:
        raise click.ClickException(str(error)) from None
    library = read(settings.practices)
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
        assessment,
        place_by_id[asked] if asked else None,
        library,
        settings.site,
        sheet,
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
    try:
        written = write_schemas(practices)
    except ProblemsFoundError as error:
        click.echo(str(error))
        raise click.ClickException(summary(error.problems)) from None
    for path in written:
        click.echo(f"{path} is up to date")
