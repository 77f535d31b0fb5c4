"""The form "Add a practice" as people use it: on a phone, by keyboard, over several visits; mending; a new city."""

import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from generator.contributing import Draft, from_markdown, make
from generator.reading import read_library
from tests.axe import assert_open_to_everyone
from tests.browser.contribute import (
    choose_city,
    file_text,
    kept,
    on,
    opened,
    problem_with_source,
    ready,
    settled,
    short_practice,
    unfold,
    write,
    wrong,
)  # fmt: skip
from tests.conftest import ROOT
from tests.site import FRAME, Watched, without_fading

REPOSITORY = "https://github.com/owner/name"
TITLE = "Boulder texts residents the day before street sweeping"


@pytest.fixture
def watched_phone(browser: Browser, address: str) -> Iterator[Watched]:
    """A page as wide as a phone; whatever a test does, nothing goes wrong on it and no request leaves the site."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    watched = Watched(context.new_page(), address)
    yield watched
    assert watched.troubles == []
    context.close()


@pytest.fixture
def phone(watched_phone: Watched) -> Page:
    """The form, empty."""
    return opened(watched_phone)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with the registers of this library and Boulder, to which files are added."""
    for path in (ROOT / "practices").glob("*.yaml"):
        shutil.copy(path, tmp_path / path.name)
    for register in tmp_path.glob("audits*.yaml"):
        register.unlink()
    shutil.copytree(ROOT / "practices/boulder-co", tmp_path / "boulder-co")
    return tmp_path


def test_a_practice_is_written_on_a_phone_and_its_file_passes_the_checker(phone: Page, library: Path) -> None:
    choose_city(phone, "boul", "Boulder, CO")
    expect(phone.get_by_text("Written up already")).to_be_visible()
    on(phone)
    short_practice(phone, TITLE)
    expect(phone.get_by_text("Nothing is missing")).to_be_visible()
    expect(phone.locator(".pb-preview .pb-figure")).to_have_text("9,000 → 6,000 ")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    slug = "sweeping-texts"
    expect(phone.get_by_text("Set for you")).to_have_text(re.compile(r"sources on [A-Z][a-z]+ [0-9]{1,2}, 20[0-9]{2}$"))
    phone.get_by_text("Set for you").click()
    phone.get_by_label("Short name").fill("")
    expect(phone.get_by_text("One thing is still missing")).to_be_visible()
    phone.get_by_label("Short name").fill(slug)
    expect(phone.get_by_text("Nothing is missing")).to_be_visible()
    expect(phone.locator(".pb-file h3")).to_have_text(f"practices/boulder-co/{slug}.yaml")
    write(library, f"boulder-co/{slug}.yaml", file_text(phone))
    practice = read_library(library).practice_by_id[f"boulder-co/{slug}"]
    assert (practice.title, practice.evidence.level) == (TITLE, "before-after")


def test_once_a_city_is_chosen_nothing_lies_on_what_is_told_of_it_nor_on_the_next_step(phone: Page) -> None:
    choose_city(phone, "boul", "Boulder, CO")
    expect(phone.get_by_text("Written up already")).to_be_visible()
    expect(phone.get_by_role("combobox", name="City")).to_be_focused()
    expect(phone.get_by_role("listbox", name="Cities")).to_be_hidden()
    on(phone, 2)
    phone.mouse.wheel(0, 400)
    phone.mouse.wheel(0, -100)
    expect(phone.locator(".md-top")).to_be_hidden()


def test_every_step_is_open_to_everyone_in_light_and_dark(phone: Page) -> None:
    without_fading(phone)
    choose_city(phone, "boul", "Boulder, CO")
    on(phone)
    problem_with_source(phone, "Nobody knew.", title="The memo")
    for _ in range(6):
        on(phone)
        for folded in phone.locator(".pb-form__main .pb-later > summary").all():
            folded.click()
        if phone.get_by_role("button", name="Add a result").count():
            phone.get_by_role("button", name="Add a result").click()
            phone.get_by_label("With the practice, against").check()
        for scheme in ("default", "slate"):
            phone.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)
            phone.wait_for_timeout(FRAME)
            assert_open_to_everyone(phone, scheme)


