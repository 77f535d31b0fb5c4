"""What holds of every printed guide: anyone can read it, it is printed once, and it prints texts as typed."""

import io
import os
import runpy
import string
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader

from generator.linking import Links
from generator.model import Library, Practice
from generator.publishing.digests import Digests
from generator.publishing.guides import (
    Guide,
    GuideKind,
    Paper,
    PrintedGuide,
    Site,
    make_guides,
    print_guide,
    print_guides,
    printing,
)
from generator.publishing.guides.digests import digest_of_guide
from generator.publishing.guides.letters import MISSING, printable
from generator.publishing.typesetting import FONTS
from generator.wording import ENGLISH, Language, as_written, in_language, read_language
from tests.builders import PRACTICE
from tests.conftest import FULL, ROOT
from tests.pdf_ua import failures
from tests.publishing.guides.conftest import HOSTILE, printed_text, text_of, texts_of

pytestmark = pytest.mark.slow
SIZES = {Paper.LETTER: (612, 792), Paper.A4: (595, 842)}
"""Width and height in points."""
FOOT = 60
"""So many points above its lower edge a page has its number."""


def content_of(printed: PrintedGuide) -> bytes:
    return printed.file.read_bytes()


def test_every_guide_meets_pdf_ua(printed: tuple[PrintedGuide, ...]) -> None:
    broken = {one.guide.path: found for one in printed if (found := failures(content_of(one)))}
    assert broken == {}


def test_the_checker_finds_what_is_broken(printed: tuple[PrintedGuide, ...]) -> None:
    shortest = min(printed, key=lambda one: one.pages)
    content = content_of(shortest).replace(b"/Marked true", b"/Marked nope")
    assert {failure.rule for failure in failures(content)} >= {"6.2-1"}


def test_there_is_a_guide_for_everything(guides: tuple[Guide, ...], real_library: Library) -> None:
    counts = Counter(guide.kind for guide in guides)
    assert counts == {
        GuideKind.GETTING_READY: 2,
        GuideKind.AREA: 2 * len(real_library.standard.areas),
        GuideKind.CITY: len(real_library.cities),
        GuideKind.BRIEF: len(real_library.practices),
    }


def test_every_brief_has_two_pages_the_worksheet_on_the_second(printed: tuple[PrintedGuide, ...]) -> None:
    for one in printed:
        if one.guide.kind is GuideKind.BRIEF:
            reader = PdfReader(one.file)
            pages = {str(mark["/Title"]): reader.get_destination_page_number(mark) for mark in bookmarks(reader)}
            assert len(reader.pages) == one.pages == 2, one.guide.path
            assert pages["Would it work here? A worksheet"] == 1, one.guide.path
            assert pages["What nobody knows"] == 0, one.guide.path


@pytest.mark.parametrize(("folder", "code"), [("", "en"), ("es", "es-419"), ("pt", "pt-BR")])
def test_the_briefs_with_the_longest_sources_and_corrections_have_two_pages_in_each_language(
    real_library: Library, real_links: Links, folder: str, code: str
) -> None:
    def below_the_worksheet(practice: Practice) -> int:
        named = sum(len(source.title) + len(source.publisher or "") for source in practice.sources.values())
        return named + sum(len(correction.text) for correction in practice.corrections)

    library, language = as_written(real_library), ENGLISH
    if folder:
        library, language = in_language(library, folder, read_language(code, ROOT / "messages"))
    most = len(library.practices) if FULL else 8
    longest = {one.id for one in sorted(library.practices, key=below_the_worksheet)[-most:]}
    guides = make_guides(library, real_links, Site("https://peerbook.example/", language))
    briefs = [one for one in guides if one.kind is GuideKind.BRIEF and one.subject in longest]
    assert len(briefs) == most
    for brief in briefs:
        assert len(PdfReader(io.BytesIO(print_guide(brief))).pages) == 2, brief.path
    assert failures(print_guide(briefs[0])) == []


def test_no_page_on_an_area_or_a_city_is_more_than_half_empty(printed: tuple[PrintedGuide, ...]) -> None:
    for one in printed:
        if one.guide.kind in (GuideKind.AREA, GuideKind.CITY):
            _cover, *inside, _notes = PdfReader(one.file).pages
            for number, page in enumerate(inside, start=2):
                assert lowest_line(page) < float(page.mediabox.height) / 2, (one.guide.path, number)


def lowest_line(page: PageObject) -> float:
    """Where the last line of text above the foot of a page stands, in points from below."""
    heights: list[float] = []

    def visit(text: str, place: Any, *_: Any) -> None:
        if text.strip() and place[5] > FOOT:
            heights.append(place[5])

    page.extract_text(visitor_text=visit)
    return min(heights)


def bookmarks(reader: PdfReader) -> list[Any]:
    """Bookmarks of the first level."""
    return [mark for mark in reader.outline if not isinstance(mark, list)]


