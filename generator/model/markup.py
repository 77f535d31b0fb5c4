"""The little Markdown that fields may hold: emphasis, links and footnote citations. One parser reads it for all.

Pages, guides, exports, checks and linking all go by the tokens found here, so that none of them takes for a link, for
emphasis or for a citation what another one does not.
"""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.model.value import LINK_SCHEMES

CITATION = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_.-]*)\]")
"""A citation where one can begin; whether it is one, the parser says: after a backslash it is not."""
_TAIL = re.compile(rf"(?:\s*{CITATION.pattern})+\s*$")
_MARKED = re.compile(r"[*_\[\\]")
"""A text without any of these holds no Markdown, and most have none but the citations at their end."""


def _citation(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"key": match[1]}
    state.pos = match.end()
    return True


def _allowed_link(url: str) -> bool:
    return url.lower().startswith(tuple(f"{scheme}:" for scheme in LINK_SCHEMES))


PARSER = MarkdownIt("zero", {"html": False}).enable(["emphasis", "link", "escape"])
"""Raw HTML is text to it, and so is a link to anything but a web or a mail address."""
PARSER.normalizeLink("")  # mdurl fills its table at the first link, where a second thread may find half of it
PARSER.inline.ruler.before("link", "citation", _citation)
PARSER.validateLink = _allowed_link  # type: ignore[method-assign]


def parse_inline(text: str) -> list[Token]:
    """Return a field's text as tokens: text, emphasis, links, and citations with their key in `meta`."""
    return PARSER.parseInline(text, {})[0].children or []


def without_tail(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text up to the citations that end it, and their keys."""
    first = text.find("[^")
    tail = _TAIL.search(text, len(text[:first].rstrip())) if first >= 0 else None
    if not tail or text[: tail.start()].endswith("\\"):
        return text, ()
    return text[: tail.start()], tuple(CITATION.findall(tail[0]))


def is_marked(text: str) -> bool:
    """Return whether a text may hold Markdown; False is sure."""
    return bool(_MARKED.search(text))


def has_marks(text: str) -> bool:
    """Return whether the parser finds emphasis or a link in the text."""
    return is_marked(text) and any(
        token.type not in ("text", "citation", "text_special") for token in parse_inline(text)
    )


@lru_cache(maxsize=2**15)
def citations(text: str) -> tuple[str, ...]:
    """Return the keys of the sources that `text` cites as Markdown footnotes, in order, each once."""
    if "[^" not in text:
        return ()
    body, keys = without_tail(text)
    found = [token.meta["key"] for token in parse_inline(body) if token.type == "citation"] if "[^" in body else []
    return tuple(dict.fromkeys((*found, *keys)))


def without_citations(text: str) -> str:
    """Return `text`, its Markdown as typed, with its footnote citations taken off."""
    return CITATION.sub("", text).strip()


@lru_cache(maxsize=2**15)
def plain_text(text: str) -> str:
    """Return `text` without citations, link targets and emphasis marks, for indexes and exports."""
    body, _ = without_tail(text)
    if is_marked(body):
        body = "".join(token.content for token in parse_inline(body) if token.type != "citation")
    return body.strip()
