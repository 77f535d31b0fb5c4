"""Questions in another language: its words and phrases, and what this library calls them in English."""

import unicodedata
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from generator.model.value import Value
from generator.said import said, with_way_out

Foreign = Annotated[str, StringConstraints(pattern=r"^[^\W\d_]+(?:[ '-][^\W\d_]+){0,7}$", max_length=60)]
"""A word, or a phrase of up to eight, in small letters, accents as they are written."""
Ending = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,6}$")]
ALTERNATIVES = " / "
"""What stands between words of English any of which may be meant, the likeliest first."""
English = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9' -]{0,59}( / [A-Za-z0-9]{1,30}){0,3}$")]
"""What it is in English, and up to three other words that it may be: `child / small`, the likeliest first."""


class Lexicon(Value):
    """Words and phrases of another language, each with what this library calls it."""

    language: Annotated[str, StringConstraints(pattern=r"^[A-Z][a-z]{2,29}$")]
    """Its English name."""
    letters: Annotated[str, StringConstraints(pattern=r"^[^\sA-Za-z0-9]{0,12}$")] = ""
    """Small letters and signs that no other of the lexicons' languages has, as `ñ¿`."""
    plurals: dict[Ending, Ending] = Field(default_factory=dict)
    """Endings of plurals that are more than an s, as `oes: ao`, without accents."""
    filler: tuple[Foreign, ...]
    """Words that say nothing of what is asked."""
    words: dict[Foreign, English] = Field(min_length=1, max_length=10_000)
    """Plurals, feminines and regular forms of verbs are found by the word itself, accents or not."""

    @field_validator("words")
    @classmethod
    def _each_once(cls, words: dict[str, str]) -> dict[str, str]:
        taken: dict[str, str] = {}
        for word in words:
            bare = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
            if taken.setdefault(bare, word) != word:
                wrong = said("%(one)s and %(other)s are the same without accents", one=taken[bare], other=word)
                raise ValueError(with_way_out(wrong, said("keep one of the two")))
        return words
