"""A write-up to fill in: every field with what it means and what is allowed, made from the models."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.contributing.cities import profile_of
from generator.contributing.fields import FieldEntry, registered, takes_numbers
from generator.contributing.writing import yaml_text
from generator.linking import Place
from generator.model import Award, CityProfile, Library, WriteUp
from generator.model.value import inner_model

PLACEHOLDER = "TODO"
"""What is still to be written; the checker finds it."""
_WIDTH = 108
_NOT_BY_HAND = frozenset(["aliases"])
"""Fields that a command writes."""
_HEAD = """\
# Lines that begin with # are help: leave them or take them out. {placeholder} is to be written.
# A statement ends with its sources, each by the key under which it stands below `sources`: like this.[^key]
"""


def write_up_template(library: Library, data: Mapping[str, Any] | None = None, *, is_brief: bool = False) -> str:
    """Return a write-up with what is in `data`, and help for what is not.

    Args:
        library: whose registers say what is allowed.
        data: what is known already, as plain values; such fields get no help.
        is_brief: whether to leave out help on what a write-up can do without.

    """
    known, allowed = data or {}, registered(library)
    schema_line, _, _ = yaml_text({"title": "x"}, WriteUp).partition("\n")
    parts = [f"{schema_line}\n", "" if is_brief else _HEAD.format(placeholder=PLACEHOLDER)]
    for name, info in WriteUp.model_fields.items():
        entry = FieldEntry((name,), WriteUp, info)
        if known.get(name) not in (None, "", [], {}, ()):
            parts.append(yaml_text({name: known[name]}, WriteUp).partition("\n")[2])
        elif name not in _NOT_BY_HAND and (entry.is_required or not is_brief):
            parts.append(_field(entry, tuple(allowed.get(name, entry.choices)), "" if entry.is_required else "# "))
    return "".join(parts)


def _field(entry: FieldEntry, allowed: tuple[str, ...], mark: str) -> str:
    helps = "\n".join(f"# {line}" for line in _help(entry, allowed))
    body = "\n".join(f"{mark}{line}" for line in _lines(entry))
    return f"{helps}\n{body}\n"


def _help(entry: FieldEntry, allowed: tuple[str, ...]) -> Iterator[str]:
    inner = entry.inner
    meaning = entry.description or (inner.__doc__ if inner else "") or entry.name
    need = "" if entry.is_required else " May be left out."
    yield from textwrap.wrap(f"{meaning}{need}", _WIDTH)
    if allowed and not takes_numbers(entry.info.annotation):
        yield from textwrap.wrap(
            f"Allowed: {', '.join(allowed)}.", _WIDTH, subsequent_indent="  ", break_on_hyphens=False
        )


def _lines(entry: FieldEntry) -> list[str]:
    inner = entry.inner
    if entry.name == "sources" and inner:
        return ["sources:", "  key:", *(f"    {line}" for line in _group(inner))]
    if inner and entry.is_list:
        first, *rest = _group(inner)
        return [f"{entry.name}:", f"  - {first}", *(f"    {line}" for line in rest)]
    if inner:
        return [f"{entry.name}:", *(f"  {line}" for line in _group(inner))]
    return [f"{entry.name}:", f"  - {PLACEHOLDER}"] if entry.is_list else [f"{entry.name}: {PLACEHOLDER}"]


def _group(model: type[BaseModel]) -> list[str]:
    """The fields of a group: those that are required to be filled in, the others behind a #."""
    lines: list[str] = []
    for name, info in sorted(model.model_fields.items(), key=lambda item: not item[1].is_required()):
        entry = FieldEntry((name,), model, info)
        meaning = entry.description.rstrip(".")
        choices = f" ({', '.join(entry.choices)})" if entry.choices else ""
        if inner_model(info.annotation) is None:
            lines += [f"{name}: {PLACEHOLDER}"] if info.is_required() else [f"# {name}: {meaning}{choices}"]
            if info.is_required() and entry.choices:
                lines.append(f"# {name} is one of {', '.join(entry.choices)}")
    return lines


def place_template(place: Place, library: Library) -> str:
    """Return the file of a new city, with what the list of places knows and the certification left to fill in."""
    todo = dict.fromkeys(("level", "year", "award"), PLACEHOLDER)
    source = dict.fromkeys(("title", "publisher", "url", "date"), PLACEHOLDER)
    text = yaml_text(profile_of(place, todo, source), CityProfile)
    allowed = {"level": library.network.level_ids, "award": tuple(Award)}
    helps = "".join(f"# {name} is one of {', '.join(names)}\n" for name, names in allowed.items())
    return text.replace(
        "certifications:\n", f"# Every step that a source tells of, oldest first.\n{helps}certifications:\n"
    )
