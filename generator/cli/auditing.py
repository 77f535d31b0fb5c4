"""`peerbook audit`: claims drawn by lot into a sheet, and a filled sheet taken into the register."""

import datetime
from collections.abc import Callable
from pathlib import Path

import click

from generator.cli.library import LIBRARY, read, refuse, unwritten
from generator.cli.speaking import LANGUAGE, Speech, speech_of
from generator.model import Draw, audit_id, drawn
from generator.reading import ProblemsFoundError, add_audit, read_sheet, relative_to_here, shown
from generator.said import said, said_many, together, with_way_out


@click.group()
def audit() -> None:
    """Measure how often the write-ups are wrong: draw claims, hold them against sources, read what was found."""


@audit.command()
@click.option("--seed", type=click.IntRange(0), required=True, help="A number nobody chose: draw it, then name it.")
@click.option("--write-ups", type=click.IntRange(1), default=20, show_default=True, help="How many write-ups.")
@click.option("--claims", type=click.IntRange(1), default=8, show_default=True, help="How many claims of each.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="sheet.csv", show_default=True)
@LANGUAGE
@LIBRARY
def draw(seed: int, write_ups: int, claims: int, out: Path, speech: Speech, practices: Path) -> None:
    """Draw claims by lot into a sheet. The same seed and library give the same sheet."""
    from generator.publishing.audit_sheet import audit_sheet

    library = read(practices, speech)
    found = drawn(library, seed, write_ups, claims)
    content = audit_sheet(found, seed, library)
    try:
        with out.open("xb") as file:
            file.write(content)
    except FileExistsError:
        wrong = said("%(name)s is there already", name=shown(out, 200))
        raise click.ClickException(speech(with_way_out(wrong, said("name another with --out")))) from None
    except OSError as error:
        raise click.ClickException(speech(unwritten(error))) from None
    chosen = len({claim.practice for claim in found})
    name = audit_id(seed, ((claim.practice, claim.field) for claim in found))
    made = said(
        "%(claims)s of %(write_ups)s are in %(file)s (%(name)s).",
        claims=said_many("%(count)s claim", "%(count)s claims", len(found)),
        write_ups=said_many("%(count)s write-up", "%(count)s write-ups", chosen),
        file=str(out),
        name=name,
    )
    click.echo(speech(made))
    click.echo(speech(said("Give each a verdict, then: peerbook audit read %(file)s --by ROLE", file=str(out))))


def _short(most: int) -> Callable[[click.Context, click.Parameter, str], str]:
    """Refuse a text that is empty, where one is due, or has more than `most` characters."""

    def check(context: click.Context, parameter: click.Parameter, text: str) -> str:
        if len(text) > most or (parameter.required and not text.strip()):
            wrong = said("at least a word, and at most %(number)s characters", number=most)
            raise click.BadParameter(speech_of(context)(wrong))
        return text

    return check


@audit.command("read")
@click.argument("sheet", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--by",
    required=True,
    callback=_short(200),
    help="Who judged, by role and without a name: a reader who had not written them.",
)
@click.option(
    "--how",
    default="",
    callback=_short(400),
    help="What the claims were held against: live pages, two look-ups a claim.",
)
@click.option(
    "--second-judges",
    type=click.IntRange(0, 100),
    default=0,
    help="How many judged again, from the passages alone; the column agreed tells how many gave the same verdict.",
)
@LANGUAGE
@LIBRARY
def read_command(sheet: Path, by: str, how: str, second_judges: int, speech: Speech, practices: Path) -> None:
    """Check a filled SHEET and add it to the register of audits. A sheet with a mistake adds nothing."""
    library = read(practices, speech)
    today = datetime.datetime.now(tz=datetime.UTC).date()
    names = {name for practice in library.practices for name in (practice.id, *practice.aliases)}
    try:
        found = read_sheet(sheet, names, by, how, today, second_judges)
        path = add_audit(found, relative_to_here(practices), names, today)
    except ProblemsFoundError as error:
        refuse(error.problems, speech, said("nothing was added"))
    except OSError as error:
        wrong = together((unwritten(error), said("Nothing was added.")), " ")
        raise click.ClickException(speech(wrong)) from None
    rate: str = said(
        "%(wrong)s of %(judged)s judged claims are contradicted: %(rate)s%%",
        wrong=found.contradicted,
        judged=found.judged,
        rate=100 * found.rate,
    )
    if found.drawn is Draw.BY_LOT and found.interval:
        low, high = (100 * end for end in found.interval)
        rate = together((rate, said("(95%% interval %(low)s%% to %(high)s%%)", low=low, high=high)), " ")
    put_right = said(
        "It stands in %(file)s; put right what did not hold, tell it under `corrections`, and say so in `then`.",
        file=str(path),
    )
    click.echo(speech(together((rate, put_right), ". ")))
