"""From a document to a model: pydantic validates, and each of its errors becomes a problem with a place."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.language.names import as_slug
from generator.model.value import inner_model
from generator.reading.letters import SHOWN, shown
from generator.reading.problems import Problem, nearest, told
from generator.reading.strict_yaml import Document, Position
from generator.said import Together, about, said, said_many

Model = TypeVar("Model", bound=BaseModel)


def validate(
    document: Document, model: type[Model], extra: dict[str, Any] | None = None, place: Position = ()
) -> Model | list[Problem]:
    """Return `model` built from the document's data at `place`, with the fields in `extra`, or the problems."""
    data = _at(document, place)
    if not isinstance(data, dict):
        return [document.problem(place, said("this is not a list of fields"), said("each line is `field: value`"))]
    for field in extra or {}:
        if field in data:
            wrong = said("%(field)s is not written in the file", field=field)
            return [document.problem((*place, field), wrong, said("take it out"), key=True)]
    try:
        return model.model_validate({**data, **(extra or {})})
    except ValidationError as error:
        return list(told(_problems(document, model, error, place, frozenset(extra or ()))))


def _problems(
    document: Document, model: type[BaseModel], error: ValidationError, place: Position, hidden: frozenset[str]
) -> Iterator[Problem]:
    seen: set[Position] = set()
    details = error.errors(include_url=False)
    broken_inside = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    for detail in details:
        where = (*place, *_existing(detail["loc"], document, place))
        if where in seen and detail["type"] != "missing":
            continue  # one mistake in a field of two types is told once
        if detail["type"] in _OF_SIZE and detail["loc"] in broken_inside:
            continue  # items that are wrong themselves were not counted
        seen.add(where)
        if detail["type"] == "missing":
            gone = said("%(field)s is missing", field=str(detail["loc"][-1]))
            yield document.problem(where, gone, _description(model, detail["loc"]))
        elif detail["type"] == "extra_forbidden":
            known = _fields(model, detail["loc"][:-1], hidden)
            yield document.problem(
                where,
                said("%(field)s is not a field here", field=shown(detail["loc"][-1])),
                nearest(str(detail["loc"][-1]), known),
                key=True,
            )
        else:
            wrong, allowed = explained(detail)
            name = next((str(step) for step in reversed(where) if isinstance(step, str)), "")
            yield document.problem(where, about(shown(name), wrong) if name else wrong, allowed)


