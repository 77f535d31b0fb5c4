"""Names as they stand inside a sentence, and in an address."""

import re

from generator.language.words import fold

_SLUG_PART = re.compile(r"[a-z0-9]+")
_OTHER_LETTER = re.compile(r"[^\W\d_a-z]")


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: "Road safety" as "road safety", "COVID-19" as it is."""
    return name[:1].lower() + name[1:] if name[1:].islower() else name


def as_slug(name: str) -> str:
    """Return `name` as an id would be written: lower-case letters a to z and digits, hyphens between words."""
    return "-".join(_SLUG_PART.findall(_OTHER_LETTER.sub("", fold(name))))
