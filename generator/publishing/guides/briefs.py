"""An adoption brief for each practice: a page of facts, and a worksheet that follows how cities borrow ideas."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.model import AdoptionGuide, City, Library, Network, PagePart, Practice, sections_in
from generator.publishing.guides.fitting import brief_settings
from generator.publishing.guides.guide import Guide, GuideKind, paper_of
from generator.publishing.guides.parts import Data, Site, city_line, evidence_data, tile_data
from generator.publishing.guides.pictures import courses_data
from generator.publishing.guides.spans import Endnotes, Span, plain_spans, to_spans
from generator.wording import Language

MOST_MEASURES = 3
LONGEST = 220
"""Characters up to which a statement stands beside a question of the worksheet."""


def briefs(library: Library, site: Site) -> Iterator[Guide]:
    """Yield the adoption brief of each practice."""
    for practice in library.practices:
        city = library.city_by_id[practice.city]
        made_of = practice, city, library.adoption, library.network, site
        yield Guide(
            kind=GuideKind.BRIEF,
            path=f"guides/practices/{practice.id}.pdf",
            title=practice.title,
            subject=practice.id,
            paper=paper_of(city.country, site.language),
            day=practice.updated,
            language=site.language,
            network=library.network,
            data=partial(_data, *made_of),
            made_of=made_of,
        )


def _data(practice: Practice, city: City, adoption: AdoptionGuide, network: Network, site: Site) -> Data:
    notes, _ = Endnotes(language=site.language), site.language

    def spans(texts: tuple[str, ...]) -> list[list[Span]]:
        return [notes.spans(text, practice.sources) for text in texts]

    tiles = [tile_data(result, notes, practice.sources, _) for result in practice.measured_results]
    accounts = spans(tuple(result.text for result in practice.results if not result.is_measured))
    data = {
        "title": practice.title,
        "head": _("Adoption brief"),
        "page": site.page(practice),
        "city": city_line(city, network, _),
        "city-name": city.name,
        "summary": to_spans(practice.summary),
        "tiles": tiles,
        "accounts": accounts,
        "courses": courses_data(practice, _),
        "evidence": {
            **evidence_data(practice.evidence.level, _),
            "note": notes.spans(practice.evidence.note, practice.sources),
        },
        "approach": spans(practice.approach),
        "cost": notes.spans(practice.cost, practice.sources) if practice.cost else None,
        "took": [
            (_(section.heading), spans(section.texts(practice)))
            for section in sections_in(PagePart.TOOK)
            if section.in_brief
        ],
        "more": [
            (_(section.heading), spans(section.texts(practice)))
            for section in sections_in(PagePart.BODY)
            if section.in_brief and section.texts(practice)
        ],
        "unknown": [plain_spans(item) for item in practice.unknown],
        "worksheet": [
            {
                "question": question.question,
                "prompts": question.prompts,
                "there": _BESIDE[question.beside](practice, _) if question.beside else [],
            }
            for question in adoption.worksheet
        ],
        "corrections": [[_.date(one.date), plain_spans(one.text)] for one in practice.corrections],
        "endnotes": notes.data,
    }
    return {**data, **brief_settings(data, paper_of(city.country, site.language))}


def _short(*texts: str) -> list[Span]:
    """The first text that is short enough to stand beside a question."""
    return next((to_spans(text) for text in texts if len(text) <= LONGEST), [])


def _measures(practice: Practice) -> list[Span]:
    metrics = dict.fromkeys(result.metric for result in practice.measured_results if result.metric)
    return plain_spans("; ".join(list(metrics)[:MOST_MEASURES])) if metrics else []


_BESIDE: dict[str, Callable[[Practice, Language], list[Span]]] = {
    "approach": lambda practice, _: _short(*practice.approach),
    "people": lambda practice, _: _short(*practice.people),
    "cost": lambda practice, _: _short(*((practice.cost,) if practice.cost else practice.resources)),
    "measures": lambda practice, _: _measures(practice),
    "evidence": lambda practice, _: plain_spans(
        f"{_(practice.evidence.level.label)}. {_(practice.evidence.level.meaning)}"
    ),
    "lessons": lambda practice, _: _short(*practice.lessons),
    "reuse": lambda practice, _: _short(*(one.text for one in practice.adopted_by)),
}
"""What stands beside a question of the worksheet: what is known of it in the city that did it."""
