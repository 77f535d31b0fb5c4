"""The lists that write-ups share: topics (what it is about), methods (what kind of answer it is), and synonyms."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.value import Line, Slug, Value

Word = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,}$")]
"""A single word in small letters."""


class Topic(Value):
    """A policy field."""

    id: Slug
    name: Line
    description: str = Field(min_length=10)
    words: tuple[Line, ...] = Field(min_length=5, description="Other words that people use for it.")


class Method(Value):
    """A kind of answer."""

    id: Slug
    name: Line
    description: str = Field(min_length=10)
    words: tuple[Line, ...] = Field(min_length=5, description="Other words that people use for it.")


class Synonyms(Value):
    """Words that people use for the same thing: trash, garbage, rubbish."""

    synonyms: tuple[Annotated[tuple[Word, ...], Field(min_length=2)], ...]
