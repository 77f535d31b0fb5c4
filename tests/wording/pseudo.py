"""A language that nobody speaks: every message comes out in other letters, so that what was missed stands out."""

import re
from gettext import NullTranslations

from generator.wording import Language

_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áßćđéŧğħíĵķľŋńóþøŕśťúůŵïýžÁÄĆĐÉŦĞĦÍĴĶĽŊŃÓÞØŔŚŤÚŮŴÏÝŽ"
)
"""Letters that the fonts of the guides have, so that a PDF tells what it prints."""
_KEPT = re.compile(r"<code>.*?</code>|<[^>]*>|%\(\w+\)s|&\w+;|%%|\{\w+(?:!r)?\}")
"""What a translator leaves as it is: code, tags, the names of parts."""


def changed(message: str) -> str:
    """The message in other letters, its tags and parts kept."""
    kept = _KEPT.findall(message)
    pieces = (piece.translate(_LETTERS) for piece in _KEPT.split(message))
    return "".join(piece + tag for piece, tag in zip(pieces, [*kept, ""], strict=True))


class Pseudo(NullTranslations):
    """Gives every message in other letters and keeps a list of those asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return changed(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.update((msgid1, msgid2))
        return changed(msgid1 if n == 1 else msgid2)


class PseudoLanguage(Language):
    """The same for what Babel says: months, lists, millions, and names of countries."""

    def date(self, text: str) -> str:
        return changed(super().date(text))

    def people(self, count: int) -> str:
        return changed(super().people(count))

    def listed(self, names: "list[str] | tuple[str, ...]") -> str:  # type: ignore[override]
        return " · ".join(names)

    def either(self, names: "list[str] | tuple[str, ...]") -> str:  # type: ignore[override]
        return " / ".join(names)

    def country(self, code: str) -> str:
        return changed(super().country(code))
