"""A guide for each practice area, on both papers: its criteria in full, cities that show them, and advice."""

from collections.abc import Iterator
from functools import partial

from generator.model import Area, Criterion, CriterionDetail, Library
from generator.publishing.guides.guide import Guide, GuideKind, Paper
from generator.publishing.guides.parts import Data, Site, advice_data, criterion_data, latest_day, practice_line
from generator.publishing.guides.pictures import tried_data
from generator.publishing.guides.spans import Endnotes, Span
from generator.wording import DETAILS, Language

SHOWING = 4
"""Practices listed under a criterion."""
MORE = 20
"""Other practices of the area."""


def area_guides(library: Library, site: Site) -> Iterator[Guide]:
    """Yield the guide of each practice area for each paper."""
    for area in library.standard.areas:
        for paper in Paper:
            yield Guide(
                kind=GuideKind.AREA,
                path=f"guides/areas/{area.id}-{paper.slug}.pdf",
                title=area.name,
                subject=area.id,
                paper=paper,
                day=latest_day(library.practices_by_area.get(area.id, ())),
                language=site.language,
                network=library.network,
                data=partial(_data, area, library, site),
            )


def _data(area: Area, library: Library, site: Site) -> Data:
    notes = Endnotes(language=site.language)
    sources = library.standard.sources
    practices = library.practices_by_area.get(area.id, ())
    criteria = [_criterion(criterion, notes, library, site) for criterion in area.criteria]
    shown = {one["url"] or one["title"] for criterion in criteria for one in criterion["showing"]}
    others = [practice for practice in practices if (site.url(practice) or practice.title) not in shown]
    return {
        "head": site.language("Practice area"),
        "page": site.page(area),
        "summary": notes.spans(area.description, sources),
        "note": notes.spans(area.note, sources) if area.note else [],
        "criteria": criteria,
        "others": [
            practice_line(practice, library.city_by_id[practice.city], library.network, site)
            for practice in others[:MORE]
        ],
        "others-left-out": len(others[MORE:]),
        "practices": len(practices),
        "tried": tried_data(practices, library, site),
        "advice": [
            advice_data(piece, notes, library, site.language)
            for piece in library.advice.advice
            if area.id in piece.areas
        ],
        "endnotes": notes.data,
    }


def _criterion(criterion: Criterion, notes: Endnotes, library: Library, site: Site) -> Data:
    return {
        **criterion_data(criterion, notes, library),
        "details": [_detail(detail, notes, library, site.language) for detail in criterion.details],
        "showing": [
            practice_line(practice, library.city_by_id[practice.city], library.network, site)
            for practice in library.practices_by_criterion.get(criterion.code, ())[:SHOWING]
        ],
        "sourcing": notes.spans(criterion.sourcing, library.standard.sources),
        "also": list(criterion.also_called),
    }


def _detail(detail: CriterionDetail, notes: Endnotes, library: Library, _: Language) -> list[Span]:
    marks = [_(DETAILS[detail.kind])]
    if detail.version in library.network.earlier_versions:
        marks.append(_("from the %(version)s version", version=detail.version))
    if detail.confidence == "low":
        marks.append(_("low confidence"))
    return [["strong", [f"{', '.join(marks)}: "]], *notes.spans(detail.text, library.standard.sources)]
