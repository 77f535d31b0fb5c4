"""`peerbook links`, against a server on this machine: what is gone is told, and what is not public is never asked."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.contributing.links import Asker, Link, LinkAnswer, dead, links_in
from generator.reading.strict_yaml import Document, parse
from tests.builders import PRACTICE, write_library

COPY = "https://web.archive.org/web/2020/https://example.org/gone"


class Handler(BaseHTTPRequestHandler):
    """A site with one page of each kind, and an archive; it remembers what it was asked."""

    asked: list[tuple[str, str, float]]

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        path = self.path.partition("?")[0]
        type(self).asked.append((self.command, self.path, time.monotonic()))
        status = {"/gone": 404, "/removed": 410, "/forbidden": 403, "/busy": 503}.get(path, 200)
        if path == "/no-head" and self.command == "HEAD":
            status = 405
        if path == "/slow":
            time.sleep(1)
        body = b"ok"
        if path == "/archive":
            snapshot = {"available": True, "url": COPY} if "%2Fgone" in self.path else None
            body = json.dumps({"archived_snapshots": {"closest": snapshot} if snapshot else {}}).encode()
        self.send_response(302 if path in ("/moved", "/loop", "/inward", "/file") else status)
        target = {
            "/moved": "/here",
            "/loop": "/loop",
            "/inward": "http://10.0.0.1/admin",
            "/file": "file:///etc/passwd",
        }
        if path in target:
            self.send_header("Location", target[path])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Handler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def asker(server: str, **settings: Any) -> Asker:
    port = int(server.rpartition(":")[2])
    return Asker(
        **{"pause": 0, "timeout": 5, "archive": f"{server}/archive?url=", "is_allowed": lambda one: one == "127.0.0.1",
           "ports": frozenset([port]), **settings}
    )  # fmt: skip


def at(url: str) -> Link:
    return Link(url, Path("x.yaml"), 1, "A title")


@pytest.mark.parametrize(
    ("path", "answer", "copy"),
    [
        ("/here", LinkAnswer.ANSWERS, ""),
        ("/moved", LinkAnswer.ANSWERS, ""),
        ("/no-head", LinkAnswer.ANSWERS, ""),
        ("/gone", LinkAnswer.GONE, COPY),
        ("/removed", LinkAnswer.GONE, ""),
        ("/forbidden", LinkAnswer.UNSURE, ""),
        ("/busy", LinkAnswer.UNSURE, ""),
        ("/loop", LinkAnswer.NOT_ASKED, ""),
        ("/inward", LinkAnswer.NOT_ASKED, ""),
        ("/file", LinkAnswer.NOT_ASKED, ""),
    ],
)
def test_what_a_source_answers_is_told(server: str, path: str, answer: LinkAnswer, copy: str) -> None:
    (found,) = asker(server).ask([at(server + path)])
    assert (found.answer, found.copy) == (answer, copy)


def test_who_is_slow_is_not_waited_for_and_not_called_dead(server: str) -> None:
    (found,) = asker(server, timeout=0.2).ask([at(f"{server}/slow")])
    assert found.answer is LinkAnswer.UNSURE
    assert dead([found]) == ()


def test_a_host_that_does_not_exist_is_gone(server: str) -> None:
    (found,) = Asker(pause=0, archive=f"{server}/archive?url=").ask([at("https://nowhere.invalid/page")])
    assert found.answer is LinkAnswer.GONE


def test_a_host_that_could_not_be_looked_up_is_not_called_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_network(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", without_network)
    (found,) = Asker(pause=0).ask([at("https://example.org/page")])
    assert found.answer is LinkAnswer.UNSURE


@pytest.mark.family
@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.0.1/", "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data/", "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "http://user@127.0.0.1/", "http:///x",
        "http://127.0.0.1:22/", "https://127.0.0.1:6379/",
    ],
)  # fmt: skip
def test_what_is_not_public_is_never_asked(server: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib3.HTTPConnectionPool.urlopen", lambda *_, **__: pytest.fail("asked"))
    (found,) = Asker(pause=0, archive=f"{server}/archive?url=").ask([at(url)])
    assert found.answer is LinkAnswer.NOT_ASKED
    assert Handler.asked == []


def test_a_host_is_asked_with_pauses_and_each_address_once(server: str) -> None:
    asker(server, pause=0.2).ask([at(f"{server}/{name}") for name in ("a", "b", "c", "a#part", "a")])
    times = sorted(moment for _, _, moment in Handler.asked)
    assert len(times) == 3
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.15


def test_links_know_where_they_stand() -> None:
    document = parse(Path("x.yaml"), PRACTICE)
    assert isinstance(document, Document)
    report, news = links_in(document)
    assert report.url == "https://example.org/report"
    assert PRACTICE.splitlines()[report.line - 1].startswith("  report:")
    assert news.line == report.line + 1


def test_the_command_tells_and_never_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_library(Path("practices"), {"boulder-co/nurses": PRACTICE.replace("https://example.org", "http://127.0.0.1")})
    for form in ("text", "json", "markdown"):
        done = CliRunner().invoke(main, ["links", "--format", form, "--pause", "0", "practices/boulder-co/nurses.yaml"])
        assert done.exit_code == 0, done.output
    assert "0 sources of 2 no longer answer" in done.output
