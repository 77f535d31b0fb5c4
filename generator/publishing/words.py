"""Numbers, dates and counts in words, the same way on every page."""

import calendar

from generator.model import City, Practice, Stage
from generator.model.city import Award

AWARD_WORDS = {
    Award.NEW: "first certification",
    Award.LEVEL_UP: "rose to this level",
    Award.RECERTIFIED: "certified again",
    Award.REPORTED: "level named in a source, not as a new award",
}
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

DETAIL_WORDS = {
    "evidence": "What cities handed in",
    "threshold": "Threshold",
    "detail": "Detail",
    "help": "Help on offer",
}
STAGES = {
    Stage.START: "Start: win the house for it",
    Stage.ASSESS: "Assess: know where you stand",
    Stage.IMPROVE: "Improve: close the gaps",
    Stage.CERTIFY: "Certify: hand in what is true",
    Stage.SUSTAIN: "Sustain: keep it alive",
}


def number(value: float) -> str:
    """Return a number with thousands separators."""
    return f"{value:,}"


def in_words(value: int) -> str:
    """Return a small number as a word with a capital: Eight; larger ones as digits."""
    return _NUMBER_WORDS[value].capitalize() if 0 <= value < len(_NUMBER_WORDS) else number(value)


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 practice", "12 practices"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def percent(share: float, places: int = 1) -> str:
    """Return a share of 0 to 1 in percent: "4.6%"."""
    return f"{share:.{places}%}"


def interval(ends: tuple[float, float]) -> str:
    """Return from where to where a share lies: "2.0% to 10.3%"."""
    low, high = ends
    return f"{percent(low)} to {percent(high)}"


def size(count: int) -> str:
    """Return the size of a file of `count` bytes: "85 KB", "1.2 MB" (of 1,000 and 1,000,000 bytes)."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1_000))} KB"


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
