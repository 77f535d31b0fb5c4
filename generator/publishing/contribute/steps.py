"""The steps of the form, in the order in which people think, and the question that each field is asked with.

What a field means and what is allowed in it stand in the models, an example in `example.yaml`; here stands only what is
asked when, and how.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.wording import marked


class Kind(StrEnum):
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
class Field:
    """A question. `path` is the field of the write-up that the answer goes into, with dots."""

    path: str
    kind: Kind
    label: str
    more: str = ""
    """Advice beside what the model says of the field."""
    another: str = ""
    """What the button says that adds one more."""
    is_plain: bool = False
    """Whether the question says all, so that what the model says of the field would only repeat it."""


@dataclass(frozen=True)
class Step:
    """A part of the form that is shown by itself."""

    id: str
    title: str
    lead: str
    fields: tuple[Field, ...] = ()


STEPS: tuple[Step, ...] = (
    Step(
        "city",
        marked("Which city?"),
        marked("Type its name and choose it from the list. A city that is not in the library yet is added with it."),
        (Field("city", Kind.CITY, marked("City")),),
    ),
    Step(
        "problem",
        marked("What was wrong?"),
        marked("What people or staff had to put up with before. One point a box, in your own words."),
        (
            Field(
                "problem",
                Kind.STATEMENTS,
                marked("The problem"),
                another=marked("Add a point"),
                is_plain=True,
            ),
        ),
    ),
    Step(
        "approach",
        marked("What did the city do?"),
        marked("First in a line, then step by step."),
        (
            Field("title", Kind.LINE, marked("In one line"), marked("Begin with the city and what it did.")),
            Field(
                "summary",
                Kind.TEXT,
                marked("In two sentences"),
                marked("Sources are not needed here: everything in it stands with its source further on."),
            ),
            Field("approach", Kind.STATEMENTS, marked("Step by step"), another=marked("Add a step"), is_plain=True),
            Field("started", Kind.YEAR, marked("When did it start?")),
            Field("status", Kind.ONE_OF, marked("Does it still run?"), is_plain=True),
        ),
    ),
    Step(
        "results",
        marked("What changed?"),
        marked("A result that found nothing is welcome. No figures? Say in words what came of it, or skip this."),
        (Field("results", Kind.RESULTS, marked("Results"), another=marked("Add a result"), is_plain=True),),
    ),
    Step(
        "evidence",
        marked("How do you know?"),
        marked("The level says how a result was measured, not how good it is."),
        (
            Field("evidence.level", Kind.EVIDENCE, marked("Level of evidence")),
            Field(
                "evidence.note",
                Kind.PHRASE,
                marked("Who measured it, how, and what are the limits?"),
                is_plain=True,
            ),
        ),
    ),
    Step(
        "took",
        marked("What did it take?"),
        marked("Leave out what you do not know. A later step asks what nobody knows."),
        (
            Field("people", Kind.STATEMENTS, marked("Who did it"), another=marked("Add another")),
            Field("tools", Kind.STATEMENTS, marked("Tools and data"), another=marked("Add another")),
            Field(
                "resources",
                Kind.STATEMENTS,
                marked("Money, staff and time"),
                another=marked("Add another"),
                is_plain=True,
            ),
            Field("cost", Kind.PHRASE, marked("What it cost, in a phrase"), is_plain=True),
        ),
    ),
    Step(
        "unknown",
        marked("What should others know, and what does nobody know?"),
        marked("What no source tells is welcome here. It stands on the page as an invitation."),
        (
            Field("lessons", Kind.STATEMENTS, marked("Lessons"), another=marked("Add a lesson")),
            Field("adopted_by", Kind.ADOPTIONS, marked("Who took it over"), another=marked("Add a government")),
            Field("unknown", Kind.LINES, marked("What nobody knows"), another=marked("Add another")),
        ),
    ),
    Step(
        "sources",
        marked("Where can all this be read?"),
        marked("Pages and reports that anybody can open. Each has to be cited somewhere."),
        (Field("sources", Kind.SOURCES, marked("Sources"), another=marked("Add a source"), is_plain=True),),
    ),
    Step(
        "find",
        marked("Who should find it?"),
        marked("So that a city with the same problem comes upon it."),
        (
            Field(
                "questions",
                Kind.LINES,
                marked("Questions people come with"),
                marked("Fourteen or more make it easy to find; mix problems, questions and search words."),
                another=marked("Add a question"),
            ),
            Field("topics", Kind.SOME_OF, marked("Topics")),
            Field("methods", Kind.SOME_OF, marked("Kinds of answer")),
            Field("areas", Kind.SOME_OF, marked("Practice areas")),
            Field("criteria", Kind.SOME_OF, marked("Criteria")),
        ),
    ),
    Step(
        "check",
        marked("Check and hand in"),
        marked("What is still missing, how the page will look, and the file to hand in."),
        (Field("reviewed", Kind.DATE, marked("When was it last held against its sources?")),),
    ),
)
