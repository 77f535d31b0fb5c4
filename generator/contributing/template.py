"""A write-up to fill in: every field with what it means and what is allowed, made from the models."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from generator.contributing.cities import profile_of
from generator.contributing.fields import FieldEntry, registered, takes_numbers
from generator.contributing.writing import yaml_text
from generator.linking import Place
from generator.model import Award, CityProfile, Library, WriteUp
from generator.model.value import inner_model
from generator.wording import ENGLISH, Language, marked

PLACEHOLDER = "TODO"
"""What is still to be written; the checker finds it."""
_WIDTH = 108
_NOT_BY_HAND = frozenset(["aliases"])
"""Fields that a command writes."""
_HEAD = (
    marked("Lines that begin with # are help: leave them or take them out. %(mark)s is to be written."),
    marked(
        "A statement ends with its sources, each by the key under which it stands below `sources`: like this.[^key]"
    ),
)


def write_up_template(
    library: Library, data: Mapping[str, Any] | None = None, language: Language = ENGLISH, *, is_brief: bool = False
) -> str:
    """Return a write-up with what is in `data`, and help for what is not.

    Args:
        library: whose registers say what is allowed.
        data: what is known already, as plain values; such fields get no help.
        language: that of the help.
        is_brief: whether to leave out help on what a write-up can do without.

    """
    known, allowed = data or {}, registered(library)
    schema_line, _, _ = yaml_text({"title": "x"}, WriteUp).partition("\n")
    head = () if is_brief else _HEAD
    parts = [f"{schema_line}\n", *(f"# {language(line, mark=PLACEHOLDER)}\n" for line in head)]
    for name, info in WriteUp.model_fields.items():
        entry = FieldEntry((name,), WriteUp, info)
        if known.get(name) not in (None, "", [], {}, ()):
            parts.append(yaml_text({name: known[name]}, WriteUp).partition("\n")[2])
        elif name not in _NOT_BY_HAND and (entry.is_required or not is_brief):
            mark = "" if entry.is_required else "# "
            parts.append(_field(entry, tuple(allowed.get(name, entry.choices)), mark, language))
    return "".join(parts)


def _field(entry: FieldEntry, allowed: tuple[str, ...], mark: str, _: Language) -> str:
    helps = "\n".join(f"# {line}" for line in _help(entry, allowed, _))
    body = "\n".join(f"{mark}{line}" for line in _lines(entry, _))
    return f"{helps}\n{body}\n"


def _help(entry: FieldEntry, allowed: tuple[str, ...], _: Language) -> Iterator[str]:
    inner = entry.inner
    meaning = entry.description or (inner.__doc__ if inner else "") or entry.name
    need = () if entry.is_required else (_("May be left out."),)
    yield from textwrap.wrap(" ".join((_(meaning), *need)), _WIDTH)
    if allowed and not takes_numbers(entry.info.annotation):
        words = _("Allowed: %(words)s.", words=", ".join(allowed))
        yield from textwrap.wrap(words, _WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def _lines(entry: FieldEntry, _: Language) -> list[str]:
    inner = entry.inner
    if entry.name == "sources" and inner:
        return ["sources:", "  key:", *(f"    {line}" for line in _group(inner, _))]
    if inner and entry.is_list:
        first, *rest = _group(inner, _)
        return [f"{entry.name}:", f"  - {first}", *(f"    {line}" for line in rest)]
    if inner:
        return [f"{entry.name}:", *(f"  {line}" for line in _group(inner, _))]
    return [f"{entry.name}:", f"  - {PLACEHOLDER}"] if entry.is_list else [f"{entry.name}: {PLACEHOLDER}"]


def _group(model: type[BaseModel], _: Language) -> list[str]:
    """The fields of a group: those that are required to be filled in, the others behind a #."""
    lines: list[str] = []
    for name, info in sorted(model.model_fields.items(), key=lambda item: not item[1].is_required()):
        entry = FieldEntry((name,), model, info)
        meaning = _(entry.description).rstrip(".") if entry.description else ""
        choices = f" ({', '.join(entry.choices)})" if entry.choices else ""
        if inner_model(info.annotation) is None:
            lines += [f"{name}: {PLACEHOLDER}"] if info.is_required() else [f"# {name}: {meaning}{choices}"]
            if info.is_required() and entry.choices:
                lines.append(f"# {_one_of(name, entry.choices, _)}")
    return lines


def _one_of(name: str, words: Sequence[str], _: Language) -> str:
    return _("%(field)s is one of %(words)s", field=name, words=", ".join(words))


def place_template(place: Place, library: Library, language: Language = ENGLISH) -> str:
    """Return the file of a new city, with what the list of places knows and the certification left to fill in."""
    todo = dict.fromkeys(("level", "year", "award"), PLACEHOLDER)
    source = dict.fromkeys(("title", "publisher", "url", "date"), PLACEHOLDER)
    text = yaml_text(profile_of(place, todo, source), CityProfile)
    allowed = {"level": library.network.level_ids, "award": tuple(Award)}
    helps = [language("Every step that a source tells of, oldest first.")]
    helps += (_one_of(name, names, language) for name, names in allowed.items())
    return text.replace("certifications:\n", "".join(f"# {line}\n" for line in helps) + "certifications:\n")
