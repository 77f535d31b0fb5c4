"""What several guides print in the same way: results, evidence, practices in a line, and the way back to the site."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import segno

from generator.model import (
    AdviceKind,
    AdvicePiece,
    City,
    Criterion,
    EvidenceLevel,
    Library,
    Network,
    Practice,
    Result,
    Source,
    Subject,
    effect_of,
    lead_of,
)
from generator.publishing.addresses import path_of, url_of
from generator.publishing.guides.spans import Endnotes, Span
from generator.publishing.pictures.courses import Course, before_and_after
from generator.publishing.tiles import headline_of, tile_of
from generator.wording import ENGLISH, Language, certification, people
from generator.wording.things import ADVICE_KINDS

Data = dict[str, Any]
FIRST_DAY = "2020-01-01"
"""Date of a guide in which nothing has a date."""


@dataclass(frozen=True)
class Site:
    """Where the site is published, and in which language; guides that don't know where print no way back."""

    root: str
    language: Language = ENGLISH

    def url(self, subject: Subject | str) -> str:
        """Return the address of a page, or nothing."""
        path = subject if isinstance(subject, str) else url_of(path_of(subject))
        return f"{self.root.rstrip('/')}/{path}" if self.root else ""

    def page(self, subject: Subject | str) -> Data:
        """Return the address of a page, its short form, and a QR code of it as SVG."""
        url = self.url(subject)
        return {"url": url, "short": url.partition("://")[2].rstrip("/"), "qr": _qr(url) if url else ""}


_MASK = 2
"""Mask of QR codes (ISO/IEC 18004, 7.8), the one that is most often the evenest for addresses of pages."""


@lru_cache(maxsize=1_024)
def _qr(url: str) -> str:
    out = io.BytesIO()
    # Readers take any of the eight masks; trying them all for the evenest would be a tenth of the printing.
    segno.make(url, error="m", micro=False, mask=_MASK).save(out, kind="svg", border=0, xmldecl=False, svgns=True)
    return out.getvalue().decode()


def evidence_data(level: EvidenceLevel, _: Language) -> Data:
    """Return a level of evidence: its steps on the meter and its word."""
    return {"strength": level.strength, "label": _(level.label)}


def tile_data(result: Result, notes: Endnotes, sources: Mapping[str, Source], _: Language) -> Data:
    """Return a measured result as a tile, with its chart in percent of the full length or height, and in words."""
    tile = tile_of(result, _)
    if tile is None:
        raise ValueError("an account has no figure")
    course = before_and_after(result, _)
    return {
        "figure": tile.figure,
        "against": tile.against,
        "metric": result.metric or "",
        "basis": tile.basis,
        "bars": tile.bars,
        "course": course_data(course, _) if course else None,
        "chart": f"{result.metric}: {tile.figure} {tile.against}".strip(),
        "marks": _marks(notes.spans(result.text, sources)),
    }


def _marks(spans: Iterable[Span]) -> list[Span]:
    """All citations of a text as one, each source named once."""
    numbers = dict.fromkeys(number for span in spans if span[0] == "cite" for number in span[1])
    return [["cite", list(numbers)]] if numbers else []


def course_data(course: Course, _: Language) -> Data:
    """Return a course: its points in percent, and the whole in words."""
    return {
        "metric": course.metric,
        "said": course.said(_),
        "points": [[point.x, point.height, point.when, point.figure] for point in course.points],
    }


def practice_line(practice: Practice, city: City, network: Network, site: Site, reasons: Iterable[str] = ()) -> Data:
    """Return a practice as guides list it: title, city, what came of it, evidence, address, and why it is listed."""
    effect, lead = effect_of(practice), lead_of(practice)
    return {
        "title": practice.title,
        "city": city_line(city, network, site.language),
        "headline": headline_of(lead, site.language) if lead else "",
        "effect": {"mark": str(effect), "label": site.language(effect.label)},
        "cost-known": practice.cost is not None,
        "evidence": evidence_data(practice.evidence.level, site.language),
        "url": site.url(practice),
        "reasons": list(reasons),
    }


def city_line(city: City, network: Network, _: Language) -> str:
    """Return a city with its size and level: "Louisville, KY · 633,045 people · Gold 2019"."""
    return " · ".join((city.label, people(city, _), certification(city.certification, network, _)))


def criterion_data(criterion: Criterion, notes: Endnotes, library: Library) -> Data:
    """Return a criterion with all that a city needs to check itself, and the cities whose write-ups show it."""
    sources = library.standard.sources
    shown = library.practices_by_criterion.get(criterion.code, ())
    return {
        "code": criterion.code,
        "name": criterion.name,
        "mandatory": criterion.mandatory,
        "question": criterion.question,
        "asks": notes.spans(criterion.asks, sources),
        "checks": list(criterion.checks),
        "rests": [[rest.criterion, notes.spans(rest.because, sources)] for rest in criterion.rests_on],
        "cities": [library.city_by_id[one].label for one in dict.fromkeys(each.city for each in shown)],
        "practices": len(shown),
    }


def advice_data(piece: AdvicePiece, notes: Endnotes, library: Library, _: Language) -> Data:
    """Return a piece of advice: its kind in words, whether it can be done, for whom it is, who gives it, its text."""
    return {
        "to-do": piece.kind in _TO_DO,
        "kind": _(ADVICE_KINDS[piece.kind]),
        "audience": piece.audience,
        "voice": piece.voice,
        "text": notes.spans(piece.text, library.advice.sources),
    }


_TO_DO = {AdviceKind.STEP, AdviceKind.QUICK_WIN, AdviceKind.TEAM, AdviceKind.SMALL_CITY}


def latest_day(practices: Iterable[Practice]) -> str:
    """Return the last day on which one of the practices changed (ISO 8601)."""
    return max((practice.updated for practice in practices), default=FIRST_DAY)
