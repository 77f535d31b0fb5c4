"""The little Markdown that fields may hold, as HTML: emphasis, links and footnote citations. All else is text."""

import html
import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from generator.model.value import CITATION, LINK_SCHEMES, without_citations

_TRAILING = re.compile(rf"(?:\s*{CITATION.pattern})+\s*$")
_MARKED = re.compile(r"[*_\[\\]")


def _citation(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"key": match[1]}
    state.pos = match.end()
    return True


def _render_citation(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    return citation_mark(tokens[index].meta["key"], env["numbers"])


def _render_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[index].attrSet("rel", "ugc nofollow")
    return renderer.renderToken(tokens, index, options, env)


def _allowed_link(url: str) -> bool:
    return url.lower().startswith(tuple(f"{scheme}:" for scheme in LINK_SCHEMES))


_PARSER = MarkdownIt("zero", {"html": False}).enable(["emphasis", "link", "escape"])
_PARSER.inline.ruler.before("link", "citation", _citation)
_PARSER.add_render_rule("citation", _render_citation)
_PARSER.add_render_rule("link_open", _render_link)
_PARSER.validateLink = _allowed_link  # type: ignore[method-assign]


def parse_inline(text: str) -> list[Token]:
    """Return a field's text as the parser's tokens: text, emphasis, links, and citations with their key in `meta`."""
    return _PARSER.parseInline(text, {"numbers": {}})[0].children or []


def citation_mark(key: str, numbers: Mapping[str, int]) -> str:
    """Return the raised number that leads to source `key` in the list at the end of the page."""
    number = numbers.get(key)
    if number is None:
        return ""
    return f'<sup class="pb-cite"><a href="#source-{quote(key)}" aria-label="Source {number}">{number}</a></sup>'


def to_html(text: str, numbers: Mapping[str, int] | None = None) -> Markup:
    """Return a field's text as safe inline HTML.

    Args:
        text: the field, Markdown limited to emphasis, links and citations; raw HTML in it is shown as typed.
        numbers: the number of each source key on this page; without it, citations are left out.
    """
    numbers = numbers or {}
    tail = _TRAILING.search(text)
    body, keys = (text[: tail.start()], CITATION.findall(tail[0])) if tail else (text, [])
    marks = "".join(citation_mark(key, numbers) for key in dict.fromkeys(keys))
    inner = _PARSER.renderInline(body, {"numbers": numbers}) if _MARKED.search(body) else html.escape(body)
    return Markup(inner + marks)  # noqa: S704 (escaped above)


def attribute_text(text: str) -> str:
    """Return `text` for places that themes paste into HTML unescaped, such as titles in front matter.

    Angle brackets are replaced, not only escaped, because themes strip tags and with that unescape what is left.
    """
    return html.escape(without_citations(text).replace("<", "‹").replace(">", "›"))
