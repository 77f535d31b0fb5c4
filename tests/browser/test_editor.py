"""The content editor under `admin/`: it opens and saves write-ups in a folder and loads nothing from elsewhere.

A program can't choose a folder in the browser's own window, so the browser is given its private file system in its
place, with a few of our files in it; what the editor does with a folder is the same.
"""

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.contributing import editor_settings
from generator.model import Library, WriteUp
from generator.publishing.editor import editor_file
from generator.reading.strict_yaml import Document, parse
from tests.conftest import ROOT

CITY = "boulder-co"
PUT = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    let folder = root;
    for (const part of path.split("/").slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const writing = await (await folder.getFileHandle(path.split("/").at(-1), { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
}"""
GET = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  for (const part of path.split("/").slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  const file = await folder.getFileHandle(path.split("/").at(-1));
  for (;;) {
    try {
      return await (await file.getFile()).text();
    } catch (error) {
      if (error.name !== "NotReadableError") throw error; // else it was saved meanwhile
    }
  }
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def editor(tmp_path: Path, real_library: Library) -> Iterator[str]:
    shutil.copytree(ROOT / "docs/admin", tmp_path / "admin")
    made = editor_file(real_library, "https://github.com/example/peerbook")
    (tmp_path / made.path).write_bytes(made.content)
    handler = functools.partial(Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/admin/index.html"
        server.shutdown()
        thread.join()


def test_a_write_up_is_opened_changed_and_saved_and_nothing_else_changes(browser: Browser, editor: str) -> None:
    files = {
        f"practices/{CITY}/{path.name}": path.read_text(encoding="utf-8")
        for path in (ROOT / "practices" / CITY).glob("*.yaml")
    }
    name = f"practices/{CITY}/eviction-prevention.yaml"
    title = "Boulder gives tenants a lawyer: paid from a tax # on rentals"
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory();")
    page = context.new_page()
    elsewhere: list[str] = []
    page.on("requestfinished", lambda one: elsewhere.append(one.url) if one.url.startswith("http") else None)
    page.goto(editor)
    page.evaluate(PUT, files)
    page.get_by_role("button", name="Work with Local Repository").click()
    page.get_by_text("Boulder, CO").first.wait_for()
    page.goto(f"{editor}#/collections/{CITY}/entries/eviction-prevention")
    page.get_by_role("textbox", name="Title").first.fill(title)
    page.get_by_role("button", name="Save").first.click()
    before = parse(Path("before"), files[name])
    assert isinstance(before, Document)
    for _ in range(50):
        after = parse(Path("after"), page.evaluate(GET, name))
        if isinstance(after, Document) and after.data["title"] == title:
            break
        page.wait_for_timeout(100)
    assert isinstance(after, Document)
    assert after.data == {**before.data, "title": title}
    assert after.text.startswith("# yaml-language-server: $schema=../practice.schema.json\n")
    assert [url for url in elsewhere if not url.startswith(editor.partition("/admin")[0])] == []
    context.close()


def test_the_settings_hold_every_field_that_people_write(real_library: Library) -> None:
    settings = editor_settings(real_library, "example/peerbook")
    fields = {field["name"] for field in settings["fields"]["practice"]}
    assert fields == WriteUp.model_fields.keys() - {"aliases"}
    assert {one["name"] for one in settings["collections"]} == {*real_library.city_by_id, "cities"}
    topics = next(field for field in settings["fields"]["practice"] if field["name"] == "topics")
    population = next(field for field in settings["fields"]["city"] if field["name"] == "population")
    assert {one["widget"] for one in population["fields"] if one["name"] in ("count", "year")} == {"string"}
    assert [one["value"] for one in topics["options"]] == [topic.id for topic in real_library.topics]


@pytest.mark.parametrize(
    ("address", "repository"),
    [
        ("https://github.com/example/peerbook", "example/peerbook"),
        ("https://github.com/example/peerbook.git/", "example/peerbook"),
        ("https://gitlab.com/example/peerbook", "owner/repository"),
        ("", "owner/repository"),
    ],
)
def test_the_repository_is_that_of_the_settings(address: str, repository: str, small_library: Library) -> None:
    assert json.loads(editor_file(small_library, address).content)["backend"]["repo"] == repository


def test_the_page_lets_nothing_in_but_itself_and_github() -> None:
    page = (ROOT / "docs/admin/index.html").read_text(encoding="utf-8")
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    directives = dict(one.strip().split(" ", 1) for one in policy.split(";"))
    assert directives["script-src"] == "'self'"
    assert directives["font-src"] == "'self'"
    assert directives["connect-src"] == "'self' data: blob: https://api.github.com"
    assert "http" not in directives["default-src"]
    script = (ROOT / "docs/admin/sveltia/index.js").read_text(encoding="utf-8")
    assert "jsdelivr" not in script
