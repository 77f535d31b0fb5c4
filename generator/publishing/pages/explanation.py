"""Pages that explain: how links are computed, the downloads, and the fields of a write-up."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.contributing import choices_in, registered, takes_numbers
from generator.finding.weights import PRACTICE_FIELDS
from generator.linking import advice, city_features, diversity, features, peers, similarity
from generator.linking.city_features import Part
from generator.linking.tags import NodeKind
from generator.model import SECTIONS, Assessment, CityProfile, Effect, EvidenceLevel, Library, WriteUp
from generator.model.value import inner_model
from generator.publishing.data import ARCHIVE, OpenData, tables
from generator.publishing.page import Page
from generator.publishing.template import Templates
from generator.wording import Language, marked


def explanation_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page on how it works, the data page, and the reference of the fields."""
    _ = templates.language
    yield templates.page(
        "how-it-works.md.jinja",
        "how-it-works.md",
        _("How it works"),
        _("How similar practices, peer cities and groups are found, with a worked example and the limits."),
        search_weights=[(_(_FIELDS[name]), field.weight) for name, field in PRACTICE_FIELDS.items()],
        questions=sum(len(practice.questions) for practice in templates.library.practices),
        weights=[(_(_KINDS[kind]), weight) for kind, weight in features.WEIGHTS.items()],
        kinds={kind: _(words) for kind, words in _KINDS.items()},
        most=features.WEIGHTS,
        city_weights=[(_(_PARTS[part]), weight) for part, weight in city_features.WEIGHTS.items()],
        advice=advice,
        between=_between_bands(templates.library),
        size_reach=city_features.SIZE_REACH,
        shown=similarity.OTHER_CITIES,
        relevance=diversity.RELEVANCE,
        peers=peers.PEERS,
        communities=len(templates.links.communities),
        example=templates.links.strongest,
        quality=json.loads(files("generator.linking").joinpath("data/relevance.json").read_text(encoding="utf-8")),
        effects=list(Effect),
        quality_methods={name: _(words) for name, words in _QUALITY_METHODS.items()},
    )
    yield replace(_data_page(templates, templates.data), sketch=lambda: _data_page(templates, None).body)
    yield templates.page(
        "fields.md.jinja",
        "contribute/fields.md",
        _("The fields of a write-up"),
        _("Every field that a practice or a city file may hold, what it means and what is allowed in it."),
        groups=[
            (
                f"{file}-{inside}" if inside else file,
                _("%(file)s: inside %(field)s", file=_(name), field=inside) if inside else _(name),
                _(model.__doc__) if model.__doc__ else "",
                [
                    (key, _described_by(field, _), _allowed(field, _), _choices(key, field, inside, templates.library))
                    for key, field in model.model_fields.items()
                ],
            )
            for file, name, whole in _FILES
            for inside, model in _described(whole)
        ],
        areas=templates.library.standard.areas,
        sourced=_.listed([section.field for section in SECTIONS if section.needs_source]),
        levels=list(EvidenceLevel),
        topics=templates.library.topics,
        methods=templates.library.methods,
    )


def _data_page(templates: Templates, data: OpenData | None) -> Page:
    """The page of the downloads; telling their size and their version takes making them all."""
    _ = templates.language
    return templates.page(
        "data.md.jinja",
        "data/index.md",
        _("Data"),
        _("The whole catalogue and the graph as files, with a data dictionary."),
        more=lambda: {"tables": tables(templates.library), "kinds": _edge_kinds(templates)},
        graph=templates.links.graph,
        data=data,
        archive=ARCHIVE,
        notebook=templates.notebook,
        assessment=[
            (
                _("%(field)s, of each", field=key) if model is not Assessment else key,
                _described_by(field, _),
            )
            for _name, model in _described(Assessment)
            for key, field in model.model_fields.items()
        ],
    )