def test_what_is_missing_is_listed_and_each_line_leads_to_its_field(phone: Page) -> None:
    phone.get_by_text("All steps").click()
    phone.get_by_role("button", name="9. Check and hand in").click()
    summary = phone.locator(".pb-summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link", name="Level of evidence: This is needed.")).to_be_visible()
    expect(summary.get_by_role("link", name="When did it start? This is needed.")).to_be_visible()
    summary.get_by_role("link", name="In one line").click()
    title = phone.get_by_label("In one line")
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    title.fill("Short")
    expect(wrong(phone, "Write at least 10 characters; these are 5.")).to_be_visible()
    title.fill(TITLE)
    expect(title).not_to_have_attribute("aria-invalid", "true")


def test_a_line_that_one_leaves_with_enter_says_what_is_wrong_with_it(phone: Page) -> None:
    phone.get_by_text("All steps").click()
    phone.get_by_role("button", name="8. Who should find it?").click()
    unfold(phone)
    question = phone.get_by_label("Questions people come with 1", exact=True)
    question.fill("zero fare")
    question.press("Enter")
    expect(phone.get_by_label("Questions people come with 2", exact=True)).to_be_focused()
    expect(wrong(phone, "Write at least 10 characters; these are 9.")).to_be_visible()
    expect(question).to_have_attribute("aria-invalid", "true")


def test_drafts_survive_a_reload_and_go_to_a_file_and_back(watched_phone: Watched, tmp_path: Path) -> None:
    phone = opened(watched_phone)
    choose_city(phone, "boul", "Boulder, CO")
    on(phone)
    problem_with_source(phone, "Nobody knew the day.", title="The memo")
    settled(phone, "Nobody knew the day.[^memo]")
    phone.reload()
    ready(phone)
    expect(phone.get_by_label("The problem 1", exact=True)).to_have_value("Nobody knew the day.")
    phone.locator(".pb-drafts summary").click()
    phone.get_by_label("Name of this draft").fill("Sweeping")
    settled(phone, "Sweeping")
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Save to a file").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    phone.get_by_role("button", name="Begin another").click()
    expect(phone.get_by_label("The problem 1", exact=True)).to_have_value("")
    expect(phone.get_by_role("button", name="Open Sweeping")).to_be_visible()
    with phone.expect_file_chooser() as chooser:
        phone.get_by_role("button", name="Load a file").click()
    chooser.value.set_files(saved)
    expect(phone.get_by_label("The problem 1", exact=True)).to_have_value("Nobody knew the day.")
    assert [draft["name"] for draft in kept(phone)] == ["Sweeping", "Sweeping"]
    with phone.expect_file_chooser() as chooser:
        phone.get_by_role("button", name="Load a file").click()
    chooser.value.set_files({"name": "x.json", "mimeType": "application/json", "buffer": b'{"format": "other"}'})
    expect(phone.get_by_text("This is not a draft that this page saved")).to_be_visible()


def test_what_was_typed_last_is_kept_by_who_leaves_at_once(watched_phone: Watched) -> None:
    page = opened(watched_phone, "?step=approach")
    page.get_by_label("In one line").fill(TITLE)
    page.goto(f"{watched_phone.address}contribute/")  # within the pause after a key
    opened(watched_phone, "?step=approach")
    expect(page.get_by_label("In one line")).to_have_value(TITLE)
    page.get_by_label("In two sentences").fill("It texts them.")
    page.locator(".pb-crumbs a").click()  # which takes the place of this page without a reload
    expect(page.get_by_role("heading", name="Share what your city did")).to_be_visible()
    opened(watched_phone, "?step=approach")
    expect(page.get_by_label("In two sentences")).to_have_value("It texts them.")


