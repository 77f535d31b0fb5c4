"""Pages of topics and methods: the two lists, and each entry with its practices."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.model import Method, Practice, Topic
from generator.publishing.addresses import path_of, url_of
from generator.publishing.page import Page
from generator.publishing.pictures.matrix import matrix
from generator.publishing.pictures.tried import tried
from generator.publishing.template import Templates

RELATED_SHOWN = 8
MOST_ROWS = 200
"""Practices in the table of a topic or a kind of answer; Find has the others."""


def register_pages(templates: Templates) -> Iterator[Page]:
    """Yield the list of topics, the list of methods, and a page for each entry of either."""
    library, _ = templates.library, templates.language
    yield _list_page(
        templates,
        "topics",
        _("Topics"),
        _("What practices are about: the policy fields."),
        [(topic, library.practices_by_topic.get(topic.id, ())) for topic in library.topics],
        communities=True,
    )
    yield _list_page(
        templates,
        "methods",
        _("Kinds of answer"),
        _("How cities did it. The same kind of answer in another field is often what a reader wants next."),
        [(method, library.practices_by_method.get(method.id, ())) for method in library.methods],
    )
    for topic in library.topics:
        practices = library.practices_by_topic.get(topic.id, ())
        yield _entry_page(templates, topic, practices, partial(_beside_topic, templates, practices))
        yield from _moved(templates, topic)
    for method in library.methods:
        practices = library.practices_by_method.get(method.id, ())
        yield _entry_page(templates, method, practices, partial(_beside_method, templates, practices))
        yield from _moved(templates, method)


def _moved(templates: Templates, entry: Topic | Method) -> Iterator[Page]:
    """A page for each earlier address of an entry, which leads to it."""
    new = path_of(entry)
    for alias in entry.aliases:
        yield templates.moved(f"{new.partition('/')[0]}/{alias}.md", url_of(new), entry.name)


def _most(counts: Counter[str], entries: Mapping[str, Topic | Method]) -> list[tuple[Topic | Method, int]]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(entries[key], count) for key, count in ranked[:RELATED_SHOWN]]


def _list_page(
    templates: Templates,
    folder: str,
    heading: str,
    lead: str,
    entries: list[tuple[Topic, tuple[Practice, ...]]] | list[tuple[Method, tuple[Practice, ...]]],
    *,
    communities: bool = False,
) -> Page:
    library = templates.library
    return templates.page(
        "register.md.jinja",
        f"{folder}/index.md",
        heading,
        lead,
        source=f"practices/{folder}.yaml",
        heading=heading,
        lead=lead,
        entries=entries,
        communities=[one for one in templates.links.communities if len(one.practices) > 1] if communities else [],
        more=lambda: {
            "evidence": matrix("topic", library.topics, library.practices, lambda practice: practice.topics)
            if communities
            else None
        },
    )


def _entry_page(
    templates: Templates, entry: Topic | Method, practices: tuple[Practice, ...], beside: Callable[[], dict[str, Any]]
) -> Page:
    folder = "topics" if isinstance(entry, Topic) else "methods"
    return templates.page_of(
        entry,
        "entry.md.jinja",
        entry.name,
        entry.description,
        source=f"practices/{folder}.yaml",
        entry=entry,
        register_url=f"{folder}/",
        practices=practices,
        most=MOST_ROWS,
        more=partial(_told, templates, practices, beside),
    )


def _told(
    templates: Templates, practices: tuple[Practice, ...], beside: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    cities = Counter(practice.city for practice in practices)
    ranked = sorted(cities.items(), key=lambda item: (-item[1], item[0]))
    return {
        "picture": tried(practices, templates.language),
        "cities": [(templates.library.city_by_id[city], count) for city, count in ranked],
        **beside(),
    }


def _beside_topic(templates: Templates, practices: Sequence[Practice]) -> dict[str, Any]:
    """What only the page of a topic says beside its practices."""
    _ = templates.language
    counts = Counter(method for practice in practices for method in practice.methods)
    return {
        "register": _("Topics"),
        "facet": "topic",
        "cities_heading": _("Cities working on it"),
        "related_heading": _("Kinds of answer used"),
        "related": _most(counts, templates.library.method_by_id),
    }


def _beside_method(templates: Templates, practices: Sequence[Practice]) -> dict[str, Any]:
    """The same of the page of a kind of answer."""
    _ = templates.language
    counts = Counter(topic for practice in practices for topic in practice.topics)
    return {
        "register": _("Kinds of answer"),
        "facet": "method",
        "cities_heading": _("Cities that did it"),
        "related_heading": _("Topics it is used for"),
        "related": _most(counts, templates.library.topic_by_id),
    }
