"""The map of certified cities as SVG, with a mark for each city: its size is that of the city, its form the level."""

import json
import math
from functools import cache
from importlib import resources

from markupsafe import Markup, escape

from generator.model import City, Library
from generator.model.city import Location
from generator.publishing.addresses import path_of, url_of
from generator.wording import ENGLISH, Language, certification, counted, people

WEST, EAST, SOUTH, NORTH = -130.0, -32.0, -56.5, 62.0
"""The part of the world that is drawn, in degrees."""
WIDTH = 640
_SQUEEZE = math.cos(math.radians(25))
"""Shortens degrees of longitude as at 25 degrees from the equator, between the north and south of the cities."""
_SCALE = WIDTH / ((EAST - WEST) * _SQUEEZE)
HEIGHT = round((NORTH - SOUTH) * _SCALE)
SMALLEST, LARGEST = 9.0, 32.0
"""Width of the marks of a hamlet and of the largest city, in pixels of the view box; areas grow with the population."""


def city_map(library: Library, root: str, _: Language = ENGLISH) -> Markup:
    """Return the map: an outline of the Americas and a mark for each city that leads to its page and names it.

    Without a script the marks are hidden from assistive technology, and the page offers the same cities as a list;
    `docs/assets/pictures/map.js` lets one go from city to city by keyboard.
    """
    counts = {city: len(practices) for city, practices in library.practices_of_city.items()}
    cities = sorted(library.cities, key=lambda city: (-_people(city), city.id))
    most = max(map(_people, cities), default=0) or 1
    marks = "".join(
        _mark(city, city.location, _share(city, most), counts.get(city.id, 0), root, _)
        for city in cities
        if city.location
    )
    label = escape(_("Map of certified cities. Arrow keys move from city to city, Enter opens its page."))
    return Markup(  # noqa: S704 (marks are escaped, the outline is our own)
        f'<div class="pb-map" aria-hidden="true" data-label="{label}">'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
        f'<path d="{_outline()}"/></svg>{marks}</div>'
    )


def _people(city: City) -> int:
    return 0 if city.population.count == "unknown" else city.population.count


def _share(city: City, most: int) -> float:
    """How wide the mark of a city is, from 0 to 1."""
    return math.sqrt(_people(city) / most)


def _mark(city: City, place: Location, share: float, count: int, root: str, _: Language) -> str:
    """A link over the map; instant navigation knows no links inside SVG. Smaller cities lie above larger ones."""
    x, y = _project(place.longitude, place.latitude)
    practices = counted(count, "practice", _) if count else _("no practice yet")
    name = " · ".join((city.label, people(city, _), certification(city.certification, _), practices))
    width = SMALLEST + (LARGEST - SMALLEST) * share
    return (
        f'<a href="{root}{url_of(path_of(city))}" tabindex="-1" aria-label="{escape(name)}"'
        f' data-level="{city.certification.level}"{" data-right" if x > WIDTH / 2 else ""}'
        f' style="left:{100 * x / WIDTH:.2f}%;top:{100 * y / HEIGHT:.2f}%;width:{100 * width / WIDTH:.2f}%"></a>'
    )


def _project(longitude: float, latitude: float) -> tuple[float, float]:
    """Equirectangular projection, in pixels of the view box."""
    return (longitude - WEST) * _SQUEEZE * _SCALE, (NORTH - latitude) * _SCALE


@cache
def _outline() -> str:
    data = resources.files("generator.publishing").joinpath("data/americas.json").read_text(encoding="utf-8")
    rings = json.loads(data)["outlines"]
    paths = []
    for ring in rings:
        points = [_project(longitude, latitude) for longitude, latitude in ring]
        paths.append("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z")
    return "".join(paths)
