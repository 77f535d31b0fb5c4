"""Mends that are safe: how something is written, never what it says.

The text is edited at the places that the strict reader knows, so comments and layout stay as they are. Nothing is
written that would be read as something else, except where a value is replaced by the one way to write the same.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import AfterValidator

from generator.contributing.colons import Edit, quoted, quoted_colon
from generator.contributing.fields import choices_in
from generator.language.names import as_slug
from generator.language.words import fold
from generator.model import UNKNOWN_LEVEL, Library
from generator.model.value import PartialDate, Value, inner_model
from generator.reading import Registers
from generator.reading.letters import shown
from generator.reading.strict_yaml import Document, Position, parse
from generator.said import about, said

MOST_ROUNDS = 60
"""Mends of one file in one run; each is followed by a fresh look."""
_UNSEEN = re.compile("[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]")
"""Invisible letters that word processors and web pages leave behind. They stand between letters and say nothing."""
_MONTHS = {month[:length]: number for number, month in enumerate(calendar.month_name) for length in (3, None) if month}

Spellings = Mapping[str, Mapping[str, str]]
"""For each field whose values stand in a register, the id that each spelling, as a slug, stands for."""


class Mend(NamedTuple):
    """What was mended, and where it stood."""

    path: Path
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        """Return it as `path:line:column: what was done`, to be told in any language."""
        return about(f"{self.path.as_posix()}:{self.line}:{self.column}", self.what)


@dataclass(frozen=True)
class Mended:
    """A file's text after the mends, and what was done."""

    text: str
    mends: tuple[Mend, ...]


def mend(path: Path, text: str, model: type[Value], known: Spellings) -> Mended:
    """Return the text of a write-up or a city with all that is safe to mend mended.

    Args:
        path: of the file, for what is told.
        text: of the file, decoded.
        model: `WriteUp` or `CityProfile`.
        known: ids of the registers by what people write for them, see `spellings`.
    """
    mends: list[Mend] = []
    text = _letters(path, text, mends)
    for _ in range(MOST_ROUNDS):
        document = parse(path, text)
        edit = quoted_colon(text, document) if isinstance(document, list) else _first(document, model, known)
        if edit is None:
            break
        line, column = text.count("\n", 0, edit.start) + 1, edit.start - text.rfind("\n", 0, edit.start)
        mends.append(Mend(path, line, column, edit.what))
        text = text[: edit.start] + edit.text + text[edit.end :]
    return Mended(text, tuple(mends))


def _letters(path: Path, text: str, mends: list[Mend]) -> str:
    """The text without what editors leave behind: ends of lines of Windows, tabs and spaces at ends, unseen letters."""
    for pattern, by, what in (
        (re.compile("\r\n?"), "\n", said("ends of lines as elsewhere")),
        (_UNSEEN, "", said("an invisible letter taken out")),
        (re.compile("[\u00a0\u202f]"), " ", said("a plain space in place of a special one")),
        (re.compile(r"[ \t]+$", re.MULTILINE), "", said("spaces at the end of a line taken out")),
    ):
        found = pattern.search(text)
        if found:
            line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
            number = len(pattern.findall(text))
            several = said("%(what)s (%(number)s places)", what=what, number=str(number))
            mends.append(Mend(path, line, column, what if number == 1 else several))
            text = pattern.sub(by, text)
    if text and not text.endswith("\n"):
        mends.append(Mend(path, text.count("\n") + 1, 1, said("the last line ended")))
        text += "\n"
    return text


