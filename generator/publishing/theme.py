"""The styles of the theme, put into a cascade layer below ours, so that ours win without a contest of selectors."""

from collections.abc import Iterable
from pathlib import Path

from generator.publishing.page import Asset

LAYERS = ("theme", "base", "components", "pages")
"""From the weakest to the strongest (W3C, CSS Cascading and Inheritance Level 5)."""
_SHEETS = ("main", "palette")
_CHARSET = '@charset "UTF-8";'


def theme_styles(folders: Iterable[str]) -> Asset:
    """Return the style sheet that names the layers and holds those of the theme, which lie in one of the folders.

    It stands beside the theme's own, so that addresses in it lead where they did.

    Raises:
        FileNotFoundError: if the theme has no such style sheet.
    """
    places = [Path(folder) / "assets" / "stylesheets" for folder in folders]
    texts = []
    for name in _SHEETS:
        found = sorted(path for place in places for path in place.glob(f"{name}.*.min.css"))
        if not found:
            raise FileNotFoundError(f"the theme has no style sheet {name}.*.min.css")
        texts.append(found[0].read_text(encoding="utf-8").removeprefix("\ufeff").removeprefix(_CHARSET))
    order = f"@layer {', '.join(LAYERS)};"
    whole = "\n".join((_CHARSET, order, f"@layer {LAYERS[0]} {{", *texts, "}", ""))
    return Asset("assets/stylesheets/theme.css", whole.encode())
