"""The page of all printed guides."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.publishing.guides import GuideKind, PrintedFile, PrintedGuide
from generator.publishing.page import Page
from generator.publishing.template import Templates, numbered


def guides_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page of all guides, by kind, and of what the worksheet of the briefs rests on.

    It tells how long each guide is, so that filling it prints them all; a sketch of it does without.
    """
    yield replace(_page(templates), sketch=lambda: _page(templates.with_guides(map(_unprinted, templates.guides))).body)


def _unprinted(printed: PrintedGuide) -> PrintedGuide:
    return PrintedGuide(printed.guide, lambda: PrintedFile(Path(), 1, 1))


def _page(templates: Templates) -> Page:
    by_kind = {kind: [printed for printed in templates.guides if printed.guide.kind is kind] for kind in GuideKind}
    adoption = templates.library.adoption
    numbers, order = numbered(adoption.facts, (question.why for question in adoption.worksheet))
    return templates.page(
        "guides.md.jinja",
        "guides/index.md",
        templates.language("Guides to print"),
        templates.language(
            "PDF guides: getting ready for certification, practice areas, cities, and a brief for each practice."
        ),
        getting_ready=by_kind[GuideKind.GETTING_READY],
        city_guides=by_kind[GuideKind.CITY],
        briefs=by_kind[GuideKind.BRIEF],
        adoption=adoption,
        numbers=numbers,
        order=order,
    )
