"""Which city a contributor means, and the profile of one that the library does not have yet."""

from collections.abc import Mapping
from typing import Any

from generator.language.words import fold
from generator.linking import Place, places
from generator.linking.places import places_source
from generator.model import Certification, City, Library
from generator.model.countries import KNOWN_BY_STATE, country_names
from generator.wording import Language

GEONAMES = "geonames"
CERTIFICATION = "certification"
"""Key of the source that tells of the certification."""


def find_city(asked: str, library: Library) -> City | Place | None:
    """Return the city that `asked` names, one of the library or of the list of places; None where none or several are.

    An id, a label (Boulder, CO), a name or another name that people type will do; accents and case do not matter. Its
    country may be named in any language of the library.
    """
    wanted = _with_english_country(fold(asked.strip()), library)
    if not wanted:
        return None
    for city in library.cities:
        if wanted in {city.id, fold(city.label)}:
            return city
    named = [one for one in library.cities if wanted in map(fold, (one.name, *one.other_names))]
    if len(named) == 1:
        return named[0]
    elsewhere = [one for one in places(library) if one.id not in library.city_by_id]
    exact = [one for one in elsewhere if wanted in {one.id, fold(one.label)}]
    alike = [one for one in elsewhere if wanted in {fold(one.name), f"{fold(one.name)}, {fold(one.state)}"}]
    if exact:
        return exact[0]
    return alike[0] if len(alike) == 1 and not named else None


def _with_english_country(label: str, library: Library) -> str:
    """A folded label with the country as our labels name it: "recife, brasil" is "recife, brazil"."""
    name, _, country = label.rpartition(", ")
    spoken = [Language(one.language) for one in library.translations]
    found = (code for code in library.network.countries for one in spoken if fold(one.country(code)) == country)
    code = next(found, "") if name else ""
    return f"{name}, {fold(country_names()[code])}" if code else label


def profile_of(place: Place, certification: Mapping[str, Any], source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of `city.yaml` for a place of the list behind Your city.

    Args:
        place: where it is and how many live there, as far as the list knows.
        certification: `level`, `year` and `award` of the step that is to be entered.
        source: where the certification can be read: title, publisher, url, date.

    """
    location = {"latitude": place.latitude, "longitude": place.longitude, "sources": [GEONAMES]}
    return {
        "name": place.name,
        "state": place.code if place.country in KNOWN_BY_STATE else place.state,
        "country": place.country,
        "region": place.region,
        "population": {"count": place.population or "unknown", "year": "undated", "sources": [GEONAMES]},
        "government": {"form": "unknown"},
        "location": location,
        "certifications": [
            {
                **{one: certification[one] for one in Certification.model_fields if certification.get(one)},
                "sources": [CERTIFICATION],
            }
        ],
        "sources": {GEONAMES: places_source(), CERTIFICATION: dict(source)},
    }
