"""The site in Spanish and Portuguese in a real browser: whole, open to everyone, and a step away from the same page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import assert_open_to_everyone
from tests.site import Watched, wait_until

PAGES = (
    ("es/", 390),
    ("es/find/?q=ambulancias", 1280),
    ("es/practices/medellin-colombia/hot-spots-trial/", 390),
    ("es/cities/recife-brazil/", 1280),
    ("es/topics/homelessness/", 390),
    ("es/readiness/", 390),
    ("es/evidence/", 1280),
    ("es/contribute/form/", 390),
    ("pt/", 1280),
    ("pt/practices/recife-brazil/compaz-peace-centres/", 1280),
    ("pt/your-city/?city=campo-formoso-brazil", 390),
    ("pt/criteria/dm1/", 390),
    ("pt/compare/?c=recife-brazil,fortaleza-brazil", 1280),
    ("pt/explore/", 390),
    ("pt/certification/", 1280),
    ("pt/contribute/", 390),
)
NURSES = "practices/washington-dc/nurse-triage-line/"


@pytest.mark.parametrize(("path", "width"), PAGES)
def test_page(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale="es-MX" if path[0] == "e" else "pt-BR"
    )
    try:
        watched = Watched(context.new_page(), address)
        page = watched.open(path)
        assert page.evaluate("document.documentElement.lang") == path[:2]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
        assert page.locator("h1").count() == 1
        assert_open_to_everyone(page, "default")
        assert watched.troubles == []
    finally:
        context.close()


@pytest.fixture
def brazilian(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="pt-BR")
    yield context.new_page()
    context.close()


def test_the_readers_language_is_offered_and_never_forced(brazilian: Page, address: str) -> None:
    brazilian.goto(address + NURSES)
    offer = brazilian.locator(".pb-offer")
    assert offer.get_attribute("lang") == "pt-BR"
    assert "português" in offer.inner_text()
    assert brazilian.url == address + NURSES
    offer.get_by_role("button").click()
    assert offer.count() == 0
    brazilian.reload()
    brazilian.wait_for_timeout(300)
    assert offer.count() == 0, "once refused, it is not made again"


def test_what_is_offered_is_the_same_page_and_is_remembered(brazilian: Page, address: str) -> None:
    brazilian.goto(address + NURSES)
    brazilian.locator(".pb-offer a").click()
    brazilian.wait_for_url(f"{address}pt/{NURSES}")
    assert brazilian.locator(".pb-offer").count() == 0
    brazilian.goto(f"{address}es/cities/")
    assert brazilian.locator(".pb-offer a").get_attribute("href") == f"{address}pt/cities/"


def test_the_switch_follows_instant_navigation(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}es/")
    page.locator(".pb-menu a").nth(3).click()
    page.wait_for_url(f"{address}es/cities/")
    wait_until(page, "document.querySelector('.pb-languages a[hreflang=en]').href.endsWith('/cities/')")
    page.locator(".pb-languages--short a[hreflang=en]").click()
    page.wait_for_url(f"{address}cities/")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.close()


def test_a_question_in_the_language_of_the_page_is_answered_in_it(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="es-MX")
    page.goto(f"{address}es/find/?q=homicidios")
    page.locator(".pb-find mark").first.wait_for()
    assert "homicidio" in page.locator(".pb-find mark").first.inner_text().lower()
    assert page.get_by_text("homicide").count() == 0, "what the index understood is nothing that was asked"
    page.close()