def test_every_guide_has_title_language_bookmarks_and_its_own_fonts(printed: tuple[PrintedGuide, ...]) -> None:
    for one in printed:
        reader = PdfReader(one.file)
        root: Any = reader.trailer["/Root"]
        assert reader.metadata is not None
        assert reader.metadata.title == printable(one.guide.title)
        assert root["/Lang"] == "en-US"
        assert len(bookmarks(reader)) >= 3, one.guide.path
        fonts = fonts_of(reader)
        assert "PublicSans" in {name.partition("-")[0] for name, _ in fonts}
        assert all(embedded for _, embedded in fonts), one.guide.path


def fonts_of(reader: PdfReader) -> set[tuple[str, bool]]:
    """Name of each font without the mark of a subset, and whether it is embedded."""
    found = set()
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            name = descendant["/BaseFont"].partition("+")[2]
            found.add((name, any(key in descriptor for key in ("/FontFile2", "/FontFile3"))))
    return found


def test_paper_follows_the_country(guides: tuple[Guide, ...], real_library: Library) -> None:
    by_path = {guide.path: guide for guide in guides}
    for path, paper in (
        ("guides/cities/boulder-co.pdf", Paper.LETTER),
        ("guides/cities/bogota-colombia.pdf", Paper.LETTER),
        ("guides/cities/fortaleza-brazil.pdf", Paper.A4),
        ("guides/getting-ready-a4.pdf", Paper.A4),
        ("guides/getting-ready-letter.pdf", Paper.LETTER),
    ):
        box = PdfReader(io.BytesIO(print_guide(by_path[path]))).pages[0].mediabox
        assert (round(box.width), round(box.height)) == SIZES[paper], path
    assert {city.country for city in real_library.cities} >= {"US", "BR", "CO"}


def test_pages_are_numbered_and_say_where_they_are(printed: tuple[PrintedGuide, ...]) -> None:
    pages = PdfReader(next(one.file for one in printed if one.guide.kind is GuideKind.CITY)).pages
    for number, page in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in page.extract_text()
    assert "Sources" in pages[-1].extract_text().splitlines()[0]


def test_every_page_of_the_site_is_led_back_to(printed: tuple[PrintedGuide, ...]) -> None:
    for one in printed:
        page = one.guide.data()["page"]
        links = {
            annotation.get_object()["/A"].get("/URI")
            for annotation in PdfReader(one.file).pages[0].get("/Annots", [])
            if "/A" in annotation.get_object()
        }
        assert page["url"] in links, one.guide.path

    for one in {one.guide.kind: one for one in printed}.values():
        short = one.guide.data()["page"]["short"]
        assert any(short in text.replace(" ", "") for text in texts_of(content_of(one))), one.guide.path


def test_every_cited_number_has_its_endnote(printed: tuple[PrintedGuide, ...]) -> None:
    def numbers(value: Any) -> set[int]:
        if isinstance(value, list | tuple):
            inner = set().union(*map(numbers, value))
            return inner | set(value[1]) if len(value) == 2 and value[0] == "cite" else inner
        return set().union(*map(numbers, value.values())) if isinstance(value, dict) else set()

    for one in printed:
        data = one.guide.data()
        assert numbers(data) == set(range(1, len(data["endnotes"]) + 1)), one.guide.path


def test_the_same_guide_gives_the_same_bytes(guides: tuple[Guide, ...]) -> None:
    first = {guide.kind: guide for guide in guides}
    for guide in first.values():
        assert print_guide(guide) == print_guide(guide)


