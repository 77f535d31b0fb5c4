"""The preview shows what a build would write, follows every change, and stays up whatever is in the files."""

import json
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from generator.publishing import build_site
from generator.publishing.site.preview import Preview, serving, watching
from generator.publishing.site.preview.preview import TEMPLATES
from generator.publishing.site.preview.server import with_reload
from tests.builders import PRACTICE
from tests.conftest import FULL

pytestmark = pytest.mark.slow
NURSES = "practices/boulder-co/nurses.yaml"
PAGE = "/practices/boulder-co/nurses/"
PATIENCE = 30


@pytest.fixture(autouse=True)
def _own_build_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def differing(preview: Preview, site: Path) -> list[str]:
    """Files of a built site that the preview shows otherwise."""
    found = []
    for path in sorted(site.rglob("*")):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            answer = preview.answer(f"/{name}")
            if answer.content != path.read_bytes():
                found.append(name)
    return found


def settle() -> None:
    """Wait until the links of the newest library are found."""
    for thread in threading.enumerate():
        if thread.name == "linking":
            thread.join(PATIENCE)


def shows(preview: Preview, path: str, words: str) -> bool:
    return words in preview.answer(path).content.decode()


def test_every_file_is_byte_for_byte_what_a_build_writes(project: Callable[..., Path]) -> None:
    config = project()
    preview = Preview(config)
    site = build_site(config)
    assert len(list(site.rglob("*.html"))) > 30
    assert differing(preview, site) == []
    assert preview.answer("/").content == (site / "index.html").read_bytes()
    assert preview.answer(PAGE).content == (site / PAGE.strip("/") / "index.html").read_bytes()


def _changes(settings: str) -> dict[str, str]:
    """A change of each kind: what a file holds then, by its name."""
    return {
        NURSES: PRACTICE.replace("Boulder sends nurses", "Boulder now sends nurses").replace("health", "sanitation"),
        "practices/boulder-co/second.yaml": PRACTICE.replace("Boulder sends nurses", "Boulder sends doctors"),
        "docs/about.md": "# About\n\nOther words, and [the data](data/index.md#files) with [a file](data/cities.csv).",
        "docs/overrides/partials/copyright.html": "<p>Ours</p>",
        "docs/assets/home/home.css": "/* other */\n\na { color: red }",
        "docs/assets/base/text.css": "@layer base { a { color: blue } }",
        "docs/assets/pages.js": "/* other */\n\nexport const answer = 42;\n",
        "docs/new.md": "# New\n\nA page.",
        "mkdocs.yml": settings.replace("site_name: Peerbook", "site_name: Readbook"),
    }


def _change(preview: Preview, path: Path, text: str | None) -> None:
    """Write or remove a file while the preview shows a page, and wait until it has taken that up."""
    preview.answer(PAGE)
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    preview.changed([path])
    settle()
    assert preview.problems == ()


@pytest.mark.parametrize("name", _changes(""))
def test_after_a_change_it_shows_what_a_fresh_build_writes(project: Callable[..., Path], name: str) -> None:
    config = project()
    preview = Preview(config)
    _change(preview, config.parent / name, _changes(config.read_text())[name])
    assert differing(preview, build_site(config, strict=False)) == []


def test_after_changes_of_all_kinds_it_shows_what_a_fresh_build_writes(project: Callable[..., Path]) -> None:
    config = project()
    preview = Preview(config)
    for name, text in _changes(config.read_text()).items():
        _change(preview, config.parent / name, text)
    assert differing(preview, build_site(config, strict=False)) == []
    _change(preview, config.parent / "practices/boulder-co/second.yaml", None)
    assert differing(preview, build_site(config, strict=False)) == []
    assert preview.answer("/practices/boulder-co/second/").status == HTTPStatus.NOT_FOUND


def test_a_mistake_is_told_on_its_page_while_all_others_go_on(project: Callable[..., Path]) -> None:
    config = project()
    told: list[int] = []
    preview = Preview(config, lambda problems: told.append(len(problems)))
    other = preview.answer("/cities/boulder-co/").content
    file = config.parent / NURSES
    file.write_text(PRACTICE.replace("status: ongoing", "status: <b>x</b>"))
    preview.changed([file])
    answer = preview.answer(PAGE)
    assert answer.status == HTTPStatus.INTERNAL_SERVER_ERROR
    text = answer.content.decode()
    for words in (
        "nurses.yaml",
        "Line 4, column 9",
        "status: “&lt;b&gt;x&lt;/b&gt;” is not known",
        "ongoing, completed",
    ):
        assert words in text
    assert preview.answer("/.peerbook/problems").content == answer.content
    assert preview.answer("/cities/boulder-co/").content == other
    assert shows(preview, "/topics/health/", "Boulder sends nurses")
    file.write_text(PRACTICE)
    preview.changed([file])
    assert preview.answer(PAGE).status == HTTPStatus.OK
    assert told == [1, 0]
    assert shows(preview, "/.peerbook/problems", "Nothing to mend")


