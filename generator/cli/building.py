"""Commands that make something: the site, its pages as Markdown, a printed guide, the schemas."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import CONFIG, PRACTICES, known, read, refuse, unwritten
from generator.cli.progress import shown_printing
from generator.cli.speaking import LANGUAGE, Speech
from generator.reading import ProblemsFoundError, nearest, read_assessment, relative_to_here, shown, write_schemas
from generator.said import about, said, said_many, text_of, together, with_way_out

if TYPE_CHECKING:
    from generator.model import Library
    from generator.publishing import Settings
    from generator.publishing.guides import Site


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
@LANGUAGE
def build(config_file: Path, site_dir: Path | None, site_url: str | None, engine: str, speech: Speech) -> None:
    """Build the whole site. A failed build leaves the last good site as it was."""
    from generator.publishing import Engine, build_site
    from generator.publishing.embed import FOLDER as EMBED

    if engine not in set(Engine):
        wrong = said("there is no engine %(name)s", name=shown(engine))
        raise click.ClickException(speech(with_way_out(wrong, nearest(engine, list(Engine)))))
    with _told(speech, said("The last site is as it was.")):
        site = build_site(
            config_file, site_dir, site_url=site_url, engine=Engine(engine), progress=shown_printing(speech)
        )
    files = [path for path in site.rglob("*") if path.is_file()]
    made = said(
        "%(pages)s pages are in %(folder)s (%(files)s files, %(size)s MB). To look at them: make serve",
        pages=sum(path.suffix == ".html" and EMBED not in path.relative_to(site).parts[:2] for path in files),
        folder=f"{relative_to_here(site)}/",
        files=len(files),
        size=round(sum(path.stat().st_size for path in files) / 1e6),
    )
    click.echo(speech(made))


@contextlib.contextmanager
def _told(speech: Speech, outcome: str = "") -> Iterator[None]:
    """Tell in a language what keeps a site from being made, and what comes of it where a file can't be written."""
    from generator.publishing import BusyError, EngineError, SharedAddressError, UnprintableError
    from generator.wording import UnknownLanguageError

    try:
        yield
    except (BusyError, EngineError, SharedAddressError, UnprintableError, UnknownLanguageError) as error:
        raise click.ClickException(speech.error(error)) from None
    except ProblemsFoundError as error:
        refuse(error.problems, speech)
    except OSError as error:
        wrong = unwritten(error)
        raise click.ClickException(speech(together((wrong, outcome), " ") if outcome else wrong)) from None


@click.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), default="messages/peerbook.pot", show_default=True
)
@LANGUAGE
def messages(out: Path, speech: Speech) -> None:
    """Write all words of the site and of the guides as a catalogue, and bring the languages beside it up to date."""
    from generator.publishing.messages import brought_up_to_date, catalogue_of_messages, template_text

    template = catalogue_of_messages()
    text = template_text(template)
    with _told(speech):
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
        for path in sorted(out.parent.glob("*.po")):
            held, missing = brought_up_to_date(path.read_text(encoding="utf-8"), template)
            path.write_text(held, encoding="utf-8", newline="\n")
            lacking = said_many(
                "%(count)s message without a translation", "%(count)s messages without a translation", missing
            )
            click.echo(speech(about(str(path), lacking if missing else said("complete"))))
    made = said(
        "%(count)s messages are in %(file)s. A language is a copy of it beside it: messages/es.po",
        count=text.count("msgid "),
        file=str(out),
    )
    click.echo(speech(made))


@click.command("emit")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@CONFIG
@LANGUAGE
def emit_command(folder: Path, config_file: Path, speech: Speech) -> None:
    """Write all pages as Markdown to FOLDER, with an mkdocs.yml that plain MkDocs builds."""
    from generator.publishing import emit_site

    with _told(speech):
        try:
            pages = emit_site(config_file.resolve(), folder.resolve(), progress=shown_printing(speech))
        except FileExistsError as error:
            wrong = with_way_out(text_of(error), said("name an empty folder"))
            raise click.ClickException(speech(wrong)) from None
    made = said(
        "%(pages)s pages are in %(folder)s/docs. To build them: mkdocs build -f %(folder)s/mkdocs.yml",
        pages=pages,
        folder=str(folder),
    )
    click.echo(speech(made))


@click.command()
@click.option("--shard", default="1/1", show_default=True, help="Which share of how many: 2/8.")
@CONFIG
@LANGUAGE
def guides(shard: str, config_file: Path, speech: Speech) -> None:
    """Print the guides into the cache from which a build takes them, all or one share of them.

    Shares can be printed on as many machines; copy their folders .cache/guides together, and build.
    """
    from generator.publishing import print_share

    found = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", shard)
    share, shares = (int(found[1]), int(found[2])) if found else (1, 0)
    if share > shares:
        wrong = said("--shard %(share)s is no share: write 2/8 for the second of eight", share=shown(shard))
        raise click.ClickException(speech(wrong))
    with _told(speech):
        printed = print_share(config_file, share, shares, shown_printing(speech))
    click.echo(speech(said_many("%(count)s guide is in the cache", "%(count)s guides are in the cache", printed)))


@click.command()
@click.option(
    "--assessment",
    "file",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A self-assessment, saved from the page Readiness.",
)
@click.option("--city", help="Id of the city: omaha-ne. Without it, that of the assessment.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="Without it, that of the country and the language.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="guide.pdf", show_default=True)
@CONFIG
@LANGUAGE
def guide(file: Path, city: str | None, paper: str | None, out: Path, config_file: Path, speech: Speech) -> None:
    """Print a guide for a city from its self-assessment: where it stands, what to do first, who has done it.

    It is printed in the language that is asked for, where the site has a part in it.
    """
    from generator.linking import places
    from generator.publishing import read_settings
    from generator.publishing.guides import Paper, print_guide, tailored_guide

    with _told(speech):
        settings = read_settings(config_file)
        library = read(settings.practices, speech, settings.memory)
        assessment, remarks = read_assessment(file, library)
        for remark in remarks:
            click.echo(speech(remark))
        asked = city or assessment.city
        library, site = _in_language(library, settings, speech)
        place_by_id = {one.id: one for one in places(library)}
        if asked:
            known(asked, place_by_id, said("city"), speech)
        sheet = next((one for one in Paper if one.slug == paper), None)
        printed = tailored_guide(assessment, place_by_id[asked] if asked else None, library, site, sheet)
        out.write_bytes(print_guide(printed))
    click.echo(speech(said("%(title)s is in %(file)s", title=printed.title, file=str(out))))


def _in_language(library: "Library", settings: "Settings", speech: Speech) -> "tuple[Library, Site]":
    """The library and the site in the language that is spoken, where there are such; else as they are."""
    from generator.publishing.guides import Site
    from generator.wording import in_language

    for one in settings.sites:
        if speech.language and speech.language.code == one.language.code:
            library, language = in_language(library, one.folder, one.language)
            return library, Site(one.address, language)
    return library, settings.site


@click.command()
@click.option("--practices", type=click.Path(exists=True, file_okay=False, path_type=Path), default=PRACTICES)
@LANGUAGE
def schema(practices: Path, speech: Speech) -> None:
    """Write the JSON Schemas for editors beside the write-ups."""
    with _told(speech):
        for path in write_schemas(practices):
            click.echo(speech(said("%(file)s is up to date", file=str(path))))
