"""The site in a language of other letters: what people do on pages works, and nothing that scripts say is English."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from playwright.sync_api import Browser, Page, expect

from generator.linking import places
from generator.model import Assessment, CityProfile, Library, Result, WriteUp
from generator.publishing import build_site
from generator.publishing.messages import catalogue_of_messages
from generator.reading import read_library
from tests.browser.readiness import a_file
from tests.conftest import ROOT
from tests.site import Watched, serving, wait_until
from tests.wording.pseudo import changed
from tests.wording.test_pseudo import left, strings, texts_of

pytestmark = pytest.mark.xdist_group("pseudo")
EXAMPLE = ROOT / "generator/publishing/contribute/example.yaml"
CODE = "es"
"""Numbers, plurals and lists follow it; the theme has words of its own in it."""
NAMED = [*Locale(CODE).territories.values(), *Locale(CODE).months["format"]["wide"].values(), "Buscar"]
OF_CODE = re.compile(
    r"\b(?:y|e|o|u|millón|millones|de)\b|"
    + "|".join(rf"\b{re.escape(name)}\b" for name in sorted(NAMED, key=len, reverse=True))
)
"""Words of the Unicode CLDR and of the theme in that language."""
OURS = re.compile(
    r"“[a-z -]+”|\b(?:GitHub|GeoNames|nurse-triage-line|omaha-ne|https://example\.org/page|yaml|json|KiB)\b"
)
PATH = re.compile(r"practices/\S+?\.yaml")
_SEEN = """
selectors => selectors.flatMap(selector => Array.from(document.querySelectorAll(selector))).flatMap(root => {
    const copy = root.cloneNode(true);
    for (const mark of copy.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    for (const one of copy.querySelectorAll("code, pre, noscript, script, style, template")) one.remove();
    copy.normalize();
    const seen = [];
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) seen.push(walker.currentNode.data.trim());
    for (const name of ["aria-label", "placeholder", "title", "alt"])
        for (const one of copy.querySelectorAll(`[${name}]`)) seen.push(one.getAttribute(name));
    return seen.filter(Boolean);
})
"""


def said(message: str, **parts: object) -> str:
    """A message as the site says it."""
    return changed(message) % parts if parts else changed(message)


@pytest.fixture(scope="module")
def site(module_project: Callable[..., Path]) -> Iterator[tuple[str, Library]]:
    """The address of a small site in that language, and its library."""
    theme: Any = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]
    config = module_project(theme=theme | {"language": CODE})
    catalog = Catalog(locale=CODE)
    for one in catalogue_of_messages():
        if one.id:
            catalog.add(one.id, changed(one.id) if isinstance(one.id, str) else tuple(map(changed, one.id)))
    (config.parent / "messages").mkdir(exist_ok=True)
    with (config.parent / f"messages/{CODE}.po").open("wb") as file:
        write_po(file, catalog)
    with serving(lambda address: build_site(config, site_url=address, strict=False)) as (address, _):
        yield address, read_library(config.parent / "practices")


@pytest.fixture
def watched(browser: Browser, site: tuple[str, Library]) -> Iterator[Watched]:
    """A page of that site; whatever a test does, nothing goes wrong on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-write"])
    watched = Watched(context.new_page(), site[0])
    yield watched
    assert watched.troubles == []
    context.close()


@pytest.fixture(scope="module")
def contributed(site: tuple[str, Library]) -> re.Pattern[str]:
    """What somebody else wrote, and names."""
    fields = {name for model in (WriteUp, CityProfile, Result, Assessment) for name in model.model_fields}
    example: Any = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    shown = {re.sub(r"\[\^\w+\]", "", text) for text in strings(example)} | {"Share what your city did"}
    shown |= {one.label for one in places(site[1]) if re.search("Boulder|Omaha|Salem", one.label)}
    kept = sorted(texts_of(site[1]) | fields | shown, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?![A-Za-z])" for text in kept))


@pytest.fixture
def nothing_is_english(watched: Watched, contributed: re.Pattern[str]) -> Callable[..., None]:
    """Holds all that stands, or is heard, in parts of the page against the catalogue."""

    def hold(*selectors: str) -> None:
        seen: list[str] = watched.page.evaluate(_SEEN, list(selectors))
        assert seen
        texts = {text: OURS.sub("", OF_CODE.sub("", contributed.sub("", PATH.sub("", text)))) for text in seen}
        assert {text: rest for text, rest in texts.items() if left([rest], contributed)} == {}

    return hold


