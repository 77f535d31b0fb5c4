"""The page "Readiness" with files: saved, loaded, merged, refused; cleared, and brought back."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model import Assessment, Library
from generator.reading import read_assessment
from tests.assessments import FILLED, FORM
from tests.axe import assert_open_to_everyone
from tests.browser.readiness import a_file, answer, choose, given, opened, question, ready, said
from tests.site import Watched

EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    """The page, ready; whatever a test does, nothing goes wrong on it and no request leaves the site."""
    yield opened(watched)
    assert watched.troubles == []


def test_what_is_saved_is_read_by_python_and_loaded_again_elsewhere(
    page: Page, real_library: Library, tmp_path: Path, browser: Browser, address: str
) -> None:
    choose(page, "Load a file", a_file("ana.json", FILLED))
    expect(said(page)).to_have_text("Loaded ana.json: 2 answers.")
    page.locator("#pb-by").press("End")
    page.keyboard.type(" & Ben")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    name = download.value.suggested_filename
    assert re.fullmatch(r"self-assessment-omaha-ne-ana-ruiz-ben-\d{4}-\d\d-\d\d\.json", name)
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    read, _ = read_assessment(path, real_library)
    expected = Assessment.model_validate({**FILLED, "by": "Ana Ruiz & Ben", "saved": read.saved})
    assert read == expected
    context = browser.new_context()
    other = opened(Watched(context.new_page(), address))
    choose(other, "Load a file", {"name": "saved.json", "mimeType": "", "buffer": path.read_bytes()})
    expect(said(other)).to_have_text("Loaded saved.json: 2 answers.")
    assert given(other) == {"DM1": "partly", "LC1": "yes"}
    expect(other.get_by_role("combobox", name="Your city")).to_have_value("Omaha, NE")
    expect(other.get_by_label("Note on DM1")).to_have_value(FILLED["answers"]["DM1"]["note"])
    context.close()


def test_a_loaded_file_that_takes_the_place_of_answers_can_be_taken_back(page: Page) -> None:
    answer(page, DM2="No")
    choose(page, "Load a file", a_file("ana.json", FILLED))
    expect(said(page)).to_contain_text("in place of what was here")
    assert "DM2" not in given(page)
    page.get_by_role("button", name="Undo").click()
    assert given(page) == {"DM2": "no"}
    expect(said(page)).to_be_focused()


def test_files_of_several_people_are_merged_and_where_they_differ_one_answer_is_chosen(page: Page) -> None:
    page.get_by_label("Filled in by").fill("Ana")
    answer(page, DM1="Yes", DM2="Yes")
    ben = {"DM1": {"answer": "no", "note": "No calendar"}, "DM3": {"answer": "yes"}, "OD1": {"answer": "partly"}}
    cdo = {"DM1": {"answer": "no"}, "DM2": {"answer": "yes", "note": "Since 2021"}, "OD1": {"answer": "no"}}
    files = [a_file("b.json", {**FORM, "by": "Ben", "answers": ben}), a_file("cdo.json", {**FORM, "answers": cdo})]
    choose(page, "Merge several people’s files", *files)
    dialog = page.get_by_role("dialog", name="Where answers differ")
    expect(dialog).to_contain_text("2 answers differ")
    governance = dialog.get_by_role("group", name=re.compile("^DM1 "))
    assert re.sub(r"\s+", " ", governance.locator("label").nth(1).inner_text()) == "No Ben, cdo.json Ben: “No calendar”"
    dialog.get_by_role("button", name="Use these answers").click()
    expect(dialog).to_contain_text("Not chosen yet: DM1.")
    expect(governance.get_by_role("radio", name="Yes")).to_be_focused()
    page.keyboard.press("ArrowDown")
    dialog.get_by_role("group", name=re.compile("^OD1 ")).get_by_role("radio", name="Partly").check()
    assert_open_to_everyone(page)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    assert given(page) == {"DM1": "no", "DM2": "yes", "DM3": "yes", "OD1": "partly"}
    expect(page.get_by_label("Note on DM2")).to_have_value("Since 2021")
    expect(page.get_by_label("Filled in by")).to_have_value("Ana, Ben")
    expect(said(page)).to_contain_text("Merged 3 sets of answers: 4 answers.")
    page.get_by_role("button", name="Undo").click()
    assert given(page) == {"DM1": "yes", "DM2": "yes"}


def test_notes_and_ticks_of_all_are_kept_and_giving_up_changes_nothing(page: Page, real_library: Library) -> None:
    first, second, *_ = real_library.criterion_by_code["DM1"].checks
    ben = {**FORM, "by": "Ben", "answers": {"DM1": {"answer": "no", "checks": [second], "note": "Late"}}}
    eva = {**FORM, "by": "Eva", "answers": {"DM1": {"answer": "no", "checks": [first], "note": "a" * 1999}}}
    choose(page, "Merge several people’s files", a_file("b.json", ben), a_file("e.json", eva))
    expect(said(page)).to_contain_text("DM1: the notes together were too long, and their end was cut.")
    expect(page.get_by_label("Note on DM1")).to_have_value(re.compile("^Ben: Late\nEva: aaa.*a…$", re.DOTALL))
    expect(question(page, "DM1").locator(":checked")).to_have_count(3)
    choose(page, "Merge several people’s files", a_file("f.json", {**FORM, "answers": {"DM1": {"answer": "yes"}}}))
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(said(page)).to_contain_text("Nothing was merged.")
    assert given(page) == {"DM1": "no"}


def test_everything_is_cleared_after_a_question_and_can_be_brought_back(page: Page) -> None:
    choose(page, "Load a file", a_file("ana.json", FILLED))
    clear = page.get_by_role("button", name="Clear everything").first
    clear.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Keep them").click()
    assert len(given(page)) == 2
    clear.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Clear everything").click()
    assert given(page) == {}
    assert page.evaluate("localStorage.getItem('peerbook-self-assessment')") is None
    expect(page.get_by_role("combobox", name="Your city")).to_have_value("")
    expect(clear).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert len(given(page)) == 2
    expect(page.get_by_role("combobox", name="Your city")).to_have_value("Omaha, NE")
    page.reload()
    ready(page)
    assert len(given(page)) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("not json", "it is not JSON"),
        ({**FORM, "answers": {"DM1": {"answer": "maybe"}, "ZZ1": {}}}, "DM1: the answer is “maybe”"),
        ({**FORM, "answers": {"DM1": {"answer": "maybe"}, "ZZ1": {}}}, "“ZZ1” is not a criterion of the standard."),
        ({**FORM, "answers": {EVIL: {}}}, "“<img src=x onerror=alert(1)>"),
        (json.dumps(FORM) + " " * 300_000, "The file has 294 KiB; a saved self-assessment has at most 256."),
    ],
)
def test_a_file_that_is_not_right_is_refused_in_words_and_changes_nothing(page: Page, data: Any, words: str) -> None:
    answer(page, DM1="Yes")
    choose(page, "Load a file", a_file(EVIL.replace("/", "") + ".json", data))
    expect(said(page)).to_contain_text("was not loaded. Your answers are as they were.")
    expect(said(page)).to_contain_text(words)
    assert given(page) == {"DM1": "yes"}


def test_hostile_text_is_shown_as_typed(page: Page) -> None:
    ana = {**FORM, "by": EVIL, "answers": {"DM1": {"answer": "yes", "note": EVIL}}}
    ben = {**FORM, "by": "B" + EVIL, "answers": {"DM1": {"answer": "no", "note": EVIL}}}
    choose(page, "Load a file", a_file("a.json", ana))
    expect(page.get_by_label("Note on DM1")).to_have_value(EVIL)
    choose(page, "Merge several people’s files", a_file("b.json", ben))
    expect(page.get_by_role("dialog")).to_contain_text(f"B{EVIL}: “{EVIL}”")
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    expect(page.locator("[data-code=DM1] .pb-paper-note")).to_have_text(EVIL)
    expect(page.locator("[data-paper=by]")).to_have_text(EVIL)
    assert page.locator(".pb-readiness img").count() == 0
