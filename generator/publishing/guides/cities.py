"""A guide for each city of the library: profile, what it has, its peers, and what to look at next."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.linking import Links, Peer, Recommendation, by_area
from generator.model import Area, Certification, City, Library, Network, Practice
from generator.publishing.guides.guide import Guide, GuideKind, paper_of
from generator.publishing.guides.parts import Data, Site, city_line, latest_day, practice_line
from generator.publishing.guides.pictures import line_data
from generator.publishing.guides.spans import Endnotes, Span, to_spans
from generator.publishing.pictures.certified import years_of
from generator.wording import AWARDS, FORMS_OF_GOVERNMENT, Language, certification, people, say


class _Around(NamedTuple):
    """What the guide of a city tells beside the city itself."""

    practices: tuple[Practice, ...]
    """Its own."""
    areas: tuple[Area, ...]
    """Those of the standard."""
    network: Network
    peers: tuple[tuple[Peer, City, int], ...]
    """Each with the number of its write-ups."""
    gaps: tuple[tuple[Area, tuple[tuple[Recommendation, Practice, City], ...]], ...]
    """By area, what its peers do that it has no write-up on."""


def _around(city: City, library: Library, links: Links) -> _Around:
    by_id = library.practice_by_id
    return _Around(
        practices=library.practices_of_city.get(city.id, ()),
        areas=library.standard.areas,
        network=library.network,
        peers=tuple(
            (peer, library.city_by_id[peer.city], len(library.practices_of_city.get(peer.city, ())))
            for peer in links.peers[city.id]
        ),
        gaps=tuple(
            (area, tuple((gap, by_id[gap.practice], library.city_by_id[by_id[gap.practice].city]) for gap in gaps))
            for area, gaps in by_area(links.gaps[city.id], library)
        ),
    )


def city_guides(library: Library, links: Links, site: Site) -> Iterator[Guide]:
    """Yield the guide of each city."""
    years = years_of(library)
    for city in library.cities:
        around = _around(city, library, links)
        near = [practice for _, gaps in around.gaps for _, practice, _ in gaps]
        yield Guide(
            kind=GuideKind.CITY,
            path=f"guides/cities/{city.id}.pdf",
            title=city.label,
            subject=city.id,
            paper=paper_of(city.country, site.language),
            day=latest_day((*around.practices, *near)),
            language=site.language,
            network=library.network,
            data=partial(_data, city, years, around, site),
            made_of=(city, years, around, site),
        )


def _data(city: City, years: tuple[int, int], around: _Around, site: Site) -> Data:
    notes, _ = Endnotes(language=site.language), site.language
    practices, network = around.practices, around.network
    shown = {code for practice in practices for code in practice.criteria}
    return {
        "head": _("City guide"),
        "page": site.page(city),
        "name": city.name,
        "facts": [
            (_("Certification"), [certification(city.certification, network, _)]),
            (_("Population"), [_population(city, _), *_cited(city.population.sources, city, notes)]),
            (_("Government"), [_government(city, _), *_cited(city.government.sources, city, notes)]),
            (_("Write-ups here"), [str(len(practices))]),
        ],
        "line": line_data(city.certifications, years, network, _),
        "history": [_step(step, city, network, notes, _) for step in city.certifications],
        "notes": [to_spans(note) for note in city.notes],
        "practices": [
            {**practice_line(practice, city, network, site), "summary": to_spans(practice.summary)}
            for practice in practices
        ],
        "criteria": [
            {
                "area": area.name,
                "codes": [[one.code, one.code in shown] for one in area.criteria],
            }
            for area in around.areas
        ],
        "shown": len(shown),
        "peers": [
            {
                "city": city_line(other, network, _),
                "reasons": [say(reason, _) for reason in peer.reasons],
                "practices": _.many("%(count)s write-up here", "%(count)s write-ups here", count),
                "url": site.url(other),
            }
            for peer, other, count in around.peers
        ],
        "gaps": [
            {
                "area": area.name,
                "practices": [
                    practice_line(practice, other, network, site, [say(reason, _) for reason in gap.reasons])
                    for gap, practice, other in gaps
                ],
            }
            for area, gaps in around.gaps
        ],
        "endnotes": notes.data,
    }


def _population(city: City, _: Language) -> str:
    count = _("not known") if city.population.count == "unknown" else people(city, _)
    return f"{count} ({city.population.year})" if isinstance(city.population.year, int) else count


def _government(city: City, _: Language) -> str:
    return _(FORMS_OF_GOVERNMENT[city.government.form])


def _step(step: Certification, city: City, network: Network, notes: Endnotes, _: Language) -> list[Span]:
    said = _(AWARDS[step.award])
    if step.announced:
        said += _(", announced %(day)s", day=_.date(step.announced))
    if step.inferred:
        said += _("; worked out from the sources, not stated outright")
    return [["strong", [certification(step, network, _)]], f" · {said}", *_cited(step.sources, city, notes)]


def _cited(keys: tuple[str, ...], city: City, notes: Endnotes) -> list[Span]:
    return [["cite", [notes.number(city.sources[key]) for key in keys]]] if keys else []
