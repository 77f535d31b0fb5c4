"""The guides of this repository's library, some of them printed once, and a practice full of code."""

import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.linking import Links, link
from generator.model import Library
from generator.publishing.guides import Guide, GuideKind, PrintedGuide, Site, make_guides, print_guide, print_guides
from generator.reading import read_library
from tests.builders import PRACTICE, write_library
from tests.conftest import FULL
from tests.drawn import lot

SITE = Site("https://peerbook.example/")
HOSTILE = (
    '#let x = 1; $ x^2 $ #panic("no") @label <tag> = Title \\textbf{y} <script>z</script> `raw` // gone /* gone */ '
    '~ -- --- "q" #{1+1} \\u{41} [square] {curly} %comment &amp; </body>'
)
"""Syntax of Typst, LaTeX and HTML in one line, with nothing of the little Markdown that fields may hold."""


@pytest.fixture(scope="session")
def guides(real_library: Library, real_links: Links) -> tuple[Guide, ...]:
    """All guides of the real library, not yet printed."""
    return make_guides(real_library, real_links, SITE)


DRAWN = 5
"""So many guides of one kind are looked into where the same rule holds for all; the nightly round takes every one."""


@pytest.fixture(scope="session")
def printed(guides: tuple[Guide, ...], tmp_path_factory: pytest.TempPathFactory) -> tuple[PrintedGuide, ...]:
    """Guides of every kind as PDF files, others each time; all of them in the full round."""
    draw = random.Random(lot())  # noqa: S311
    kinds = [[guide for guide in guides if guide.kind is kind] for kind in GuideKind]
    most = len(guides) if FULL else DRAWN
    drawn = [guide for alike in kinds for guide in draw.sample(alike, min(most, len(alike)))]
    return tuple(print_guides(drawn, tmp_path_factory.mktemp("guides")))


@pytest.fixture
def brief_of(tmp_path: Path) -> Callable[[str], Guide]:
    """Gives the brief of a practice, given the text of its file."""

    def brief(text: str) -> Guide:
        library = read_library(write_library(tmp_path / "practices", {"boulder-co/nurses": text}))
        return next(one for one in make_guides(library, link(library), SITE) if one.kind == "brief")

    return brief


@pytest.fixture
def hostile_brief(brief_of: Callable[[str], Guide]) -> Guide:
    """The brief of a practice whose problem, approach and unknowns are code."""
    escaped = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    text = PRACTICE.replace("  - The city put nurses into the call center.", f'  - "{escaped}[^report]"\n  - The city.')
    assert text != PRACTICE
    return brief_of(text.replace("unknown: [running cost]", f'unknown: ["{escaped}"]'))


def texts_of(content: bytes) -> Iterator[str]:
    """Yield the text of each page of a PDF, with single spaces; soft breaks of addresses are taken out."""
    for page in PdfReader(io.BytesIO(content)).pages:
        yield " ".join(page.extract_text().replace("\u200b", "").split())


def text_of(content: bytes) -> str:
    """All text of a PDF, in its order."""
    return " ".join(texts_of(content))


def printed_text(guide: Guide) -> str:
    """All text of a guide once it is printed."""
    return text_of(print_guide(guide))
