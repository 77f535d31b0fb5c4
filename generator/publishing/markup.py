"""The Markdown of fields as HTML. What of it counts, `generator.model.markup` says; all else is text."""

import html
import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from generator.model import Untranslated
from generator.model.markup import PARSER, is_marked, plain_text, without_citations, without_tail
from generator.wording import ENGLISH, Language

LONG, PART = 320, 100
"""Letters from which a statement is shown in two parts, and that each part has at least."""
_SOURCED = re.compile(r"[.!?](?:\[\^[^\]]+\])+ +")
"""The end of a sentence that tells its sources."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class UnnumberedError(LookupError):
    """A statement cites a source that has no number on its page: printed, the citation would be gone."""


def _render_citation(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    return citation_mark(tokens[index].meta["key"], env["numbers"], env["language"])


def _render_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[index].attrSet("rel", "ugc nofollow")
    return renderer.renderToken(tokens, index, options, env)


PARSER.add_render_rule("citation", _render_citation)
PARSER.add_render_rule("link_open", _render_link)


def citation_mark(key: str, numbers: Mapping[str, int] | None, _: Language = ENGLISH) -> str:
    """Return the raised number that leads to source `key` in the list at the end of the page.

    Nothing where there are no `numbers`: there, citations are left out on purpose.

    Raises:
        UnnumberedError: if there are numbers, and none for this source.
    """
    if numbers is None:
        return ""
    if key not in numbers:
        raise UnnumberedError(f"the source {key} is cited on a page that does not list it")
    number = numbers[key]
    label = html.escape(_("Source %(number)s", number=number))
    link = f'<a href="#source-{quote(key)}" aria-label="{label}">{number}</a>'
    return f'<sup class="pb-cite">{link}</sup>'


def to_html(text: str, numbers: Mapping[str, int] | None = None, language: Language = ENGLISH) -> Markup:
    """Return a field's text as safe inline HTML.

    Args:
        text: the field, Markdown limited to emphasis, links and citations; raw HTML in it is shown as typed.
        numbers: the number of each source key on this page; without it, citations are left out.
        language: that in which a citation is read aloud.

    Raises:
        UnnumberedError: if it cites a source that has no number.
    """
    body, keys = without_tail(text)
    marks = "".join(citation_mark(key, numbers, language) for key in dict.fromkeys(keys))
    inner = (
        PARSER.renderInline(body, {"numbers": numbers, "language": language}) if is_marked(body) else html.escape(body)
    )
    if isinstance(text, Untranslated):
        inner = f'<span lang="{html.escape(text.language)}">{inner}</span>'
    return Markup(inner + marks)  # noqa: S704 (escaped above)


def in_two(text: str, figure: str = "") -> tuple[str, str]:
    """Return how a long statement begins, up to the first sources that it tells, and the rest; of others all, and "".

    Its first sentences say what counts; what follows are most often figures of other sources. Where it tells a `figure`
    that stands above it, so do the first sentences.
    """
    plain = plain_text(text)
    sought = _numbers(figure) & _numbers(plain)
    for end in _SOURCED.finditer(text) if len(plain) >= LONG else ():
        first, rest = text[: end.end()].rstrip(), text[end.end() :]
        told = plain_text(first), plain_text(rest)
        is_whole = " ".join(told) == plain  # no emphasis or link is cut in two
        if is_whole and min(map(len, told)) >= PART and sought <= _numbers(told[0]):
            return (_like(text, first), _like(text, rest))
    return text, ""


def _numbers(text: str) -> set[str]:
    """The numbers in a text, however a language writes them."""
    return {number.replace(".", "").replace(",", "") for number in _NUMBER.findall(text)}


def _like(text: str, part: str) -> str:
    """A part of a text, in its language."""
    return Untranslated(part, text.language) if isinstance(text, Untranslated) else part


def with_language(text: str) -> Markup:
    """Return plain text as HTML, marked with its language where that is not the one of the page."""
    shown = escape(text)
    return Markup('<span lang="{}">{}</span>').format(text.language, shown) if isinstance(text, Untranslated) else shown


def in_one_line(text: str) -> Markup:
    """Return text for a `pre`, its line ends as references: a body has no lines that begin with spaces or are empty."""
    return Markup(escape(text).replace("\n", Markup("&#10;")))  # noqa: S704 (escaped)


def ticked(text: str) -> Markup:
    """Return a docstring's text, what stands between backticks as code."""
    return Markup(re.sub("`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 (escaped)


def attribute_text(text: str) -> str:
    """Return `text` for places that themes paste into HTML unescaped, such as titles in front matter.

    Angle brackets are replaced, not only escaped, because themes strip tags and with that unescape what is left.
    """
    return html.escape(without_citations(text).replace("<", "‹").replace(">", "›"))