def test_the_form_is_filled_in_by_keyboard_alone(watched: Watched) -> None:
    page = opened(watched)
    press, typed = page.keyboard.press, page.keyboard.type
    page.get_by_role("combobox", name="City").focus()
    typed("Boulder")
    expect(page.get_by_role("option", name="Boulder, CO")).to_be_visible()
    press("ArrowDown")
    press("Enter")
    expect(page.get_by_text("It is in the library")).to_be_visible()
    page.get_by_role("button", name="Continue").focus()
    press("Enter")
    expect(page.get_by_role("heading", name="Where can all this be read?")).to_be_focused()
    press("Tab")
    press("Enter")
    expect(page.get_by_label("Title of the page, article or report")).to_be_focused()
    typed("The memo")
    press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Add a source")).to_be_focused()
    page.get_by_role("button", name="Continue").focus()
    press("Enter")
    expect(page.get_by_role("heading", name="What was wrong?")).to_be_focused()
    press("Tab")
    typed("Nobody knew the day.")
    press("Tab")
    expect(page.locator(".pb-cites summary")).to_be_focused()
    expect(page.locator(".pb-cites summary")).to_contain_text("Sources: The memo")
    assert watched.troubles == []


@pytest.mark.parametrize(("language", "typed"), [("es", "desconocido"), ("pt", "Desconhecido")])
def test_a_year_that_nobody_knows_is_typed_in_the_language(watched: Watched, language: str, typed: str) -> None:
    page = watched.open(f"{language}/contribute/form/")
    ready(page)
    page.get_by_role("button", name="4. ").click()
    year = page.locator("[id$=started]")
    year.fill(typed)
    year.blur()
    expect(year).not_to_have_attribute("aria-invalid", "true")
    settled(page, '"started": "unknown"')
    page.reload()
    ready(page)
    expect(page.locator("[id$=started]")).to_have_value(typed.lower())
    assert watched.troubles == []


def test_an_unknown_is_answered_from_the_page_of_the_practice(watched: Watched, library: Path) -> None:
    page = watched.open("practices/boulder-co/eviction-prevention/")
    before = (ROOT / "practices/boulder-co/eviction-prevention.yaml").read_text(encoding="utf-8")
    unknown = yaml.safe_load(before)["unknown"][0]
    page.get_by_role("link", name=unknown).click()
    ready(page)
    expect(page.get_by_label("What nobody knows 1", exact=True)).to_be_focused()
    page.get_by_text("Do you know it? Say where it belongs").first.click()
    page.get_by_role("button", name="Lessons", exact=True).click()
    page.keyboard.type("It took two clerks.")
    page.get_by_role("button", name="9. Check").click()
    expect(page.get_by_text("Nothing is missing")).to_be_visible()
    text = file_text(page)
    write(library, "boulder-co/eviction-prevention.yaml", text)
    mended = read_library(library).practice_by_id["boulder-co/eviction-prevention"]
    assert mended.lessons[-1] == "It took two clerks."
    assert unknown not in mended.unknown
    assert watched.troubles == []


def test_who_mends_a_practice_on_a_phone_chooses_the_part_that_is_wrong(watched_phone: Watched) -> None:
    phone = watched_phone.open("practices/boulder-co/eviction-prevention/")
    phone.get_by_role("link", name="Something wrong here?").click()
    ready(phone)
    expect(phone.get_by_text("Written up already")).to_be_hidden()
    phone.get_by_role("button", name="3. What was wrong?").click()
    expect(phone.get_by_label("The problem 1", exact=True)).not_to_have_value("")
    expect(phone.get_by_role("button", name="3. What was wrong?")).to_be_hidden()


