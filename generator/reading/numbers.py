"""The numbers that a text states, and whether two of them may be one."""

import re
from functools import lru_cache

FEW = 3
"""Up to here a number is as likely a word as a figure: one of the three offices."""
_NUMBER = re.compile(
    r"(?P<currency>[$€£])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -](?P<scale>thousand|million|billion|trillion))?(?P<percent>%| percent)?"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SPELLED = {word: float(number) for number, word in enumerate(_SMALL.split(), 1)}
_WORD = re.compile(r"[A-Za-z]{3,8}")


@lru_cache(maxsize=256)
def numbers(text: str) -> dict[float, str]:
    """Return the numbers in a text, with the words that state each."""
    found: dict[float, str] = {}
    for match in _NUMBER.finditer(text):
        value = float(match["number"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1)
        found.setdefault(value, match[0])
    for word in _WORD.findall(text):
        if word.lower() in _SPELLED:
            found.setdefault(_SPELLED[word.lower()], word)
    return found


_ROUNDED = 0.05
_ROUNDING, _ALIKE = 1.01, 1.25


def near(one: float, other: float) -> bool:
    """Return whether one number may be the other, rounded; two years never are."""
    if is_year(one) or is_year(other):
        return False
    return abs(one - other) <= _ROUNDED * max(one, other)


def is_year(value: float) -> bool:
    """Return whether a number may be a year."""
    return value == int(value) and 1800 <= value <= 2100


def units(text: str) -> set[tuple[float, str]]:
    """Return the numbers in a text but for years, each with its sign for money or percent."""
    return {(value, _unit(words)) for value, words in numbers(text).items() if not is_year(value)}


def _unit(words: str) -> str:
    return "%" if words.endswith(("%", "percent")) else words[0] if words[0] in "$€£" else ""


def same_quantity(one: float, other: float) -> bool:
    """Return whether two numbers are so near that one may be the other, miscopied."""
    return min(one, other) > FEW and _ROUNDING < max(one, other) / min(one, other) < _ALIKE
