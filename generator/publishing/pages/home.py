"""Home, the search, and the list of all practices."""

from collections import Counter
from collections.abc import Iterator

from generator.finding.entries import sort_keys
from generator.model import EvidenceLevel, Library, Practice, ResultKind
from generator.publishing.page import Page
from generator.publishing.pictures.map import city_map
from generator.publishing.template import Templates
from generator.publishing.tiles import Tile, tile_of
from generator.wording import Language, marked

TRIES = (marked("ambulances come too late"), marked("people sleeping in parks"), marked("contractors paid late"))
"""Questions as they come up on a desk, offered under the search box."""
SHOWN = 6
"""Cards in each row of the home page."""


def home_pages(templates: Templates) -> Iterator[Page]:
    """Yield the home page, the search, and all practices as a table."""
    library, _ = templates.library, templates.language
    yield templates.page(
        "home.md.jinja",
        "index.md",
        _("What did a city like yours do about it?"),
        _("What certified cities did, whether it worked, how well that was measured, and what nobody knows yet."),
        is_guide=False,
        tries=[_(one) for one in TRIES],
        by_country=_by_country(library, _),
        more=lambda: {
            "compared": _compared(library),
            "results": sum(len(practice.results) for practice in library.practices),
            "sources": library.source_count,
            "best": _best(_by_level(library), _),
            "newest": _newest(library),
            "city_map": city_map(library, "", _),
        },
        levels=list(reversed(library.network.level_ids)),
        organizations=_.either(library.network.organizations),
    )
    yield templates.page(
        "find.md.jinja",
        "find/index.md",
        _("Find a practice"),
        _("Search all practices in your own words, and narrow them down by topic, evidence, city size and more."),
        is_guide=False,
        first=_strongest(library),
    )
    yield templates.moved("practices/index.md", "find/", _("Find a practice"))
    yield templates.page(
        "practices-table.md.jinja",
        "practices/table.md",
        _("Practices as a table"),
        _("All practices in a table that sorts by city, size, evidence and year."),
    )


def _compared(library: Library) -> int:
    return sum(bool(result.comparison_group) for practice in library.practices for result in practice.results)


def _by_country(library: Library, _: Language) -> list[tuple[str, int, int]]:
    """Each country with its number of cities and of practices, most cities first."""
    cities = Counter(_.country(city.country) for city in library.cities)
    practices = Counter(
        _.country(country) for country in (library.city_by_id[practice.city].country for practice in library.practices)
    )
    return [(name, count, practices[name]) for name, count in sorted(cities.items(), key=lambda one: (-one[1], one[0]))]


def _by_level(library: Library) -> list[tuple[EvidenceLevel, list[Practice]]]:
    """Practices under each level that has any, strongest level first."""
    groups = [
        (level, [practice for practice in library.practices if practice.evidence.level is level])
        for level in EvidenceLevel
    ]
    return [(level, practices) for level, practices in groups if practices]


def _best(groups: list[tuple[EvidenceLevel, list[Practice]]], _: Language) -> list[tuple[Practice, Tile, str]]:
    """Practices whose results were measured best: of the strongest level, with both figures of a comparison first.

    No city twice; one whose test found no effect closes the row, because that is a result too.
    """
    shown: list[tuple[Practice, Tile, str]] = []
    null: list[tuple[Practice, Tile, str]] = []
    taken: set[str] = set()
    for _level, practices in groups:
        ranked = [(practice, *lead) for practice in practices if (lead := _lead(practice, _))]
        for practice, tile, metric in sorted(ranked, key=lambda one: (not one[1].bars, one[0].id)):
            row, most = (null, 1) if tile.kind is ResultKind.NO_EFFECT else (shown, SHOWN)
            if practice.city not in taken and len(row) < most:
                row.append((practice, tile, metric))
                taken.add(practice.city)
        if len(shown) + len(null) >= SHOWN:
            break
    return [*shown[: SHOWN - len(null)], *null]


def _lead(practice: Practice, _: Language) -> tuple[Tile, str] | None:
    """The tile and the measure of the first result, where that is a figure or a tested absence of effect."""
    first = next(iter(practice.measured_results), None)
    tile = tile_of(first, _) if first else None
    if not first or not tile:
        return None
    is_figure = tile.kind is ResultKind.NO_EFFECT or any(sign.isdigit() for sign in tile.figure)
    return (tile, first.metric or "") if is_figure else None


def _newest(library: Library) -> list[Practice]:
    """Practices that started last, no city twice."""
    dated = [practice for practice in library.practices if practice.started != "unknown"]
    newest: dict[str, Practice] = {}
    for practice in sorted(dated, key=lambda one: (-int(one.started), one.id)):
        newest.setdefault(practice.city, practice)
    return list(newest.values())[:SHOWN]


FIRST_ON_FIND = 10
"""As many as `PAGE` of docs/assets/search/find.js, which puts the same ones in their place."""


def _strongest(library: Library) -> list[Practice]:
    """What the page Find shows before anything is asked."""
    keys = sort_keys(library)["evidence"]
    rows = sorted(range(len(keys)), key=lambda row: -keys[row])
    return [library.practices[row] for row in rows[:FIRST_ON_FIND]]
