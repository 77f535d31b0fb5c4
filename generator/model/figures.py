"""Figures as they are written ("about $1.2 million", "41 seconds") read into numbers for charts and sorting."""

import re
from typing import NamedTuple

from generator.model.worded import original_of

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_HEDGE = (
    "about|around|roughly|approximately|nearly|almost|more than|over|at least|up to|under|below|less than|fewer than"
)
_FIGURE = re.compile(
    rf"(?P<hedge>(?:{_HEDGE})\s+)?"
    r"(?P<sign>[-−+])?(?P<currency>(?:[A-Z]{1,3})?[$€£])?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:\s+(?P<scale>{'|'.join(_SCALES)}))?"
    r"\s*(?P<unit>[^\d]*)",
    re.IGNORECASE,
)


class Quantity(NamedTuple):
    """A number with its unit ("%", "$", "seconds", or "" for a bare count) and the word that hedges it."""

    value: float
    unit: str
    hedge: str = ""


def parse_quantity(text: str | None) -> Quantity | None:
    """Return the one quantity that `text` states, or None where it states none or more than one.

    A translated text is read in its original.
    """
    match = _FIGURE.fullmatch(original_of(text).strip()) if text else None
    if not match:
        return None
    value = float(match["number"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
    if match["sign"] in ("-", "−"):
        value = -value
    unit = " ".join(part for part in (match["currency"] or "", match["unit"].strip().lower()) if part)
    unit = {"percent": "%", "percentage points": "points"}.get(unit, unit)
    return Quantity(value, unit, (match["hedge"] or "").strip().lower())


class DatedQuantity(NamedTuple):
    """A quantity with the year behind it in parentheses, where there is one."""

    quantity: Quantity
    year: int | None = None


_YEAR = r"(?:19|20)\d\d"
_DATED = re.compile(rf"(?P<figure>.+?)\s*\((?P<when>[^()]*\b{_YEAR}\b[^()]*)\)")


def dated_quantity(text: str | None) -> DatedQuantity | None:
    """Return the one quantity that `text` states with or without a date behind it: "947 (2018)", "41 seconds".

    The year is known where the parentheses name just one; a span of years gives none.
    """
    text = original_of(text) if text else None
    dated = _DATED.fullmatch(text.strip()) if text else None
    quantity = parse_quantity(dated["figure"] if dated else text)
    if quantity is None:
        return None
    years = set(re.findall(_YEAR, dated["when"])) if dated else set()
    return DatedQuantity(quantity, int(years.pop()) if len(years) == 1 else None)
