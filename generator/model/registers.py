"""The lists that write-ups share: topics (what it is about), methods (what kind of answer it is), and words."""

from itertools import chain
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.value import Line, Slug, Value

Word = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,40}$")]
"""A single word in small letters."""
Wording = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9' -]{1,59}$")]
"""A few words in small letters."""


class RegisterEntry(Value):
    """An entry of a register."""

    id: Slug
    name: Line
    description: str = Field(min_length=10, max_length=400)
    words: tuple[Line, ...] = Field(min_length=5, max_length=40, description="Other words that people use for it.")
    aliases: tuple[Slug, ...] = Field(
        default=(), max_length=20, description="Earlier ids, so that old addresses keep working."
    )

    @property
    def spoken(self) -> tuple[str, ...]:
        """What people write for it, the surest first: its name, an earlier id, another word."""
        return self.name, *self.aliases, *self.words


class Topic(RegisterEntry):
    """A policy field."""


class Method(RegisterEntry):
    """A kind of answer."""


class Synonyms(Value):
    """Words that people use for the same thing: trash, garbage, rubbish."""

    synonyms: tuple[Annotated[tuple[Word, ...], Field(min_length=2, max_length=20)], ...]


class Unanswered(Value):
    """Subjects that people ask city halls about and that no write-up is about, as they name each: seawall, levee."""

    unanswered: tuple[Annotated[tuple[Wording, ...], Field(min_length=1, max_length=20)], ...]

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """How all of them are named."""
        return tuple(chain.from_iterable(self.unanswered))
