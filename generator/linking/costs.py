"""What two practices cost, where their write-ups give figures that can be held against each other."""

import re
from typing import NamedTuple

from generator.model import City, Practice, plain_text
from generator.model.figures import parse_quantity

CURRENCIES = {"US": "US$", "CA": "C$"}
"""What a bare "$" means in a country; of others it is not known."""

_STATED = re.compile(
    r"(?:(?:about|around|just over|just under|nearly|more than)\s+)?"
    r"(?P<currency>US\$|C\$|\$)(?P<amount>[\d.,]*\d(?: (?:million|billion))?)"
    r"(?P<yearly> a year)?(?P<pilot> for (?:the|a) (?:[\w-]+ )?(?:pilot|test|trial|experiment)(?: [^,$]*)?)?",
)


class Cost(NamedTuple):
    """The one sum of money that a write-up names for the practice itself."""

    amount: float
    """In the currency."""
    basis: tuple[str, bool, bool]
    """The currency, whether it is for a year and whether for a pilot; sums on the same basis can be compared."""
    words: str
    """As the write-up says it: "about $500,000 for the first pilot"."""


def cost_of(practice: Practice, city: City) -> Cost | None:
    """Return what a practice of that city cost, or None where that is not one plain sum.

    Only such as "$600,000", "about $1 million a year" and "$600,000 for the pilot with one team" are read. Ranges,
    sums by one of several accounts, parts of a larger sum, money raised and sums for a single piece are left alone.
    """
    words = plain_text(practice.cost or "")
    stated = _STATED.fullmatch(words)
    if not stated:
        return None
    currency = CURRENCIES.get(city.country, "") if stated["currency"] == "$" else stated["currency"]
    quantity = parse_quantity(stated["amount"])
    if not currency or quantity is None:
        return None
    return Cost(quantity.value, (currency, bool(stated["yearly"]), bool(stated["pilot"])), words)
