"""In which language a command tells what it found: English, or one that has a catalogue of messages."""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.reading import Problem, shown
from generator.said import said, text_of, together

if TYPE_CHECKING:
    from generator.model import Library
    from generator.wording import Language

VARIABLE = "PEERBOOK_LANGUAGE"
_MACHINE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables with the language of a machine, in the order in which GNU gettext asks them."""
_ENGLISH = ("", "en")


class Speech:
    """Words texts made by `generator.said`, and problems made of such, in a language; English ones stay as they are."""

    def __init__(self, language: "Language | None" = None) -> None:
        self.language = language

    @property
    def folder(self) -> str:
        """The name under which the library's texts in the language stand: "es"; empty for English."""
        return self.language.code.partition("-")[0] if self.language else ""

    def is_in(self, code: str) -> bool:
        """Whether this is what a code asks for."""
        return code in ((self.language.code, self.folder) if self.language else _ENGLISH)

    def library(self, written: "Library") -> "tuple[Library, Language]":
        """Return a library in the language, and the language with the names that reasons quote of it."""
        from generator.wording import ENGLISH, in_language

        return in_language(written, self.folder, self.language) if self.language else (written, ENGLISH)

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


def speech_of(context: click.Context) -> Speech:
    """Return how to tell what is wrong before the command has its own: as `peerbook` was asked."""
    return context.find_object(Speech) or ENGLISH


def _speech(context: click.Context, _: click.Parameter, code: str | None) -> Speech:
    heard = speech_of(context)
    try:
        return heard if code is None or heard.is_in(code) else speech_in(code)
    except click.BadParameter as error:
        raise click.BadParameter(heard(error.message)) from None


def speech_for(arguments: Sequence[str]) -> Speech:
    """Return how to tell what comes before arguments are understood: in the one they name, or the machine."""
    named = [""]
    for one, next_one in pairwise((*arguments, "")):
        option, _, code = one.partition("=")
        named += [code or next_one] if option == "--language" else []
    for code in filter(None, (named[-1], os.environ.get(VARIABLE))):
        with contextlib.suppress(click.BadParameter):
            return speech_in(code)
    return speech_in(_of_machine())


def _of_machine() -> str:
    """The code of the first language of the machine that has a catalogue, or of English."""
    told = next(filter(None, map(os.environ.get, _MACHINE)), "")
    for one in told.split(":"):
        code = re.split(r"[_.@-]", one.lower())[0]
        if code in ("en", "c", "posix", ""):
            break
        if any(name.partition("-")[0] == code for name in _catalogues()):
            return code
    return "en"


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
        wrong = said("%(code)s has no catalogue of messages: %(known)s", code=shown(code), known=together(known))
        raise click.BadParameter(wrong)
    return _read(catalogues[found])


def all_speech() -> tuple[Speech, ...]:
    """Return English, and how to tell things in each language that has a catalogue."""
    return (ENGLISH, *map(_read, _catalogues().values()))


def _read(catalogue: Path) -> Speech:
    from generator.wording import UnknownLanguageError, read_language

    try:
        return Speech(read_language(catalogue.stem, catalogue.parent))
    except UnknownLanguageError as error:
        raise click.BadParameter(text_of(error)) from None


def _catalogues() -> dict[str, Path]:
    return {path.stem: path for folder in reversed(list(_folders())) for path in sorted(folder.glob("*.po"))}


def _folders() -> Iterator[Path]:
    """Where catalogues lie: in the project, whose own words come first, and beside the package."""
    from generator.starting import MESSAGES, shipped

    yield Path(MESSAGES)
    yield shipped() / MESSAGES


_ASKED = partial(
    click.option,
    "--language",
    "speech",
    envvar=VARIABLE,
    callback=_speech,
    help="Of what the command says: en, es, pt. Without it, that of PEERBOOK_LANGUAGE, or of the machine.",
)
LANGUAGE = _ASKED()
LANGUAGE_OF_ALL = _ASKED(expose_value=False)
"""For `peerbook` itself, in front of the command: `speech_for` has read it."""
