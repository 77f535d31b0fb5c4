"""Our own words on paper. Templates name them by their English text; the guide's data bring them in its language."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from generator.wording import Language

TEMPLATES = Path(str(files("generator.publishing"))) / "guides" / "typst"
_LABEL = re.compile(r'\bt\("((?:[^"\\]|\\.)*)"')
"""`t("Sources")`, or `t("Data of %(day)s", day: …)`."""

_PART = re.compile(r"%\((\w+)\)s")


def labels_of(kind: str, language: Language) -> dict[str, list[str]]:
    """Return the words of the template of a kind of guide, each under its English text.

    Words and the names of the parts between them stand in turn, as a template would have to search them otherwise each
    time it says them: "Data of %(day)s" is "Data of ", "day" and "".
    """
    return {message: _PART.split(language.translations.gettext(message)) for message in messages_in(kind)}


@cache
def messages_in(kind: str) -> tuple[str, ...]:
    """Return the messages of a template, and of what templates share."""
    texts = ((TEMPLATES / f"{name}.typ").read_text(encoding="utf-8") for name in ("look", "pictures", kind))
    return tuple(dict.fromkeys(found.replace('\\"', '"') for text in texts for found in _LABEL.findall(text)))