def test_a_city_is_mended(watched: Watched, library: Path) -> None:
    page = watched.open("cities/boulder-co/")
    page.get_by_role("link", name="Something wrong here?").click()
    ready(page)
    page.get_by_label("Residents").fill("105,000")
    page.get_by_label("Residents").blur()
    expect(page.locator("[data-wrong]").first).to_be_visible()
    page.get_by_label("Residents").fill("105000")
    on(page)
    expect(page.get_by_text("Nothing is missing")).to_be_visible()
    write(library, "boulder-co/city.yaml", file_text(page))
    assert read_library(library).city_by_id["boulder-co"].population.count == 105_000
    assert watched.troubles == []


def test_a_city_that_is_not_in_the_library_is_added_with_its_practice(phone: Page, library: Path) -> None:
    choose_city(phone, "omaha", "Omaha, NE")
    expect(phone.get_by_text("Omaha, NE is not in the library yet")).to_be_visible()
    phone.get_by_label("No, or I don’t know").check()
    expect(phone.get_by_role("link", name="See which certified cities are like yours")).to_be_visible()
    phone.get_by_label("Yes").check()
    phone.get_by_label("silver", exact=False).first.check()
    phone.get_by_label("Year in which it was announced").fill("2026")
    phone.get_by_label("Title of the page", exact=True).fill("Omaha is certified")
    phone.locator(".pb-form__main").get_by_label("Web address").fill("https://example.org/omaha")
    phone.get_by_text("Who published it, and when").click()
    date = phone.locator(".pb-form__main").get_by_label("Date")
    date.fill("January 2026")
    date.blur()
    expect(wrong(phone, "Write a date as 2018, 2018-06 or 2018-06-18.")).to_be_visible()
    date.fill("2026-01")
    on(phone)
    short_practice(phone, TITLE.replace("Boulder", "Omaha"))
    expect(phone.get_by_text("Nothing is missing")).to_be_visible()
    slug = phone.get_by_label("Short name").input_value()
    write(library, "omaha-ne/city.yaml", file_text(phone, 0))
    write(library, f"omaha-ne/{slug}.yaml", file_text(phone, 1))
    city = read_library(library).city_by_id["omaha-ne"]
    assert (city.label, city.region, city.certification.year) == ("Omaha, NE", "Midwest", 2026)
    assert city.location
    assert round(city.location.latitude) == 41


@pytest.fixture
def with_repository(watched_phone: Watched) -> Page:
    """A phone that shows the form as it is where the site knows its repository; GitHub answers with nothing."""
    page = watched_phone.page

    def named(route: Route) -> None:
        answer = route.fetch()
        text = answer.text().replace('data-issues=""', f'data-issues="{REPOSITORY}/issues/new"')
        route.fulfill(response=answer, body=text.replace('data-new=""', f'data-new="{REPOSITORY}/new/main/"'))

    page.route(re.compile(r"/contribute/form/(\?.*)?$"), named)
    page.context.route(f"{REPOSITORY}/**", lambda route: route.fulfill(body=""))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return opened(watched_phone)


def test_a_new_city_goes_to_github_with_its_practice_in_one_message(
    with_repository: Page, watched_phone: Watched, library: Path
) -> None:
    page = with_repository
    choose_city(page, "omaha", "Omaha, NE")
    page.get_by_label("Yes").check()
    page.get_by_label("silver", exact=False).first.check()
    page.get_by_label("Year in which it was announced").fill("2026")
    page.get_by_label("Title of the page", exact=True).fill("Omaha is certified")
    page.locator(".pb-form__main").get_by_label("Web address").fill("https://example.org/omaha")
    on(page)
    short_practice(page, TITLE.replace("Boulder", "Omaha"))
    expect(page.get_by_text("Nothing is missing")).to_be_visible()
    slug = page.get_by_label("Short name").input_value()
    for language, words in (
        ("", "Open GitHub with the message filled in"),
        ("es/", "Abrir GitHub con el mensaje ya completo"),
        ("pt/", "Abrir o GitHub com a mensagem já preenchida"),
    ):
        watched_phone.open(f"{language}contribute/form/?step=check")
        ready(page)
        assert page.locator(".pb-file a[href*='/new/main/']").count() == 0  # one way, not one a file
        address = urlsplit(str(page.get_by_role("link", name=words).get_attribute("href")))
        asked = parse_qs(address.query, strict_parsing=True)
        assert address.path == "/owner/name/issues/new"
        draft = from_markdown(Path("issue.md"), asked["body"][0], read_library(library))
        assert isinstance(draft, Draft)
        made = make(draft, read_library(library), datetime.datetime.now(tz=datetime.UTC).date())
        assert not made.problems
        assert {name: yaml.safe_load(text) for name, text in made.files.items()} == {
            "omaha-ne/city.yaml": yaml.safe_load(file_text(page, 1)),
            f"omaha-ne/{slug}.yaml": yaml.safe_load(file_text(page, 2)),
        }
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert_open_to_everyone(page)


