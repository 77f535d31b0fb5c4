"""One style sheet for every page: the theme's styles in a cascade layer below ours, so that ours win, then ours."""

from collections.abc import Iterable
from pathlib import Path

from generator.publishing.compact import compact

PATH = "assets/stylesheets/site.css"
LAYERS = ("theme", "base", "components", "pages")
"""From the weakest to the strongest (W3C, CSS Cascading and Inheritance Level 5)."""
OURS = (
    "base/tokens",
    "base/text",
    "base/media",
    "components/frame",
    "components/buttons",
    "components/control",
    "components/evidence",
    "components/cards",
    "components/glance",
    "components/glances",
    "components/facet",
    "components/folds",
    "components/give",
    "components/languages",
    "components/lists",
    "components/pick",
    "components/tables",
    "components/listing",
    "components/tiles",
    "pictures/pictures",
    "pictures/results",
    "pictures/tried",
    "pictures/matrix",
    "components/search",
    "components/picker",
    "search/box",
)
"""Styles in `docs/assets/` that every page has. Those of one page alone are named in `loaded.py`."""
_SHEETS = ("main", "palette")
_CHARSET = '@charset "UTF-8";'


def site_styles(folders: Iterable[str], docs: Path) -> bytes:
    """Return the style sheet that names the layers, and holds the theme's styles and those of ours that every page has.

    One file, since each further one holds up the first sight of a page by a round trip on a phone. It stands beside the
    theme's own and as deep as ours, so that addresses in it lead where they did.

    Args:
        folders: those of the theme, one of which holds its styles.
        docs: folder of the hand-written pages, with our styles in `assets/`.

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
    ours = [(docs / "assets" / f"{name}.css").read_text(encoding="utf-8") for name in OURS]
    whole = "\n".join((_CHARSET, order, f"@layer {LAYERS[0]} {{", *texts, "}", ""))
    return whole.encode() + compact(PATH, "\n".join(ours).encode())
