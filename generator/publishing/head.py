"""What the head of a page tells machines: when it changed, its card, what it is about, other forms of it, feeds.

It travels in the front matter, so that every engine puts the same into the page; `docs/overrides` has the markup.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from generator.model import City, Criterion, Library, Practice, Subject, Topic
from generator.publishing.addresses import path_of, url_of
from generator.publishing.cards import HEIGHT, WIDTH, Card
from generator.publishing.cards.card import SITE, card_path
from generator.publishing.feeds import changes, last_change
from generator.publishing.feeds.atom import topic_feed
from generator.publishing.linked_data import (
    Node,
    city_nodes,
    practice_nodes,
    script_text,
    site_nodes,
    standard_nodes,
    topic_nodes,
)
from generator.publishing.markup import attribute_text
from generator.publishing.page import Page
from generator.wording import ENGLISH, Language

Head = dict[str, Any]
JSON, MARKDOWN = "application/json", "text/markdown"
_OF_ALL = ("whats-new.md", "evidence.md", "data/index.md", "practices/table.md", "topics/index.md", "methods/index.md",
           "cities/index.md", "guides/index.md", "explore.md")  # fmt: skip
"""Pages that change whenever any write-up does, beside the first one."""


def with_heads(
    pages: Iterable[Page],
    library: Library,
    cards: Iterable[Card],
    address: str,
    extra: Mapping[str, Callable[[], list[Node]]],
    language: Language = ENGLISH,
    folder: str = "",
) -> Iterator[Page]:
    """Yield the pages with what their heads tell.

    Args:
        pages: all generated pages.
        library: what was read.
        cards: the cards that are drawn; a page without one of its own gets that of the site.
        address: where the site will stand; empty if that is not known, and then nothing that needs it is told.
        extra: what further pages are about, by path.
        language: that of our own words.
        folder: that of the language below the first site, which has the cards.
    """
    at_first = address.removesuffix(f"{folder}/") if folder else address
    said = {card.path: attribute_text(card.said) for card in cards}
    heads = dict(_heads(library, address, language))
    for page in pages:
        head = heads.get(page.path, {})
        nodes = extra.get(page.path) or head.pop("nodes", None)
        card = head.pop("card", SITE)
        linked = page.head
        if address:
            head["picture"] = {"url": at_first + card, "said": said[card], "width": WIDTH, "height": HEIGHT}
            if nodes:
                linked = partial(_linked_data, nodes)
        yield replace(page, meta={**page.meta, **head}, head=linked)


def _linked_data(nodes: Callable[[], list[Node]]) -> Head:
    return {"linked_data": script_text(nodes())}


def _heads(library: Library, address: str, _: Language) -> Iterator[tuple[str, Head]]:
    """The head of each page, by its path."""
    for practice in library.practices:
        nodes = partial(practice_nodes, practice, library, address, _)
        yield path_of(practice), {"changed": practice.updated, **_parts(practice, nodes)}
        for alias in practice.aliases:
            yield f"practices/{alias}.md", {"unlisted": True}
    for city in library.cities:
        parts = _parts(city, partial(city_nodes, city, address, _))
        yield path_of(city), {**_changed(library.practices_of_city.get(city.id, ())), **parts}
    for topic in library.topics:
        parts = _parts(topic, partial(topic_nodes, topic, library, address, _))
        yield path_of(topic), {**_changed(library.practices_by_topic.get(topic.id, ())), **parts}
    for method in library.methods:
        yield path_of(method), _changed(library.practices_by_method.get(method.id, ()))
    yield from ((f"topics/{alias}.md", {"unlisted": True}) for one in library.topics for alias in one.aliases)
    yield from ((f"methods/{alias}.md", {"unlisted": True}) for one in library.methods for alias in one.aliases)
    for area in library.standard.areas:
        nodes = partial(standard_nodes, area, address, _)
        yield path_of(area), {**_changed(library.practices_by_area.get(area.id, ())), "nodes": nodes}
        for criterion in area.criteria:
            parts = _parts(criterion, partial(standard_nodes, criterion, address, _))
            yield path_of(criterion), {**_changed(library.practices_by_criterion.get(criterion.code, ())), **parts}
    yield "practices/index.md", {"unlisted": True}
    corrected = [one.day for one in changes(library.practices) if one.told]
    yield "corrections.md", {"changed": corrected[0]} if corrected else {}
    yield from ((path, {"changed": last_change(library)}) for path in _OF_ALL)
    yield "index.md", {"changed": last_change(library), "nodes": partial(site_nodes, address, _)}


def _parts(subject: Subject, nodes: Callable[[], list[Node]]) -> Head:
    """Card, linked data and other forms of the page of a thing."""
    head: Head = {"nodes": nodes}
    url = url_of(path_of(subject))
    if isinstance(subject, Practice | City | Topic):
        head["card"] = card_path(subject)
    if isinstance(subject, Practice | City | Criterion):
        head["forms"] = [{"type": JSON, "url": f"{url}index.json"}, {"type": MARKDOWN, "url": f"{url}index.md"}]
    if isinstance(subject, Topic):
        head["feed"] = {"url": topic_feed(subject.id), "title": attribute_text(subject.name)}
    return head


def _changed(practices: Iterable[Practice]) -> Head:
    """When a page of several write-ups last changed; nothing where it has none, as its own file knows no date."""
    days = [practice.updated for practice in practices]
    return {"changed": max(days)} if days else {}
