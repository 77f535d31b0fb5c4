"""The glossary: words of the field, and what they are called in the languages that the library is put into."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from generator.model.value import Line, Value, WebAddress
from generator.said import said


def _in_small_letters(text: str) -> str:
    if text != text.lower():
        raise ValueError(said("words to avoid are written in small letters"))
    return text


Avoided = Annotated[
    str,
    StringConstraints(pattern=r"^[^\W\d_]+(?:[ '-][^\W\d_]+){0,7}$", max_length=60),
    AfterValidator(_in_small_letters),
]
"""A word, or a phrase of up to eight, in small letters, that is wrong in any text of ours."""


class AvoidedWords(Value):
    """Wrong words for a term, by language. A machine looks for them, so they have to be wrong everywhere."""

    es: tuple[Avoided, ...] = Field(default=(), max_length=20)
    pt: tuple[Avoided, ...] = Field(default=(), max_length=20)


class Published(Value):
    """Where the program, a certified city or the press uses the word, by language."""

    es: WebAddress | None = None
    pt: WebAddress | None = None


class GlossaryTerm(Value):
    """A word of the field in three languages."""

    en: Line
    es: Line
    pt: Line
    avoid: AvoidedWords = AvoidedWords()
    note: Line | None = Field(default=None, description="When another word is right, or whose word it is.")
    source: Published = Published()


class Glossary(Value):
    """All terms."""

    terms: tuple[GlossaryTerm, ...] = Field(min_length=1, max_length=2000)
