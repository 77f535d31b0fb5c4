"""Where the pages of the site offer guides."""

import re
from functools import partial
from pathlib import Path

import pytest

from generator.linking import Links
from generator.model import Library
from generator.publishing import Page, make_pages
from generator.publishing import guides as guides_of_publishing
from generator.publishing.guides import (
    Guide,
    GuideKind,
    PrintedFile,
    PrintedGuide,
    Site,
    guides_where_read,
    make_guides,
)
from generator.publishing.translated import TranslationState
from generator.wording import size

pytestmark = pytest.mark.xdist_group("guides")


@pytest.fixture(scope="module")
def printed(guides: tuple[Guide, ...]) -> tuple[PrintedGuide, ...]:
    """All guides as if they had been printed, each of another length and size."""
    files = [PrintedFile(Path(f"{number}.pdf"), number, 150 * number) for number in range(1, len(guides) + 1)]
    return tuple(PrintedGuide(guide, partial(lambda one: one, file)) for guide, file in zip(guides, files, strict=True))


@pytest.fixture(scope="module")
def pages(real_library: Library, real_links: Links, printed: tuple[PrintedGuide, ...]) -> dict[str, Page]:
    return {page.path: page for page in make_pages(real_library, real_links, None, printed)}


def test_the_page_of_guides_lists_all_with_pages_and_size(
    pages: dict[str, Page], printed: tuple[PrintedGuide, ...]
) -> None:
    body = pages["guides/index.md"].body
    for one in printed:
        _, _, rest = body.partition(f'href="../{one.guide.path}"')
        said = rest.partition("</td>")[0] or rest
        assert f"{one.pages} page" in said[:400], one.guide.path
        assert size(one.size) in said[:400], one.guide.path


def test_each_practice_city_and_area_offers_its_own(pages: dict[str, Page], printed: tuple[PrintedGuide, ...]) -> None:
    folder = {GuideKind.BRIEF: "practices", GuideKind.CITY: "cities", GuideKind.AREA: "areas"}
    count = 0
    for one in printed:
        if one.guide.kind in folder:
            body = pages[f"{folder[one.guide.kind]}/{one.guide.subject}.md"].body
            assert f'/{one.guide.path}">' in body, one.guide.path
            count += 1
    assert count == len(printed) - 2


def test_without_printed_guides_no_page_offers_one(real_library: Library, real_links: Links) -> None:
    for page in make_pages(real_library, real_links):
        assert not re.search(r'href="[^":]*\.pdf"', page.body), page.path


@pytest.mark.parametrize("is_partial", [True, False])
def test_a_brief_is_printed_in_a_language_where_all_of_it_is_translated(
    small_library: Library, small_links: Links, is_partial: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = TranslationState("en", None, is_partial, False)
    monkeypatch.setattr(guides_of_publishing, "translation_of", lambda *_: state)
    paths = {
        guide.path for guide in guides_where_read(make_guides(small_library, small_links, Site("")), small_library)
    }
    assert ("guides/practices/boulder-co/nurses.pdf" in paths) is not is_partial
    assert "guides/cities/boulder-co.pdf" not in paths, "nobody there reads it in another language"
    assert "guides/getting-ready-letter.pdf" in paths


def test_no_guide_is_dated_before_the_newest_change_of_what_it_tells(
    real_library: Library, guides: tuple[Guide, ...]
) -> None:
    briefs = [guide for guide in guides if guide.kind is GuideKind.BRIEF]
    assert [one.day for one in briefs] == [real_library.practice_by_id[one.subject].updated for one in briefs]
    for one in guides:
        if one.kind is GuideKind.CITY:
            own = (practice.updated for practice in real_library.practices_of_city.get(one.subject, ()))
            assert one.day >= max(own, default=""), one.subject
