"""Numbers, dates and counts in words, the same way on every page."""

import calendar

from generator.model import City, Practice

_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: float) -> str:
    """Return a number with thousands separators."""
    return f"{value:,}"


def in_words(value: int) -> str:
    """Return a small number as a word with a capital: Eight; larger ones as digits."""
    return _NUMBER_WORDS[value].capitalize() if 0 <= value < len(_NUMBER_WORDS) else number(value)


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 practice", "12 practices"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def date(text: str) -> str:
    """Return an ISO date as read aloud: "June 18, 2018", "June 2018" or "2018"."""
    year, *rest = text.split("-")
    if not rest:
        return year
    month = calendar.month_name[int(rest[0])]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"


def started(practice: Practice) -> str:
    """Return when a practice began and whether it still runs: "2015, ongoing"."""
    begun = "year not known" if practice.started == "unknown" else str(practice.started)
    state = "not known whether it still runs" if practice.status == "unknown" else str(practice.status)
    return f"{begun}, {state}"


def people(city: City) -> str:
    """Return a city's size: "106,803 people", or that it is not known."""
    count = city.population.count
    return "population not known" if count == "unknown" else f"{number(count)} people"
