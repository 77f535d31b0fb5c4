"""Fixtures of the real site: built once, served on this machine and opened in a real Chromium."""

import contextlib
import functools
import http.server
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from filelock import FileLock
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    Request,
    Response,
    expect,
    sync_playwright,
)

from generator.linking import link
from generator.publishing import publication, publish
from generator.publishing.cards import Card, DrawnCard, draw_cards
from generator.publishing.digests import Digests
from generator.publishing.guides import Guide, PrintedGuide, print_guides
from tests.conftest import FULL, ROOT, library_once

PATIENCE = 20
"""Seconds after which a page is not waited for any more."""
expect.set_options(timeout=PATIENCE * 1_000)
MOMENT = 0.1
"""Seconds without a request after which a page rests."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(build: Callable[[str], Path]) -> Iterator[tuple[str, Path]]:
    """Serve the site that `build` makes for an address; gives the address and the folder of the site."""
    with _Server(("127.0.0.1", 0), _Quiet) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        folder = build(address)
        server.RequestHandlerClass = functools.partial(_Quiet, directory=str(folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address, folder
        server.shutdown()


def pytest_configure(config: pytest.Config) -> None:
    """Serve one folder for the whole run, for all processes; the first that asks builds the site in it."""
    given: dict[str, Any] | None = getattr(config, "workerinput", None)
    if given is None:
        folder = Path(tempfile.mkdtemp(prefix="peerbook-")) / "site"
        server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        given = {"address": f"http://127.0.0.1:{server.server_port}/", "site": str(folder)}
        config.add_cleanup(server.shutdown)
        config.add_cleanup(lambda: shutil.rmtree(folder.parent, ignore_errors=True))
    config.stash[_SERVED] = (given["address"], Path(given["site"]))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each process of pytest-xdist where the one site is."""
    address, site = node.config.stash[_SERVED]
    node.workerinput |= {"address": address, "site": str(site)}


_SERVED = pytest.StashKey[tuple[str, Path]]()


@pytest.hookimpl(optionalhook=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin to build the site in a process of its own, if a test needs it, while the first tests run without it."""
    worker = getattr(session.config, "workerinput", {}).get("workerid")
    if worker == "gw0" and any("served" in getattr(item, "fixturenames", ()) for item in session.items):
        fork = multiprocessing.get_context("fork")
        address, site = session.config.stash[_SERVED]
        fork.Process(target=_build_once, args=(address, site)).start()


def _build_once(address: str, site: Path) -> None:
    with FileLock(site.with_suffix(".lock")):
        if not site.exists():
            with contextlib.nullcontext() if FULL else one_of_a_kind(site.parent / "guides"):
                library = library_once(site.parent)
                publish(library, link(library), into=site, settings=ROOT / "mkdocs.yml", site_url=address)


@contextlib.contextmanager
def one_of_a_kind(cache: Path) -> Iterator[None]:
    """Let builds print one guide of each kind, paper and language, and draw one card, and take it for all like it.

    To print and draw them all takes longer than all else. What holds of every one is tested on some, and each night on
    all. They lie in a `cache` of their own.
    """

    def print_some(guides: Sequence[Guide], _: Path, __: Digests) -> Iterator[PrintedGuide]:
        first = {_kind(guide): guide for guide in reversed(guides)}
        printed = dict(zip(first, print_guides([*first.values()], cache), strict=True))
        for guide in guides:
            yield PrintedGuide(guide, printed[_kind(guide)].print)

    def draw_one(cards: Sequence[Card], _: Path) -> Iterator[DrawnCard]:
        drawn = [*draw_cards(cards[:1], cache)]
        for card in cards:
            yield DrawnCard(card, drawn[0].draw)

    with patch.object(publication, "print_guides", print_some), patch.object(publication, "draw_cards", draw_one):
        yield


def _kind(guide: Guide) -> tuple[str, str, str]:
    return guide.kind, guide.paper, guide.language.code


@pytest.fixture(scope="session")
def shared_folder(pytestconfig: pytest.Config) -> Path:
    """A folder of all processes of this run."""
    return pytestconfig.stash[_SERVED][1].parent


@pytest.fixture(scope="session")
def served(pytestconfig: pytest.Config) -> tuple[str, Path]:
    """Address and folder of the site built from this repository's library."""
    address, site = pytestconfig.stash[_SERVED]
    _build_once(address, site)
    return address, site


@pytest.fixture(scope="session")
def address(served: tuple[str, Path]) -> str:
    """Where the site is served."""
    return served[0]


@pytest.fixture(scope="session")
def site(served: tuple[str, Path]) -> Path:
    """The folder of the site."""
    return served[1]


SPARE = "--disable-features=SpareRendererForSitePerProcess"
"""No process is begun for a page that nobody opens."""


@contextlib.contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Start the Chromium that is on the machine."""
    finder = ROOT / "tests/browser/find-chromium.sh"
    path = subprocess.run(["sh", str(finder)], capture_output=True, text=True, check=True).stdout.strip()
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", SPARE]
    browser = playwright.chromium.launch(executable_path=path, args=flags)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that is on the machine."""
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser


def wait_until(page: Page, expression: str, argument: object = None) -> None:
    """Wait until an expression, or a function of `argument`, is true on the page.

    Playwright's own wait would need `eval` on the page, which the content security policy refuses.
    """
    ends = time.monotonic() + PATIENCE
    while not page.evaluate(expression, argument):
        assert time.monotonic() < ends, f"never true: {expression}"
        page.wait_for_timeout(20)


FRAME = 50
"""Milliseconds after which what changed at once is drawn."""


def without_fading(page: Page) -> None:
    """Let colors change at once, so that nobody waits for them."""
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync("*, *::before, *::after { transition: none !important; }");
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }"""
    )


class Watched:
    """A page and what went wrong on it: messages in the console, errors, requests that leave the site."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.troubles: list[str] = []
        self.under_way: set[Request] = set()
        self.quiet_since = time.monotonic()
        page.on("console", self._message)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", self._request)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)
        page.on("response", self._response)
        page.on("dialog", self._dialog)

    def _message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    def _request(self, request: Request) -> None:
        self.under_way.add(request)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.troubles.append(f"left the site: {request.url}")

    def _ended(self, request: Request) -> None:
        self.under_way.discard(request)
        self.quiet_since = time.monotonic()

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status} {response.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def open(self, path: str) -> Page:
        """Open a page of the site and wait until it rests."""
        self.page.goto(self.address + path)
        self.rest()
        return self.page

    def rest(self) -> None:
        """Wait until nothing is under way any more, and nothing began for a moment."""
        ends = time.monotonic() + PATIENCE
        while self.under_way or time.monotonic() - self.quiet_since < MOMENT:
            assert time.monotonic() < ends, f"still under way: {[request.url for request in self.under_way]}"
            self.page.wait_for_timeout(20)


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page at desktop width."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context.new_page(), address)
    context.close()
