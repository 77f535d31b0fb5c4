"""Texts of the library as a page in some language shows them: put into it, or left in another one."""


class Worded(str):
    """A text put into another language; `original` holds the one that it was made from, for what reads figures."""

    __slots__ = ("original",)
    original: str

    def __new__(cls, text: str, original: str) -> "Worded":
        """Return a text that knows its original."""
        made = super().__new__(cls, text)
        made.original = original
        return made


class Untranslated(str):
    """A text that stays in another language than the page that shows it."""

    __slots__ = ("is_outdated", "language")
    language: str
    is_outdated: bool

    def __new__(cls, text: str, language: str, *, is_outdated: bool = False) -> "Untranslated":
        """Return a text that knows its language."""
        made = super().__new__(cls, text)
        made.language, made.is_outdated = language, is_outdated
        return made


def original_of(text: str) -> str:
    """Return the text that a text was translated from, or itself."""
    return getattr(text, "original", text)
