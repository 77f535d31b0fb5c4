"""Words as they are compared: small letters, no accents, no signs."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")


def fold(text: str) -> str:
    """Return the text in small letters without accents: "Bogotá" as "bogota"."""
    small = text.lower()
    if small.isascii():  # nearly all text is, and this takes a tenth of the time
        return small
    return "".join(sign for sign in unicodedata.normalize("NFKD", small) if unicodedata.category(sign)[0] != "M")


def words_in(text: str) -> list[str]:
    """Return the words and numbers of a text, folded."""
    return _WORD.findall(_POSSESSIVE.sub("", fold(text)))
