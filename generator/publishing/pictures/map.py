"""The map of certified cities as SVG, with a mark for each city: its size is that of the city, its form the level."""

import json
import math
from functools import cache
from importlib import resources
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.model import City, Library, MapBounds, Network
from generator.model.city import Location
from generator.publishing.addresses import path_of, url_of
from generator.wording import ENGLISH, Language, certification, counted, people

WIDTH = 640
SMALLEST, LARGEST = 9.0, 32.0
"""Width of the marks of a hamlet and of the largest city, in pixels of the view box; areas grow with the population."""


class _Place(NamedTuple):
    """Where something stands on the map, from 0 to 1."""

    across: float
    down: float


def city_map(library: Library, root: str, _: Language = ENGLISH) -> Markup:
    """Return the map: outlines of the countries and a mark for each city that leads to its page and names it.

    Without a script the marks are hidden from assistive technology, and the page offers the same cities as a list;
    `docs/assets/pictures/map.js` lets one go from city to city by keyboard.
    """
    counts = {city: len(practices) for city, practices in library.practices_of_city.items()}
    cities = sorted(library.cities, key=lambda city: (-_people(city), city.id))
    most = max(map(_people, cities), default=0) or 1
    world = _Projection(library.network.map)
    marks = "".join(
        _mark(city, world.place(city.location), library.network, _share(city, most), counts.get(city.id, 0), root, _)
        for city in cities
        if city.location
    )
    label = escape(_("Map of certified cities. Arrow keys move from city to city, Enter opens its page."))
    return Markup(  # noqa: S704 (marks are escaped, the outline is our own)
        f'<div class="pb-map" aria-hidden="true" data-label="{label}">'
        f'<svg viewBox="0 0 {WIDTH} {world.height}" aria-hidden="true" focusable="false">'
        f'<path d="{_outlines(library.network.map)}"/></svg>{marks}</div>'
    )


def _people(city: City) -> int:
    return 0 if city.population.count == "unknown" else city.population.count


def _share(city: City, most: int) -> float:
    """How wide the mark of a city is, from 0 to 1."""
    return math.sqrt(_people(city) / most)


def _mark(city: City, place: _Place, network: Network, share: float, count: int, root: str, _: Language) -> str:
    """A link over the map; instant navigation knows no links inside SVG. Smaller cities lie above larger ones."""
    practices = counted(count, "practice", _) if count else _("no practice yet")
    name = " · ".join((city.label, people(city, _), certification(city.certification, network, _), practices))
    width = SMALLEST + (LARGEST - SMALLEST) * share
    return (
        f'<a href="{root}{url_of(path_of(city))}" tabindex="-1" aria-label="{escape(name)}"'
        f' data-mark="{network.mark_of(city.certification.level)}"{" data-right" if place.across > 0.5 else ""}'
        f' style="left:{100 * place.across:.2f}%;top:{100 * place.down:.2f}%;width:{100 * width / WIDTH:.2f}%"></a>'
    )


class _Projection:
    """Equirectangular, in pixels of the view box; degrees of longitude are as short as at the latitude of the map."""

    def __init__(self, bounds: MapBounds) -> None:
        self._bounds, self._squeeze = bounds, math.cos(math.radians(bounds.true_at))
        self._scale = WIDTH / ((bounds.east - bounds.west) * self._squeeze)
        self.height = round((bounds.north - bounds.south) * self._scale)

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place stands."""
        x = (longitude - self._bounds.west) * self._squeeze * self._scale
        return x, (self._bounds.north - latitude) * self._scale

    def place(self, location: Location) -> _Place:
        """Return where a city stands."""
        x, y = self.point(location.longitude, location.latitude)
        return _Place(x / WIDTH, y / self.height)


@cache
def _outlines(bounds: MapBounds) -> str:
    """The outlines of all that lies within the bounds or reaches into them; the view box cuts off the rest."""
    data = resources.files("generator.publishing").joinpath("data/outlines.json").read_text(encoding="utf-8")
    world, paths = _Projection(bounds), []
    for ring in json.loads(data)["outlines"]:
        longitudes, latitudes = zip(*ring, strict=True)
        is_beside = min(longitudes) > bounds.east or max(longitudes) < bounds.west
        if not is_beside and min(latitudes) <= bounds.north and max(latitudes) >= bounds.south:
            points = (world.point(longitude, latitude) for longitude, latitude in ring)
            paths.append("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z")
    return "".join(paths)
