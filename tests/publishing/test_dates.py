"""Dates stand on pages in the words of their language, not as machines write them."""

import re
from pathlib import Path

import pytest

from tests.publishing.test_no_english_left import texts_of

pytestmark = pytest.mark.slow
ISO = re.compile(r"(?<![\w/.=-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w/-])")
FORMATS = {"contribute/fields/index.html", "data/index.html"}
"""Pages that say how a file holds a date."""


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_no_date_is_written_as_machines_write_it(site: Path, language: str) -> None:
    root = site if language == "en" else site / language
    pages = [page for page in root.rglob("*.html") if page.relative_to(root).parts[0] not in ("es", "pt")]
    assert len(pages) > 900
    found = {
        text: page.relative_to(site).as_posix()
        for page in pages
        if page.relative_to(root).as_posix() not in FORMATS
        for text in texts_of(page, language)
        if ISO.search(text)
    }
    assert found == {}
