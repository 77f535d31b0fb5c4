"""Hand-written pages as the search finds them."""

from pathlib import Path

from generator.publishing.search.guides import guides_among


def test_words_of_html_tags_are_not_looked_for(tmp_path: Path) -> None:
    text = """---
description: How to share.
---

# Share

<a class="pb-button" href="form/">Add a practice</a>, or <a id="by-hand"></a>by hand: `a < b > c`.
"""
    (tmp_path / "share.md").write_text(text, encoding="utf-8")
    (page,) = guides_among([], tmp_path)
    assert (page.url, page.title, page.description) == ("share/", "Share", "How to share.")
    assert " ".join(page.text.split()) == "# Share Add a practice , or by hand: `a < b > c`."