def spellings(registers: Registers | Library) -> Spellings:
    """Return what stands for each id of the registers and for no other: its name, an earlier id, other letters."""
    criteria = registers.standard.criteria if registers.standard else ()
    named: dict[str, dict[str, str]] = {
        "areas": {area.id: area.name for area in registers.standard.areas} if registers.standard else {},
        "criteria": {criterion.code: criterion.name for criterion in criteria},
        "topics": {topic.id: topic.name for topic in registers.topics},
        "methods": {method.id: method.name for method in registers.methods},
        "adopted_by.city": {city.id: city.label for city in registers.cities},
    }
    if registers.network:
        named["certifications.level"] = {one.id: one.name for one in registers.network.levels}
        named["certifications.level"][UNKNOWN_LEVEL] = UNKNOWN_LEVEL
        named["region"] = {one.id: one.name for one in registers.network.regions}
    spelled = {
        field: {as_slug(name): one for one, name in names.items()} | {as_slug(one): one for one in names}
        for field, names in named.items()
    }
    for field, held in (("topics", registers.topics), ("methods", registers.methods)):
        spelled[field] |= {alias: entry.id for entry in held for alias in entry.aliases}
    return spelled


def _first(document: Document, model: type[Value], known: Spellings) -> Edit | None:
    """The first mend that a document needs, if there is one."""
    looks: tuple[Callable[[_Spot], Iterator[Edit]], ...] = (
        _field_name,
        _listed,
        _sentence,
        _spelled(known),
        _date,
        _flag,
    )
    for spot in _spots(document, model):
        for look in looks:
            if edit := next(look(spot), None):
                return edit
    return None


class _Spot(NamedTuple):
    """A value of a file: its field's type, its key and its node."""

    document: Document
    place: Position
    model: type[Value] | None
    """Of the group that the value is a field of; None for an item of a list."""
    annotation: Any
    key: yaml.ScalarNode | None
    node: yaml.Node


def _spots(document: Document, model: type[Value]) -> Iterator[_Spot]:
    yield from _below(document, document.root, model, model, ())


def _below(
    document: Document, node: yaml.Node, annotation: Any, model: type[Value] | None, place: Position
) -> Iterator[_Spot]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            field = model.model_fields.get(key.value) if model else None
            inside = field.annotation if field else annotation
            yield _Spot(document, (*place, key.value), model, inside if field or not model else None, key, value)
            inner = inner_model(inside) if field or not model else None
            is_keyed = bool(field) and key.value == "sources" and isinstance(value, yaml.MappingNode)
            below = None if is_keyed else inner
            yield from _below(document, value, inside, below, (*place, key.value))  # type: ignore[arg-type]
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield _Spot(document, (*place, number), None, annotation, None, item)
            yield from _below(document, item, annotation, inner_model(annotation), (*place, number))  # type: ignore[arg-type]


def _replace(node: yaml.Node, text: str, what: str) -> Edit:
    return Edit(node.start_mark.index, node.end_mark.index, text, what)


def _written(old: str, new: str) -> str:
    return said("%(old)s is written %(new)s", old=shown(old), new=new)


def _field_name(spot: _Spot) -> Iterator[Edit]:
    """A field's name in other letters: `Title`, `adopted-by`."""
    if spot.key is None or spot.model is None or spot.key.value in spot.model.model_fields or spot.key.style:
        return
    name = as_slug(spot.key.value).replace("-", "_")
    taken = spot.document.data if len(spot.place) == 1 else {}
    if name in spot.model.model_fields and name not in taken:
        yield _replace(spot.key, name, _written(spot.key.value, name))


def _listed(spot: _Spot) -> Iterator[Edit]:
    """One value where a list is due: `topics: health`."""
    field = spot.model.model_fields.get(spot.place[-1]) if spot.model else None  # type: ignore[arg-type]
    if field is None or not isinstance(spot.node, yaml.ScalarNode) or not spot.node.value or "\n" in _source(spot):
        return
    is_list = str(field.annotation).startswith("tuple[")
    if is_list and inner_model(field.annotation) is None:
        what = said("%(field)s is a list", field=str(spot.place[-1]))
        if spot.node.style or re.fullmatch(r"[\w-]+", spot.node.value):
            yield _replace(spot.node, f"[{_source(spot)}]", what)
        else:
            indent = " " * (spot.key.start_mark.column + 2 if spot.key else 2)
            start = spot.key.end_mark.index + 1 if spot.key else spot.node.start_mark.index
            yield Edit(start, spot.node.end_mark.index, f"\n{indent}- {_source(spot)}", what)


def _source(spot: _Spot) -> str:
    """The value as it stands in the file."""
    return spot.document.text[spot.node.start_mark.index : spot.node.end_mark.index]


