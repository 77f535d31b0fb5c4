"""The steps of the form, in the order in which people think, and the question that each field is asked with.

What a field means and what is allowed in it stand in the models, an example in `example.yaml`; here stands only what is
asked when, and how.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.wording import marked


class Control(StrEnum):
    """How a field is filled in."""

    CITY = "city"
    LINE = "line"
    TEXT = "text"
    PHRASE = "phrase"
    """One short text with its sources."""
    STATEMENTS = "statements"
    """Sentences, each with its sources."""
    LINES = "lines"
    YEAR = "year"
    DATE = "date"
    ONE_OF = "one-of"
    SOME_OF = "some-of"
    """Entries of a register."""
    RESULTS = "results"
    EVIDENCE = "evidence"
    ADOPTIONS = "adoptions"
    SOURCES = "sources"


@dataclass(frozen=True)
class FormField:
    """A question. `path` is the field of the write-up that the answer goes into, with dots."""

    path: str
    kind: Control
    label: str
    more: str = ""
    """Advice beside what the model says of the field."""
    another: str = ""
    """What the button says that adds one more."""
    is_plain: bool = False
    """Whether the question says all, so that what the model says of the field would only repeat it."""
    is_later: bool = False
    """Whether it is folded away, since a first version passes and reads well without it."""
    is_set: bool = False
    """Whether the form answers it, so that one has only to look at it."""


@dataclass(frozen=True)
class FormStep:
    """A part of the form that is shown by itself."""

    id: str
    title: str
    lead: str
    fields: tuple[FormField, ...] = ()


STEPS: tuple[FormStep, ...] = (
    FormStep(
        "city",
        marked("Which city?"),
        marked("Type its name and choose it from the list. A city that is not in the library yet is added with it."),
        (FormField("city", Control.CITY, marked("City")),),
    ),
    FormStep(
        "sources",
        marked("Where can all this be read?"),
        marked("Pages and reports that anybody can open. One is enough to begin with; it is then cited by itself."),
        (FormField("sources", Control.SOURCES, marked("Sources"), another=marked("Add a source"), is_plain=True),),
    ),
    FormStep(
        "problem",
        marked("What was wrong?"),
        marked("What people or staff had to put up with before. One point a box, in your own words."),
        (
            FormField(
                "problem",
                Control.STATEMENTS,
                marked("The problem"),
                another=marked("Add a point"),
                is_plain=True,
            ),
        ),
    ),
    FormStep(
        "approach",
        marked("What did the city do?"),
        marked("First in a line, then step by step."),
        (
            FormField("title", Control.LINE, marked("In one line"), marked("Begin with the city and what it did.")),
            FormField(
                "summary",
                Control.TEXT,
                marked("In two sentences"),
                marked("Sources are not needed here: everything in it stands with its source further on."),
            ),
            FormField(
                "approach", Control.STATEMENTS, marked("Step by step"), another=marked("Add a step"), is_plain=True
            ),
            FormField("started", Control.YEAR, marked("When did it start?"), is_plain=True),
            FormField("status", Control.ONE_OF, marked("Does it still run?"), is_plain=True),
            FormField("people", Control.STATEMENTS, marked("Who did it"), another=marked("Add another"), is_later=True),
            FormField(
                "tools", Control.STATEMENTS, marked("Tools and data"), another=marked("Add another"), is_later=True
            ),
            FormField(
                "resources",
                Control.STATEMENTS,
                marked("Money, staff and time"),
                another=marked("Add another"),
                is_plain=True,
                is_later=True,
            ),
            FormField("cost", Control.PHRASE, marked("What it cost, in a phrase"), is_plain=True, is_later=True),
        ),
    ),
    FormStep(
        "results",
        marked("What changed?"),
        marked("A result that found nothing is welcome. No figures? Say in words what came of it, or skip this."),
        (FormField("results", Control.RESULTS, marked("Results"), another=marked("Add a result"), is_plain=True),),
    ),
    FormStep(
        "evidence",
        marked("How do you know?"),
        marked("The level says how a result was measured, not how good it is."),
        (
            FormField("evidence.level", Control.EVIDENCE, marked("Level of evidence"), is_set=True),
            FormField(
                "evidence.note",
                Control.PHRASE,
                marked("Who measured it, how, and what are the limits?"),
                is_plain=True,
            ),
        ),
    ),
    FormStep(
        "unknown",
        marked("What should others know, and what does nobody know?"),
        marked("What no source tells is welcome here. It stands on the page as an invitation."),
        (
            FormField("unknown", Control.LINES, marked("What nobody knows"), another=marked("Add another")),
            FormField("lessons", Control.STATEMENTS, marked("Lessons"), another=marked("Add a lesson"), is_later=True),
            FormField(
                "adopted_by",
                Control.ADOPTIONS,
                marked("Who took it over"),
                another=marked("Add a government"),
                is_later=True,
            ),
        ),
    ),
    FormStep(
        "find",
        marked("Who should find it?"),
        marked("So that a city with the same problem comes upon it."),
        (
            FormField("topics", Control.SOME_OF, marked("Topics")),
            FormField("methods", Control.SOME_OF, marked("Kinds of answer")),
            FormField("areas", Control.SOME_OF, marked("Practice areas")),
            FormField(
                "questions",
                Control.LINES,
                marked("Questions people come with"),
                marked("Fourteen or more make it easy to find; mix problems, questions and search words."),
                another=marked("Add a question"),
                is_later=True,
            ),
            FormField("criteria", Control.SOME_OF, marked("Criteria"), is_later=True),
        ),
    ),
    FormStep(
        "check",
        marked("Check and hand in"),
        marked("What is still missing, how the page will look, and the file to hand in."),
        (FormField("reviewed", Control.DATE, marked("When was it last held against its sources?"), is_set=True),),
    ),
)