def test_a_message_that_no_address_holds_is_copied_to_be_pasted(with_repository: Page, watched_phone: Watched) -> None:
    page = with_repository
    choose_city(page, "omaha", "Omaha, NE")
    page.get_by_label("Yes").check()
    on(page)
    short_practice(page, TITLE.replace("Boulder", "Omaha"))
    watched_phone.open("contribute/form/?step=approach")
    ready(page)
    page.get_by_label("In two sentences").fill("ñ" * 1_400)
    settled(page, "ñ" * 1_400)
    watched_phone.open("contribute/form/?step=check")
    ready(page)
    with page.context.expect_page() as opened_page:
        page.get_by_role("link", name="Copy the message and open GitHub").click()
    assert opened_page.value.url.startswith(f"{REPOSITORY}/issues/new?title=New%20practice")
    page.bring_to_front()
    expect(page.locator(".pb-file--message [role=status]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == file_text(page, 0)
    assert "# peerbook draft" in file_text(page, 0)


@pytest.mark.parametrize(
    ("language", "wrong_words"),
    [
        ("", "Write the whole address: https://example.org/page."),
        ("es/", "Escriba la dirección completa: https://example.org/page."),
        ("pt/", "Escreva o endereço completo: https://example.org/page."),
    ],
)
def test_a_wrong_address_of_a_source_is_told_as_one_leaves_it_and_not_taken(
    watched_phone: Watched, language: str, wrong_words: str
) -> None:
    page = watched_phone.open(f"{language}contribute/form/?step=sources")
    ready(page)
    page.locator("#pb-practice-sources-add").tap()
    dialog = page.get_by_role("dialog")
    title, address = dialog.locator("input").first, dialog.locator("input[type=url]")
    address.fill("example.org/memo")
    title.tap()
    expect(wrong(page, wrong_words)).to_be_in_viewport()
    title.fill("The memo")
    dialog.locator("button[value=use]").tap()
    expect(wrong(page, wrong_words)).to_be_in_viewport()
    expect(address).to_be_focused()
    address.fill("https://example.org/memo")
    expect(wrong(page, wrong_words)).to_be_hidden()  # at once: else the button would move
    dialog.locator("button[value=use]").tap()
    expect(dialog).to_be_hidden()
    expect(page.locator(".pb-form__main").get_by_text("The memo").first).to_be_visible()


def test_hostile_text_stays_text(phone: Page) -> None:
    nasty = "<img src=x onerror=alert(1)> {{7*7}} \" ' # : - & * ![x](javascript:alert(1))"
    choose_city(phone, "boul", "Boulder, CO")
    on(phone)
    short_practice(phone, f"Boulder {nasty}"[:89])
    phone.get_by_role("button", name="Back", exact=True).click()
    phone.get_by_label("Questions people come with 1").fill(f"How {nasty}")
    on(phone)
    assert phone.locator(".pb-preview img").count() == 0
    expect(phone.locator(".pb-preview__title")).to_contain_text("<img src=x onerror=alert(1)>")
    data = yaml.safe_load(file_text(phone))
    assert data["questions"] == [f"How {nasty}"]