def _sentence(spot: _Spot) -> Iterator[Edit]:
    """A sentence with a colon, which YAML takes for a field: quotes around it."""
    node = spot.node
    if (
        not isinstance(node, yaml.MappingNode)
        or node.flow_style
        or len(node.value) != 1
        or not isinstance(spot.place[-1], int)
    ):
        return
    key, value = node.value[0]
    is_text = spot.annotation is not None and inner_model(spot.annotation) is None
    if is_text and isinstance(value, yaml.ScalarNode) and not key.style and not value.style:
        start, end = key.start_mark.index, value.end_mark.index
        text = spot.document.text[start:end]
        if "\n" not in text:
            yield Edit(start, end, quoted(text), said("quotes around a text with a colon"))


def _spelled(known: Spellings) -> Callable[[_Spot], Iterator[Edit]]:
    """A word of a list of allowed ones in other letters, by its name, or by an earlier id."""

    def look(spot: _Spot) -> Iterator[Edit]:
        if not isinstance(spot.node, yaml.ScalarNode) or not spot.node.value or spot.node.style in ("|", ">"):
            return
        value = spot.node.value
        field = ".".join(step for step in spot.place if isinstance(step, str))
        allowed = set(known.get(field, {}).values())
        right = known.get(field, {}).get(as_slug(value))
        if right is None and spot.annotation is not None and inner_model(spot.annotation) is None:
            allowed = set(choices_in(spot.annotation))
            right = next((one for one in allowed if fold(one).replace(" ", "-") == as_slug(value)), None)
        if right and value not in allowed and right != value:
            yield _replace(spot.node, right, _written(value, right))

    return look


def _date(spot: _Spot) -> Iterator[Edit]:
    """A date written another way that can mean only one day: 2018/6/18, June 18, 2018."""
    field = spot.model.model_fields.get(str(spot.place[-1])) if spot.model else None
    if field is None or not isinstance(spot.node, yaml.ScalarNode) or "\n" in _source(spot):
        return
    if not (_holds(field.annotation, PartialDate) or _checks(field) & _checks(PartialDate)):
        return
    written = _iso(spot.node.value)
    if written and written != spot.node.value:
        what = said("the date %(old)s is written %(new)s", old=shown(spot.node.value), new=written)
        yield _replace(spot.node, written, what)


def _holds(annotation: Any, wanted: Any) -> bool:
    """Whether a type is `wanted`, or has it inside."""
    inside = getattr(annotation, "__args__", ())
    return bool(_checks(wanted) & _checks(annotation)) or any(_holds(part, wanted) for part in inside)


def _checks(annotated: Any) -> set[int]:
    """What a type or a field is checked by; two of one type share it."""
    checks: Iterable[Any] = getattr(annotated, "__metadata__", None) or getattr(annotated, "metadata", None) or ()
    return {id(one) for one in checks if isinstance(one, AfterValidator)}


def _iso(text: str) -> str | None:
    text = text.strip()
    if match := re.fullmatch(r"([12]\d{3})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text):
        return "-".join(filter(None, (match[1], match[2].zfill(2), match[3] and match[3].zfill(2))))
    named = re.fullmatch(
        r"(?:([A-Za-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?|(\d{1,2})\.? ([A-Za-z]{3,9})\.? )([12]\d{3})", text
    )
    month = _MONTHS.get((named[1] or named[4]).capitalize()) if named else None
    if not named or not month:
        return None
    day = named[2] or named[3]
    return "-".join(filter(None, (named[5], f"{month:02}", day and day.zfill(2))))


def _flag(spot: _Spot) -> Iterator[Edit]:
    """`yes` where `true` is meant."""
    if isinstance(spot.node, yaml.ScalarNode) and spot.place[-1] in ("no_effect", "inferred"):
        right = {"yes": "true", "no": "false"}.get(spot.node.value.lower(), spot.node.value.lower())
        if right in ("true", "false") and right != spot.node.value:
            yield _replace(spot.node, right, _written(spot.node.value, right))
