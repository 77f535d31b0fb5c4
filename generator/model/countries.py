"""Names of countries and languages, facts that belong to no network: those of the Unicode CLDR, as Babel carries it."""

from collections.abc import Mapping
from functools import cache

KNOWN_BY_STATE = frozenset(["US"])
"""Countries in which a city is told apart by the code of its state: "Boulder, CO"."""


@cache
def country_names() -> Mapping[str, str]:
    """Return the English names of countries and territories by ISO 3166-1 alpha-2 code."""
    from babel.core import Locale

    return {code: name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}


@cache
def language_name(code: str) -> str:
    """Return the English name of a language (ISO 639), or the code where there is none: "Spanish"."""
    from babel.core import Locale

    return str(Locale("en").languages.get(code, code))