def test_an_unchanged_guide_is_not_printed_again(
    guides: tuple[Guide, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = guides[-3:]
    before = [one.file for one in print_guides(some, tmp_path)]
    monkeypatch.setattr(printing, "_set", lambda guide, _: pytest.fail(f"{guide.path} was printed again"))
    assert [one.file for one in print_guides(some, tmp_path)] == before


def test_of_an_unchanged_guide_not_even_the_data_are_made(guides: tuple[Guide, ...], tmp_path: Path) -> None:
    some = [guide for guide in guides if guide.kind in (GuideKind.BRIEF, GuideKind.CITY)][-3:]
    before = [one.file for one in print_guides(some, tmp_path)]
    kept = [replace(guide, data=lambda: pytest.fail("its data were made")) for guide in some]
    assert [one.file for one in print_guides(kept, tmp_path)] == before
    list(print_guides([guide for guide in guides if guide not in some][-2:], tmp_path))  # as another language does
    assert [one.file for one in print_guides(kept, tmp_path)] == before
    (tmp_path / printing.KEYS).write_text('["spoilt"]')
    assert [one.file for one in print_guides(some, tmp_path)] == before


def test_the_digest_of_a_guide_changes_with_all_that_is_in_it(small_library: Library, small_links: Links) -> None:
    guides = make_guides(small_library, small_links, Site(""))
    brief = next(guide for guide in guides if guide.kind is GuideKind.BRIEF)
    city = next(guide for guide in guides if guide.kind is GuideKind.CITY)
    made_of: tuple[Any, ...] = brief.made_of or ()
    practice, own, adoption, network, site = made_of
    digests = Digests()
    assert digest_of_guide(brief, digests) == digest_of_guide(brief, Digests())
    others = [
        replace(brief, made_of=(practice.model_copy(update={"lessons": ("Another.",)}), own, adoption, network, site)),
        replace(brief, made_of=(practice, own.model_copy(update={"name": "Elsewhere"}), adoption, network, site)),
        replace(brief, made_of=(practice, own, adoption.model_copy(update={"facts": ()}), network, site)),
        replace(brief, made_of=(practice, own, adoption, network, Site("https://city.example/"))),
        replace(brief, made_of=(practice, own, adoption, network, Site("", Language("es")))),
        replace(brief, network=network.model_copy(update={"organizations": ("Another",)})),
        replace(brief, title="Another"),
        city,
    ]
    assert len({digest_of_guide(guide, digests) for guide in (brief, *others)}) == 1 + len(others)


def test_a_changed_guide_or_template_is_printed_anew(
    guides: tuple[Guide, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = guides[-1]
    (before,) = print_guides([guide], tmp_path)
    changed = replace(guide, title="Another title that is not yet printed")
    (after,) = print_guides([changed], tmp_path)
    assert after.file != before.file
    monkeypatch.setattr(printing, "_press", lambda: "other templates")
    (again,) = print_guides([guide], tmp_path)
    assert again.file not in (before.file, after.file)


def test_a_guide_that_nobody_asks_for_leaves_the_cache(guides: tuple[Guide, ...], tmp_path: Path) -> None:
    old = tmp_path / "0123-2.pdf"
    old.write_bytes(b"old")
    os.utime(old, (0, 0))
    list(print_guides(guides[-1:], tmp_path))
    assert not old.exists()


def test_no_font_kerns_a_space() -> None:
    dropped = runpy.run_path(str(ROOT / "vendor" / "fonts.py"))["without_space_kerning"]
    fonts = list(FONTS.glob("*.ttf"))
    assert len(fonts) == 4
    assert [path.name for path in fonts if dropped(TTFont(path))] == []


def test_code_is_printed_as_typed(hostile_brief: Guide) -> None:
    content = print_guide(hostile_brief)
    wanted = "".join(HOSTILE.split())
    assert "".join(text_of(content).split()).count(wanted) >= 2
    assert failures(content) == []


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_no_text_stops_the_print(guides: tuple[Guide, ...], text: str) -> None:
    guide = guides[-1]
    data = {**guide.data(), "unknown": [[printable(text)]], "city": printable(text)}
    assert print_guide(replace(guide, data=lambda: data)).startswith(b"%PDF")


def test_a_letter_that_no_font_has_is_a_white_square() -> None:
    assert printable("Ñandú → 救急 ő") == f"Ñandú → {MISSING}{MISSING} ő"
    assert printable(string.printable.strip()) == string.printable.strip()


def test_a_long_practice_still_fits_and_says_what_is_left_out(brief_of: Callable[[str], Guide]) -> None:
    step = "  - The city put nurses into the call center.[^report][^news]\n"
    assert step in PRACTICE
    many = "".join(
        f"  - Step {number} of a very long way that nobody can take in one day.[^report][^news]\n"
        for number in range(40)
    )
    content = print_guide(brief_of(PRACTICE.replace(step, many)))
    assert len(PdfReader(io.BytesIO(content)).pages) == 2
    assert "more on the page" in text_of(content)


def test_a_practice_without_results_says_so(brief_of: Callable[[str], Guide]) -> None:
    text = PRACTICE[: PRACTICE.index("results:")] + PRACTICE[PRACTICE.index("evidence:") :]
    text = text.replace(PRACTICE[PRACTICE.index("  level: ") :].splitlines()[0], "  level: descriptive")
    assert "No source that we found reports a result." in printed_text(brief_of(text))


def foreign_file(path: Path, _: Path) -> None:
    path.write_bytes(b"%PDF-1.7 somebody else's")


def cut_off(path: Path, _: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def a_link(path: Path, outside: Path) -> None:
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)


def a_folder(path: Path, _: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path, _: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def dangling(path: Path, outside: Path) -> None:
    path.unlink()
    path.symlink_to(outside / "nowhere")


@pytest.mark.parametrize("spoil", [foreign_file, cut_off, a_link, a_folder, a_pipe, dangling])
def test_a_cached_guide_is_believed_by_its_bytes_alone(
    tmp_path: Path, brief_of: Callable[[str], Guide], spoil: Callable[[Path, Path], None]
) -> None:
    guide, cache = brief_of(PRACTICE), tmp_path / "cache"
    [first] = print_guides([guide], cache)
    content = content_of(first)
    spoil(first.file, tmp_path / "outside.pdf")
    [again] = print_guides([guide], cache)
    assert content_of(again) == content
    assert again.file.is_file()
    assert not again.file.is_symlink()


def test_odd_entries_in_the_cache_do_no_harm(tmp_path: Path, brief_of: Callable[[str], Guide]) -> None:
    cache = tmp_path / "cache"
    (cache / "folder").mkdir(parents=True)
    (cache / "gone").symlink_to("nowhere")
    (cache / "a-b-c.pdf").write_text("x")
    (cache / f"{'0' * 64}-2-{'0' * 64}.pdf").mkdir()
    [printed] = print_guides([brief_of(PRACTICE)], cache)
    assert printed.pages == 2
