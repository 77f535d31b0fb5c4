"""Cities, practices, levels and counts in words, the same way on every page and on paper."""

from generator.language.names import inside
from generator.linking import Community
from generator.model import UNKNOWN_LEVEL, City, Network, Practice, Stage, Status
from generator.model.city import Award, Certification
from generator.wording.language import ENGLISH, Language, marked

AWARDS = {
    Award.NEW: marked("first certification"),
    Award.LEVEL_UP: marked("rose to this level"),
    Award.RECERTIFIED: marked("certified again"),
    Award.REPORTED: marked("level named in a source, not as a new award"),
}
DETAILS = {
    "evidence": marked("What cities handed in"),
    "threshold": marked("Threshold"),
    "detail": marked("Detail"),
    "help": marked("Help on offer"),
}
STAGES = {
    Stage.START: marked("Start: win the house for it"),
    Stage.ASSESS: marked("Assess: know where you stand"),
    Stage.IMPROVE: marked("Improve: close the gaps"),
    Stage.CERTIFY: marked("Certify: hand in what is true"),
    Stage.SUSTAIN: marked("Sustain: keep it alive"),
}
STATUSES = {
    Status.ONGOING: marked("ongoing"),
    Status.COMPLETED: marked("completed"),
    Status.DISCONTINUED: marked("discontinued"),
    Status.UNKNOWN: marked("not known whether it still runs"),
}
FORMS_OF_GOVERNMENT = {
    "mayor-council": marked("Mayor and council"),
    "council-manager": marked("Council and manager"),
    "commission": marked("Commission"),
    "other": marked("Other"),
    "unknown": marked("not known from our sources"),
}
ADVICE_KINDS = {
    "step": marked("Step"),
    "quick-win": marked("Quick win"),
    "obstacle": marked("Obstacle"),
    "lesson": marked("Lesson"),
    "team": marked("Team"),
    "timeline": marked("Timeline"),
    "small-city": marked("Small city"),
    "benchmark": marked("Benchmark"),
    "mindset": marked("Mindset"),
}
ANSWERS = {
    "yes": marked("Yes"),
    "partly": marked("Partly"),
    "no": marked("No"),
    "not-sure": marked("Not sure"),
    None: marked("Not answered"),
}
READ = (
    marked("read in a copy"), marked("read in copies"), marked("abstract read in a copy"),
    marked("read on a mirror of the site"), marked("read on a test copy of the site"),
)  # fmt: skip
"""How a source was read, as most notes on sources say it; others stay as they were written."""
TAKERS = {"city": marked("by the city"), "program": marked("by the program")}
_NUMBERS = (
    marked("No"), marked("One"), marked("Two"), marked("Three"), marked("Four"), marked("Five"), marked("Six"),
    marked("Seven"), marked("Eight"), marked("Nine"), marked("Ten"),
)  # fmt: skip
COUNTED = {
    "practice": ("%(count)s practice", "%(count)s practices"),
    "certified city": ("%(count)s certified city", "%(count)s certified cities"),
    "country": ("%(count)s country", "%(count)s countries"),
    "page": ("%(count)s page", "%(count)s pages"),
    "group": ("%(count)s group", "%(count)s groups"),
    "result": ("%(count)s result", "%(count)s results"),
    "claim": ("%(count)s claim", "%(count)s claims"),
    "second judge": ("%(count)s second judge", "%(count)s second judges"),
    "correction": ("%(count)s correction", "%(count)s corrections"),
    "write-up": ("%(count)s write-up", "%(count)s write-ups"),
}
"""What is counted, and the messages for one and for more of it."""


def counted(count: int, noun: str, _: Language = ENGLISH) -> str:
    """Return a count with its noun, one of `COUNTED`: "1 practice", "12 practices"."""
    return _.many(*COUNTED[noun], count)


def in_words(value: int, _: Language = ENGLISH) -> str:
    """Return a small number as a word with a capital: Eight; larger ones as digits."""
    return _(_NUMBERS[value]) if 0 <= value < len(_NUMBERS) else _.number(value)


def interval(ends: tuple[float, float], _: Language = ENGLISH) -> str:
    """Return from where to where a share lies: "2.0% to 10.3%"."""
    low, high = ends
    return _("%(low)s to %(high)s", low=_.percent(low), high=_.percent(high))


def size(count: int, _: Language = ENGLISH) -> str:
    """Return the size of a file of `count` bytes: "85 KB", "1.2 MB" (of 1,000 and 1,000,000 bytes)."""
    return f"{_.number(count / 1_000_000, 1)} MB" if count >= 1_000_000 else f"{max(1, round(count / 1_000))} KB"


def started(practice: Practice, _: Language = ENGLISH) -> str:
    """Return when a practice began and whether it still runs: "2015, ongoing (newest dated source: 2025)".

    That it is ongoing holds as long as its sources tell, and no longer.
    """
    begun = _("year not known") if practice.started == "unknown" else str(practice.started)
    state = _(STATUSES[practice.status])
    if practice.status is Status.ONGOING and practice.newest_source:
        state = _("%(ongoing)s (newest dated source: %(year)s)", ongoing=state, year=practice.newest_source[:4])
    return f"{begun}, {state}"


def people(city: City, _: Language = ENGLISH) -> str:
    """Return a city's size: "106,803 people", or that it is not known."""
    count = city.population.count
    return _("population not known") if count == "unknown" else _("%(count)s people", count=_.number(count))


def population(city: City, _: Language = ENGLISH) -> str:
    """Return the number of a city's residents, for a column or a fact of that name: "106,803", "not known"."""
    count = city.population.count
    return _("not known") if count == "unknown" else _.number(count)


def level_name(level: str, network: Network, _: Language = ENGLISH) -> str:
    """Return the name of a certification level, given its id: "Gold", "Unknown"."""
    return _("Unknown") if level == UNKNOWN_LEVEL else network.level_by_id[level].name


def independence(network: Network, _: Language = ENGLISH) -> str:
    """Return that the site belongs to none of the organizations behind the network."""
    message = marked("Peerbook is independent: not affiliated with or endorsed by %(organizations)s.")
    return _(message, organizations=_.either(network.organizations))


def levels_named(network: Network, _: Language = ENGLISH) -> str:
    """Return the names of all levels, lowest first: "Silver, gold and platinum"."""
    first, *others = (level.name for level in network.levels)
    return _.listed([first, *map(inside, others)])


def certification(step: Certification, network: Network, _: Language = ENGLISH) -> str:
    """Return level and year of a step in words: "Gold 2021", "Silver, year unknown"."""
    if step.level == UNKNOWN_LEVEL:
        if step.year == "unknown":
            return _("Certified, year unknown, level unknown")
        return _("Certified %(year)s, level unknown", year=step.year)
    if step.year == "unknown":
        return _("%(level)s, year unknown", level=level_name(step.level, network, _))
    return _("%(level)s %(year)s", level=level_name(step.level, network, _), year=step.year)


def group_name(group: Community, _: Language = ENGLISH) -> str:
    """Return what sets a group of practices apart: "Crisis response · 911 calls"."""
    if not _.texts:
        return group.name
    parts = [_.named(part) for part in group.parts]
    name = " · ".join(parts) or _.named(group.name)
    return name[:1].upper() + name[1:]
