"""A guide for one city, made from its own self-assessment: where it stands, what to do first, and who has done it."""

from functools import partial

from generator.linking import Place, PlanStep, Tally, alike, plan, standing
from generator.model import Answer, Assessment, Criterion, Library
from generator.publishing.guides.guide import Guide, Kind, Paper, paper_of
from generator.publishing.guides.parts import Data, Site, city_line, criterion_data, latest_day, practice_line
from generator.publishing.guides.spans import Endnotes
from generator.publishing.words import date

PEERS = 8
_ANSWERS = {answer: answer.words.capitalize() for answer in Answer} | {None: "Not answered"}


def tailored_guide(
    assessment: Assessment, place: Place | None, library: Library, site: Site, paper: Paper | None = None
) -> Guide:
    """Return the guide that follows from a self-assessment.

    Args:
        assessment: what the city answered.
        place: the city, for its peers; None if it is not told.
        library: what was read.
        site: where the site is published.
        paper: the paper to print on; without it, the usual one of the city's country.

    """
    steps = plan(assessment, place, library)
    shown = [library.practice_by_id[one.practice] for step in steps for one in step.practices]
    return Guide(
        kind=Kind.TAILORED,
        path="guide.pdf",
        title=f"Readiness guide for {place.label}" if place else "Readiness guide",
        subject=place.id if place else "",
        paper=paper or paper_of(place.country if place else "US"),
        day=assessment.saved or latest_day(shown or library.practices),
        data=partial(_data, assessment, place, steps, library, site),
    )


def _data(
    assessment: Assessment, place: Place | None, steps: tuple[PlanStep, ...], library: Library, site: Site
) -> Data:
    notes = Endnotes()
    stands = standing(assessment, library)
    peers = list(alike(place, library).values())[:PEERS] if place else []
    return {
        "head": "Readiness guide",
        "page": site.page("readiness/"),
        "city": place.label if place else "",
        "by": assessment.by or "",
        "saved": date(assessment.saved) if assessment.saved else "",
        "sentences": stands.sentences,
        "tally": _tally(stands.overall),
        "areas": [{"name": area.name, **_tally(stands.areas[area.id])} for area in library.standard.areas],
        "mandatory": [
            [one.code, one.name, _answer(assessment, one)] for one in library.standard.criteria if one.mandatory
        ],
        "plan": [_step(step, assessment, notes, library, site) for step in steps],
        "peers": [
            {
                "city": city_line(library.city_by_id[peer.city]),
                "url": site.url(library.city_by_id[peer.city]),
                "reasons": list(peer.reasons),
            }
            for peer in peers
        ],
        "answers": [
            {"area": area.name, "criteria": [_answered(one, assessment) for one in area.criteria]}
            for area in library.standard.areas
        ],
        "endnotes": notes.data,
    }


def _tally(tally: Tally) -> Data:
    """Counts of answers in the order of the chart, and all of them in words."""
    counts = (
        ("yes", tally.yes),
        ("partly", tally.partly),
        ("not sure", tally.not_sure),
        ("no", tally.no),
        ("not answered", tally.unanswered),
    )
    return {
        "counts": counts,
        "total": tally.total,
        "words": ", ".join(f"{count} {name}" for name, count in counts if count),
    }


def _step(step: PlanStep, assessment: Assessment, notes: Endnotes, library: Library, site: Site) -> Data:
    criterion = library.criterion_by_code[step.criterion]
    return {
        **criterion_data(criterion, notes, library),
        **_answered(criterion, assessment),
        "reasons": list(step.reasons),
        "practices-note": step.note,
        # The first reason names the criterion, under which they stand.
        "how": [
            practice_line(library.practice_by_id[one.practice], library, site, one.reasons[1:])
            for one in step.practices
        ],
    }


def _answered(criterion: Criterion, assessment: Assessment) -> Data:
    given = assessment.answers.get(criterion.code)
    ticked = given.checks if given else ()
    return {
        "code": criterion.code,
        "name": criterion.name,
        "answer": _answer(assessment, criterion),
        "points": [[check, check in ticked] for check in criterion.checks],
        "note": given.note.splitlines() if given else [],
    }


def _answer(assessment: Assessment, criterion: Criterion) -> str:
    given = assessment.answers.get(criterion.code)
    return _ANSWERS[given.answer if given else None]
