"""What a word is: as it is compared (small letters, no accents, no signs), and as it stands in a text.

The search compares folded words, so that "Bogota" finds Bogotá; `docs/assets/search/words.js` knows the same rules.
Links name the words that they rest on, so these stay as they were written, and know where a phrase ends.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from generator.language.stop_words import STOP_WORDS

_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_TOKEN = re.compile(r"([^\W\d_]+(?:[-'’][^\W\d_]+)*|[2-9]11(?![\d.,]*\d))|\d[\d.,]*|[^\w\s]")


def fold(text: str) -> str:
    """Return the text in small letters without accents: "Bogotá" as "bogota"."""
    small = text.lower()
    return small if small.isascii() else small.translate(_UNMARKED)


class _Unmarked(dict[int, str]):
    """Each sign, by its code, without marks (NFKD, less what is of category M); asked for first, it is kept."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(part for part in parts if unicodedata.category(part)[0] != "M")
        return self[code]


_UNMARKED = _Unmarked()


def words_in(text: str) -> list[str]:
    """Return the words and numbers of a text, folded."""
    return _WORD.findall(without_possessives(fold(text)))


def without_possessives(text: str) -> str:
    """Return a text in which "the city's" is "the city"."""
    return _POSSESSIVE.sub("", text)


def subject_words(text: str) -> list[str]:
    """Return the words of a text that carry a subject, with "" where something else stands between them."""
    return list(chain.from_iterable(map(_subject_words_in, text.split())))


@lru_cache(maxsize=2**18)
def _subject_words_in(piece: str) -> tuple[str, ...]:
    """The same for what stands between two spaces; they come back so often that keeping them saves most of the time."""
    return tuple("" if len(word) < 2 or word.lower() in STOP_WORDS else word for word in _TOKEN.findall(piece))
