"""What hints are about, and a hint as a value."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from generator.reading.problems import Problem
from generator.reading.strict_yaml import Position

SecondLooks = Iterator[tuple[Position, str, str]]
"""Where something stands, the words, and what to look at."""


class Rule(StrEnum):
    """What a hint is about."""

    SWEEPING = "sweeping"
    SHARE = "share"
    PERIOD = "period"
    FUTURE = "future"
    UNBACKED = "unbacked"
    TWO_FIGURES = "two-figures"
    COMPARISON = "comparison"
    LEVEL = "level"
    UNSEEN = "unseen"
    READABILITY = "readability"
    OUTDATED = "outdated"
    """Of a translation, as the next: see `generator.reading.languages`."""
    GLOSSARY = "glossary"
    DUPLICATE = "duplicate"
    """SecondLooks where practices are linked: see `generator.linking.duplicates`."""


class Hint(NamedTuple):
    """A place worth a look: the rule that found it, and the place with what to look at."""

    rule: Rule
    problem: Problem
