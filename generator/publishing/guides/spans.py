"""Contributed text as spans for Typst, which prints them as data: nothing in them can become code.

A span is a plain text, or a list that begins with its kind: `["em", spans]`, `["strong", spans]`,
`["link", address, spans]`, `["cite", numbers]`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from generator.model import Source
from generator.model.markup import parse_inline
from generator.publishing.markup import UnnumberedError
from generator.wording import ENGLISH, Language

Span = str | list[Any]


_OPENING = {"em_open": "em", "strong_open": "strong"}


def to_spans(text: str, number_of: Callable[[str], int | None] = lambda _: None) -> list[Span]:
    """Return a field's text (Markdown limited to emphasis, links and citations) as spans.

    Args:
        text: the field.
        number_of: the number of a source key among the guide's endnotes; None leaves the citation out.

    """
    return _inside(iter(parse_inline(" ".join(text.split()))), number_of)


def plain_spans(text: str) -> list[Span]:
    """Return the text of a field that holds no Markdown as spans."""
    return [" ".join(text.split())]


def _inside(tokens: Iterator[Token], number_of: Callable[[str], int | None]) -> list[Span]:
    """The spans up to the end of what the tokens are inside of."""
    found: list[Span] = []
    for token in tokens:
        if token.type in _OPENING:
            found.append([_OPENING[token.type], _inside(tokens, number_of)])
        elif token.type == "link_open":
            found.append(["link", str(token.attrs["href"]), _inside(tokens, number_of)])
        elif token.type == "citation":
            _cite(number_of(token.meta["key"]), found)
        elif token.type.endswith("_close"):
            break
        elif token.content:
            found.append(token.content)
    return found


def _cite(number: int | None, found: list[Span]) -> None:
    """Add a number to the citation that ends `found`, or begin one."""
    if number is None:
        return
    if found and found[-1][0] == "cite" and isinstance(found[-1], list):
        found[-1][1] = list(dict.fromkeys((*found[-1][1], number)))
    else:
        found.append(["cite", [number]])


@dataclass
class Endnotes:
    """The sources of a guide, numbered in the order in which it cites them; the same address is one source."""

    numbers: dict[str, int] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    language: Language = ENGLISH

    def spans(self, text: str, sources: Mapping[str, Source]) -> list[Span]:
        """Return a text as spans, its citations numbered; `sources` are those of the file that it stands in.

        Raises:
            UnnumberedError: if it cites a source that the file does not have.
        """

        def number_of(key: str) -> int:
            if key not in sources:
                raise UnnumberedError(f"the source {key} is cited and not listed")
            return self.number(sources[key])

        return to_spans(text, number_of)

    def number(self, source: Source) -> int:
        """Return the number of a source, which is given one if it has none yet."""
        key = source.url or f"{source.title} ({source.publisher})"
        if key not in self.numbers:
            self.sources.append(source)
            self.numbers[key] = len(self.sources)
        return self.numbers[key]

    def _when_and_how(self, source: Source) -> Iterator[str]:
        """The day of a source, and how it was read."""
        if source.date:
            yield self.language.date(source.date)
        if source.note:
            yield self.language(source.note)

    @property
    def data(self) -> list[dict[str, Any]]:
        """The sources as a template prints them."""
        return [
            {
                "title": source.title,
                "publisher": source.publisher or "",
                "date": ", ".join(self._when_and_how(source)),
                "url": normalizeLink(source.url) if source.url else "",
            }
            for source in self.sources
        ]
