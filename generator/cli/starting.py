"""Commands with which a write-up begins: `new`, `from-issue`, and the form that an issue comes from."""

import datetime
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.checking import hints_told
from generator.cli.library import LIBRARY, read, refuse, unwritten
from generator.cli.speaking import LANGUAGE, Speech, all_speech, speech_in
from generator.model import Library
from generator.reading import Problem, relative_to_here, shown
from generator.reading.files import read_text
from generator.said import said, with_way_out

if TYPE_CHECKING:
    from generator.contributing import Draft, Made
    from generator.wording import Language

MOST_BYTES = 256 * 1024
NOTHING = said("nothing was written")
MEND = said("nothing was written. Edit the issue above to mend it; the check runs again by itself.")
NAME = click.option("--name", default="", help="Name of the file, if not one made from the title: nurse-triage-line.")


@click.command()
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A draft in Markdown, JSON or YAML in place of questions.",
)
@click.option("--template", is_flag=True, help="Ask for no more than city and title, and write a file to fill in.")
@click.option("--city", default="", help="The city, by name or id: Boulder, CO.")
@click.option("--title", default="", help="What the city did, in under 90 characters.")
@NAME
@LANGUAGE
@LIBRARY
def new(source: Path | None, template: bool, city: str, title: str, name: str, speech: Speech, practices: Path) -> None:
    """Begin a write-up: answer questions, hand in a draft, or take a commented file to fill in.

    It lands in the folder of its city. A city that the library does not have yet gets its own file, with what the list
    behind Your city knows of it.
    """
    from generator.contributing import find_city, make, name_for

    library = read(practices, speech)
    if source:
        draft = _draft(source, library, speech)
    elif template:
        _write_template(city, title, name, library, practices, speech)
        return
    else:
        from generator.cli.questions import Interview

        asking = Interview(library, speech)
        draft = asking.draft(city, title, _today())
        name = name or asking.name(name_for(str(draft.data["title"]), find_city(draft.city, library)))
    _land(make(draft, library, _today(), name), practices, speech)


@click.command("from-issue")
@click.argument("body", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@NAME
@LANGUAGE
@LIBRARY
def from_issue(body: Path, name: str, speech: Speech, practices: Path) -> None:
    """Make a write-up of the BODY of an issue that the form wrote. One with a mistake makes nothing.

    What is told is in the language of the form, where no other is asked for.
    """
    from generator.contributing import from_markdown, make

    library = read(practices, speech)
    draft = from_markdown(body, _text(body, speech), library, _languages())
    if isinstance(draft, list):
        refuse(draft, speech, MEND)
    if speech.language is None:
        speech = speech_in(draft.data.get("language", ""))
    _land(make(draft, library, _today(), name), practices, speech, MEND)
    click.echo(speech(said("Thank you. The write-up goes into a pull request, where it is reviewed.")))


@click.command("issue-form")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=".github/ISSUE_TEMPLATE/practice.yml",
    show_default=True,
)
@LANGUAGE
@LIBRARY
def issue_form(out: Path, speech: Speech, practices: Path) -> None:
    """Write the issue form for GitHub anew from the models and the registers, in each language of the library."""
    from generator.contributing import form_text

    library = read(practices, speech)
    spoken = {one.language for one in library.translations}
    for one in all_speech():
        if one.language is None or one.folder in spoken:
            path = out.with_suffix(f".{one.folder}{out.suffix}") if one.language else out
            _put(path, form_text(library, one.language) if one.language else form_text(library), speech)
            click.echo(speech(said("The form is in %(file)s.", file=str(path))))


def _put(path: Path, text: str, speech: Speech) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(speech(unwritten(error))) from None


def _languages() -> "tuple[Language, ...]":
    """Those in which a draft may have its headings."""
    from generator.wording import ENGLISH

    return tuple(one.language or ENGLISH for one in all_speech())


def _today() -> datetime.date:
    return datetime.datetime.now(tz=datetime.UTC).date()


def _text(path: Path, speech: Speech) -> str:
    text = read_text(path, MOST_BYTES)
    if isinstance(text, Problem):
        refuse([text], speech, NOTHING)
    return text.replace("\r\n", "\n")


def _draft(path: Path, library: Library, speech: Speech) -> "Draft":
    from generator.contributing import from_data, from_markdown

    text = _text(path, speech)
    is_data = path.suffix.lower() in (".json", ".yaml", ".yml")
    draft = from_data(path, text) if is_data else from_markdown(path, text, library, _languages())
    if isinstance(draft, list):
        refuse(draft, speech, NOTHING)
    return draft


def _write_template(city: str, title: str, name: str, library: Library, practices: Path, speech: Speech) -> None:
    """A file to fill in. Of a new city only what the list of places knows is written; the rest is left to do."""
    from generator.cli.questions import Interview
    from generator.contributing import Place, find_city, name_for, place_template, write_up_template, written_in

    asking = Interview(library, speech)
    city = city or asking.city()
    found = find_city(city, library)
    if found is None:
        wrong = said("there is no one city called %(name)s", name=shown(city))
        raise click.ClickException(speech(with_way_out(wrong, said("its name with state or country"))))
    title = title or asking.title()
    identity = f"{found.id}/{name or name_for(title, found)}"
    day = _today().isoformat()
    data = {"title": title, "added": day, "reviewed": day, **written_in(asking.language)}
    files = {f"{identity}.yaml": write_up_template(library, data, asking.language)}
    if isinstance(found, Place):
        files[f"{found.id}/city.yaml"] = place_template(found, library, asking.language)
    _write(files, practices, speech)
    click.echo(speech(said("Fill in what says TODO, then: peerbook check --fix")))


def _land(made: "Made", practices: Path, speech: Speech, refused: str = NOTHING) -> None:
    """Write what was made, tell what looks like it, or tell every problem, write nothing and say what comes of it."""
    if made.problems:
        refuse(made.problems, speech, refused)
    _write(made.files, practices, speech)
    for hint in made.hints:
        click.echo(f"{speech.problem(hint.problem)} [{hint.rule}]")
    if made.hints:
        click.echo(speech(hints_told(len(made.hints))))
    _tell_likeness(made.identity, practices, speech)


def _tell_likeness(identity: str, practices: Path, speech: Speech) -> None:
    from generator.linking.duplicates import possible_duplicates

    library = read(practices, speech)
    for pair in possible_duplicates(library, of=(identity,)):
        other = library.practice_by_id[pair.other(identity)]
        alike = said("looks like %(id)s: %(title)s (is it the same practice?)", id=other.id, title=other.title)
        click.echo(speech(alike))


def _write(files: Mapping[str, str], practices: Path, speech: Speech) -> None:
    """Write new files below the folder; one that is there is never written over."""
    paths = {relative_to_here(practices) / name: text for name, text in files.items()}
    taken = [path for path in paths if path.exists()]
    if taken:
        wrong = said("%(name)s is there already", name=str(taken[0]))
        raise click.ClickException(speech(with_way_out(wrong, said("choose another --name"))))
    begun: list[Path] = []
    try:
        for path, text in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                begun.append(path)
                file.write(text)
    except OSError as error:
        for path in begun:
            path.unlink(missing_ok=True)
        raise click.ClickException(speech(unwritten(error))) from None
    for path in paths:
        click.echo(speech(said("%(file)s is written.", file=str(path))))
    sys.stdout.flush()
