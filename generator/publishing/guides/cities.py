"""A guide for each city of the library: profile, what it has, its peers, and what to look at next."""

from collections.abc import Iterator
from functools import partial

from generator.linking import Links, by_area
from generator.model import Certification, City, Library
from generator.publishing import words
from generator.publishing.guides.guide import Guide, Kind, paper_of
from generator.publishing.guides.parts import Data, Site, city_line, latest_day, practice_line
from generator.publishing.guides.spans import Endnotes, Span, to_spans


def city_guides(library: Library, links: Links, site: Site) -> Iterator[Guide]:
    """Yield the guide of each city."""
    for city in library.cities:
        near = [library.practice_by_id[gap.practice] for gap in links.gaps[city.id]]
        yield Guide(
            kind=Kind.CITY,
            path=f"guides/cities/{city.id}.pdf",
            title=city.label,
            subject=city.id,
            paper=paper_of(city.country),
            day=latest_day((*library.practices_of_city.get(city.id, ()), *near)),
            data=partial(_data, city, library, links, site),
        )


def _data(city: City, library: Library, links: Links, site: Site) -> Data:
    notes = Endnotes()
    practices = library.practices_of_city.get(city.id, ())
    shown = {code for practice in practices for code in practice.criteria}
    return {
        "head": "City guide",
        "page": site.page(city),
        "name": city.name,
        "facts": [
            ("Certification", [city.certification.label]),
            ("Population", [_population(city), *_cited(city.population.sources, city, notes)]),
            ("Government", [_government(city), *_cited(city.government.sources, city, notes)]),
            ("Write-ups here", [str(len(practices))]),
        ],
        "history": [_step(step, city, notes) for step in city.certifications],
        "notes": [to_spans(note) for note in city.notes],
        "practices": [
            {**practice_line(practice, library, site), "summary": to_spans(practice.summary)} for practice in practices
        ],
        "criteria": [
            {
                "area": area.name,
                "codes": [[one.code, one.code in shown] for one in area.criteria],
            }
            for area in library.standard.areas
        ],
        "shown": len(shown),
        "peers": [
            {
                "city": city_line(library.city_by_id[peer.city]),
                "reasons": list(peer.reasons),
                "practices": len(library.practices_of_city.get(peer.city, ())),
                "url": site.url(library.city_by_id[peer.city]),
            }
            for peer in links.peers[city.id]
        ],
        "gaps": [
            {
                "area": area.name,
                "practices": [
                    practice_line(library.practice_by_id[gap.practice], library, site, gap.reasons) for gap in gaps
                ],
            }
            for area, gaps in by_area(links.gaps[city.id], library)
        ],
        "endnotes": notes.data,
    }


def _population(city: City) -> str:
    count = words.people(city).removeprefix("population ")
    return f"{count} ({city.population.year})" if isinstance(city.population.year, int) else count


def _government(city: City) -> str:
    form = city.government.form
    return "not known from our sources" if form == "unknown" else form.replace("-", " and ").capitalize()


def _step(step: Certification, city: City, notes: Endnotes) -> list[Span]:
    said = words.AWARD_WORDS[step.award]
    if step.announced:
        said += f", announced {words.date(step.announced)}"
    if step.inferred:
        said += "; worked out from the sources, not stated outright"
    return [["strong", [step.label]], f" · {said}", *_cited(step.sources, city, notes)]


def _cited(keys: tuple[str, ...], city: City, notes: Endnotes) -> list[Span]:
    return [["cite", [notes.number(city.sources[key]) for key in keys]]] if keys else []
