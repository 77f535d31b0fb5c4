"""Pages that explain: how links are computed, the downloads, and the fields of a write-up."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.linking import advice, city_features, features, peers, similarity
from generator.linking.city_features import Part
from generator.linking.tags import Kind
from generator.model import EvidenceLevel, Practice, WriteUp
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
        city_weights=[(_PARTS[part], weight) for part, weight in city_features.WEIGHTS.items()],
        advice=advice,
        size_reach=city_features.SIZE_REACH,
        shown=similarity.OTHER_CITIES,
        peers=peers.PEERS,
        communities=len(templates.links.communities),
        example=_example(templates),
    )
    yield templates.page(
        "data.md.jinja",
        "data/index.md",
        "Data",
        "The whole catalogue and the graph as files, with a data dictionary.",
        tables=tables(templates.library),
        graph=templates.links.graph,
        kinds=_edge_kinds(templates),
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
_PARTS = {
    Part.SIZE: "Population, on a logarithmic scale",
    Part.WORK: "Topics, kinds of answer and areas of their practices",
    Part.PLACE: "Country and region",
    Part.GOVERNMENT: "Form of government, where both are known",
    Part.LEVEL: "Certification level, where both are known",
}


def _example(templates: Templates) -> tuple[Practice, Any] | None:
    """The practice with the strongest link, and that link: a worked example."""
    ranked = (
        (neighbours[0].score, identity, neighbours[0])
        for identity, neighbours in templates.links.neighbours.items()
        if neighbours
    )
    best = max(ranked, key=lambda item: (item[0], item[1]), default=None)
    return (templates.library.practice_by_id[best[1]], best[2]) if best else None


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
