"""In which language a command tells what it found: English, or one that has a catalogue of messages."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.reading import Problem
from generator.said import text_of

if TYPE_CHECKING:
    from generator.wording import Language

VARIABLE = "PEERBOOK_LANGUAGE"
_ENGLISH = ("", "en")


class Speech:
    """Words texts made by `generator.said`, and problems made of such, in a language; English ones stay as they are."""

    def __init__(self, language: "Language | None" = None) -> None:
        self.language = language

    @property
    def folder(self) -> str:
        """The name under which the library's texts in the language stand: "es"; empty for English."""
        return self.language.code.partition("-")[0] if self.language else ""

    def __call__(self, text: str) -> str:
        """Return a text in the language."""
        if self.language is None:
            return text
        from generator.wording.problems import text_in

        return text_in(text, self.language)

    def problem(self, problem: Problem) -> Problem:
        """Return a problem in the language."""
        if self.language is None:
            return problem
        from generator.wording.problems import problem_in

        return problem_in(problem, self.language)

    def error(self, error: Exception) -> str:
        """Return what an error of ours says, in the language."""
        return self(text_of(error))


ENGLISH = Speech()


def _speech(_: click.Context, __: click.Parameter, code: str) -> Speech:
    return speech_in(code)


def speech_in(code: str) -> Speech:
    """Return how to tell things in the language of a code: its own (`es-419`), or the beginning of one (`es`).

    Raises:
        click.BadParameter: if it has no catalogue.
    """
    if code in _ENGLISH:
        return ENGLISH
    catalogues = _catalogues()
    found = next((name for name in catalogues if code in (name, name.partition("-")[0])), None)
    if found is None:
        known = sorted({"en", *(name.partition("-")[0] for name in catalogues)})
        raise click.BadParameter(f"{code} has no catalogue of messages: {', '.join(known)}")
    return _read(catalogues[found])


def all_speech() -> tuple[Speech, ...]:
    """Return English, and how to tell things in each language that has a catalogue."""
    return (ENGLISH, *map(_read, _catalogues().values()))


def _read(catalogue: Path) -> Speech:
    from generator.wording import UnknownLanguageError, read_language

    try:
        return Speech(read_language(catalogue.stem, catalogue.parent))
    except UnknownLanguageError as error:
        raise click.BadParameter(str(error)) from None


def _catalogues() -> dict[str, Path]:
    return {path.stem: path for folder in reversed(list(_folders())) for path in sorted(folder.glob("*.po"))}


def _folders() -> Iterator[Path]:
    """Where catalogues lie: in the project, whose own words come first, and beside the package."""
    from generator.starting import MESSAGES, shipped

    yield Path(MESSAGES)
    yield shipped() / MESSAGES


LANGUAGE = click.option(
    "--language",
    "speech",
    envvar=VARIABLE,
    default="en",
    callback=_speech,
    help=f"Of what the command says: es, pt. Without it, that of {VARIABLE}, or English.",
)
