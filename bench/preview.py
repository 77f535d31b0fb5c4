"""Measures the preview as an editor meets it: from the command to the first page, and from a save to the changed text.

The browser is a real Chromium that shows a practice's page; the clock runs from the write of the file until the page
holds the new words. Lists are asked for over HTTP, since nobody looks at two pages at once.
"""

import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.measure import one_to_change
from tests.site import chromium

SAVES = 10
PATIENCE = 300


def preview(place: Path) -> dict[str, Any]:
    """Return seconds until it is ready, and medians of those from a save to the page and to a list."""
    file = one_to_change(place)
    page_path, list_path = f"practices/{file.parent.name}/{file.stem}/", "practices/table/"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "generator.cli", "serve", "--address", f"127.0.0.1:{port}", "--config-file"]
    begin = time.perf_counter()
    with subprocess.Popen([*command, str(place / "mkdocs.yml")], stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(address, "</html>")
            ready = time.perf_counter() - begin
            saves = _saves(file, address, page_path, list_path)
        finally:
            server.terminate()
    shown, listed = zip(*saves, strict=True)
    return {
        "ready": ready,
        "shown": statistics.median(shown),
        "shown_worst": max(shown),
        "listed": statistics.median(listed),
    }


def _saves(file: Path, address: str, page_path: str, list_path: str) -> list[tuple[float, float]]:
    text, measured = file.read_text(encoding="utf-8"), []
    with sync_playwright() as playwright, chromium(playwright) as browser:
        page = browser.new_page()
        page.goto(address + page_path)
        page.wait_for_timeout(3000)
        for number in range(SAVES):
            words = f"Saved {number} of all times"
            begin = time.perf_counter()
            file.write_text(text.replace("title: ", f"title: {words} ", 1), encoding="utf-8")
            page.get_by_role("heading", level=1).filter(has_text=words).wait_for(timeout=PATIENCE * 1000)
            shown = time.perf_counter() - begin
            _wait_for(address + list_path, words)
            measured.append((shown, time.perf_counter() - begin))
            page.wait_for_timeout(3000)
    file.write_text(text, encoding="utf-8")
    return measured


def _wait_for(address: str, words: str) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 (on this machine)
                if words in answer.read().decode():
                    return
        except (OSError, urllib.error.HTTPError):
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{address} never held {words}")
