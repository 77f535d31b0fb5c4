"""The map of certified cities as SVG."""

import json
import math
from functools import cache
from importlib import resources

from markupsafe import Markup, escape

from generator.model import City, Library
from generator.model.city import Location
from generator.publishing.addresses import path_of, url_of
from generator.wording import ENGLISH, Language, counted

WEST, EAST, SOUTH, NORTH = -130.0, -32.0, -56.5, 62.0
"""The part of the world that is drawn, in degrees."""
WIDTH = 640
_SQUEEZE = math.cos(math.radians(25))
"""Shortens degrees of longitude as at 25 degrees from the equator, between the north and south of the cities."""
_SCALE = WIDTH / ((EAST - WEST) * _SQUEEZE)
HEIGHT = round((NORTH - SOUTH) * _SCALE)


def city_map(library: Library, root: str, _: Language = ENGLISH) -> Markup:
    """Return the map: an outline of the Americas and a dot for each city that leads to its page.

    The dots are hidden from assistive technology; the page offers the same cities as a list.
    """
    counts = {city: len(practices) for city, practices in library.practices_of_city.items()}
    cities = sorted(library.cities, key=lambda city: (-counts.get(city.id, 0), city.id))
    dots = "".join(_dot(city, city.location, counts.get(city.id, 0), root, _) for city in cities if city.location)
    return Markup(  # noqa: S704 (dots are escaped, the outline is our own)
        f'<div class="pb-map" aria-hidden="true"><svg viewBox="0 0 {WIDTH} {HEIGHT}" focusable="false">'
        f'<path d="{_outline()}"/></svg>{dots}</div>'
    )


def _dot(city: City, place: Location, count: int, root: str, _: Language) -> str:
    """A link over the map; instant navigation knows no links inside SVG."""
    x, y = _project(place.longitude, place.latitude)
    size = 2 * (4 + 2.2 * math.sqrt(count))
    words = counted(count, "practice", _) if count else _("no practice yet")
    return (
        f'<a href="{root}{url_of(path_of(city))}" tabindex="-1" title="{escape(city.label)}: {escape(words)}"'
        f' class="{"pb-map__some" if count else "pb-map__none"}" style="left:{100 * x / WIDTH:.2f}%;'
        f'top:{100 * y / HEIGHT:.2f}%;width:{100 * size / WIDTH:.2f}%"></a>'
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
