"""Drawing cards: Typst sets them, Pillow gives them a palette, and each is drawn only once while nothing in it changes.

Typst breaks lines, fits sizes and shapes letters as on paper, in about 20 ms a card; its own PNG has a million colors
and close to 100 KB. A palette takes a third of that and 10 ms.
"""

import contextlib
import datetime
import hashlib
import io
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import typst
from PIL import Image

from generator.forks import CORES
from generator.publishing.cards.card import Card
from generator.publishing.guides import UnprintableError
from generator.publishing.guides.printing import KEPT_DAYS
from generator.publishing.typesetting import FONTS, compiler_of, on_all_cores
from generator.said import about, said

TEMPLATE = Path(str(files("generator.publishing"))) / "cards" / "card.typ"
WIDTH, HEIGHT = 1200, 630
"""In pixels: what social networks and messengers ask for."""
_POINTS = 600
COLORS = 64
_NAME = re.compile(r"(?P<key>[0-9a-f]{64})-(?P<digest>[0-9a-f]{64})\.png")


@dataclass(frozen=True)
class DrawnCard:
    """A card as a PNG file, drawn at the latest when somebody asks for the file."""

    card: Card
    draw: Callable[[], Path] = field(repr=False, compare=False)

    @property
    def file(self) -> Path:
        """Where the picture lies on this machine, in the cache."""
        return self.draw()


def draw_cards(cards: Sequence[Card], folder: Path) -> Iterator[DrawnCard]:
    """Yield the cards as PNG files, in their order; those that lie in the cache `folder` whole are taken from there.

    The same card gives the same bytes.

    Raises:
        UnprintableError: if a card can't be drawn.
    """
    known = _known(folder)
    with ThreadPoolExecutor(CORES) as threads:
        kept = list(threads.map(lambda card: _kept(card, folder, known), cards))
    left = [card for card, path in zip(cards, kept, strict=True) if not path]
    drawn = on_all_cores(lambda card: _drawn(card, folder), left)
    return (DrawnCard(card, partial(Path, path or next(drawn))) for card, path in zip(cards, kept, strict=True))


def draw_when_asked(cards: Sequence[Card], folder: Path) -> Iterator[DrawnCard]:
    """Yield the cards as `draw_cards` does, but draw each one only when somebody asks for it.

    Raises:
        UnprintableError: when a card that can't be drawn is asked for.
    """
    known = _known(folder)
    return (DrawnCard(card, partial(_kept_or_drawn, card, folder, known)) for card in cards)


def _known(folder: Path) -> dict[str, str]:
    """Digest of each card in the cache by its key, once what is old has left it."""
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    return {found["key"]: found["digest"] for path in folder.iterdir() if (found := _NAME.fullmatch(path.name))}


def _kept_or_drawn(card: Card, folder: Path, known: Mapping[str, str]) -> Path:
    return _kept(card, folder, known) or _drawn(card, folder)


def _key(card: Card) -> str:
    return hashlib.sha256(f"{_brush()}\n{card.content}".encode()).hexdigest()


def _kept(card: Card, folder: Path, known: Mapping[str, str]) -> Path | None:
    """Where a card lies in the cache whole, marked as asked for."""
    digest = known.get(key := _key(card))
    if digest:
        path = folder / f"{key}-{digest}.png"
        with contextlib.suppress(OSError):
            if not path.is_symlink() and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
                os.utime(path)
                return path
    return None


def _drawn(card: Card, folder: Path) -> Path:
    picture = drawn_picture(card.content)
    path = folder / f"{_key(card)}-{hashlib.sha256(picture).hexdigest()}.png"
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
        part.write(picture)
    Path(part.name).replace(path)
    return path


def drawn_picture(content: str) -> bytes:
    """Return the picture of a card, given its content, as PNG.

    Raises:
        UnprintableError: if Typst can't set it.
    """
    try:
        drawn = compiler_of(TEMPLATE.parent).compile(
            input=TEMPLATE, sys_inputs={"data": content}, format="png", ppi=72 * WIDTH / _POINTS
        )
    except typst.TypstError as error:
        raise UnprintableError(about(said("a card"), error.diagnostic or error.message)) from error
    if not isinstance(drawn, bytes):
        raise UnprintableError(about(said("a card"), said("not one picture came out")))
    out = io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as picture:
        few = picture.convert("RGB").quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(out, "PNG", compress_level=6)
    return out.getvalue()


@cache
def _brush() -> str:
    """What all cards are drawn with, as one digest: Typst, Pillow, the template and the fonts."""
    digest = hashlib.sha256(f"{version('typst')} {version('pillow')} {COLORS}".encode())
    for path in (TEMPLATE, *sorted(FONTS.iterdir())):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _clear(folder: Path) -> None:
    """Drop cards that nobody has asked for in a long time, and what a broken drawing left."""
    oldest = time.time() - datetime.timedelta(days=KEPT_DAYS).total_seconds()
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            if path.lstat().st_mtime < oldest:
                path.unlink()
