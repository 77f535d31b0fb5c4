"""Every kind of page, at phone and desktop width, light, dark and in forced colors: whole, silent, at home, and open to
everyone."""

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import assert_open_to_everyone
from tests.conftest import FULL
from tests.site import FRAME, Watched, without_fading

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

PHONE, DESK = 390, 1280
LIGHT, DARK, FORCED = "default", "slate", "forced colors"
"""Light and dark, in the theme's words, and the reader's own colors."""
LOOKS = (
    [(width, scheme) for scheme in (LIGHT, DARK, FORCED) for width in (PHONE, DESK)]
    if FULL
    else [(PHONE, LIGHT), (DESK, DARK), (DESK, FORCED)]
)
"""In which each width and each scheme is looked at, and each night each with each."""


@pytest.mark.parametrize("path", PAGES)
def test_page(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 900})
    try:
        watched = Watched(context.new_page(), address)
        page = watched.open(path)
        without_fading(page)
        assert page.locator("h1").count() == 1
        page.evaluate("for (const part of document.querySelectorAll('details[data-folds]')) part.open = true")
        seen = set()
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            put_on(page, scheme, path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
            seen.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            assert_open_to_everyone(page, f"{scheme}, {width} px")
        assert len(seen) >= 2, "light and dark are two"
        assert watched.troubles == []
    finally:
        context.close()


def put_on(page: Page, scheme: str, path: str) -> None:
    """Show the page in a scheme, as the switch of the theme does; a card for others follows the reader's machine."""
    # Light below the reader's colors, since axe takes our own light letters for those that these replace.
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", DARK if scheme == DARK else LIGHT)
    if path.startswith("embed/"):
        page.emulate_media(color_scheme="dark" if scheme == DARK else "light")
    if scheme == FORCED:
        page.emulate_media(color_scheme="light", forced_colors="active", reduced_motion="reduce")
    page.wait_for_timeout(FRAME)
