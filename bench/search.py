"""What a first query and each keystroke cost in Chromium: our search, and Material's own on the same pages.

And how well the search of the real library answers the judged questions.
"""

import contextlib
import functools
import http.server
import math
import statistics
import threading
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import numpy as np
from playwright.sync_api import Page, Response, sync_playwright

from tests.search.judged import (
    LANGUAGES,
    QUESTIONS,
    ROUNDS_OF_LANGUAGES,
    UNANSWERABLE,
    Question,
    quality,
    rankings,
    read_of_write_ups,
    read_questions,
    read_unanswerable,
    told_nothing,
)
from tests.site import chromium

QUERIES = ("ambulances come too late", "people sleeping in parks", "overflowing trash cans", "police hiring")
"""What the first fetches in a fresh browser is counted, asked at once and letter by letter; the others are timed."""
IN_SPANISH = "las ambulancias llegan tarde"
"""The first of them, of which what it fetches is counted too."""

_OURS = """
async query => {
    const field = document.querySelector('.pb-find input[name=q]');
    const page = document.querySelector('.pb-find');
    const times = [];
    for (let end = 1; end <= query.length; end++) {
        field.value = query.slice(0, end);
        const begin = performance.now();
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise(done => {
            const look = () => page.dataset.query === field.value ? done() : setTimeout(look, 0);
            look();
        });
        times.push(performance.now() - begin);
    }
    return times;
}
"""
_MATERIAL = """
async query => {
    const field = document.querySelector('[data-md-component=search-query]');
    const results = document.querySelector('[data-md-component=search-result]');
    const times = [];
    field.focus();
    for (let end = 1; end <= query.length; end++) {
        field.value = query.slice(0, end);
        const begin = performance.now();
        const drawn = new Promise(done => {
            const observer = new MutationObserver(() => { observer.disconnect(); done(performance.now() - begin); });
            observer.observe(results, { childList: true, subtree: true, characterData: true });
            setTimeout(() => { observer.disconnect(); done(null); }, 60000);
        });
        field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
        const time = await drawn;
        if (time === null) return times;
        times.push(time);
    }
    return times;
}
"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, uncompressed, and give its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[tuple[Page, str, dict[str, int]]]:
    """A page of a fresh browser, the address of the site in `folder`, and the bytes of each address once fetched."""
    sizes: dict[str, int] = {}

    def note(response: Response) -> None:
        if response.ok:
            sizes[response.url] = int(response.headers.get("content-length", 0))

    with served(folder) as address, sync_playwright() as playwright, chromium(playwright) as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("response", note)
        yield page, address, sizes


def ours(site: Path) -> dict[str, Any]:
    """Measure the Find page of a built site."""
    first, scripts = _fetched(site, QUERIES[0])
    in_spanish, _ = _fetched(site, IN_SPANISH)
    with opened(site) as (page, address, sizes):
        page.goto(f"{address}find/")
        page.locator(".pb-find--ready").wait_for(timeout=60_000)
        page.evaluate(_OURS, QUERIES[0])
        typed = sum(size for url, size in sizes.items() if "/search/" in url)
        times = [time for query in QUERIES[1:] for time in page.evaluate(_OURS, query)]
    files = [path.stat().st_size for path in (site / "search").rglob("*") if path.is_file()]
    return {
        "search_files": len(files),
        "search_mb": sum(files) / 1e6,
        "first_kb": first / 1e3,
        "spanish_kb": in_spanish / 1e3,
        "typed_kb": typed / 1e3,
        "script_kb": scripts / 1e3,
        **_spread("key", times),
    }


def _fetched(site: Path, query: str) -> tuple[int, int]:
    """The bytes that a query fetches in a fresh browser, and those of them that are scripts."""
    with opened(site) as (page, address, sizes):
        page.goto(f"{address}find/?q={quote_plus(query)}")
        page.locator(".pb-find__results .pb-card").first.wait_for(timeout=60_000)
        page.wait_for_load_state("networkidle")
        every = sum(size for url, size in sizes.items() if "/search/" in url)
        return every, sum(size for url, size in sizes.items() if "/assets/search/" in url)


def material(site: Path) -> dict[str, Any]:
    """Measure Material's own search on a site that plain MkDocs built."""
    with opened(site) as (page, address, sizes):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        before = sum(sizes.values())
        page.locator("[data-md-component=search-query]").click()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        answers = bool(page.evaluate(_MATERIAL, QUERIES[0]))
        worker = sum(size for url, size in sizes.items() if "/workers/" in url)
        first = sum(sizes.values()) - before
        times = [time for query in QUERIES[1:] if answers for time in page.evaluate(_MATERIAL, query)]
    index = (site / "search" / "search_index.json").stat().st_size
    return {
        "material_mb": index / 1e6,
        "material_first_kb": max(first, index + worker) / 1e3,
        **_spread("material", times),
    }


def _spread(name: str, times: list[float]) -> dict[str, float]:
    ranked = sorted(times) or [math.nan]  # nothing came within a minute
    return {f"{name}_median": statistics.median(ranked), f"{name}_p95": ranked[int(0.95 * (len(ranked) - 1))]}


def judged(site: Path) -> Iterator[str]:
    """Yield a table of how well the site of the real library answers the judged questions, and those that fail."""
    yield "questions | number | success@3 | MRR | nDCG@10"
    yield "--- | ---: | ---: | ---: | ---:"
    with opened(site) as (page, address, _):
        page.goto(address)
        for language, name in ({"English": QUESTIONS} | LANGUAGES).items():
            questions = read_questions(name)
            pairs = list(zip(questions, rankings(page, address, questions), strict=True))
            for half, held_out in (("held out", True), ("tuned on", False)):
                yield from _figures(f"{language}, {half}", [one for one in pairs if one[0].held_out is held_out])
            if name in LANGUAGES.values():
                last = [one for one in pairs if one[0].held_out and one[0].round in ROUNDS_OF_LANGUAGES]
                yield from _figures(f"{language}, held out, later rounds", last)
        written = read_of_write_ups()
        pairs = list(zip(written, rankings(page, address, written), strict=True))
        yield next(_figures("English, of one write-up", pairs))
        wrong = sum(told_nothing(page, address, [one.ask for one in written]))
        yield f"English, of one write-up: {wrong} of {len(written)} are wrongly told that there is nothing"
        for language, (half, held_out) in product(UNANSWERABLE, (("held out", True), ("tuned on", False))):
            asks = [one.ask for one in read_unanswerable(language) if one.held_out is held_out]
            told = sum(told_nothing(page, address, asks))
            yield f"{language}, can't be answered, {half}: {told} of {len(asks)} are told so"


def _figures(name: str, pairs: list[tuple[Question, list[str]]]) -> Iterator[str]:
    """Yield a row with the 95% interval of each figure (bootstrap over questions), and the questions that fail."""
    reached = quality([question for question, _ in pairs], [ids for _, ids in pairs])
    each = [quality([question], [ids]) for question, ids in pairs]
    figures = np.array([(one.success_at_3, one.mrr, one.ndcg_at_10) for one in each])
    drawn = np.random.default_rng(0).integers(0, len(each), (2_000, len(each)))
    low, high = np.quantile(figures[drawn].mean(axis=1), (0.025, 0.975), axis=0)
    said = zip(figures.mean(axis=0), low, high, strict=True)
    cells = (f"{mean:.3f} ({least:.2f} to {most:.2f})" for mean, least, most in said)
    yield " | ".join((name, str(reached.questions), *cells))
    yield from (f"    no answer among the first three: {ask}" for ask in reached.failed)
