"""No English is left on a page in another language, but names and what is marked as English."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import html
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from generator.model import Library
from tests.drawn import apart

pytestmark = pytest.mark.slow
LEAST_WORDS = 6
"""Of fewer words nobody tells the language for sure; messages of ours are held complete by test_catalogues."""
SURE = 0.99
LEFT_OUT = ("script", "style", "code", "pre", "svg")
NAMES = ("pb-sources", "pb-cite-this", "pb-form__example")
"""Parts that hold names: titles of sources as they were published, and what is to be quoted."""
VALUES = "comparison, change, figure, no-effect"
"""What a column of the data may hold, as it stands there."""
ATTRIBUTES = ("aria-label", "placeholder", "title", "alt")


@cache
def identifier() -> LanguageIdentifier:
    known = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known.set_languages(["en", "es", "pt"])
    return known


def texts_of(page: Path, language: str) -> Iterator[str]:
    """The texts and labels of a page that are said to be in its language."""

    def below(element: html.HtmlElement, spoken: str) -> Iterator[str]:
        if element.tag in LEFT_OUT or not isinstance(element.tag, str):
            return
        spoken = element.get("lang", spoken)
        if any(name in element.get("class", "") for name in NAMES) or element.get("translate") == "no":
            return
        if spoken.startswith(language):
            yield from filter(None, (element.text, *(element.get(name) for name in ATTRIBUTES)))
        for child in element:
            yield from below(child, spoken)
            if child.tail and spoken.startswith(language):
                yield child.tail

    whole = html.fromstring(page.read_bytes())
    return below(whole.body, whole.get("lang", ""))


@cache
def texts_in(site: Path, language: str) -> tuple[tuple[str, str], ...]:
    """Each text of the pages in a language once in each page, with the page; they are read once for all that ask."""
    root = site if language == "en" else site / language
    pages = [page for page in sorted(root.rglob("*.html")) if page.relative_to(root).parts[0] not in ("es", "pt")]
    assert len(pages) > 900
    return tuple(
        (text, page.relative_to(root).as_posix()) for page in pages for text in dict.fromkeys(texts_of(page, language))
    )


@pytest.mark.parametrize("language", apart("texts", ["es", "pt"]))
def test_no_sentence_is_english(site: Path, language: str) -> None:
    seen: dict[str, str] = {}
    for text, page in texts_in(site, language):
        seen.setdefault(" ".join(text.split()), page)
    sentences = {text: place for text, place in seen.items() if text.count(" ") >= LEAST_WORDS - 1}
    assert len(sentences) > 5000
    english = {text: place for text, place in sentences.items() if is_english(text) and not text.startswith(VALUES)}
    assert english == {}


def test_passages_that_audits_quote_are_marked_with_their_language(real_library: Library) -> None:
    quoted = [finding for audit in real_library.audits for finding in audit.findings if finding.passage]
    told = {finding.passage: identifier().classify(finding.passage) for finding in quoted}
    sure = [finding for finding in quoted if told[finding.passage][1] > SURE]
    assert len(sure) > 30
    assert [one for one in sure if told[one.passage][0] != one.language] == []


def is_english(text: str) -> bool:
    language, share = identifier().classify(text)
    return bool(language == "en" and share > SURE)