_FILES = (("practice", marked("A practice"), WriteUp), ("city", marked("A city"), CityProfile))
"""The files that contributors write: id, name and model."""
_FIELDS = {
    "title": marked("Title"),
    "summary": marked("Summary"),
    "questions": marked("Questions that people come with"),
    "tags": marked("Topics, kinds of answer and criteria, with the other words for them"),
    "problem": marked("Problem"),
    "results": marked("Results"),
    "rest": marked("All else: approach, people, tools, money, lessons"),
    "place": marked("City, state and country"),
}
_KINDS = {
    NodeKind.TERM: marked("Words of the write-ups, rare ones above common ones"),
    NodeKind.METHOD: marked("Kinds of answer in common"),
    NodeKind.MEANING: marked("What both are about, by the vectors of their words"),
    NodeKind.TOPIC: marked("Topics in common"),
    NodeKind.CRITERION: marked("Criteria in common"),
    NodeKind.AREA: marked("Practice areas in common"),
}
_QUALITY_METHODS = {
    "TF-IDF": marked("Words alone (TF-IDF)"),
    "BM25": marked("Words alone (BM25)"),
    "meaning of words": marked("Meaning of words alone (vectors)"),
    "shared tags": marked("Shared topics, kinds of answer, criteria and areas alone"),
    "blend without meaning": marked("Our score without the meaning of words"),
    "blend, by score alone": marked("Our score"),
    "as the site shows it": marked("As shown: our score, spread over unlike practices"),
}
"""The measured methods that the page tells of, in its words."""
_PARTS = {
    Part.SIZE: marked("Population, on a logarithmic scale"),
    Part.WORK: marked("Topics, kinds of answer and areas of their practices"),
    Part.PLACE: marked("Country and region"),
    Part.GOVERNMENT: marked("Form of government, where both are known"),
    Part.LEVEL: marked("Certification level, where both are known"),
}


def _between_bands(library: Library) -> tuple[int, int, float] | None:
    """The first number of criteria whose share lies between two bands, that of all, and the share; None if none."""
    total = len(library.standard.criteria)
    gaps = [(one.most * total, higher.least * total) for one, higher in pairwise(library.certification.tiers)]
    met = next((met for met in range(total) if any(low < 100 * met < high for low, high in gaps)), None)
    return (met, total, met / total) if met else None


def _edge_kinds(templates: Templates) -> list[tuple[str, int]]:
    kinds = Counter(data["kind"] for _, _, data in templates.links.graph.edges(data=True))
    return sorted(kinds.items())


def _described(model: type[BaseModel], inside: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    """The model and the models inside it, each with the name of its field."""
    yield inside, model
    for key, field in model.model_fields.items():
        inner = inner_model(field.annotation)
        if inner:
            yield from _described(inner, key)


def _described_by(field: FieldInfo, _: Language) -> str:
    return _(field.description) if field.description else ""


def _allowed(field: FieldInfo, _: Language) -> str:
    """What is allowed in a field, in words."""
    limits = {type(limit).__name__: limit for limit in field.metadata}
    low, high = limits.get("MinLen"), limits.get("MaxLen")
    parts = {"least": low.min_length if low else "", "most": high.max_length if high else ""}
    words = _("required") if field.is_required() else _("optional")
    if not low and not high:
        return words
    limit = _LIMITS[bool(low), bool(high), "characters" if field.annotation is str else "items"]
    return f"{words}, {_(limit, **parts)}"


def _choices(key: str, field: FieldInfo, inside: str, library: Library) -> tuple[str, ...]:
    """The words that a field may hold, where they are few; longer lists stand below."""
    chosen = library.network.choices.get(f"{inside}.{key}".lstrip("."), ())
    choices = chosen or tuple(registered(library).get(key, ())) or tuple(choices_in(field.annotation))
    return choices if len(choices) <= MOST_CHOICES and not takes_numbers(field.annotation) else ()


MOST_CHOICES = 12
_LIMITS = {
    (True, True, "characters"): marked("at least %(least)s and at most %(most)s characters"),
    (True, False, "characters"): marked("at least %(least)s characters"),
    (False, True, "characters"): marked("at most %(most)s characters"),
    (True, True, "items"): marked("at least %(least)s and at most %(most)s items"),
    (True, False, "items"): marked("at least %(least)s items"),
    (False, True, "items"): marked("at most %(most)s items"),
}
