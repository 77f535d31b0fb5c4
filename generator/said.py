"""Texts of ours that are English, and can be told in another language where somebody reads them.

What rooms find out about files is told to people in terminals, on pages and in pull requests. The rooms go by the
English text; `generator.wording.problems` words it again from the catalogue. English needs nothing of that.
"""

from collections.abc import Callable, Iterable, Mapping

TextPart = str | int | float
"""What is put into a message: a text, which may be one of these itself, or a number, written as the language does."""


class Said(str):
    """A text in English that knows the message it was made from, and what was put into it."""

    message: str
    parts: Mapping[str, TextPart]
    more: str
    """The message for more than one; empty where nothing is counted. The count is the part `count`."""


class Together(str):
    """Several texts in a row, each of which may be such a text."""

    texts: tuple[str, ...]
    by: str
    """What stands between them in every language."""


def said(message: str, /, **parts: TextPart) -> Said:
    """Return a message with its parts put in: `said("%(word)s is not known", word=…)`.

    Whole numbers get the separators of the language, others one decimal; a number that is to stay as it is, a year for
    one, is given as text. Without parts, a percent sign stands for itself.
    """
    return _made(message, "", parts)


def said_many(one: str, more: str, count: int, /, **parts: TextPart) -> Said:
    """Return the message that fits a count, which it names as `%(count)s`."""
    return _made(one, more, {"count": count, **parts})


def together(texts: Iterable[str], by: str = ", ") -> Together:
    """Return texts in a row, with a sign between them that every language has."""
    held = tuple(texts)
    made = Together(by.join(held))
    made.texts, made.by = held, by
    return made


def with_way_out(wrong: str, allowed: str) -> Together:
    """Return what is wrong and what to do, as models tell it in one."""
    return together((wrong, allowed), ": ")


def about(name: str, text: str) -> Together:
    """Return a text with what it is about in front, mostly the name of a field: `title: is empty`."""
    return together((name, text), ": ")


def text_of(error: Exception) -> str:
    """Return what an error says; one of ours was made with a text that knows its message."""
    told = error.args[0] if error.args else ""
    return told if isinstance(told, str) else str(error)


def with_parts(text: str, change: Callable[[str], str]) -> str:
    """Return a text of which all is changed that was put into it; one that knows no message is changed as a whole."""
    if isinstance(text, Said):
        parts = {name: with_parts(part, change) if isinstance(part, str) else part for name, part in text.parts.items()}
        return _made(text.message, text.more, parts)
    if isinstance(text, Together):
        return together((with_parts(part, change) for part in text.texts), text.by)
    return change(text)


def _made(message: str, more: str, parts: Mapping[str, TextPart]) -> Said:
    fitting = more if more and parts["count"] != 1 else message
    made = Said(fitting % {name: _english(part) for name, part in parts.items()} if parts else fitting)
    made.message, made.parts, made.more = message, parts, more
    return made


def _english(part: TextPart) -> str:
    if isinstance(part, str):
        return part
    return f"{part:,}" if isinstance(part, int) else f"{part:,.1f}"