Held = Callable[..., None]
MAIN = ("main .pb", ".pb-tray")


def test_practices_are_found_filtered_and_compared(watched: Watched, nothing_is_english: Held) -> None:
    page = watched.open("find/")
    field = page.locator(".pb-find input[name=q]")
    field.fill("ambulence")
    expect(page.locator(".pb-find__count")).to_have_text(
        said("%(count)s practices for “%(query)s”", count=2, query="ambulence")
    )
    taken = said("Showing results for “%(taken)s”, not “%(typed)s”.", taken="ambulance", typed="ambulence")
    expect(page.locator(".pb-find__remark")).to_have_text(taken)
    nothing_is_english(*MAIN)
    page.locator(".pb-facets input[name=topic][value=health]").check()
    expect(page.locator(".pb-find__count")).to_contain_text("1 ")
    page.locator(".pb-facets input[name=method]:not(:disabled)").first.check()
    expect(page.locator(".pb-chips button").last).to_have_text(said("Clear all"))
    nothing_is_english(*MAIN)
    page.get_by_role("combobox", name=said("A city like yours")).or_(page.locator(".pb-find__city input")).first.fill(
        "salem"
    )
    page.get_by_role("option", name="Salem, OR").click()
    expect(page.locator(".pb-like").first).to_be_visible()
    nothing_is_english(*MAIN)
    field.fill("parking meters zebra")
    wait_until(page, "document.querySelector('.pb-find').dataset.query === 'parking meters zebra'")
    nothing_is_english(*MAIN)


def test_the_box_finds_things_of_every_kind(watched: Watched, nothing_is_english: Held) -> None:
    page = watched.open("about/")
    page.locator(".pb-box__input").fill("nurses")
    page.locator(".pb-hit").first.wait_for()
    expect(page.locator(".pb-box__status")).to_contain_text("1")
    nothing_is_english(".pb-box__output")
    page.locator(".pb-box__input").fill("")
    page.locator(".pb-box__input").fill("xylophone")
    expect(page.locator(".pb-box__status")).to_contain_text(changed("No practice"))
    nothing_is_english(".pb-box__output")


def test_two_practices_stand_side_by_side(watched: Watched, nothing_is_english: Held) -> None:
    page = watched.open("find/?q=ambulance")
    picks = page.locator(".pb-find__results .pb-card [data-pick]")
    picks.nth(0).click()
    chosen = said("%(count)s practice chosen.", count=1) + " " + said("Choose another.")
    expect(page.locator(".pb-tray__status")).to_have_text(chosen)
    picks.nth(1).click()
    page.locator(".pb-tray").get_by_role("link", name=said("Compare")).click()
    expect(page.locator(".pb-compare thead th")).to_have_count(2)
    expect(page.locator(".pb-compare__status")).to_have_text(said("%(count)s practices side by side.", count=2))
    nothing_is_english(*MAIN)
    page.get_by_role("button", name=said("Take out")).first.click()
    expect(page.locator(".pb-compare__status")).to_have_text(said("Add another practice to compare it with."))
    page.locator("#pb-compare").fill("sweeping")
    expect(page.locator("#pb-compare-list [role=option]").first).to_be_visible()
    nothing_is_english(*MAIN)


def test_a_city_finds_those_like_it(watched: Watched, nothing_is_english: Held) -> None:
    page = watched.open("your-city/")
    page.locator(".pb-place input").fill("zzzz")
    expect(page.locator(".pb-your-city__status")).to_contain_text("30.000")
    nothing_is_english(*MAIN)
    page.locator(".pb-place input").fill("boulder")
    page.get_by_role("option", name="Boulder, CO").click()
    expect(page.locator(".pb-your-city__told")).to_have_text(
        said("%(count)s practice for %(city)s", count=1, city="Boulder, CO")
    )
    expect(page.locator("[data-list=cities] .pb-why")).to_contain_text(changed("Same country and region"))
    nothing_is_english(*MAIN)
    page.locator("#pb-words").fill("street sweeping")
    page.locator("#pb-words").press("Enter")
    expect(page.locator(".pb-your-city__told")).to_contain_text("“street sweeping”")
    nothing_is_english(*MAIN)


