"""Facets: what the results of a search can be narrowed down by, and what they can be sorted by."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from generator.language.words import fold
from generator.model import UNKNOWN_LEVEL, CheckedAgainst, City, EvidenceLevel, Library, Practice, Status
from generator.wording import ENGLISH, Language, marked
from generator.wording.things import STATUSES

SIZES = (
    (100_000, "under-100k", marked("Under 100,000")),
    (250_000, "100k-250k", marked("100,000 to 250,000")),
    (500_000, "250k-500k", marked("250,000 to 500,000")),
    (1_000_000, "500k-1m", marked("500,000 to 1 million")),
    (float("inf"), "over-1m", marked("Over 1 million")),
)
"""Bands of population: upper bound, id, name."""
UNKNOWN = ("unknown", marked("Not known"))
NOT_CHECKED = ("not-yet", marked("Not checked yet"))


class Facet(NamedTuple):
    """One facet: its values in the order in which they are shown, and those of each practice."""

    id: str
    name: str
    values: tuple[tuple[str, str], ...]
    """Id and name of each value that any practice has."""
    of_practice: tuple[tuple[int, ...], ...]
    """For each practice the places of its values in `values`."""


def facets_of(library: Library, _: Language = ENGLISH) -> tuple[Facet, ...]:
    """Return all facets of the library's practices."""

    def facet(
        identity: str, name: str, values: Iterable[tuple[str, str]], of: Callable[[Practice], Iterable[str]]
    ) -> Facet:
        held = [tuple(of(practice)) for practice in library.practices]
        used = {value for one in held for value in one}
        shown = tuple((value, label) for value, label in values if value in used)
        place = {value: number for number, (value, _) in enumerate(shown)}
        return Facet(identity, _(name), shown, tuple(tuple(place[value] for value in one) for one in held))

    def city(of: Callable[[City], str]) -> Callable[[Practice], Iterable[str]]:
        return lambda practice: (of(library.city_by_id[practice.city]),)

    def yes(holds: Callable[[Practice], object]) -> Callable[[Practice], Iterable[str]]:
        return lambda practice: ("yes",) if holds(practice) else ()

    unknown = (UNKNOWN[0], _(UNKNOWN[1]))
    decades = sorted({_decade(practice) for practice in library.practices} - {UNKNOWN[0]}, reverse=True)
    countries = sorted((_.country(code), code) for code in {one.country for one in library.cities})
    regions = sorted(
        ((library.network.region_by_id[one].name, one) for one in {one.region for one in library.cities}),
        key=lambda one: fold(one[0]),
    )
    return (
        facet("topic", marked("Topic"), _named(library.topics), lambda practice: practice.topics),
        facet("method", marked("Kind of answer"), _named(library.methods), lambda practice: practice.methods),
        facet(
            "evidence",
            marked("Evidence"),
            ((str(level), _(level.label)) for level in EvidenceLevel),
            lambda practice: (str(practice.evidence.level),),
        ),
        facet("size", marked("City size"), [*((band, _(name)) for _limit, band, name in SIZES), unknown], city(_size)),
        facet("country", marked("Country"), ((code, name) for name, code in countries), city(lambda one: one.country)),
        facet("region", marked("Region"), ((region, name) for name, region in regions), city(lambda one: one.region)),
        facet(
            "level",
            marked("Certification"),
            [
                *((level.id, level.name) for level in reversed(library.network.levels)),
                (UNKNOWN_LEVEL, _("Level not known")),
            ],
            city(lambda one: one.certification.level),
        ),
        facet("area", marked("Practice area"), _named(library.standard.areas), lambda practice: practice.areas),
        facet(
            "started",
            marked("Started"),
            [*((decade, _("%(decade)ss", decade=decade[:-1])) for decade in decades), unknown],
            lambda one: (_decade(one),),
        ),
        facet(
            "status",
            marked("Status"),
            [*((str(status), _(STATUSES[status]).capitalize()) for status in Status if status != "unknown"), unknown],
            lambda practice: (str(practice.status),),
        ),
        facet(
            "checked",
            marked("Checked"),
            [*((str(one), _(one.label)) for one in CheckedAgainst), (NOT_CHECKED[0], _(NOT_CHECKED[1]))],
            lambda practice: (str(practice.checked.against) if practice.checked else NOT_CHECKED[0],),
        ),
        facet("cost", marked("Cost"), [("yes", _("Cost is known"))], yes(lambda practice: practice.cost)),
        facet("reused", marked("Reuse"), [("yes", _("Reused elsewhere"))], yes(lambda practice: practice.adopted_by)),
    )


def _named(entries: Iterable[Any]) -> list[tuple[str, str]]:
    return sorted(((entry.id, entry.name) for entry in entries), key=lambda one: fold(one[1]))


def _decade(practice: Practice) -> str:
    return UNKNOWN[0] if practice.started == "unknown" else f"{practice.started // 10 * 10}s"


def _size(city: City) -> str:
    count = city.population.count
    return UNKNOWN[0] if count == "unknown" else next(band for limit, band, _ in SIZES if count < limit)
