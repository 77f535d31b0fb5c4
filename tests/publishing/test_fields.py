"""What was collected is shown: every field of the models is read by publishing."""

import json
from itertools import islice
from pathlib import Path

import pytest

from generator import model
from generator.linking import link
from generator.model import Library, Network, Value
from generator.publishing import make_pages
from generator.publishing.assets import make_assets
from generator.publishing.guides import Site, make_guides
from generator.publishing.pages.practice import practice_pages
from generator.publishing.template import Templates
from generator.wording import Language, in_language
from tests.conftest import FULL

SHARE = 1 if FULL else 8
"""Of so many write-ups one is published, each night every one: to see to each reading takes a while."""


def models_below(cls: type[Value]) -> set[type[Value]]:
    found = {cls}
    for sub in cls.__subclasses__():
        found |= models_below(sub)
    return found


def test_every_field_of_the_models_is_read_by_publishing(
    real_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network.model_validate(real_library.network.model_dump())  # which nothing has been asked of yet
    some = real_library.practices[::SHARE]
    whole = {name: getattr(real_library, name) for name in Library.model_fields}
    library = Library.model_validate({**whole, "network": network, "practices": some})
    links = link(library)
    read: set[tuple[str, str]] = set()
    plain = Value.__getattribute__

    def reading(self: Value, name: str) -> object:
        read.add((type(self).__name__, name))
        return plain(self, name)

    monkeypatch.setattr(Value, "__getattribute__", reading, raising=False)
    pages = tuple(make_pages(library, links))
    translated, language = in_language(library, "es", Language("es-419"))
    in_spanish = Templates(translated, links, None, language=language)
    chosen = [page for number, page in enumerate(pages) if page.is_guide or number % 5 == 0]
    bodies = [page.body for page in (*chosen, *islice(practice_pages(in_spanish), 3))]
    assets = [asset.read() for asset in make_assets(library, links, pages, Path("none"))]
    guides = [json.loads(guide.content) for guide in make_guides(library, links, Site(""))[::12]]
    monkeypatch.undo()
    assert all(bodies)
    assert assets
    assert guides
    held = {name for name, _ in read}
    unread = {
        (cls.__name__, field)
        for cls in models_below(Value)
        if cls.__module__.startswith(model.__name__) and cls.__name__ in held
        for field in cls.model_fields
        if (cls.__name__, field) not in read
    }
    assert unread == set()
