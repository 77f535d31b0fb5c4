"""What the form fetches: its data, where places lie, and each write-up and city as it can be mended."""

import hashlib
from collections.abc import Iterator
from typing import Any

from generator.linking.places import places
from generator.model import Library
from generator.publishing.contribute.form_data import FORMAT, form_data
from generator.publishing.packed import deflated, in_json
from generator.publishing.page import Asset
from generator.wording import Language

FOLDER = "contribute/data"
CITY = "city"
"""The name under which a city stands among its write-ups; no write-up can have it, as its file has it too."""


def contribute_files(library: Library, language: Language) -> Iterator[Asset]:
    """Yield the data of the form, deflated JSON in a folder named after what it holds, and one file a write-up.

    `index.json` names the folder, as with the data of the page "Your city".
    """
    form, placed = _packed(form_data(library, language)), _packed(where_places_lie(library))
    folder = hashlib.sha256(form + placed).hexdigest()[:12]
    yield Asset(f"{FOLDER}/index.json", in_json({"format": FORMAT, "folder": folder}))
    yield Asset(f"{FOLDER}/{folder}/form.bin", form)
    yield Asset(f"{FOLDER}/{folder}/places.bin", placed)
    for practice in library.practices:
        data = practice.model_dump(mode="json", exclude_unset=True, exclude={"id", "city"})
        yield Asset(f"{FOLDER}/write-ups/{practice.id}.json", in_json(data))
    for city in library.cities:
        profile = city.model_dump(mode="json", exclude_unset=True, exclude={"id"})
        practices = [(one.id, one.title) for one in library.practices_of_city.get(city.id, ())]
        yield Asset(f"{FOLDER}/write-ups/{city.id}/{CITY}.json", in_json({"profile": profile, "practices": practices}))


def where_places_lie(library: Library) -> dict[str, tuple[str, str, float, float]]:
    """Return name, code of the state (in the US), latitude and longitude of places without a city of ours, by id."""
    held = library.city_by_id
    return {one.id: (one.name, one.code, one.latitude, one.longitude) for one in places(library) if one.id not in held}


def _packed(data: Any) -> bytes:
    return deflated(in_json(data))
