"""`peerbook translate`: notes which text each translation was made from, and tells what lacks one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.library import LIBRARY, known, refuse, unwritten
from generator.cli.speaking import LANGUAGE, Speech
from generator.reading import Problem, ProblemsFoundError, read_originals, relative_to_here
from generator.reading.files import read_text
from generator.said import said, said_many

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Value


@click.command()
@click.argument("language")
@click.argument("ids", nargs=-1)
@click.option("--missing", is_flag=True, help="Print the texts that lack a translation, as a file to fill in.")
@LANGUAGE
@LIBRARY
def translate(language: str, ids: tuple[str, ...], speech: Speech, practices: Path, *, missing: bool) -> None:
    """Note in the translations into LANGUAGE (es, pt) which text each part was made from.

    IDS are those of write-ups (`boston-ma/street-repair`) or names of registers (`topics`); none means all that there
    are. A text whose original has changed since is told and not shown on the site: put it right, take its line out of
    `made_from`, and run this again.
    """
    from generator.contributing.translating import originals_of

    try:
        originals = originals_of(read_originals(relative_to_here(practices)))
    except ProblemsFoundError as error:
        refuse(error.problems, speech)
    for identity in ids:
        known(identity, originals, said("write-up or register"), speech)
    if missing:
        _print_missing(practices, language, originals, ids or tuple(originals))
    else:
        _note(practices, language, originals, ids, speech)


def _note(folder: Path, language: str, originals: "Mapping[str, Value]", ids: tuple[str, ...], speech: Speech) -> None:
    from generator.contributing.translating import noted, translation_path

    problems: list[Problem] = []
    done = 0
    for identity in ids or originals:
        path = translation_path(folder, language, identity)
        if not path.exists() and not ids:
            continue
        text = read_text(path)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        try:
            new = noted(path, text, originals[identity])
            if new != text:
                path.write_text(new, encoding="utf-8", newline="\n")
            done += 1
        except ProblemsFoundError as error:
            problems += error.problems
        except OSError as error:
            raise click.ClickException(speech(unwritten(error))) from None
    if problems:
        refuse(problems, speech)
    noted_in = said_many(
        "%(count)s file in %(language)s, each part with a note of the text that it was made from.",
        "%(count)s files in %(language)s, each part with a note of the text that it was made from.",
        done,
        language=language,
    )
    click.echo(speech(noted_in))


def _print_missing(folder: Path, language: str, originals: dict, ids: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    from generator.contributing.translating import missing, to_fill_in, translation_path
    from generator.reading.strict_yaml import Document, parse
    from generator.reading.translations import read_translation

    for identity in ids:
        path = translation_path(folder, language, identity)
        text = read_text(path) if path.exists() else None
        document = parse(path, text) if isinstance(text, str) else None
        file = read_translation(document, type(originals[identity])) if isinstance(document, Document) else None
        found = {place: words for place, words, _ in missing(originals[identity], file)}
        if found:
            click.echo(f"# {path}\n{to_fill_in(found)}")
