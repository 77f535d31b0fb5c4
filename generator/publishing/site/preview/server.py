"""The preview over HTTP, for browsers on this machine: pages, and a stream that tells each when to load anew."""

import contextlib
import json
import sys
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any, ClassVar
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.publishing.site.preview.preview import PROBLEMS, Preview
from generator.publishing.site.preview.state import digest

SCRIPT = "/.peerbook/reload.js"
CHANGES = "/.peerbook/changes"
PULSE = 15.0
"""Seconds after which a silent stream sends a sign of life, and finds out whether the browser is still there."""
_END = b"</body>"


class _Handler(BaseHTTPRequestHandler):
    preview: ClassVar[Preview]
    protocol_version = "HTTP/1.1"  # a page asks for some thirty files: one connection serves many of them

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path)
        if path == SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript", _script())
        elif path == CHANGES:
            self._stream(parse_qs(address.query).get("path", ["/"])[0])
        else:
            answer = self.preview.answer(path)
            if answer.to:
                self._send(answer.status, answer.kind, b"", {"Location": quote(answer.to)})
            else:
                is_page = answer.kind == "text/html"
                content = with_reload(answer.content, self.preview.mark(path)) if is_page else answer.content
                self._send(answer.status, answer.kind, content, known=not is_page)

    do_HEAD = do_GET  # noqa: N815

    def _send(
        self, status: HTTPStatus, kind: str, content: bytes, more: dict[str, str] | None = None, *, known: bool = False
    ) -> None:
        """Send an answer; one that may be `known` is not sent again where the browser holds the same (RFC 9110, 13)."""
        tag = f'"{digest(content)}"' if known else ""
        is_held = bool(tag) and self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if is_held else status)
        self.send_header("Cache-Control", "no-cache" if known else "no-store")
        if tag:
            self.send_header("ETag", tag)
        if not is_held:
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(content)))
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and not is_held:
            self.wfile.write(content)

    def _stream(self, path: str) -> None:
        """Tell the browser, as long as it listens, how what it shows stands (WHATWG, Server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")  # nobody knows how long it will be
        self.end_headers()
        version, told = -1, ""
        with contextlib.suppress(ConnectionError):
            while True:
                now = self.preview.wait(version, PULSE)
                if now != version:
                    version = now
                    news = json.dumps({"mark": self.preview.mark(path), "problems": len(self.preview.problems)})
                    message = f"data: {news}\n\n" if news != told else ""
                    told = news
                else:
                    message = ": here\n\n"
                self.wfile.write(message.encode())
                self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def with_reload(html: bytes, mark: str) -> bytes:
    """Return a page with the script that loads it anew; it is all that a page of the preview has more than a built one.

    The script is sent by the site itself, as the content security policy of its pages asks for.
    """
    before, end, after = html.rpartition(_END)
    tag = f'<script src="{SCRIPT}" data-mark="{mark}" data-problems="/{PROBLEMS}"></script>'.encode()
    return before + tag + end + after if end else html + tag


def _script() -> bytes:
    return files("generator.publishing.site.preview").joinpath("reload.js").read_bytes()


@contextlib.contextmanager
def serving(preview: Preview, host: str, port: int) -> Iterator[str]:
    """Serve a preview on a thread of its own, and give its address.

    Raises:
        OSError: if the address can't be had, because somebody else serves there.
    """
    handler = type("_PreviewHandler", (_Handler,), {"preview": preview})
    with _Server((host, port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{host}:{server.server_port}{preview.mount}"
        finally:
            server.shutdown()
            thread.join()
