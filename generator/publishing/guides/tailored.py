"""A guide for one city, made from its own self-assessment: where it stands, what to do first, and who has done it."""

from collections import Counter
from functools import partial

from generator.linking import Place, PlanStep, Tally, alike, plan, readable_first, standing
from generator.linking.why import OnWhatWasAsked
from generator.model import Assessment, Criterion, Library, original_of
from generator.model.countries import KNOWN_BY_STATE
from generator.publishing.guides.guide import Guide, GuideKind, Paper, paper_of
from generator.publishing.guides.parts import Data, Site, city_line, criterion_data, latest_day, practice_line
from generator.publishing.guides.spans import Endnotes
from generator.wording import Language, say
from generator.wording.things import ANSWERS

PEERS = 8


def tailored_guide(
    assessment: Assessment, place: Place | None, library: Library, site: Site, paper: Paper | None = None
) -> Guide:
    """Return the guide that follows from a self-assessment.

    Args:
        assessment: what the city answered.
        place: the city, for its peers; None if it is not told.
        library: what was read.
        site: where the site is published.
        paper: the paper to print on; without it, that of the city's country and of the language.

    """
    _ = site.language
    steps = plan(assessment, place, library)
    shown = [library.practice_by_id[one.practice] for step in steps for one in step.practices]
    return Guide(
        kind=GuideKind.TAILORED,
        path="guide.pdf",
        title=_("Readiness guide for %(city)s", city=_named(place, _)) if place else _("Readiness guide"),
        subject=place.id if place else "",
        paper=paper or paper_of(place.country if place else _usual_country(library), _),
        day=assessment.saved or latest_day(shown or library.practices),
        language=_,
        network=library.network,
        data=partial(_data, assessment, place, steps, library, site),
    )


def _named(place: Place, _: Language) -> str:
    """A place with its country as the language names it."""
    if place.country in KNOWN_BY_STATE:
        return place.label
    name, _comma, _country = place.label.rpartition(", ")
    return f"{name}, {_.country(place.country)}"


def _usual_country(library: Library) -> str:
    """The country in which most of the library's cities lie."""
    return Counter(city.country for city in library.cities).most_common(1)[0][0]


def _data(
    assessment: Assessment, place: Place | None, steps: tuple[PlanStep, ...], library: Library, site: Site
) -> Data:
    notes, _ = Endnotes(language=site.language), site.language
    stands = standing(assessment, library)
    peers = readable_first(alike(place, library).values(), library)[:PEERS] if place else []
    return {
        "head": _("Readiness guide"),
        "page": site.page("readiness/"),
        "city": _named(place, _) if place else "",
        "by": assessment.by or "",
        "saved": _.date(assessment.saved) if assessment.saved else "",
        "sentences": [say(sentence, _) for sentence in stands.sentences],
        "tally": _tally(stands.overall, _),
        "areas": [{"name": area.name, **_tally(stands.areas[area.id], _)} for area in library.standard.areas],
        "mandatory": [
            [one.code, one.name, _answer(assessment, one, _)] for one in library.standard.criteria if one.mandatory
        ],
        "plan": [_step(step, assessment, notes, library, site) for step in steps],
        "peers": [
            {
                "city": city_line(library.city_by_id[peer.city], library.network, _),
                "url": site.url(library.city_by_id[peer.city]),
                "reasons": [say(reason, _) for reason in peer.reasons],
            }
            for peer in peers
        ],
        "answers": [
            {"area": area.name, "criteria": [_answered(one, assessment, _) for one in area.criteria]}
            for area in library.standard.areas
        ],
        "endnotes": notes.data,
    }


def _tally(tally: Tally, _: Language) -> Data:
    """Counts of answers in the order of the chart, and all of them in words."""
    counts = (
        (_("yes"), tally.yes),
        (_("partly"), tally.partly),
        (_("not sure"), tally.not_sure),
        (_("no"), tally.no),
        (_("not answered"), tally.unanswered),
    )
    return {
        "counts": counts,
        "total": tally.total,
        "words": ", ".join(f"{count} {name}" for name, count in counts if count),
    }


def _step(step: PlanStep, assessment: Assessment, notes: Endnotes, library: Library, site: Site) -> Data:
    criterion, _ = library.criterion_by_code[step.criterion], site.language
    return {
        **criterion_data(criterion, notes, library),
        **_answered(criterion, assessment, _),
        "reasons": [say(reason, _) for reason in step.reasons],
        "practices-note": say(step.note, _) if step.note else "",
        # They stand under the criterion that was asked for.
        "how": [
            practice_line(
                practice := library.practice_by_id[one.practice],
                library.city_by_id[practice.city],
                library.network,
                site,
                [say(reason, _) for reason in one.reasons if not isinstance(reason, OnWhatWasAsked)],
            )
            for one in step.practices
        ],
    }


def _answered(criterion: Criterion, assessment: Assessment, _: Language) -> Data:
    given = assessment.answers.get(criterion.code)
    ticked = given.checks if given else ()
    return {
        "code": criterion.code,
        "name": criterion.name,
        "answer": _answer(assessment, criterion, _),
        "points": [[check, original_of(check) in ticked] for check in criterion.checks],
        "note": given.note.splitlines() if given else [],
    }


def _answer(assessment: Assessment, criterion: Criterion, _: Language) -> str:
    given = assessment.answers.get(criterion.code)
    return _(ANSWERS[given.answer if given else None])
