"""Pages that explain: how links are computed, the downloads, and the fields of a write-up."""

import json
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.linking import advice, city_features, diversity, features, peers, similarity
from generator.linking.city_features import Part
from generator.linking.tags import Kind
from generator.model import Assessment, EvidenceLevel, WriteUp
from generator.model.value import inner_model
from generator.publishing.catalogue import tables
from generator.publishing.page import Page
from generator.publishing.pages.template import Templates
from generator.publishing.search.index import PRACTICE_FIELDS


def explanation_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page on how it works, the data page, and the reference of the fields."""
    yield templates.page(
        "how-it-works.md.jinja",
        "how-it-works.md",
        "How it works",
        "How similar practices, peer cities and groups are found, with a worked example and the limits.",
        search_weights=[(_FIELDS[name], field.weight) for name, field in PRACTICE_FIELDS.items()],
        questions=sum(len(practice.questions) for practice in templates.library.practices),
        weights=[(_KINDS[kind], weight) for kind, weight in features.WEIGHTS.items()],
        kinds=_KINDS,
        most=features.WEIGHTS,
        city_weights=[(_PARTS[part], weight) for part, weight in city_features.WEIGHTS.items()],
        advice=advice,
        size_reach=city_features.SIZE_REACH,
        shown=similarity.OTHER_CITIES,
        relevance=diversity.RELEVANCE,
        peers=peers.PEERS,
        communities=len(templates.links.communities),
        example=templates.links.strongest,
        quality=json.loads(files("generator.linking").joinpath("data/relevance.json").read_text(encoding="utf-8")),
        quality_methods=_QUALITY_METHODS,
    )
    yield templates.page(
        "data.md.jinja",
        "data/index.md",
        "Data",
        "The whole catalogue and the graph as files, with a data dictionary.",
        tables=tables(templates.library),
        graph=templates.links.graph,
        kinds=_edge_kinds(templates),
        assessment=[
            (f"{key}, of each" if model is not Assessment else key, field.description)
            for _, model in _described(Assessment)
            for key, field in model.model_fields.items()
        ],
        latest=max((practice.reviewed for practice in templates.library.practices), default=""),
    )
    yield templates.page(
        "fields.md.jinja",
        "contribute/fields.md",
        "The fields of a write-up",
        "Every field that a practice file may hold, what it means and what is allowed in it.",
        groups=[
            (name, model.__doc__ or "", [(key, field, _allowed(field)) for key, field in model.model_fields.items()])
            for name, model in _described(WriteUp)
        ],
        levels=list(EvidenceLevel),
        topics=templates.library.topics,
        methods=templates.library.methods,
    )


_FIELDS = {
    "title": "Title",
    "summary": "Summary",
    "questions": "Questions that people come with",
    "tags": "Topics, kinds of answer and criteria, with the other words for them",
    "problem": "Problem",
    "results": "Results",
    "rest": "All else: approach, people, tools, money, lessons",
    "place": "City, state and country",
}
_KINDS = {
    Kind.TERM: "Words of the write-ups, rare ones above common ones",
    Kind.METHOD: "Kinds of answer in common",
    Kind.MEANING: "What both are about, by the vectors of their words",
    Kind.TOPIC: "Topics in common",
    Kind.CRITERION: "Criteria in common",
    Kind.AREA: "Practice areas in common",
}
_QUALITY_METHODS = {
    "TF-IDF": "Words alone (TF-IDF)",
    "BM25": "Words alone (BM25)",
    "meaning of words": "Meaning of words alone (vectors)",
    "shared tags": "Shared topics, kinds of answer, criteria and areas alone",
    "blend without meaning": "Our score without the meaning of words",
    "blend, by score alone": "Our score",
    "as the site shows it": "As shown: our score, spread over unlike practices",
}
"""The measured methods that the page tells of, in its words."""
_PARTS = {
    Part.SIZE: "Population, on a logarithmic scale",
    Part.WORK: "Topics, kinds of answer and areas of their practices",
    Part.PLACE: "Country and region",
    Part.GOVERNMENT: "Form of government, where both are known",
    Part.LEVEL: "Certification level, where both are known",
}


def _edge_kinds(templates: Templates) -> list[tuple[str, int]]:
    kinds = Counter(data["kind"] for _, _, data in templates.links.graph.edges(data=True))
    return sorted(kinds.items())


def _described(model: type[BaseModel], name: str = "A practice") -> Iterator[tuple[str, type[BaseModel]]]:
    """The model and the models inside it, each with a name for its heading."""
    yield name, model
    for key, field in model.model_fields.items():
        inner = inner_model(field.annotation)
        if inner:
            yield from _described(inner, f"Inside {key}")


def _allowed(field: FieldInfo) -> str:
    """What is allowed in a field, in words."""
    limits = {type(limit).__name__: limit for limit in field.metadata}
    words = []
    if low := limits.get("MinLen"):
        words.append(f"at least {low.min_length}")
    if high := limits.get("MaxLen"):
        words.append(f"at most {high.max_length}")
    unit = "characters" if field.annotation is str else "items"
    return ("required" if field.is_required() else "optional") + (f", {' and '.join(words)} {unit}" if words else "")
