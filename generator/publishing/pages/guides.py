"""The page of all printed guides."""

from collections.abc import Iterator

from generator.publishing.guides import GuideKind
from generator.publishing.page import Page
from generator.publishing.template import Templates, numbered


def guides_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page of all guides, by kind, and of what the worksheet of the briefs rests on."""
    by_kind = {kind: [printed for printed in templates.guides if printed.guide.kind is kind] for kind in GuideKind}
    adoption = templates.library.adoption
    numbers, order = numbered(adoption.facts, (question.why for question in adoption.worksheet))
    yield templates.page(
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
