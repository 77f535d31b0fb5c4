"""What the page "Your city" computes with in the reader's browser: places, certified cities, tags of practices."""

import hashlib
from collections.abc import Iterator
from typing import Any

from generator.language.names import inside
from generator.linking import advice
from generator.linking import city_features as cities
from generator.linking.places import LIKE_SIZE, PLACE, SAME_COUNTRY, SIZE, Place, places
from generator.linking.ranking import DECIMALS
from generator.linking.tags import tag_names, tags_of
from generator.model import EvidenceLevel, Library
from generator.publishing.packed import deflated, in_json
from generator.publishing.page import Asset
from generator.wording import ENGLISH, Language

FOLDER = "your-city"
FORMAT = 1
"""Of the data. A script that knows another one asks for a reload instead of reading rows in another order."""


def your_city_files(library: Library, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield the data of the page, deflated JSON that `docs/assets/your-city/` reads.

    `index.json` names the folder of the data. The folder is named after what it holds, so that no browser takes what it
    kept from an earlier build for that of this one.
    """
    packed = deflated(in_json(places_data(library, _)))
    folder = hashlib.sha256(packed).hexdigest()[:12]
    yield Asset(f"{FOLDER}/index.json", in_json({"format": FORMAT, "folder": folder}))
    yield Asset(f"{FOLDER}/{folder}/data.bin", packed)


def places_data(library: Library, _: Language = ENGLISH) -> dict[str, Any]:
    """Return everything that `generator.linking.places` and `.advice` use: the numbers, and rows of what they rank."""
    row_of = {city.id: row for row, city in enumerate(library.cities)}
    all_places = places(library)
    of_id = {place.id: place for place in all_places}
    return {
        "size": SIZE,
        "near": PLACE,
        "reach": cities.SIZE_REACH,
        "sameCountry": SAME_COUNTRY,
        "sameRegion": cities.SAME_REGION,
        "likeSize": LIKE_SIZE,
        "peer": advice.PEER,
        "evidence": advice.EVIDENCE,
        "fit": advice.FIT,
        "strongest": advice.STRONGEST,
        "strong": advice.STRONG,
        "close": advice.CLOSE,
        "mostOfACity": advice.MOST_OF_A_CITY,
        "decimals": DECIMALS,
        "countries": {code: _.country(code) for code in library.network.countries},
        "regions": {one.id: (one.name, one.short or one.name) for one in library.network.regions},
        "divided": [code for code in library.network.countries if library.network.is_divided(code)],
        "territory": library.network.territory,
        "leastPeople": library.network.least_people,
        "levels": {level.strength: inside(_(level.label)) for level in EvidenceLevel},
        "tags": {tag.node: inside(name) for tag, name in tag_names(library).items()},
        "cities": [_row(of_id[city.id]) for city in library.cities],
        "practices": [
            (
                practice.id,
                row_of[practice.city],
                sorted(tag.node for tag in tags_of(practice)),
                practice.evidence.level.strength,
                [adoption.city for adoption in practice.adopted_by if adoption.city],
            )
            for practice in library.practices
        ],
        "places": [_row(place) for place in all_places if place.id not in row_of],
    }


def _row(place: Place) -> tuple[str, str, str, str, int, str, str]:
    others = "|".join(place.others)
    return place.id, place.label, place.country, place.region, place.population, place.state, others
