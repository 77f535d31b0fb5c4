"""Make `outlines.json` anew: `python make_outlines.py countries-110m.json`, the file of the npm package world-atlas.

Outlines of the countries of the world by Natural Earth (1:110m, public domain, https://www.naturalearthdata.com), which
world-atlas carries as TopoJSON (https://github.com/topojson/topojson-specification): lines that two countries share
stand there once, as steps on a grid. Here each outline is a ring of degrees.
"""

import json
import sys
from pathlib import Path

SOURCE = "Natural Earth 1:110m countries, public domain, by way of world-atlas 2.0.2"
DECIMALS = 1


def main(source: Path) -> None:
    """Write the outlines beside this file."""
    world = json.loads(source.read_text(encoding="utf-8"))
    lines = [_line(arc, world["transform"]) for arc in world["arcs"]]
    rings = [
        _ring(numbers, lines)
        for country in world["objects"]["countries"]["geometries"]
        for polygon in (country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]])
        for numbers in polygon[:1]  # the others are holes: a country inside, which has an outline of its own
    ]
    text = json.dumps({"source": SOURCE, "outlines": rings}, separators=(",", ":"))
    Path(__file__).with_name("outlines.json").write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(rings)} outlines\n")


def _line(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """A line in degrees; each step is told from where the last one ended."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for right, up in arc:
        x, y = x + right, y + up
        points.append((x * wide + west, y * high + south))
    return points


def _ring(numbers: list[int], lines: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Lines end to end; a negative number is one that runs backwards. Beyond the date line degrees go on: 181."""
    ring: list[tuple[float, float]] = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        for longitude, latitude in line[1:] if ring else line:
            turns = round((ring[-1][0] - longitude) / 360) if ring else 0
            ring.append((longitude + 360 * turns, latitude))
    return [(round(longitude, DECIMALS), round(latitude, DECIMALS)) for longitude, latitude in ring]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
