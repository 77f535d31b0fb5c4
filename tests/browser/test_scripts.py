"""Scripts that only one page needs are loaded there and nowhere else."""

import pytest
from playwright.sync_api import Browser

from tests.site import Watched

OWN = {
    "find/": "search/find.js",
    "your-city/": "your-city/page.js",
    "readiness/": "readiness/page.js",
    "explore/": "explore/page.js",
}
"""Pages with a script of their own."""


@pytest.mark.parametrize("path", ["", "cities/boulder-co/", *OWN])
def test_a_page_loads_its_own_script_only(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context()
    try:
        page = context.new_page()
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        Watched(page, address).open(path)
        page.wait_for_load_state("networkidle")
        own = {script for script in OWN.values() if any(url.endswith(script) for url in loaded)}
        assert own == ({OWN[path]} if path in OWN else set())
    finally:
        context.close()


def test_a_page_reached_without_a_reload_gets_its_script(browser: Browser, address: str) -> None:
    context = browser.new_context()
    try:
        watched = Watched(context.new_page(), address)
        page = watched.open("areas/")
        page.get_by_role("link", name="Check where your city stands").click()
        page.get_by_role("radio", name="Yes").first.wait_for()
        page.locator(".pb-readiness[data-ready]").wait_for()
        assert page.url == f"{address}readiness/"
        assert watched.troubles == []
    finally:
        context.close()
