"""Dates stand on pages in the words of their language, not as machines write them."""

import re
from pathlib import Path

import pytest

from tests.drawn import apart
from tests.publishing.test_no_english_left import texts_in

pytestmark = pytest.mark.slow
ISO = re.compile(r"(?<![\w/.=-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w/-])")
FORMATS = {"contribute/fields/index.html", "data/index.html"}
"""Pages that say how a file holds a date."""


@pytest.mark.parametrize("language", apart("texts", ["en", "es", "pt"]))
def test_no_date_is_written_as_machines_write_it(site: Path, language: str) -> None:
    found = {text: page for text, page in texts_in(site, language) if page not in FORMATS and ISO.search(text)}
    assert found == {}