def explained(detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong with a value, and what is allowed (or nothing), of an error as pydantic has it."""
    return _MESSAGES.get(detail["type"], _other)(detail)


_OF_SIZE = frozenset(["too_short", "too_long"])


def _at(document: Document, place: Position) -> Any:
    data = document.data
    for step in place:
        data = data[step]
    return data


def _existing(loc: tuple[str | int, ...], document: Document, place: Position) -> Position:
    """The part of pydantic's location that is a place in the document (it also names union members)."""
    data = _at(document, place)
    steps: list[str | int] = []
    for step in loc:
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        if not inside:
            break
        data = data[step]
        steps.append(step)
    return tuple(steps)


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that describes the fields at `loc`."""
    current: type[BaseModel] | None = model
    for step in loc:
        if current is None or not isinstance(step, str) or step not in current.model_fields:
            continue
        current = inner_model(current.model_fields[step].annotation)
    return current


def _fields(model: type[BaseModel], loc: tuple[str | int, ...], hidden: frozenset[str]) -> list[str]:
    at = _model_at(model, loc) or model
    return [name for name in at.model_fields if at is not model or name not in hidden]


def _description(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    at = _model_at(model, loc[:-1])
    field = at.model_fields.get(str(loc[-1])) if at else None
    return said(field.description) if field and field.description else ""


def _text(detail: ErrorDetails) -> str:
    return shown(detail["input"])


_EMPTY = (said("is empty"), said("write it, or take the line out"))


def _choice(detail: ErrorDetails) -> tuple[str, str]:
    if detail["input"] is None:
        return _EMPTY
    expected = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(", ")
    allowed = [word.strip("'") for word in expected]
    return said("“%(word)s” is not known", word=_text(detail)), nearest(_text(detail), allowed)


def _empty_or(wanted: tuple[str, str]) -> Callable[[ErrorDetails], tuple[str, str]]:
    def message(detail: ErrorDetails) -> tuple[str, str]:
        if detail["input"] is None:
            return _EMPTY
        if wanted is _TEXT and _is_sentence(detail["input"]):
            return _COLON
        return wanted

    return message


def _is_sentence(value: object) -> bool:
    """Whether YAML made a field of a sentence that holds a colon."""
    return isinstance(value, dict) and len(value) == 1 and all(isinstance(text, str) for text in value.values())


_COLON = (
    said("is not a text: a colon with a space after it begins a field"),
    said("put the whole text in quotes, or on the next line after >-"),
)
_TEXT = said("is not a text"), said("one text, without a dash before it")
_LIST = said("is not a list"), said("each item on a line of its own, after a dash")
_GROUP = said("is not a group of fields"), said("its fields on the lines below, indented")
_WHOLE_NUMBER = said("is not a whole number"), said("digits only, or unknown where that is allowed")
_NUMBER = said("is not a number"), said("digits with a decimal point")
_TRUE = said("is not true"), said("write true, or take the line out")


def _long(detail: ErrorDetails) -> tuple[str, str]:
    return said("has %(size)s", size=_size(detail)), said("at most %(number)s", number=detail["ctx"]["max_length"])


def _short(detail: ErrorDetails) -> tuple[str, str]:
    if not detail["input"]:
        return _EMPTY
    return said("has %(size)s", size=_size(detail)), said("at least %(number)s", number=detail["ctx"]["min_length"])


def _size(detail: ErrorDetails) -> str:
    size = len(detail["input"])
    if detail["type"].startswith("string"):
        return said_many("%(count)s character", "%(count)s characters", size)
    return said_many("%(count)s item", "%(count)s items", size)


def _own(detail: ErrorDetails) -> tuple[str, str]:
    told = detail["ctx"]["error"].args[0]
    if isinstance(told, Together):  # made by `with_way_out`
        wrong, allowed = told.texts
        return wrong, allowed
    return told, ""


def _range(detail: ErrorDetails) -> tuple[str, str]:
    bounds = {
        "greater_than": said("greater than %(number)s", number=_last_word(detail)),
        "greater_than_equal": said("greater than or equal to %(number)s", number=_last_word(detail)),
        "less_than": said("less than %(number)s", number=_last_word(detail)),
        "less_than_equal": said("less than or equal to %(number)s", number=_last_word(detail)),
    }
    return said("%(number)s is out of range", number=_text(detail)), bounds[detail["type"]]


def _last_word(detail: ErrorDetails) -> str:
    """The bound as pydantic writes it."""
    return detail["msg"].rpartition(" ")[2]


def _pattern(detail: ErrorDetails) -> tuple[str, str]:
    pattern = str(detail["ctx"]["pattern"])
    parts = filter(None, map(as_slug, str(detail["input"])[:SHOWN].split("/")))
    simple = said("lower-case letters, digits and hyphens: %(example)s", example="/".join(parts))
    wrong = said("“%(word)s” is not written as it should be", word=_text(detail))
    return wrong, simple if "[a-z0-9]+(-" in pattern else pattern


def _other(detail: ErrorDetails) -> tuple[str, str]:
    wrong = said("“%(word)s” can't be used", word=_text(detail))
    message = detail["msg"].removeprefix("Input should be ")
    return wrong, said(message) if message in _OF_PYDANTIC else message


_OF_PYDANTIC = frozenset([said("a valid integer, got a number with a fractional part"), said("a finite number")])
"""Words of its own for what a saved self-assessment may hold, so that the catalogue has them."""


_MESSAGES: dict[str, Callable[[ErrorDetails], tuple[str, str]]] = {
    "enum": _choice,
    "literal_error": _choice,
    "string_type": _empty_or(_TEXT),
    "tuple_type": _empty_or(_LIST),
    "dict_type": _empty_or(_GROUP),
    "model_type": _empty_or(_GROUP),
    "int_type": _empty_or(_WHOLE_NUMBER),
    "int_parsing": _empty_or(_WHOLE_NUMBER),
    "float_type": _empty_or(_NUMBER),
    "float_parsing": _empty_or(_NUMBER),
    "bool_type": _empty_or(_TRUE),
    "bool_parsing": _empty_or(_TRUE),
    "string_too_long": _long,
    "too_long": _long,
    "string_too_short": _short,
    "too_short": _short,
    "string_pattern_mismatch": _pattern,
    "value_error": _own,
    "greater_than": _range,
    "greater_than_equal": _range,
    "less_than": _range,
    "less_than_equal": _range,
}
