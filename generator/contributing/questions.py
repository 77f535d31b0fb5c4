"""What is asked of somebody who adds a practice, in a language: headings, help, examples and choices.

It is made from the models and the registers. The form of GitHub shows it, and drafts in Markdown have its headings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.contributing.fields import FieldEntry, entries, registered
from generator.model import EvidenceLevel, Library, WriteUp
from generator.wording import ENGLISH, Language, level_name, marked
from generator.wording.things import STATUSES

LICENSE = marked("License")
"""The last heading of the form, below which there is only a tick."""


class Shape(StrEnum):
    """How an answer is written."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    BLOCKS = "blocks"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True)
class Asked:
    """One question of the form."""

    field: str
    """Id of the answer: a field of the write-up, or one of those that begin with `city`."""
    label: str
    shape: Shape
    help: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


_SHOWN = (
    ("title", marked("Title"), Shape.LINE, marked("Riverton texts residents the day before street sweeping")),
    ("summary", marked("Summary"), Shape.TEXT, ""),
    (
        "problem", marked("What was wrong"), Shape.LINES,
        marked("Most tickets went to people who did not know the day. [1]"),
    ),
    (
        "approach", marked("What the city did"), Shape.LINES,
        marked("It sends a message at 6 p.m. the day before. [2]"),
    ),
    (
        "results", marked("What changed"), Shape.BLOCKS,
        marked(
            "Fewer cars were ticketed on sweeping days. [1]\nmetric: tickets on sweeping days\n"
            "before: 9,000\nafter: 6,000\nperiod: 2020 to 2022"
        ),
    ),
    ("evidence.level", marked("How it was measured"), Shape.CHOICE, ""),
    ("evidence.note", marked("Who measured it, and the limits"), Shape.TEXT, ""),
    ("started", marked("Started"), Shape.LINE, "2021"),
    ("status", marked("Status"), Shape.CHOICE, ""),
    ("cost", marked("Cost"), Shape.LINE, marked("$4,000 a year for messages [1]")),
    ("people", marked("People"), Shape.LINES, ""),
    ("tools", marked("Tools and data"), Shape.LINES, ""),
    ("resources", marked("Money and time"), Shape.LINES, ""),
    ("lessons", marked("Lessons"), Shape.LINES, ""),
    ("unknown", marked("What nobody knows"), Shape.LINES, marked("staff time")),
    (
        "sources", marked("Sources"), Shape.LINES,
        marked(
            "Memo to the council on sweeping reminders | City of Riverton | https://example.org/memo | 2023-02-14"
        ),
    ),
    (
        "questions", marked("Questions people come with"), Shape.LINES,
        marked("How do we cut parking fines without sweeping less?"),
    ),
    ("areas", marked("Practice areas"), Shape.CHOICES, ""),
    ("topics", marked("Topics"), Shape.CHOICES, ""),
    ("methods", marked("Kinds of answer"), Shape.CHOICES, ""),
    ("criteria", marked("Criteria"), Shape.CHOICES, ""),
)  # fmt: skip
_NEED_SOURCES = frozenset(["problem", "approach", "results", "cost", "resources", "people", "tools", "lessons"])
_LISTS = {
    Shape.LINES: marked("One a line."),
    Shape.BLOCKS: marked(
        "One a paragraph: a sentence, then its figures, each on a line of its own, such as `metric: …`."
    ),
}
_SOURCED = marked("End each sentence with the numbers of its sources: [1] or [1][2].")
_NEW_CITY = marked("Only where the city is not in the library yet.")
_SOURCE = marked("Title | publisher | address | date")
_SOURCES = marked(
    "One a line, in the order of their numbers: title | publisher | address | date as far as it is known."
)
FIGURES = {
    "metric": marked("metric"),
    "before": marked("before"),
    "after": marked("after"),
    "change": marked("change"),
    "treated": marked("treated"),
    "comparison": marked("comparison"),
    "comparison_group": marked("comparison group"),
    "value": marked("value"),
    "target": marked("target"),
    "no_effect": marked("no effect"),
    "sample": marked("sample"),
    "period": marked("period"),
}
"""What a figure of a result is called in front of its colon."""


def asked(library: Library, _: Language = ENGLISH) -> tuple[Asked, ...]:
    """Return the questions of the form in the order of the form, with the choices that the library knows.

    The library is in the language, too, where names of choices are to be.
    """
    by_path = {".".join(entry.path): entry for entry in entries(WriteUp)}
    choices = _choices(library, _)
    new = _(_NEW_CITY)
    city = (
        Asked(
            "city", _("City"), Shape.LINE, _("The city's name, with its state or country."), _("Boulder, CO"),
            required=True,
        ),
        Asked("city.level", _("Certification level"), Shape.CHOICE, new, choices=choices["city.level"]),
        Asked("city.year", _("Certification year"), Shape.LINE, new, "2024"),
        Asked("city.source", _("Source on the certification"), Shape.LINE, f"{new} {_(_SOURCE)}"),
    )  # fmt: skip
    practice = (
        Asked(
            field,
            _(label),
            shape,
            _help(by_path[field], shape, _),
            _(example) if example else "",
            choices.get(field, ()),
            by_path[field].is_required,
        )
        for field, label, shape, example in _SHOWN
    )
    return (*city, *practice)


def _help(entry: FieldEntry, shape: Shape, _: Language) -> str:
    if entry.name == "sources":
        return _(_SOURCES)
    sourced = _SOURCED if entry.name in _NEED_SOURCES else ""
    return " ".join(_(text) for text in (entry.description, _LISTS.get(shape), sourced) if text)


def _choices(library: Library, _: Language) -> Mapping[str, tuple[str, ...]]:
    """By field, what one can choose: a name with its id."""
    network = library.network
    named: dict[str, Mapping[str, str]] = {
        **registered(library),
        "city.level": {level: level_name(level, network, _) for level in network.level_ids},
        "evidence.level": {level: _(level.label) for level in EvidenceLevel},
        "status": {status: _(words) for status, words in STATUSES.items()},
    }
    return {field: tuple(_choice(one, name) for one, name in known.items()) for field, known in named.items()}


def _choice(identity: str, name: str) -> str:
    """How a choice is shown; GitHub puts commas between those that were made, so none stands inside."""
    return (identity if name == identity else f"{name} ({identity})").replace(",", "")
