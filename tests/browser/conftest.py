"""The real site, built once, served on this machine and opened in a real Chromium."""

import functools
import http.server
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.publishing import build_site
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from this repository's library."""
    return build_site(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("built") / "site")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serving(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    yield from serving(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that is on the machine."""
    finder = Path(__file__).parent / "find-chromium.sh"
    path = subprocess.run(["sh", str(finder)], capture_output=True, text=True, check=True).stdout.strip()
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=flags)


class Watched:
    """A page and what went wrong on it: messages in the console, errors, requests that leave the site."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.troubles: list[str] = []
        page.on("console", lambda message: message.type in ("error", "warning") and self._note(message.text))
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("request", lambda request: self._request(request.url))
        page.on("response", lambda answer: answer.status >= 400 and self._note(f"{answer.status} {answer.url}"))
        page.on("dialog", lambda dialog: (self._note(f"dialog {dialog.message}"), dialog.dismiss()))

    def _note(self, text: str) -> None:
        self.troubles.append(text)

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self._note(f"left the site: {url}")

    def open(self, path: str) -> Page:
        """Open a page of the site and wait until it rests."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page at desktop width."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context.new_page(), address)
    context.close()
