"""Letters that no text may hold, and foreign text as a message shows it."""

import re

_INVISIBLE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, carriage returns among them
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
)
"""Controls, direction marks, line separators, all that Unicode calls default-ignorable, private use, surrogates and
noncharacters (Unicode 16, DerivedCoreProperties)."""
_MARK = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u20d0-\u20ff\ua66f-\ua672\ufe20-\ufe2f"
)
MOST_MARKS = 2
"""So many combining marks may stand on one letter; no language of cities so far needs more."""

INVISIBLE = re.compile(f"[{_INVISIBLE}]")
COMBINING = re.compile(f"[{_MARK}]")
HEAPED = re.compile(f"[{_MARK}]{{{MOST_MARKS + 1},}}")
_UNSHOWN = re.compile(f"[{_INVISIBLE}\n\t\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000{_MARK}]")
SHOWN = 80
"""So many characters of a foreign text stand in a message."""


def escaped(text: str) -> str:
    """Return `text` with escapes in place of line ends, controls, invisible signs and loose marks."""
    return _UNSHOWN.sub(lambda found: found[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)


def shown(text: object, most: int = SHOWN) -> str:
    """Return what somebody else wrote as a message shows it: escaped, and at most `most` characters of it."""
    words = escaped(str(text)[: most + 1])
    return words if len(words) <= most else f"{words[: most - 1]}…"
