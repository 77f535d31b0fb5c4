"""Python, which makes the index, and the browser, which reads queries, agree on what a word is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.language.words import words_in
from generator.model import Library

NASTY = (
    "Bogotá’s 311-line: São Paulo's K-12, O'Hare's",
    "ÄÖÜ ß ﬁre ½ ① ２４ ٣ Ⅷ İstanbul ŁÓDŹ",
    "naïve café\u0301 re\u0301sume\u0301 e-mail\u00adlist",
    "<b>data</b>&amp;{{7*7}} $5,000.00 50% #1 C++ A/B",
    "日本 word 한국 \u200bzero\u200dwidth",
    "''s s's ’s 's",
)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the site."""
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


def test_both_find_the_same_words(page: Page, address: str, real_library: Library) -> None:
    texts = [*NASTY, *(text for practice in real_library.practices for text in (practice.title, *practice.statements))]
    theirs = page.evaluate(
        "async ([root, texts]) => texts.map((await import(root + 'assets/search/words.js')).wordsIn)", [address, texts]
    )
    assert [(text, words) for text, words in zip(texts, theirs, strict=True) if words != words_in(text)] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ambulence", "ambulance"), ("evictoin", "eviction"), ("neighborhod", "neighborhood"), ("goats", None)],
)
def test_one_slip_is_mended_and_what_is_another_word_is_left(
    page: Page, address: str, typed: str, meant: str | None
) -> None:
    found = page.evaluate(
        """async ([root, typed]) => {
            const { search } = await import(root + 'assets/search/engine.js');
            const { open } = await import(root + 'assets/search/store.js');
            const result = await search(await open(), typed);
            return [result.corrections, result.unknown];
        }""",
        [address, typed],
    )
    assert found == ([[[typed, meant]], []] if meant else [[], [typed]])
