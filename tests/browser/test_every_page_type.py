"""Every kind of page, at phone and desktop width, light, dark and in forced colors: whole, silent, at home, and open to
everyone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site import Watched

PAGES = (
    "",
    "find/",
    "find/?q=people+sleeping+in+parks&topic=homelessness",
    "practices/table/",
    "practices/washington-dc/nurse-triage-line/",
    "practices/louisville-ky/waze-traffic-data/",
    "practices/buffalo-ny/data-101/",
    "cities/",
    "cities/boulder-co/",
    "cities/burlington-vt/",
    "areas/",
    "certification/",
    "certification/advice/",
    "guides/",
    "areas/open-data/",
    "criteria/dm1/",
    "criteria/dm6/",
    "topics/",
    "topics/homelessness/",
    "methods/",
    "methods/crisis-response/",
    "evidence/",
    "explore/",
    "your-city/?city=omaha-ne",
    "readiness/",
    "compare/",
    "compare/?p=washington-dc/nurse-triage-line,louisville-ky/waze-traffic-data",
    "compare/?c=boulder-co,burlington-vt",
    "how-it-works/",
    "data/",
    "data/notebook/",
    "data/python/",
    "whats-new/",
    "embedding/?practice=boulder-co/eviction-prevention",
    "embed/boulder-co/eviction-prevention/",
    "assistants/",
    "contribute/",
    "contribute/fields/",
    "contribute/form/",
    "about/",
    "accessibility/",
    "corrections/",
    "accuracy/",
    "404.html",
)

SCHEMES = ("default", "slate")
"""Light and dark, in the theme's words."""
FADE = 300
"""Milliseconds after which the theme's colors have changed."""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_page(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    try:
        watched = Watched(context.new_page(), address)
        page = watched.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
        assert page.locator("h1").count() == 1
        seen = set()
        for scheme in SCHEMES:
            if path.startswith("embed/"):  # a card for other sites follows the reader's machine
                page.emulate_media(color_scheme="dark" if scheme == "slate" else "light")
            page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)  # as the switch does
            page.wait_for_timeout(FADE)
            seen.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            assert_open_to_everyone(page, scheme)
        assert len(seen) == len(SCHEMES), "light and dark are two"
        # Back to light, since axe takes our own light letters for those that the reader's colors replace.
        page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", SCHEMES[0])
        page.emulate_media(color_scheme="light", forced_colors="active", reduced_motion="reduce")
        page.wait_for_timeout(FADE)
        assert_open_to_everyone(page, "forced colors")
        assert watched.troubles == []
    finally:
        context.close()


def assert_open_to_everyone(page: Page, scheme: str) -> None:
    """Ask axe, with the rule on the size of targets that WCAG 2.2 brought and that axe leaves off."""
    results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