def test_a_city_assesses_itself_and_gets_a_plan(watched: Watched, nothing_is_english: Held) -> None:
    page = watched.open("readiness/")
    expect(page.locator(".pb-readiness[data-ready]")).to_be_visible()
    nothing_is_english(*MAIN)
    page.locator("[data-code=OD1] input[value=no]").check()
    page.locator("[data-code=EVAL2] input[value=partly]").check()
    expect(page.locator(".pb-step")).to_have_count(2)
    share = {"met": 0, "total": 2, "percent": 0}
    words = changed("You answered yes to %(met)s of %(total)s (%(percent)s%%).") % share
    expect(page.locator(".pb-estimate__words p").first).to_contain_text(words)
    expect(page.locator(".pb-estimate__warning")).to_contain_text("OD1")
    nothing_is_english(*MAIN)
    page.locator("[data-file=one]").set_input_files(a_file("1.json", {"format": "x", "answers": {"OD1": 3}, "z": 1}))
    expect(page.locator(".pb-readiness__said li")).to_have_count(4)
    nothing_is_english(*MAIN)
    page.locator(".pb-place input").fill("salem")
    page.get_by_role("option", name="Salem, OR").click()
    begin = said("Begin answers for %(city)s", city="Salem, OR")
    page.get_by_role("button", name=begin).click()
    expect(page.locator("[data-code=OD1] :checked")).to_have_count(0)
    nothing_is_english(*MAIN)


def missing(page: Page) -> Any:
    return page.locator(".pb-summary li")


def test_a_practice_is_written_and_each_mistake_leads_to_its_field(watched: Watched, nothing_is_english: Held) -> None:
    page = watched.open("contribute/form/")
    expect(page.locator(".pb-form[data-ready]")).to_be_visible()
    page.locator("#pb-city").fill("boulder")
    page.get_by_role("option", name="Boulder, CO").first.click()
    expect(page.locator(".pb-form__main li a")).to_have_count(1)
    steps = page.locator(".pb-form__steps ol button")
    for number in range(steps.count()):
        steps.nth(number).click()
        for button in page.locator(".pb-form__main [id$='-add']").all():
            page.evaluate("for (const one of document.querySelectorAll('.pb-form__main details')) one.open = true")
            button.click()
        nothing_is_english(".pb-form")
        page.keyboard.press("Escape")  # a source is asked for in a dialog
        kinds = page.locator(".pb-kinds input[type=radio]")
        for kind in range(kinds.count()):
            kinds.nth(kind).check()
            nothing_is_english(".pb-form")
    assert missing(page).count() > 5
    page.locator(".pb-summary a").nth(3).click()
    field = page.locator(".pb-form__main [aria-invalid=true]").first
    field.fill("x")
    field.blur()
    expect(page.locator(".pb-field__error:visible").first).to_be_visible()
    nothing_is_english(".pb-form")


def test_a_city_of_its_own_is_described(watched: Watched, nothing_is_english: Held) -> None:
    page = watched.open("contribute/form/")
    expect(page.locator(".pb-form[data-ready]")).to_be_visible()
    page.locator("#pb-city").fill("omaha")
    page.get_by_role("option", name="Omaha, NE").click()
    page.locator("input[value=no]").check()
    expect(page.locator(".pb-form__kindly")).to_be_visible()
    page.locator("input[value=yes]").check()
    expect(page.locator(".pb-form__kindly")).to_have_count(0)
    page.evaluate("for (const one of document.querySelectorAll('b')) if (/^Omaha/.test(one.textContent)) one.remove()")
    nothing_is_english(".pb-form__main")


@pytest.mark.parametrize(
    ("path", "ready", "seen"),
    [
        ("criteria/od1/", ".pb-checks input", "main .pb"),
        ("explore/", ".pb-explore[data-ready]", "main .pb"),
        ("evidence/", "[data-ready=yes]", "main .pb"),
        ("practices/boulder-co/nurses/", ".pb-give", "main .pb"),
        ("contribute/form/?mend=boulder-co/nurses&step=unknown", ".pb-form[data-ready]", ".pb-form"),
        ("contribute/form/?mend=boulder-co/city", ".pb-form[data-ready]", ".pb-form"),
    ],
)
def test_other_pages_with_scripts_say_nothing_in_english(
    watched: Watched, nothing_is_english: Held, path: str, ready: str, seen: str
) -> None:
    page = watched.open(path)
    page.locator(ready).first.wait_for()
    if path.startswith("criteria"):
        page.locator(ready).first.check()
        expect(page.locator(".pb-checks__status")).to_have_text(
            said("%(count)s of %(all)s ticked, and kept.", count=1, all=1)
        )
    for button in page.locator("[data-share]:visible, [data-copy]:visible").all():
        button.click()
    nothing_is_english(seen)
