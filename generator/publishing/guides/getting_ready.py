"""Getting ready: the whole way to certification in one guide, on both papers."""

from collections.abc import Iterator
from functools import partial

from generator.language.words import fold
from generator.model import Library, Practice
from generator.publishing.guides.guide import Guide, GuideKind, Paper
from generator.publishing.guides.parts import Data, Site, advice_data, criterion_data, latest_day, practice_line
from generator.publishing.guides.pictures import matrix_data
from generator.publishing.guides.spans import Endnotes, Span
from generator.publishing.pictures.matrix import matrix
from generator.wording import STAGES, level_name, marked
from generator.wording.things import TAKERS

EXAMPLES = 3
"""Practices of each area, the best measured ones, each of another city."""


def getting_ready(library: Library, site: Site) -> Iterator[Guide]:
    """Yield the guide for each paper."""
    for paper in Paper:
        yield Guide(
            kind=GuideKind.GETTING_READY,
            path=f"guides/getting-ready-{paper.slug}.pdf",
            title=site.language(marked("Getting ready for certification")),
            subject="",
            paper=paper,
            day=latest_day(library.practices),
            language=site.language,
            network=library.network,
            data=partial(_data, library, site),
        )


def _data(library: Library, site: Site) -> Data:
    notes, _ = Endnotes(language=site.language), site.language
    process, standard, advice = library.certification, library.standard, library.advice

    def spans(*texts: str) -> list[list[Span]]:
        return [notes.spans(text, process.sources) for text in texts]

    return {
        "head": _("Getting ready"),
        "page": site.page("readiness/"),
        "counts": {
            "areas": len(standard.areas),
            "criteria": len(standard.criteria),
            "practices": len(library.practices),
            "cities": len(library.cities),
        },
        "summary": spans(process.summary)[0],
        "eligibility": spans(*process.eligibility),
        "steps": [
            {"who": _(TAKERS[step.who]), "name": step.name, "text": spans(step.text)[0]} for step in process.steps
        ],
        "scoring": spans(*process.scoring),
        "mandatory": {
            "text": spans(process.mandatory)[0],
            "criteria": [[one.code, one.name, one.question] for one in standard.criteria if one.mandatory],
        },
        "levels": _.listed([level.name for level in library.network.levels]),
        "roles": list(library.network.roles),
        "tiers": [
            {
                "level": level_name(tier.level, library.network, _),
                "least": tier.least,
                "most": tier.most,
                "meaning": spans(tier.meaning)[0],
            }
            for tier in process.tiers
        ],
        "tiers-note": spans(process.tiers_note)[0],
        "timelines": spans(*process.timelines),
        "validity": spans(*process.validity),
        "support": spans(*process.support),
        "partners": [[one.name, spans(one.role)[0]] for one in process.partners],
        "not-known": list(process.unknown),
        "team": [advice_data(one, notes, library, _) for one in advice.team],
        "how-to-read": [notes.spans(text, advice.sources) for text in advice.how_to_read],
        "stages": [
            {"name": _(STAGES[stage]), "advice": [advice_data(one, notes, library, _) for one in pieces]}
            for stage, pieces in advice.stages.items()
        ],
        "areas": [
            {
                "name": area.name,
                "description": notes.spans(area.description, standard.sources),
                "criteria": [criterion_data(criterion, notes, library) for criterion in area.criteria],
                "examples": [
                    practice_line(practice, library.city_by_id[practice.city], library.network, site)
                    for practice in _examples(library.practices_by_area.get(area.id, ()))
                ],
            }
            for area in standard.areas
        ],
        "evidence": matrix_data(matrix("area", standard.areas, library.practices, lambda practice: practice.areas), _),
        "provenance": [notes.spans(text, standard.sources) for text in standard.provenance],
        "glossary": [
            [one.term, spans(one.meaning)[0]] for one in sorted(process.glossary, key=lambda one: fold(one.term))
        ],
        "endnotes": notes.data,
    }


def _examples(practices: tuple[Practice, ...]) -> list[Practice]:
    """The best measured practices, each of another city; they stand strongest evidence first."""
    of_city: dict[str, Practice] = {}
    for practice in practices:
        of_city.setdefault(practice.city, practice)
    return list(of_city.values())[:EXAMPLES]
