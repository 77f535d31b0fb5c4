"""Which letters the guides can print: a letter that no font has would stop the print."""

import re
from functools import cache
from importlib.resources import as_file, files

from fontTools.ttLib import TTFont

FONTS = files("generator.publishing") / "guides" / "fonts"
REGULAR = "PublicSans_400Regular.ttf"
ALSO = "←↑→↓↔≤≥≈≠−√∞∑∂✓✗□■●○▲▼◆★"
"""Signs that Public Sans lacks and a font that comes with Typst has."""
MISSING = "\N{WHITE SQUARE}"


def printable(text: str) -> str:
    """Return `text` with a white square in place of each letter that no font of the guides has."""
    return _unprintable().sub(MISSING, text)


@cache
def _unprintable() -> re.Pattern[str]:
    with as_file(FONTS / REGULAR) as path, TTFont(path) as font:
        letters = "".join(letter for letter in map(chr, font.getBestCmap()) if letter.isprintable())
    return re.compile(f"[^{re.escape(letters + ALSO)}]")
