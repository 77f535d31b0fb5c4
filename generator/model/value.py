"""The ground that every model stands on: immutable values, sourced statements, sources and dates."""

import calendar
import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from generator.said import said, together, with_way_out

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_USUAL_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[^\s<>\"\\^`{|}]*)?")
"""As nearly all are: no need to take them apart."""
YEARS = _FIRST_YEAR, _LAST_YEAR = 1800, 2100
"""The first and the last year that a date may have."""
LINK_SCHEMES = ("https", "http", "mailto")


class Value(BaseModel):
    """An immutable model that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """Return the first model inside a field's annotation: `Result` of `tuple[Result, ...]`; None if there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(inner_model, getattr(annotation, "__args__", ()))), None)


def inner_models(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return a model and all models inside its fields."""
    inner = filter(None, (inner_model(field.annotation) for field in model.model_fields.values()))
    return (model, *(found for one in inner for found in inner_models(one)))


class Marks(StrEnum):
    """How a text field is read, which its type says: checks refuse other marks, renderers go by it."""

    PLAIN = "plain"
    """As typed."""
    INLINE = "inline"
    """Markdown: emphasis and links."""
    CITED = "cited"
    """The same, and footnotes."""


def marks_of(model: type[BaseModel], place: Iterable[str | int]) -> Marks:
    """Return how the text at `place` (keys and list positions) of a file of this model is read."""
    current: type[BaseModel] | None = model
    marks = Marks.PLAIN
    for step in place:
        if current is None or not isinstance(step, str) or step not in current.model_fields:
            continue
        field = current.model_fields[step]
        marks = _marks_in((field.annotation, *field.metadata))
        current = inner_model(field.annotation)
    return marks


def _marks_in(parts: Iterable[Any]) -> Marks:
    """The marks that a type tells: those in it or in a part of it."""
    for part in parts:
        if isinstance(part, Marks):
            return part
        inner = (*getattr(part, "__metadata__", ()), *getattr(part, "__args__", ()))
        if inner and (found := _marks_in(inner)) is not Marks.PLAIN:
            return found
    return Marks.PLAIN


@lru_cache(maxsize=2**14)
def _real_date(text: str) -> str:
    match = _PARTIAL_DATE.fullmatch(text)
    if not match:
        raise ValueError(said("a date is written 2018, 2018-06 or 2018-06-18"))
    year, month, day = (int(part) if part else 1 for part in match.groups())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        wrong = said("%(number)s is out of range", number=text)
        bounds = said("a year from %(first)s to %(last)s", first=str(_FIRST_YEAR), last=str(_LAST_YEAR))
        raise ValueError(with_way_out(wrong, bounds))
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(said("%(date)s is not a day of the calendar", date=text))
    return text


def _whole_date(text: str) -> str:
    if len(text) != len("2018-06-18"):
        raise ValueError(said("a full date is written 2018-06-18"))
    return text


def _web_address(text: str) -> str:
    return text if _USUAL_ADDRESS.fullmatch(text) else _checked_address(text)


def _checked_address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise ValueError(said("%(address)s is not a web address", address=text)) from error
    if parts.scheme not in LINK_SCHEMES or (parts.scheme != "mailto" and not parts.netloc):
        schemes = together(f"{scheme}:" for scheme in LINK_SCHEMES)
        raise ValueError(said("an address begins with %(schemes)s", schemes=schemes))
    if re.search(r"[\s<>\"\\^`{|}]", text):
        raise ValueError(said("an address holds no spaces, quotes, backslashes or angle brackets"))
    if parts.scheme != "mailto":
        _check_host(parts)
    return text


def _check_host(parts: SplitResult) -> None:
    """Refuse what makes an address lead elsewhere than it seems to: a user part, a host that mixes scripts."""
    if "@" in parts.netloc:
        wrong = said("an address holds no user name before its host")
        raise ValueError(with_way_out(wrong, said("leave out what stands before the @")))
    try:
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError(said("the port of an address is a number")) from error
    if not host:
        raise ValueError(with_way_out(said("an address names a host"), "https://example.org/page"))
    for label in () if host.isascii() else host.split("."):
        scripts = {unicodedata.name(sign, "?").partition(" ")[0] for sign in label if sign.isalpha()}
        if len(scripts) > 1:
            wrong = said("the host of an address mixes letters of several scripts")
            raise ValueError(with_way_out(wrong, said("copy it from the browser")))


def _true_or_false(value: object) -> object:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""A short text: one line, no citations needed."""

Question = Annotated[str, StringConstraints(min_length=10, max_length=120)]
"""What somebody asks: a question, a problem or a phrase in plain words, without citations or markup."""

_OR_NUMBER = Field(json_schema_extra={"type": ["string", "number"]})
"""For editors, which take a bare 2018 or 12 for a number."""

Figure = Annotated[str, StringConstraints(min_length=1, max_length=60), _OR_NUMBER]
"""A figure as it is written, with its unit."""

Period = Annotated[Line, _OR_NUMBER]
"""A time or a span of time in words."""

Summary = Annotated[str, Marks.INLINE]
"""A few sentences of Markdown without footnotes, as everything in it stands with its source further below."""

Statement = Annotated[str, StringConstraints(min_length=1, max_length=1200), Marks.CITED]
"""A sentence or two of Markdown (emphasis, links) that ends with its footnotes: `…[^gcn][^slides]`."""

Phrase = Annotated[str, StringConstraints(min_length=1, max_length=300), Marks.CITED]
"""A short piece of Markdown that ends with its footnotes."""

PartialDate = Annotated[
    str,
    AfterValidator(_real_date),
    Field(
        json_schema_extra={
            "type": ["string", "integer"],
            "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            "examples": ["2018", "2018-06-18"],
        }
    ),
]
"""A date as far as it is known: a year, a month or a day, in ISO 8601."""

FullDate = Annotated[PartialDate, AfterValidator(_whole_date)]
"""A day in ISO 8601."""

WebAddress = Annotated[
    str, StringConstraints(max_length=2000), AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})
]
"""An https, http or mailto address."""

Year = Annotated[int, Field(ge=_FIRST_YEAR, le=_LAST_YEAR)]

RESERVED = frozenset(
    ["index", "readme", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
"""Names that a list of a folder has as its address, or that some disks refuse as the name of a file."""


def _not_reserved(text: str) -> str:
    taken = next((part for part in text.split("/") if part in RESERVED), None)
    if taken:
        wrong = said("%(name)s can't be an id", name=taken)
        raise ValueError(with_way_out(wrong, said("it has a meaning of its own in addresses or on disks")))
    return text


Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80), AfterValidator(_not_reserved)
]
"""Lower-case letters, digits and single hyphens: safe in an address and on every disk."""

PracticeId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", max_length=160),
    AfterValidator(_not_reserved),
]
"""`city/name`, after the path of the practice's file."""

Flag = Annotated[bool, BeforeValidator(_true_or_false)]


SourceKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=60)]
"""The short key under which a source stands and is cited."""


class Source(Value):
    """A publication that statements cite."""

    title: Line = Field(description="Title of the page, article or report.")
    publisher: Line | None = Field(default=None, description="Who published it.")
    url: WebAddress | None = Field(default=None, description="Where it can be read.")
    date: PartialDate | None = Field(
        default=None, description="Publication date as far as known; leave out if undated."
    )
    note: Line | None = Field(
        default=None, description="How it was read, where not at its own address: read in a copy."
    )
