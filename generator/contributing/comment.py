"""Text that others wrote as a comment on GitHub shows it: as typed, naming nobody and leading nowhere."""

import html

from generator.model import citations, plain_text

_MARKS = frozenset("\\`*_{}[]()#+-.!|<>~&@:/$=^\"'")


def literal(text: str) -> str:
    """Return a text such that GitHub's Markdown shows it as it is.

    Each sign that could begin markup is an entity; a word joiner behind @ and # keeps it from becoming a mention of a
    person, a team or an issue, which GitHub looks for in what is shown.
    """
    signs = (f"&#{ord(sign)};" if sign in _MARKS else " " if sign in "\n\t" else sign for sign in text)
    return "".join(signs).replace("&#64;", "&#64;&#8288;").replace("&#35;", "&#35;&#8288;")


def statement(text: str) -> str:
    """Return a statement as plain words, with the keys of its sources behind it."""
    keys = ", ".join(citations(text))
    return literal(plain_text(text)) + (f" <sup>{literal(keys)}</sup>" if keys else "")


def source_link(url: str | None, title: str) -> str:
    """Return a link to a source, which says where it leads; a title alone where there is no web address."""
    if not url or not url.startswith(("https://", "http://")):
        return literal(title)
    return f'<a href="{html.escape(url)}">{literal(title)}</a> ({literal(url.split("/")[2])})'
