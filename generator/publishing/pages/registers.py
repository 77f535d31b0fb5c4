"""Pages of topics and methods: the two lists, and each entry with its practices."""

from collections import Counter
from collections.abc import Iterator, Mapping

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
        counts = Counter(method for practice in practices for method in practice.methods)
        yield _entry_page(
            templates, topic, _("Topics"), practices, _("Kinds of answer used"), _most(counts, library.method_by_id)
        )
        yield from _moved(templates, topic)
    for method in library.methods:
        practices = library.practices_by_method.get(method.id, ())
        counts = Counter(topic for practice in practices for topic in practice.topics)
        yield _entry_page(
            templates,
            method,
            _("Kinds of answer"),
            practices,
            _("Topics it is used for"),
            _most(counts, library.topic_by_id),
        )
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
        evidence=matrix("topic", library.topics, library.practices, lambda practice: practice.topics)
        if communities
        else None,
        communities=[one for one in templates.links.communities if len(one.practices) > 1] if communities else [],
    )


def _entry_page(
    templates: Templates,
    entry: Topic | Method,
    register: str,
    practices: tuple[Practice, ...],
    related_heading: str,
    related: list[tuple[Topic | Method, int]],
) -> Page:
    _ = templates.language
    folder = "topics" if isinstance(entry, Topic) else "methods"
    cities = Counter(practice.city for practice in practices)
    ranked = sorted(cities.items(), key=lambda item: (-item[1], item[0]))
    return templates.page_of(
        entry,
        "entry.md.jinja",
        entry.name,
        entry.description,
        source=f"practices/{folder}.yaml",
        entry=entry,
        register=register,
        register_url=f"{folder}/",
        practices=practices,
        most=MOST_ROWS,
        picture=tried(practices, _),
        facet="topic" if isinstance(entry, Topic) else "method",
        cities_heading=_("Cities working on it") if isinstance(entry, Topic) else _("Cities that did it"),
        cities=[(templates.library.city_by_id[city], count) for city, count in ranked],
        related_heading=related_heading,
        related=related,
    )
