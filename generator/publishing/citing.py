"""How a page is cited: as a line in the style of the APA, and as an entry for BibTeX."""

from dataclasses import dataclass
from datetime import date

PUBLISHER = "Peerbook"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}&%$#_"},
    }
)
"""What has a meaning in TeX, as text (the LaTeX Companion, "Special characters")."""


@dataclass(frozen=True)
class Citation:
    """A page, cited in two ways, as plain text."""

    apa: str
    bibtex: str


def cite_page(path: str, title: str, day: str | None, url: str) -> Citation:
    """Return how a page is cited.

    Args:
        path: its address below the site's root, which names the entry for BibTeX.
        title: as on the page, plain text.
        day: the day it was last reviewed (ISO 8601), None if nobody said.
        url: where it stands; empty if the site's address is not known.

    The line follows the APA's Publication Manual, 7th edition, 10.16 (webpages and websites; the author, which is the
    publisher too, is named once). The entry is of the type `misc`, which every reader of BibTeX knows.
    """
    held = date.fromisoformat(day) if day else None
    when = f"{held.year}, {_MONTHS[held.month - 1]} {held.day}" if held else "n.d."
    fields = {
        "author": f"{{{PUBLISHER}}}",
        "title": f"{{{title.translate(_BIBTEX)}}}",
        **({"year": str(held.year), "month": str(held.month), "note": f"Reviewed {held}"} if held else {}),
        **({"url": url} if url else {}),
    }
    key = "-".join((PUBLISHER.lower(), *path.strip("/").split("/")))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    end = f" {url}" if url else ""
    stop = "" if title.endswith((".", "?", "!")) else "."
    return Citation(f"{PUBLISHER}. ({when}). {title}{stop}{end}", f"@misc{{{key},\n{lines}\n}}")
