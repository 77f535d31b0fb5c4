"""What the form goes by: the models as JSON Schema, what the checker knows beside it, and the registers.

Nothing of it is typed a second time. The scripts in `docs/assets/contribute/` read it; both sides are held to the cases
in `tests/spec/write-ups.json`.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel

from generator.linking.places import places_source
from generator.model import (
    CARRIERS,
    RESULT_RULES,
    SECTIONS,
    CityProfile,
    EvidenceLevel,
    Library,
    Status,
    WriteUp,
    marks_of,
)
from generator.model.markup import without_citations
from generator.model.value import LINK_SCHEMES, RESERVED, YEARS, inner_model
from generator.publishing.contribute.steps import STEPS
from generator.publishing.signs import for_javascript
from generator.reading import city_schema
from generator.reading.checks import LONGEST, TEMPLATE
from generator.reading.files import MAX_BYTES
from generator.reading.letters import COMBINING, INVISIBLE, MOST_MARKS
from generator.wording import AWARDS, FORMS_OF_GOVERNMENT, Language, certification, level_name, marked

FORMAT = 1
"""Of the data; a script that knows another one says so."""
STATUSES = {
    Status.ONGOING: marked("Yes, it is ongoing"),
    Status.COMPLETED: marked("No, it came to its planned end"),
    Status.DISCONTINUED: marked("No, it was given up"),
    Status.UNKNOWN: marked("Not known from the sources"),
}


def form_data(library: Library, _: Language) -> dict[str, Any]:
    """Return everything that the form goes by, as JSON holds it."""
    standard = library.standard
    return {
        "format": FORMAT,
        "bytes": MAX_BYTES,
        "schemas": {
            "practice": _lean(WriteUp.model_json_schema(), _),
            "city": _lean(city_schema(library.network), _),
        },
        "marks": {"practice": dict(_marks(WriteUp)), "city": dict(_marks(CityProfile))},
        "sections": [
            {
                "field": section.field,
                "heading": _(section.heading),
                "inner": section.inner,
                "needsSource": section.needs_source,
                "part": section.part,
                "address": section.address,
            }
            for section in SECTIONS
        ],
        "levels": [_level(level, _) for level in EvidenceLevel],
        "resultRules": [{"given": rule.given, "needs": rule.needs} for rule in RESULT_RULES],
        "statuses": [{"id": status, "name": _(words)} for status, words in STATUSES.items()],
        "registers": {
            "topics": [_entry(topic.id, topic.name, topic.description, topic.words) for topic in library.topics],
            "methods": [_entry(one.id, one.name, one.description, one.words) for one in library.methods],
            "areas": [_entry(area.id, area.name, without_citations(area.description)) for area in standard.areas],
            "criteria": [_entry(one.code, f"{one.code} {one.name}", one.question) for one in standard.criteria],
        },
        "cities": [
            {"id": city.id, "label": city.label, "certification": certification(city.certification, library.network, _)}
            for city in library.cities
        ],
        "certificationLevels": [
            {"id": level, "name": level_name(level, library.network, _)} for level in library.network.level_ids
        ],
        "awards": [{"id": award, "name": _(words)} for award, words in AWARDS.items()],
        "governments": [{"id": form, "name": _(words)} for form, words in FORMS_OF_GOVERNMENT.items()],
        "network": {"certification": library.network.certification},
        "countries": {code: _.country(code) for code in library.network.countries},
        "placesSource": places_source(),
        "letters": {
            "invisible": for_javascript(INVISIBLE),
            "combining": for_javascript(COMBINING),
            "mostCombining": MOST_MARKS,
        },
        "leftover": TEMPLATE.pattern.replace(r"\w", r"\p{L}\p{N}_"),
        "longest": LONGEST,
        "reserved": sorted(RESERVED),
        "schemes": LINK_SCHEMES,
        "years": YEARS,
        "example": _spoken(example(), _),
        "steps": [
            {
                "id": step.id,
                "title": _(step.title),
                "lead": _(step.lead),
                "fields": [
                    {
                        "path": field.path,
                        "kind": field.kind,
                        "label": _(field.label),
                        "more": _(field.more) if field.more else "",
                        "another": _(field.another) if field.another else "",
                        "isPlain": field.is_plain,
                        "isLater": field.is_later,
                    }
                    for field in step.fields
                ],
            }
            for step in STEPS
        ],
    }


def example() -> dict[str, Any]:
    """Return the write-up that the form takes its examples from, every value in it as text."""
    text = files("generator.publishing.contribute").joinpath("example.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (makes nothing but text)
    return data


_AS_THEY_ARE = {
    *("added", "areas", "criteria", "date", "level", "methods", "reviewed", "started", "status", "topics", "url"),
}
"""Fields of the example that hold no words."""
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+")


def example_messages() -> Iterator[str]:
    """Yield the texts of the example."""
    yield from _texts(example())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from () if key in _AS_THEY_ARE else _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif _has_words(value):
        yield value


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))


def _spoken(value: Any, _: Language) -> Any:
    """The example in a language, its numbers written as the language does."""
    if isinstance(value, dict):
        return {key: part if key in _AS_THEY_ARE else _spoken(part, _) for key, part in value.items()}
    if isinstance(value, list):
        return [_spoken(part, _) for part in value]
    if _WHOLE.fullmatch(value):
        return _.number(int(value.replace(",", "")))
    return _(value) if _has_words(value) else value


def _entry(identity: str, name: str, about: str, words: tuple[str, ...] = ()) -> dict[str, str]:
    return {"id": identity, "name": name, "about": about, "words": " ".join(words)}


def _level(level: EvidenceLevel, _: Language) -> dict[str, Any]:
    carrier = CARRIERS[level]
    return {
        "id": level,
        "name": _(level.label),
        "meaning": _(level.meaning),
        "strength": level.strength,
        "anyOf": carrier.any_of if carrier else None,
        "without": carrier.without if carrier else (),
    }


def _lean(schema: dict[str, Any], _: Language) -> dict[str, Any]:
    """The schema without what only editors show, and without the null that stands for a field left out."""
    lean: dict[str, Any] = _without(schema, _)
    return lean


def _without(part: Any, _: Language) -> Any:
    if isinstance(part, list):
        return [_without(one, _) for one in part]
    if not isinstance(part, dict):
        return part
    options = [one for one in part.get("anyOf", ()) if one != {"type": "null"}]
    if options and len(options) < len(part["anyOf"]):
        rest = {key: value for key, value in part.items() if key not in ("anyOf", "default")}
        return _without(rest | (options[0] if len(options) == 1 else {"anyOf": options}), _)
    inner = {"properties", "$defs", "patternProperties"}
    return {
        key: {name: _without(one, _) for name, one in value.items()}
        if key in inner
        else _(value)
        if key == "description"
        else _without(value, _)
        for key, value in part.items()
        if key not in ("title", "examples", "format", "default")
    }


def _marks(model: type[BaseModel], before: str = "") -> Iterator[tuple[str, str]]:
    """How each text is read, by its path with dots; places in lists and keys of sources are no part of it."""
    for name, field in model.model_fields.items():
        inner = inner_model(field.annotation)
        if inner:
            yield from _marks(inner, f"{before}{name}.")
        else:
            yield f"{before}{name}", marks_of(model, (name,))
