"""Everything that the Data page offers, made once: files, their description, their version and the archive."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial

from generator.linking import Links
from generator.model import Library
from generator.publishing.data.archive import citation_file, license_text, read_me, zipped
from generator.publishing.data.catalogue import Table, tables
from generator.publishing.data.frames import TABLE_FORMS, table_files
from generator.publishing.data.graph_files import FORMATS, graph_bytes, worded_graph
from generator.publishing.data.package import croissant, data_package
from generator.publishing.data.spool import Spool
from generator.publishing.feeds import last_change
from generator.publishing.packed import in_json
from generator.publishing.page import Asset
from generator.publishing.records import briefs_of, practice_record
from generator.reading import assessment_schema_text
from generator.wording import ENGLISH, Language

FOLDER = "data"
ARCHIVE = "peerbook-data.zip"
ASSESSMENT = "assessment.schema.json"
PACKAGE, CROISSANT, CITATION = _DESCRIBED = ("datapackage.json", "croissant.json", "CITATION.cff")


class OpenData:
    """The open data of a library, made when something in it is first asked for."""

    def __init__(self, library: Library, links: Links, address: str = "", language: Language = ENGLISH) -> None:
        """Take what the data are made of.

        Args:
            library: what was read.
            links: what it was linked into.
            address: where the site will stand, for the way back; empty if that is not known.
            language: that in which reasons are told.
        """
        self._library, self._links, self._address, self._language = library, links, address, language

    @cached_property
    def _tables(self) -> tuple[Table, ...]:
        return tables(self._library)

    @cached_property
    def day(self) -> str:
        """The last one on which anything changed (ISO 8601)."""
        return last_change(self._library)

    @property
    def version(self) -> str:
        """Day of the last change and a digest of all files: "2026.11.28+5f2b8c1d9e04"."""
        return self._made[0]

    @property
    def assets(self) -> Iterator[Asset]:
        """Every file, the archive last; what is in one is made when it is read."""
        for name in self.names:
            yield Asset(f"{FOLDER}/{name}", make=partial(self.content, name))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files, in the order of `assets`."""
        tabular = (f"{table.name}.{form}" for table in self._tables for form in TABLE_FORMS)
        return (*tabular, *(f"graph.{form}" for form in FORMATS), ASSESSMENT, *_DESCRIBED, ARCHIVE)

    def content(self, name: str) -> bytes:
        """Return what is in a file."""
        return self._archive if name == ARCHIVE else self._made[1][name]

    def size(self, name: str) -> int:
        """Return the size of a file in bytes."""
        return len(self._archive) if name == ARCHIVE else self._made[1].size(name)

    @cached_property
    def _made(self) -> tuple[str, Spool]:
        """The version, and what is in each file by its name, but for the archive."""
        made = Spool()
        for table in self._tables:
            for name, content in table_files(table):
                made.add(name, content)
        graph = worded_graph(self._links, self._language)
        for form in FORMATS:
            made.add(f"graph.{form}", graph_bytes(graph, form))
        made.add(ASSESSMENT, assessment_schema_text().encode())
        version, day, address = _version(made, self.day), self.day, self._address
        described = {
            PACKAGE: _dump(data_package(self._tables, made, version, day, address)),
            CROISSANT: _dump(croissant(self._tables, made, version, day, address)),
            CITATION: citation_file(version, day, address).encode(),
        }
        for name, content in described.items():
            made.add(name, content)
        return version, made

    @cached_property
    def _archive(self) -> bytes:
        """All files, and what is in no other: the license, what stands on top, the write-ups whole."""
        version, made = self._made
        files: dict[str, Callable[[], bytes | Iterable[bytes]]] = {
            **{name: partial(made.__getitem__, name) for name in made},
            "LICENSE.txt": lambda: license_text(self._library.network).encode(),
            "README.md": lambda: read_me(version, self.day, self._address).encode(),
            "write-ups.jsonl": self._lines,
        }
        return zipped(files, f"peerbook-data-{version}", self.day)

    def _lines(self) -> Iterator[bytes]:
        brief = briefs_of(self._library, self._address, self._language)
        for practice in self._library.practices:
            record = practice_record(practice, self._library, self._links, brief, self._language)
            yield in_json(record) + b"\n"


def data_files(library: Library, links: Links, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield every download of the Data page."""
    yield from OpenData(library, links, "", _).assets


def _version(files: Mapping[str, bytes], day: str) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name} {hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return f"{day.replace('-', '.')}+{digest.hexdigest()[:12]}"


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
