"""One more wall: should an escaping mistake ever get through, the content security policy keeps it from running."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publishing import build_site
from tests.site import Watched, serving

MISTAKE = """
<script>window.ran = "script"</script>
<img src="nowhere.png" alt="" onerror="window.ran = 'handler'">
<a id="bait" href="javascript:window.ran='address'">x</a>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<base href="https://evil.example/">
<object data="data:text/html,<script>parent.ran = 'object'</script>"></object>
"""


@pytest.fixture
def careless(project: Callable[..., Path]) -> Path:
    """A project one of whose templates forgot to escape."""
    config = project()
    page = config.parent / "docs/about.md"
    page.write_text(page.read_text(encoding="utf-8") + MISTAKE, encoding="utf-8")
    return config


def test_an_escaping_mistake_does_not_run(browser: Browser, careless: Path) -> None:
    with serving(lambda address: build_site(careless, site_url=address, strict=False)) as (address, _):
        context = browser.new_context()
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(address + "about/")
        page.wait_for_load_state("load")
        page.locator("#bait").click(no_wait_after=True)
        page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x onerror=\"ran = 1\">')")
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran") is None
        assert page.evaluate("document.baseURI").startswith(address)
        assert any("Content Security Policy" in text for text in refused)
        context.close()


def test_every_page_carries_the_policy_before_anything_else(site: Path) -> None:
    policies = set()
    for path in site.rglob("*.html"):
        if "embed" in path.relative_to(site).parts[:2]:  # in each language
            assert "default-src &#39;none&#39;" in path.read_text(encoding="utf-8"), path
            continue
        head = path.read_text(encoding="utf-8").partition("<script")[0]
        assert 'http-equiv="Content-Security-Policy"' in head, path
        if path.parent.name == "admin":  # the content editor has a policy of its own: test_editor.py
            continue
        policies.add(head.partition('http-equiv="Content-Security-Policy" content="')[2].partition('">')[0])
    [policy] = policies
    assert "default-src 'self'" in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
    assert "object-src 'none'" in policy
    assert "base-uri 'none'" in policy


def test_inline_scripts_that_are_not_the_sites_own_are_refused(watched: Watched) -> None:
    page = watched.open("about/")
    made = """text => {
        const script = document.createElement("script");
        try { script.text = text; } catch (error) { return error.name; }
        document.body.append(script);
        return String(window.ran);
    }"""
    assert page.evaluate(made, "window.ran = 1") == "TypeError"