@pytest.mark.parametrize(
    ("name", "text", "page"),
    [
        ("practices/boulder-co/new.yaml", "title: [", "/practices/boulder-co/new/"),
        ("practices/boulder-co/city.yaml", "name: 3\nname: 4", "/cities/boulder-co/"),
        ("practices/topics.yaml", "topics: none", "/topics/health/"),
        ("mkdocs.yml", "site_name: [", "/cities/boulder-co/"),
        ("mkdocs.yml", "theme: nothing-of-that-name", "/"),
    ],
)
def test_a_mistake_anywhere_is_told_and_mended(project: Callable[..., Path], name: str, text: str, page: str) -> None:
    config = project()
    preview = Preview(config)
    before = preview.answer(page)
    file = config.parent / name
    good = file.read_bytes() if file.exists() else None
    file.write_text(text)
    preview.changed([file])
    assert preview.answer(page).status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert shows(preview, page, file.name)
    file.write_bytes(good) if good else file.unlink()
    preview.changed([file])
    settle()
    assert preview.answer(page) == before


def test_it_starts_with_a_mistake_and_comes_up_when_that_is_mended(project: Callable[..., Path]) -> None:
    config = project({"boulder-co/nurses": "title: ["})
    preview = Preview(config)
    assert shows(preview, "/", "nurses.yaml")
    assert preview.answer("/no-page/").status == HTTPStatus.INTERNAL_SERVER_ERROR
    (config.parent / NURSES).write_text(PRACTICE)
    preview.changed([config.parent / NURSES])
    assert preview.answer("/").status == HTTPStatus.OK
    assert preview.answer("/no-page/").status == HTTPStatus.NOT_FOUND


def test_a_guide_is_printed_when_a_page_that_tells_of_it_or_itself_is_opened(project: Callable[..., Path]) -> None:
    config = project()
    preview = Preview(config)
    cache = config.parent / ".cache/guides"
    preview.answer("/about/")
    preview.answer("/search/index.json")
    assert list(cache.glob("*.pdf")) == []
    assert preview.answer("/guides/practices/boulder-co/nurses.pdf").content.startswith(b"%PDF")
    preview.answer(PAGE)
    assert len(list(cache.glob("*.pdf"))) == 1


def test_a_saved_page_does_not_wait_for_its_guide(project: Callable[..., Path]) -> None:
    config = project()
    preview = Preview(config)
    cache = config.parent / ".cache/guides"
    preview.answer(PAGE)
    (config.parent / NURSES).write_text(PRACTICE.replace("Boulder sends nurses", "Boulder now sends nurses"))
    preview.changed([config.parent / NURSES])
    assert shows(preview, PAGE, "Boulder now sends nurses")
    assert len(list(cache.glob("*.pdf"))) == 1
    settle()
    preview.answer(PAGE)
    assert len(list(cache.glob("*.pdf"))) == 2


def test_links_follow_though_another_save_comes_before_they_are_found(project: Callable[..., Path]) -> None:
    config = project()
    preview = Preview(config)
    (config.parent / NURSES).write_text(PRACTICE.replace("health", "sanitation"))
    preview.changed([config.parent / NURSES])
    preview.changed([TEMPLATES / "macros.md.jinja"])
    settle()
    assert differing(preview, build_site(config)) == []


def test_only_what_is_of_the_site_is_sent(project: Callable[..., Path]) -> None:
    preview = Preview(project())
    for path in (
        "/../mkdocs.yml",
        "/mkdocs.yml",
        "/overrides/main.html",
        "/.cache/",
        "/practices/../../x",
        "//etc/passwd",
    ):
        assert preview.answer(path).status == HTTPStatus.NOT_FOUND, path
    assert preview.answer("/cities/boulder-co").to == "/cities/boulder-co/"


def test_a_site_below_a_path_is_served_there(project: Callable[..., Path]) -> None:
    preview = Preview(project(site_url="https://city.example/peers/"))
    assert preview.answer("/").to == "/peers/"
    assert preview.answer("/peers/about/").status == HTTPStatus.OK
    assert preview.answer("/about/").status == HTTPStatus.NOT_FOUND


