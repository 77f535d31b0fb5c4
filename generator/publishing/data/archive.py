"""All data as one ZIP file: the same data give the same bytes."""

import io
import textwrap
import zipfile
from collections.abc import Callable, Iterable, Mapping

from generator.model import Network
from generator.publishing.data.package import ABOUT, LICENSE_URL, TITLE
from generator.publishing.packed import quick_deflater
from generator.wording import independence

_LICENSE = f"""\
Peerbook: text and data are under the Creative Commons Attribution 4.0 International license (CC BY 4.0).
{LICENSE_URL}

You may share and adapt them, also for money, if you name Peerbook, link to the license, and say what you changed.
Keep the sources: each statement rests on publications of others, which data/sources.csv and the write-ups name.
"""


def license_text(network: Network) -> str:
    """Return under what license the data are, and that they are no official ones."""
    return f"{_LICENSE}{textwrap.fill(independence(network), 120)}\n"


def citation_file(version: str, day: str, address: str) -> str:
    """Return how to cite the data, in the Citation File Format 1.2.0, which GitHub and reference managers read.

    https://citation-file-format.github.io
    """
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite them as below, and the sources of what you quote.",
        "type: dataset",
        f'title: "{TITLE}"',
        f'abstract: "{ABOUT}"',
        "authors:",
        "  - name: Peerbook",
        f'version: "{version}"',
        f"date-released: {day}",
        "license: CC-BY-4.0",
        *([f'url: "{address}data/"'] if address else []),
    ]
    return "\n".join(lines) + "\n"


def read_me(version: str, day: str, address: str) -> str:
    """Return what stands on top of the archive."""
    where = f"The newest version is at {address}data/.\n\n" if address else ""
    return f"""\
# {TITLE}

{ABOUT}

Version {version}, last change {day}. {where}Cite it as CITATION.cff says. License: CC BY 4.0 (LICENSE.txt).

- `datapackage.json` describes every file: columns, types, keys (Frictionless Data Package). `croissant.json` says the
  same for machine learning (Croissant).
- `*.csv` and `*.json` are the tables. CSV is UTF-8; items of a list are separated by "; "; an apostrophe stands before
  text that a spreadsheet would run as a formula.
- `write-ups.jsonl` holds each write-up whole, one a line: statements, footnotes, sources, similar practices.
- `graph.graphml`, `graph.gexf` and `graph.json` are the graph.

A result means no more than how it was measured: read `evidence` and `evidence_note` beside it, and `unknown`.
"""


def zipped(files: Mapping[str, Callable[[], bytes | Iterable[bytes]]], folder: str, day: str) -> bytes:
    """Return files as a ZIP archive, in a folder of their own, dated by `day` (ISO 8601).

    What gives a file, whole or in parts, is asked when it is its turn.
    """
    year, month, date = map(int, day.split("-"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            content = files[name]()
            entry = zipfile.ZipInfo(f"{folder}/{name}", (max(year, 1980), month, date, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever machine this is
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w") as file:
                file._compressor = quick_deflater()  # type: ignore[attr-defined]
                for part in [content] if isinstance(content, bytes) else content:
                    file.write(part)
    return out.getvalue()
