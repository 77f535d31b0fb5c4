"""Readiness: where a city's own answers would put it, and in which order to close the gaps.

`docs/assets/readiness/standing.js` and `plan.js` do the same in the browser; both are tested on the same cases.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.linking.advice import CLOSE, Advice, advise
from generator.linking.links import Peer
from generator.linking.places import Place, alike
from generator.linking.tags import NodeKind, Tag
from generator.linking.why_readiness import (
    Answered,
    Band,
    GapReason,
    IsMandatory,
    MandatoryMissing,
    NextLevel,
    NoneShowsIt,
    NotAnswered,
    OthersRestOnIt,
    Share,
    ShownBy,
    StandingSentence,
    WithPartly,
    YesCount,
)
from generator.model import Answer, Area, Assessment, Criterion, Level, Library

PRACTICES_OF_A_STEP = 3
NAMED = 4
"""So many criteria that rest on another are named; the others are counted."""
_LEAST_LEFT = (Answer.PARTLY, Answer.NOT_SURE, Answer.NO)
"""Gaps by how much may be left to do, the least first."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many criteria were answered how."""

    yes: int
    partly: int
    no: int
    not_sure: int
    unanswered: int

    @property
    def total(self) -> int:
        """All criteria, answered or not."""
        return self.yes + self.partly + self.no + self.not_sure + self.unanswered


@dataclass(frozen=True, slots=True)
class Reach:
    """What a number of criteria met comes to, held against the published shares.

    The shares are published as whole percents, so a share like 67.4% lies between two bands. It is not rounded into
    either: the tier reached is the lower one, and the words say that it lies between.
    """

    met: int
    total: int
    tier: Level | None
    """The highest tier whose smallest share is reached; None below the lowest."""
    is_between: bool
    """Whether the share lies above that tier's band and below the next one."""
    following: Level | None
    """The next tier; None at the highest."""
    missing: int
    """How many more criteria reach the next tier; 0 at the highest."""
    percent: str
    """The share as it is said: "56", or "67.4" where a whole number would lie in another band."""
    band: Band
    """Where the share lies."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a city would stand by its own answers. An estimate: what earns a point is not public."""

    overall: Tally
    areas: dict[str, Tally]
    """By id of the practice area."""
    reach: Reach
    """Counting the criteria answered yes, and no others."""
    reach_with_partly: Reach
    """As if those answered partly were met as well."""
    mandatory_not_met: tuple[str, ...]
    """Codes of mandatory criteria not answered yes. While there is one, no share leads to certification."""
    sentences: tuple[StandingSentence, ...]
    """What is to be said of it, in this order."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A criterion to work on, why it stands where it does, and practices that show how."""

    criterion: str
    answer: Answer
    reasons: tuple[GapReason, ...]
    """Why now; never empty."""
    practices: tuple[Advice, ...]
    note: NoneShowsIt | None
    """What to know about the practices, where they do not show the criterion itself."""


def standing(assessment: Assessment, library: Library) -> Standing:
    """Return where the answers would put the city, held against the published shares of the criteria."""
    given = _given(assessment)
    overall = _tally(library.standard.criteria, given)
    levels = library.network.level_by_id
    shares = tuple(Share(levels[one.level], one.least, one.most) for one in library.certification.tiers)
    reach = _reach(overall.yes, overall.total, shares)
    with_partly = _reach(overall.yes + overall.partly, overall.total, shares)
    mandatory = tuple(
        one.code for one in library.standard.criteria if one.mandatory and given.get(one.code) is not Answer.YES
    )
    return Standing(
        overall=overall,
        areas={area.id: _tally(area.criteria, given) for area in library.standard.areas},
        reach=reach,
        reach_with_partly=with_partly,
        mandatory_not_met=mandatory,
        sentences=tuple(_sentences(overall, reach, with_partly, mandatory)),
    )


def plan(assessment: Assessment, place: Place | None, library: Library) -> tuple[PlanStep, ...]:
    """Return the gaps (criteria answered partly, no or not sure) in the order in which to close them.

    Mandatory criteria come first; then those on which most others not answered yes rest; then those that most cities
    like the place (without a place: most cities) have shown by a write-up; then those answered partly, not sure, no;
    then the order of the standard. A gap never stands before one that it rests on.
    """
    given = _given(assessment)
    criteria = library.standard.criteria
    resting = _resting([one for one in criteria if given.get(one.code) is not Answer.YES])
    peers = alike(place, library) if place else {}
    shown = {one.code: _cities_that_show(one, place, library) for one in criteria}
    like = {code: sum(1 for city in cities if _is_close(city, peers)) for code, cities in shown.items()}
    gaps = {one.code: given[one.code] for one in criteria if given.get(one.code) in _LEAST_LEFT}
    position = {one.code: number for number, one in enumerate(criteria)}

    def urgency(code: str) -> tuple[bool, int, int, int, int]:
        most = like[code] if place else len(shown[code])
        mandatory = library.criterion_by_code[code].mandatory
        return not mandatory, -len(resting[code]), -most, _LEAST_LEFT.index(gaps[code]), position[code]

    area_of = {one.code: area for area in library.standard.areas for one in area.criteria}
    return tuple(
        PlanStep(
            code,
            gaps[code],
            tuple(_reasons(library.criterion_by_code[code], gaps[code], resting[code], like[code], len(shown[code]))),
            *_practices(code, area_of[code], place, peers, library),
        )
        for code in _in_order(sorted(gaps, key=urgency), resting)
    )


