"""Texts in scripts, told apart by whether they come from the catalogue."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from babel.messages.jslexer import tokenize

CALLS = {"_", "around", "many", "marked"}
"""What words a message: functions of `docs/assets/components/language.js`."""
SILENT = {"Error", "boxes", "closest", "find", "matchMedia", "matches", "part", "parts", "querySelector", "wrapped"}
SILENT |= {"querySelectorAll"}
"""Functions whose texts nobody reads: selectors, fonts, and what stands in the console alone."""
CODE = {"className", "font", "font-family", "rel", "==", "!="}
"""Properties whose texts are code, and comparisons, which are with names of keys and the like."""
SEEN = {"alt", "aria-label", "help", "label", "placeholder", "textContent", "title"}
"""Those that are read or heard, so that even a single word is one."""
HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"


_SENTENCE = re.compile(rf"[\w’',.:;?!)”{HOLE}] [\w“({HOLE}]|^[A-Z][a-z]|[a-z][.:,;?!…]\s?$|[a-z]\s$|^\s[a-z]")
"""Two words, one with a capital, or one that a sentence begins or ends with."""


class Text(NamedTuple):
    """A text in a script, with the function that takes it and the property that it is put into, if any."""

    line: int
    text: str
    call: str
    into: str

    @property
    def is_words(self) -> bool:
        """Whether it looks like something that people read."""
        letters = self.text.replace(HOLE, "")
        if self.call in CALLS | SILENT or self.into in CODE or not re.search(r"[A-Za-z]{2}", letters):
            return False
        return self.into in SEEN or bool(_SENTENCE.search(self.text))


def texts_in(source: str, line: int = 1) -> Iterator[Text]:
    """Yield every text of a script, those inside of templates too, holes in these as one sign.

    Raises:
        ValueError: if a template stands inside of another one, where Babel would lose messages.
    """
    calls: list[str] = []
    before = [""] * 4
    for token in tokenize(source, jsx=False, dotted=False, template_string=True, lineno=line):
        value = token.value
        if token.type == "operator" and value in ("(", "[", "{"):
            calls.append(before[-1] if value == "(" and re.fullmatch(r"[\w$]+", before[-1]) else value)
        elif token.type == "operator" and value in (")", "]", "}") and calls:
            calls.pop()
        elif token.type in ("string", "template_string"):
            call = calls[-1] if calls and before[-1] in ("(", ",") else ""
            into = before[-2].strip("\"'") if before[-1] in (":", "=", "===") else ""
            if before[-1] == "," and before[-4] == "setAttribute":
                into = before[-2].strip("\"'")
            if token.type == "string":
                yield Text(token.lineno, value[1:-1], call, into)
            else:
                text, holes = _opened(value[1:-1])
                yield Text(token.lineno, text, call, into)
                for hole in holes:
                    yield from texts_in(hole, token.lineno)
        if token.type not in ("linecomment", "multilinecomment"):
            before = [*before[-3:], value]


def _opened(template: str) -> tuple[str, list[str]]:
    """A template as its text, and the code in its holes."""
    text, holes, place = "", [], 0
    while place < len(template):
        if not template.startswith("${", place):
            text += template[place]
            place += 1
            continue
        depth, end = 1, place + 2
        while depth:
            if end == len(template):
                raise ValueError(f"a template inside of another one: {template}")
            depth += {"{": 1, "}": -1}.get(template[end], 0)
            end += 1
        holes.append(template[place + 2 : end - 1])
        text, place = text + HOLE, end
    return text, holes
