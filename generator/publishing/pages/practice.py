"""The page of a practice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from generator.linking.links import WORTH_READING, Neighbour
from generator.model import PagePart, Practice, Section, sections_in
from generator.publishing.addresses import path_of, url_of
from generator.publishing.page import Page
from generator.publishing.pictures.courses import before_and_after, over_time
from generator.publishing.template import Templates
from generator.publishing.tiles import tile_of


def practice_pages(templates: Templates) -> Iterator[Page]:
    """Yield a page for every practice, and one that leads there for each of its earlier addresses."""
    for practice in templates.library.practices:
        page = _page(practice, templates)
        yield page
        for alias in practice.aliases:
            yield templates.moved(f"practices/{alias}.md", url_of(path_of(practice)), practice.title)


def _page(practice: Practice, templates: Templates) -> Page:
    library, links = templates.library, templates.links
    source = f"practices/{practice.id}.yaml"
    return templates.page_of(
        practice,
        "practice.md.jinja",
        practice.title,
        practice.summary,
        source=source,
        practice=practice,
        city=library.city_by_id[practice.city],
        topics=[library.topic_by_id[topic] for topic in practice.topics],
        methods=[library.method_by_id[method] for method in practice.methods],
        areas=[library.area_by_id[area] for area in practice.areas],
        criteria=[library.criterion_by_code[code] for code in practice.criteria],
        more=partial(_results, practice, templates),
        neighbours=_shown(one for one in links.neighbours.get(practice.id, ()) if one.score >= WORTH_READING),
        few=FEW,
        same_city=_shown(links.same_city.get(practice.id, ())),
        edit_url=templates.edit_url(source),
    )


def _shown(neighbours: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    """Neighbours without their figures, which no page shows and which any edit of any write-up moves."""
    return tuple(replace(one, score=0.0, parts=()) for one in neighbours)


FEW = 3
"""Fewer neighbours than these are told to be few, and the topics named where there are more."""


def _results(practice: Practice, templates: Templates) -> dict[str, Any]:
    _ = templates.language
    tiles = [(result, tile, before_and_after(result, _)) for result in practice.results if (tile := tile_of(result, _))]
    courses = over_time(practice)
    return {
        "numbers": {key: number for number, key in enumerate(practice.citation_order, 1)},
        "tiles": tiles,
        "courses": courses,
        # A figure by itself is no picture that anybody would take away.
        "is_drawn": bool(courses) or len(tiles) > 1 or any(tile.bars or course for _result, tile, course in tiles),
        "accounts": [result for result in practice.results if not result.is_measured],
        "parts": _PARTS,
    }


_PARTS: tuple[tuple[PagePart, tuple[Section, ...]], ...] = tuple(
    (part, tuple(sections))
    for part, sections in groupby(sections_in(PagePart.BODY, PagePart.TOOK), key=lambda section: section.part)
)
"""The sections below the figures as the page has them: those of one part that follow each other, together."""