def _given(assessment: Assessment) -> dict[str, Answer]:
    return {code: one.answer for code, one in assessment.answers.items() if one.answer}


def _tally(criteria: Iterable[Criterion], given: Mapping[str, Answer]) -> Tally:
    counts = Counter(given.get(criterion.code) for criterion in criteria)
    return Tally(counts[Answer.YES], counts[Answer.PARTLY], counts[Answer.NO], counts[Answer.NOT_SURE], counts[None])


def _reach(met: int, total: int, tiers: tuple[Share, ...]) -> Reach:
    """Compare in whole numbers, so that Python and the browser can't round differently."""
    reached = [tier for tier in tiers if 100 * met >= tier.least * total]
    higher = tiers[len(reached)] if len(reached) < len(tiers) else None
    tier = reached[-1] if reached else None
    is_between = bool(tier and higher and 100 * met > tier.most * total)
    band = Band(tier, higher if is_between else None) if tier else Band(tiers[0], is_below=True)
    return Reach(
        met=met,
        total=total,
        tier=tier.level if tier else None,
        is_between=is_between,
        following=higher.level if higher else None,
        missing=-(-higher.least * total // 100) - met if higher else 0,
        percent=_percent(met, total, tiers),
        band=band,
    )


def _percent(met: int, total: int, tiers: tuple[Share, ...]) -> str:
    """The share in whole percents, or with a decimal where the whole number would cross the edge of a band."""
    whole = (200 * met + total) // (2 * total)
    crosses = any(
        (100 * met >= tier.least * total) != (whole >= tier.least)
        or (100 * met > tier.most * total) != (whole > tier.most)
        for tier in tiers
    )
    tenths = (2000 * met + total) // (2 * total)
    return f"{tenths // 10}.{tenths % 10}" if crosses else str(whole)


def _sentences(
    overall: Tally, reach: Reach, with_partly: Reach, mandatory: tuple[str, ...]
) -> Iterator[StandingSentence]:
    yield YesCount(reach.met, reach.total, reach.percent, reach.band)
    if mandatory:
        yield MandatoryMissing(mandatory)
    if overall.partly:
        yield WithPartly(overall.partly, with_partly.met, with_partly.total, with_partly.percent, with_partly.band)
    if reach.following:
        yield NextLevel(reach.following, reach.met + reach.missing, reach.missing)
    if overall.unanswered:
        yield NotAnswered(overall.unanswered)


def _resting(not_met: Iterable[Criterion]) -> dict[str, tuple[str, ...]]:
    """For each criterion not met the others that rest on it, directly or through another one, in their order."""
    rests_on = {one.code: [needed.criterion for needed in one.rests_on] for one in not_met}
    found: dict[str, list[str]] = {code: [] for code in rests_on}
    for code in rests_on:
        below, rest = set[str](), [code]
        while rest:
            new = [one for one in rests_on[rest.pop()] if one in rests_on and one not in below]
            below.update(new)
            rest += new
        for needed in below - {code}:
            found[needed].append(code)
    return {code: tuple(others) for code, others in found.items()}


def _in_order(ranked: list[str], resting: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The gaps as ranked, save that each comes right after those it rests on."""
    placed = set[str]()

    def place(code: str) -> Iterator[str]:
        if code in placed:
            return
        placed.add(code)
        for needed in ranked:
            if code in resting[needed]:
                yield from place(needed)
        yield code

    for code in ranked:
        yield from place(code)


def _cities_that_show(criterion: Criterion, place: Place | None, library: Library) -> frozenset[str]:
    """Cities with a write-up that shows the criterion, the place itself left out."""
    practices = library.practices_by_criterion.get(criterion.code, ())
    return frozenset(practice.city for practice in practices) - {place.id if place else ""}


def _is_close(city: str, peers: Mapping[str, Peer]) -> bool:
    return city in peers and peers[city].score >= CLOSE


def _reasons(
    criterion: Criterion, answer: Answer, resting: tuple[str, ...], like: int, shown: int
) -> Iterator[GapReason]:
    """Why a gap stands where it does; where nothing else speaks for it, what was answered."""
    if criterion.mandatory:
        yield IsMandatory()
    if resting:
        yield OthersRestOnIt(resting[:NAMED], max(0, len(resting) - NAMED))
    if like:
        yield ShownBy(like, like_yours=True)
    elif shown:
        yield ShownBy(shown, like_yours=False)
    if not (criterion.mandatory or resting or shown):
        yield Answered(answer)


def _practices(
    code: str, area: Area, place: Place | None, peers: Mapping[str, Peer], library: Library
) -> tuple[tuple[Advice, ...], NoneShowsIt | None]:
    """Practices that show a criterion, or else those of its area, and what to know about them."""
    found = advise(library, place, {Tag(NodeKind.CRITERION, code)}, peers)[:PRACTICES_OF_A_STEP]
    if found:
        return found, None
    own_does = bool(library.practices_by_criterion.get(code))
    found = advise(library, place, {Tag(NodeKind.AREA, area.id)}, peers)[:PRACTICES_OF_A_STEP]
    return found, NoneShowsIt(own_does, are_from_area=bool(found))
