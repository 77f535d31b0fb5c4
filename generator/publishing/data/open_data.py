"""Everything that the Data page offers, made once: files, their description, their version and the archive."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.linking import Links
from generator.model import Library
from generator.publishing.data.archive import LICENSE_TEXT, citation_file, read_me, zipped
from generator.publishing.data.catalogue import table_files, tables
from generator.publishing.data.graph_files import FORMATS, graph_bytes, worded_graph
from generator.publishing.data.package import croissant, data_package
from generator.publishing.feeds import last_change
from generator.publishing.page import Asset
from generator.publishing.records import practice_record
from generator.reading import assessment_schema_text
from generator.wording import ENGLISH, Language

FOLDER = "data"
ARCHIVE = "peerbook-data.zip"


@dataclass(frozen=True)
class OpenData:
    """The open data of a library."""

    version: str
    """Day of the last change and a digest of all files: "2026.11.28+5f2b8c1d9e04"."""
    day: str
    """The last one on which anything changed (ISO 8601)."""
    assets: tuple[Asset, ...]
    """Every file, the archive last."""

    def size(self, name: str) -> int:
        """Return the size of a file in bytes."""
        return len(next(asset.content for asset in self.assets if asset.path == f"{FOLDER}/{name}"))


def open_data(library: Library, links: Links, address: str = "", _: Language = ENGLISH) -> OpenData:
    """Return the open data.

    Args:
        library: what was read.
        links: what it was linked into.
        address: where the site will stand, for the way back; empty if that is not known.
        _: the language in which reasons are told.
    """
    in_tables = tables(library)
    made = [asset for table in in_tables for asset in table_files(table)]
    graph = worded_graph(links, _)
    made += [Asset(f"{FOLDER}/graph.{form}", graph_bytes(graph, form)) for form in FORMATS]
    made.append(Asset(f"{FOLDER}/assessment.schema.json", assessment_schema_text().encode()))
    files = {asset.path.removeprefix(f"{FOLDER}/"): asset for asset in made}
    day, version = last_change(library), _version(files, last_change(library))
    described = {
        "datapackage.json": _dump(data_package(in_tables, files, version, day, address)),
        "croissant.json": _dump(croissant(in_tables, files, version, day, address)),
        "CITATION.cff": citation_file(version, day, address).encode(),
    }
    archive = zipped(
        {
            **{name: asset.content for name, asset in files.items()},
            **described,
            "LICENSE.txt": LICENSE_TEXT.encode(),
            "README.md": read_me(version, day, address).encode(),
            "write-ups.jsonl": b"".join(_lines(library, links, address, _)),
        },
        f"peerbook-data-{version}",
        day,
    )
    more = (Asset(f"{FOLDER}/{name}", content) for name, content in described.items())
    return OpenData(version, day, (*made, *more, Asset(f"{FOLDER}/{ARCHIVE}", archive)))


def data_files(library: Library, links: Links, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield every download of the Data page."""
    yield from open_data(library, links, "", _).assets


def _lines(library: Library, links: Links, address: str, _: Language) -> Iterator[bytes]:
    for practice in library.practices:
        record = practice_record(practice, library, links, address, _)
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _version(files: dict[str, Asset], day: str) -> str:
    digest = hashlib.sha256()
    for name, asset in sorted(files.items()):
        digest.update(f"{name} {hashlib.sha256(asset.content).hexdigest()}\n".encode())
    return f"{day.replace('-', '.')}+{digest.hexdigest()[:12]}"


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