def test_pages_come_with_the_script_and_a_stream_that_tells_of_changes(project: Callable[..., Path]) -> None:
    config = project()
    preview = Preview(config)
    with serving(preview, "127.0.0.1", 0) as address:
        page = urllib.request.urlopen(f"{address}about/").read()  # noqa: S310 (on this machine)
        assert page == with_reload(preview.answer("/about/").content, preview.mark("/about/"))
        assert page.count(b"/.peerbook/reload.js") == 1
        with pytest.raises(HTTPError, match="404"):
            urllib.request.urlopen(f"{address}nowhere/")  # noqa: S310
        stream = urllib.request.urlopen(f"{address}.peerbook/changes?path={PAGE}", timeout=PATIENCE)  # noqa: S310
        first = json.loads(stream.readline().removeprefix(b"data: "))
        assert first == {"mark": preview.mark(PAGE), "problems": 0}
        (config.parent / NURSES).write_text(PRACTICE.replace("Boulder sends nurses", "Boulder now sends nurses"))
        preview.changed([config.parent / NURSES])
        stream.readline()
        second = json.loads(stream.readline().removeprefix(b"data: "))
        assert second["mark"] != first["mark"]


def test_a_browser_that_holds_a_file_is_not_sent_it_again(project: Callable[..., Path]) -> None:
    config = project()
    style = config.parent / "docs/assets/home/home.css"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text("a {}")
    preview = Preview(config)
    with serving(preview, "127.0.0.1", 0) as address:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)

        def ask(held: str) -> HTTPResponse:
            connection.request("GET", "/assets/home/home.css", headers={"If-None-Match": held})
            return connection.getresponse()

        first = ask("")
        assert (first.status, first.read()) == (HTTPStatus.OK, b"a {}\n")
        second = ask(first.headers["ETag"])
        assert (second.status, second.read()) == (HTTPStatus.NOT_MODIFIED, b"")
        style.write_text("b {}")
        preview.changed([style])
        assert ask(first.headers["ETag"]).read() == b"b {}\n"
        connection.close()


@pytest.fixture
def open_preview(project: Callable[..., Path]) -> Iterator[tuple[Path, str]]:
    """The folder of a small project that is previewed, and the address."""
    config = project()
    preview = Preview(config)
    with watching(preview.watched, preview.changed), serving(preview, "127.0.0.1", 0) as address:
        yield config.parent, address


@pytest.mark.skipif(not FULL, reason="a browser that loads anew by itself: each night")
def test_a_browser_follows_what_is_saved(browser: Browser, open_preview: tuple[Path, str]) -> None:
    root, address = open_preview
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address + PAGE.strip("/") + "/")
    expect(page.locator("h1")).to_contain_text("Boulder sends nurses")
    page.wait_for_timeout(500)
    (root / NURSES).write_text(PRACTICE.replace("Boulder sends nurses", "Boulder now sends nurses"))
    expect(page.locator("h1")).to_contain_text("Boulder now sends nurses", timeout=PATIENCE * 1000)
    assert errors == []
    about = browser.new_page()
    about.goto(f"{address}about/")
    (root / NURSES).write_text("title: [")
    expect(page.locator("h1")).to_have_text("This page can't be shown yet", timeout=PATIENCE * 1000)
    expect(about.locator("#peerbook-problems")).to_contain_text("1 problem", timeout=PATIENCE * 1000)
    about.locator("#peerbook-problems a").click()
    expect(about.locator("h2")).to_contain_text("nurses.yaml")
    (root / NURSES).write_text(PRACTICE)
    expect(page.locator("h1")).to_contain_text("Boulder sends nurses", timeout=PATIENCE * 1000)
    styles = root / "docs/assets/practice/practice.css"
    styles.write_text(styles.read_text() + "\n@layer pages { h1 { letter-spacing: 7px !important; } }")
    expect(page.locator("h1")).to_have_css("letter-spacing", "7px", timeout=PATIENCE * 1000)
    page.close()
    about.close()


def test_many_changes_in_a_moment_are_told_at_once(tmp_path: Path) -> None:
    told: list[set[Path]] = []
    with watching([tmp_path], told.append):
        for number in range(20):
            (tmp_path / f"{number}.yaml").write_text("x")
        ends = time.monotonic() + PATIENCE
        while sum(map(len, told)) < 20 and time.monotonic() < ends:
            time.sleep(0.02)
        read = len(told)
        (tmp_path / "0.yaml").read_text()
        time.sleep(0.3)
    assert set().union(*told) >= {tmp_path.resolve() / f"{number}.yaml" for number in range(20)}
    assert len(told) == read < 20
