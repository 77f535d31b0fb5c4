"""A printed guide as a value: what kind it is, where it stands on the site, its paper, and the data of its template."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from generator.model import Network
from generator.publishing.guides.labels import labels_of
from generator.publishing.guides.letters import printable
from generator.wording import ENGLISH, Language, independence


class GuideKind(StrEnum):
    """Kinds of guides; the value is also the name of the Typst template."""

    GETTING_READY = "getting-ready"
    AREA = "area"
    CITY = "city"
    BRIEF = "brief"
    TAILORED = "tailored"


class Paper(StrEnum):
    """Paper sizes; the value is Typst's name of it."""

    LETTER = "us-letter"
    A4 = "a4"

    @property
    def label(self) -> str:
        """The size as readers know it."""
        return "US Letter" if self is Paper.LETTER else "A4"

    @property
    def slug(self) -> str:
        """The size in an address."""
        return "letter" if self is Paper.LETTER else "a4"


_LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where US Letter is the usual paper: Unicode CLDR 46, supplemental data, `paperSize`."""


def paper_of(country: str, language: Language) -> Paper:
    """Return the paper of a guide about a country (ISO 3166-1 alpha-2): its usual one.

    In any language but English it is A4, on one side of a border and on the other: a guide in Spanish on a city of
    Colombia is read in Argentina, too.
    """
    return Paper.LETTER if country in _LETTER_COUNTRIES and language.code == ENGLISH.code else Paper.A4


@dataclass(frozen=True)
class Guide:
    """A guide before it is printed."""

    kind: GuideKind
    path: str
    """Where it stands below the site's root: `guides/cities/boulder-co.pdf`."""
    title: str
    subject: str
    """Id of the practice, city or area that it is about; empty for those about all."""
    paper: Paper
    day: str
    """The date of its data (ISO 8601): the latest day on which anything in it changed."""
    language: Language
    """Of our own words in it."""
    network: Network
    """Whose certification it is about."""
    data: Callable[[], dict[str, Any]]
    """Gives what the template prints, as JSON allows it; texts in it are data, never code. Made only when needed: the
    data of all guides together would fill the memory."""
    made_of: tuple[object, ...] | None = None
    """All that `data` is given, where it is given no more than it uses: while that is the same, so are the data."""

    @property
    def content(self) -> str:
        """All that the template is given, as JSON; its version is a digest of the rest."""
        year, month, day = map(int, self.day.split("-"))
        given = {
            **_printable(self.data()),
            "title": printable(self.title),
            "paper": self.paper,
            "date": {"year": year, "month": month, "day": day},
            "day-said": self.language.date(self.day),
            "language": self.language.code,
            "public-checklist": self.network.public_checklist,
            "independence": printable(independence(self.network, self.language)),
            "labels": labels_of(self.kind, self.language),
        }
        version = hashlib.sha256(_packed(given).encode()).hexdigest()[:8]
        return _packed({**given, "version": version})


def _printable(data: Any, key: str = "") -> Any:
    """The data with every text in it such that the fonts can print it; a QR code is a picture and stays."""
    if isinstance(data, str):
        return data if key == "qr" else printable(data)
    if isinstance(data, dict):
        return {name: _printable(value, name) for name, value in data.items()}
    return [_printable(value) for value in data] if isinstance(data, list | tuple) else data


def _packed(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class PrintedFile(NamedTuple):
    """A PDF file in the cache."""

    file: Path
    pages: int
    size: int
    """In bytes."""


@dataclass(frozen=True)
class PrintedGuide:
    """A guide as a PDF file, printed at the latest when somebody asks for the file or for anything about it."""

    guide: Guide
    print: Callable[[], PrintedFile] = field(repr=False, compare=False)

    @cached_property
    def _printed(self) -> PrintedFile:
        return self.print()

    @property
    def digested(self) -> tuple[object, ...]:
        """All that pages tell of it, for digests of them."""
        guide = self.guide
        return guide.kind, guide.path, guide.title, guide.paper, guide.language.code, self.pages, self.size

    @property
    def file(self) -> Path:
        """Where the PDF lies on this machine, in the cache."""
        return self._printed.file

    @property
    def pages(self) -> int:
        """How many it has."""
        return self._printed.pages

    @property
    def size(self) -> int:
        """In bytes."""
        return self._printed.size
