"""The styles of the theme, put into a cascade layer below ours, so that ours win without a contest of selectors."""

from collections.abc import Iterable
from pathlib import Path

from generator.publishing.page import Asset

LAYERS = ("theme", "base", "components", "pages")
"""From the weakest to the strongest (W3C, CSS Cascading and Inheritance Level 5)."""
_SHEETS = ("main", "palette")


def theme_styles(folders: Iterable[str]) -> Asset:
    """Return the style sheet that names the layers and takes in those of the theme, which lie in one of the folders.

    Raises:
        FileNotFoundError: if the theme has no such style sheet.
    """
    places = [Path(folder) / "assets" / "stylesheets" for folder in folders]
    lines = [f"@layer {', '.join(LAYERS)};"]
    for name in _SHEETS:
        found = sorted(path.name for place in places for path in place.glob(f"{name}.*.min.css"))
        if not found:
            raise FileNotFoundError(f"the theme has no style sheet {name}.*.min.css")
        lines.append(f'@import url("stylesheets/{found[0]}") layer({LAYERS[0]});')
    return Asset("assets/theme.css", "\n".join((*lines, "")).encode())
