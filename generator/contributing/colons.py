"""Text with a colon that YAML takes for a field: quotes mend it, where they make the line readable."""

import re
from typing import Any, NamedTuple

from generator.contributing.fields import entries
from generator.model import CityProfile, WriteUp
from generator.reading.strict_yaml import Document, parse
from generator.said import said


class Edit(NamedTuple):
    """What stands between two places of a text from now on, and why."""

    start: int
    end: int
    text: str
    what: str


_FIELDS = "|".join(sorted({entry.name for model in (WriteUp, CityProfile) for entry in entries(model)})).replace(
    "_", "[_-]"
)
_COLON = re.compile(
    rf"^(?P<head>\s*(?:- )?(?:(?:{_FIELDS}):\s+)?)(?P<text>[^\s'\"\[\]{{}}>|&*!%#@`][^\n]*?)\s*$", re.IGNORECASE
)


def quoted_colon(text: str, problems: list[Any]) -> Edit | None:
    """Return quotes around the text of a line that YAML can't read for its colon, if that makes it readable."""
    for problem in problems:
        if "mapping values are not allowed" not in problem.wrong:
            continue
        start = sum(len(line) for line in text.splitlines(keepends=True)[: problem.line - 1])
        line = text[start:].partition("\n")[0]
        match = _COLON.match(line)
        if match and ": " in match["text"] and " #" not in match["text"]:
            edit = Edit(
                start + match.start("text"),
                start + match.end("text"),
                quoted(match["text"]),
                said("quotes around a text with a colon"),
            )
            after = parse(problem.path, text[: edit.start] + edit.text + text[edit.end :])
            if isinstance(after, Document) or all(one.line > problem.line for one in after):
                return edit
    return None


def quoted(text: str) -> str:
    """Return a text between single quotes, as YAML reads it."""
    return "'" + text.replace("'", "''") + "'"
