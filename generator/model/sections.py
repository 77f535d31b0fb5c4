"""The sections of a write-up: its sourced texts, and all that the rest of the program wants to know of each.

Checks, terms, meanings, the search, the downloads, the page and the brief loop over `SECTIONS`. So a new list of
sourced statements is a field of `WriteUp` and a line here; a template only where it should look special.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.model.practice import WriteUp


class PagePart(StrEnum):
    """Where on the page of a practice a section stands."""

    FIGURES = "figures"
    """At the top, as tiles."""
    GLANCE = "glance"
    """In the box of facts."""
    BODY = "body"
    """Under a heading of its own."""
    TOOK = "took"
    """Under "What it took", with the others of this kind."""


class Depth(StrEnum):
    """How near to the subject the words of a section are, for likeness of practices."""

    CORE = "core"
    """What was wrong and what was done."""
    DETAIL = "detail"
    NONE = "none"
    """Words that say nothing of the subject."""


@dataclass(frozen=True, slots=True)
class Section:
    """A field of the write-up that holds sourced text: one text, a list of them, or groups with a text each."""

    field: str
    heading: str
    part: PagePart
    needs_source: bool = False
    """Whether each of its statements has to end with a footnote."""
    depth: Depth = Depth.DETAIL
    meaning: float = 0.0
    """Its share in what a write-up is about as a whole."""
    search: str = "rest"
    """The field of the search that its words go into; see `PRACTICE_FIELDS` of the index for what each weighs."""
    column: str = ""
    """What its column in the table of practices holds; empty where it is exported in another form."""
    in_brief: bool = True
    """Whether the facts of the printed brief list it."""
    inner: str = "text"
    """Where it holds groups, the field of a group that is the text."""
    also: str = ""
    """Another field of a group whose words tell of the subject: what a result measures."""
    anchor: str = ""
    """Its address on the page, if that is not the field's name."""

    @property
    def address(self) -> str:
        """The id of its heading."""
        return self.anchor or self.field

    def texts(self, practice: "WriteUp") -> tuple[str, ...]:
        """Return its statements in a practice, with their citations."""
        return tuple(text if isinstance(text, str) else getattr(text, self.inner) for text in self._items(practice))

    def words(self, practice: "WriteUp") -> Iterator[str]:
        """Yield all that its words are counted from."""
        for item in self._items(practice):
            yield item if isinstance(item, str) else getattr(item, self.inner)
            if self.also and getattr(item, self.also):
                yield getattr(item, self.also)

    def _items(self, practice: "WriteUp") -> tuple[Any, ...]:
        held = getattr(practice, self.field)
        return held if isinstance(held, tuple) else (held,) if held else ()


SECTIONS: tuple[Section, ...] = (
    Section(
        "results", "What changed", PagePart.FIGURES, needs_source=True, search="results", in_brief=False, also="metric"
    ),
    Section("evidence", "Evidence", PagePart.GLANCE, depth=Depth.NONE, in_brief=False, inner="note"),
    Section("cost", "Cost", PagePart.GLANCE, needs_source=True, depth=Depth.NONE, search="", in_brief=False),
    Section(
        "problem", "The problem", PagePart.BODY, needs_source=True, depth=Depth.CORE, meaning=0.3, search="problem",
        column="what was wrong", in_brief=False,
    ),
    Section(
        "approach", "What the city did", PagePart.BODY, needs_source=True, depth=Depth.CORE, meaning=0.3,
        column="what the city did", in_brief=False,
    ),
    Section("people", "People", PagePart.TOOK, column="offices, roles and partners"),
    Section("tools", "Tools and data", PagePart.TOOK, column="data sets, software, methods"),
    Section("resources", "Money and time", PagePart.TOOK, needs_source=True, column="money, staff and time"),
    Section("lessons", "Lessons", PagePart.BODY, column="what to know before copying it", in_brief=False),
    Section(
        "adopted_by", "Who took it over", PagePart.BODY, needs_source=True, depth=Depth.NONE, in_brief=False,
        anchor="reused",
    ),
)  # fmt: skip
"""In the order of the page, which is the order in which sources are numbered."""


def sections_in(*parts: PagePart) -> tuple[Section, ...]:
    """Return the sections that stand in these parts of the page, in its order."""
    return tuple(section for section in SECTIONS if section.part in parts)
