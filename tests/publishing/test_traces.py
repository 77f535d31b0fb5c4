import datetime
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import pytest

from generator.model import Library, Untranslated, Worded
from generator.publishing.digests import Digests
from generator.publishing.traces import Look, Now, looking, remembered, watched, watched_mapping
from generator.wording import ENGLISH, Language, read_language
from tests.conftest import ROOT


def test_what_is_looked_at_is_written_down_with_what_was_there(small_library: Library) -> None:
    seen = watched(small_library, "library")
    with looking() as looks:
        assert seen.practice_by_id["boulder-co/nurses"].title.startswith("Boulder")
        assert seen.practices_of_city.get("nowhere", ()) == ()
        assert "salem-or" in seen.city_by_id
        assert len(seen.topics) == 2
    assert seen.cities == small_library.cities, "nobody listens"
    assert looks == {
        Look("library", "practice_by_id", "boulder-co/nurses"): small_library.practice_by_id["boulder-co/nurses"],
        Look("library", "practices_of_city", "nowhere"): None,
        Look("library", "city_by_id", "salem-or"): small_library.city_by_id["salem-or"],
        Look("library", "topics"): small_library.topics,
    }


def test_a_look_finds_another_digest_once_what_was_there_has_changed(small_library: Library) -> None:
    seen = watched(small_library, "library")
    words = watched_mapping({"sweeping": "barrido"}, "words")
    with looking() as looks:
        assert seen.practice_by_id["boulder-co/nurses"]
        assert seen.practice_by_id["salem-or/sweeping"]
        assert seen.practices_by_topic.get("none") is None
        assert sum(1 for _ in seen.practices_by_area) == len(small_library.practices_by_area)
        assert words
        assert words["sweeping"] == "barrido"
    before = Now({"library": small_library, "words": {"sweeping": "barrido"}})
    digests = before.digests(looks)
    assert all(before.digest_at(look) == digest for look, digest in digests.items())
    nurses, sweeping = small_library.practices
    other = small_library.model_copy(update={"practices": (nurses.model_copy(update={"title": "Other"}), sweeping)})
    other = Library.model_construct(**dict(other))  # without what the first has found out about itself
    after = Now({"library": other, "words": {"sweeping": "limpieza"}})
    changed = {look for look, digest in digests.items() if after.digest_at(look) != digest}
    assert changed == {
        Look("library", "practice_by_id", "boulder-co/nurses"),
        Look("library", "practices_by_area"),
        Look("words", "", "sweeping"),
    }
    assert Now({"words": {}}).digest_at(Look("library", "topics")) is None


@dataclass
class _Told:
    digested: tuple[str, ...]


@dataclass
class _Bare:
    """Without a field."""


def _named(name: str) -> str:
    return name


def test_a_digest_changes_with_anything_in_a_value(small_library: Library) -> None:
    practice = small_library.practices[0]

    def put(title: str) -> Any:
        return type(practice).model_construct(**{**dict(practice), "title": title})

    title = practice.title
    values = [
        practice,
        put(Worded(title, "another original")),
        put(Untranslated(title, "en")),
        put(Untranslated(title, "es")),
        put(Untranslated(title, "en", is_outdated=True)),
        Worded(title, "original"),
        title,
        [practice],
        (practice, None),
        {"a": practice},
        {"b": practice},
        partial(_named, "a"),
        partial(_named, "b"),
        partial(str, "a"),
        _Bare(),
        _Told(("a",)),
        _Told(("b",)),
        ENGLISH,
        replace(ENGLISH, code="es-419"),
        1,
        1.5,
        True,
        None,
    ]
    digests = [Digests().of((value,)) for value in values]
    assert len(set(digests)) == len(values)
    shared = Digests()
    assert [shared.of((value,)) for value in values] == digests


def test_what_a_value_has_found_out_about_itself_does_not_change_its_digest(small_library: Library) -> None:
    network = small_library.network
    names = [level.model_copy(update={"name": Untranslated(level.name, "en")}) for level in network.levels]
    fields = {name: getattr(network, name) for name in type(network).model_fields}
    spoken = type(network).model_construct(**{**fields, "levels": tuple(names)})
    before = Digests().of(spoken)
    assert before != Digests().of(network), "texts at any depth are asked what they know"
    assert spoken.level_by_id
    assert Digests().of(spoken) == before


def test_what_was_made_before_was_looked_at_again_by_whoever_asks_for_it_again() -> None:
    words = watched_mapping({"sweeping": "barrido", "street": "calle"}, "words")
    asked: list[str] = []

    def make(key: str) -> str:
        asked.append(key)
        return words[key].upper()

    ask = remembered(make)
    with looking() as first:
        assert ask("sweeping") == "BARRIDO"
    with looking() as second:
        assert (ask("street"), ask("sweeping")) == ("CALLE", "BARRIDO")
    assert asked == ["sweeping", "street"]
    assert first == {Look("words", "", "sweeping"): "barrido"}
    assert second == {**first, Look("words", "", "street"): "calle"}


def test_what_is_no_value_has_no_digest() -> None:
    here = 1
    for value in (object(), lambda: here, SimpleNamespace(a=1), partial(lambda: here)):
        with pytest.raises(TypeError):
            Digests().of(value)


def test_a_language_read_at_another_time_has_the_same_digest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (ROOT / "messages/es-419.po").read_text(encoding="utf-8")

    def read_at(year: int) -> Language:
        class Then(datetime.datetime):
            @classmethod
            def now(cls, tz: datetime.tzinfo | None = None) -> Self:
                return cls(year, 1, 1, tzinfo=tz)

        with monkeypatch.context() as patched:
            patched.setattr(datetime, "datetime", Then)
            (tmp_path / "es-419.po").write_text(f"{text}\n# read in {year}\n", encoding="utf-8")
            return read_language("es-419", tmp_path)

    first, second = read_at(2001), read_at(2002)
    assert "2001" in str(first.translations.info()) + first.translations.gettext("")
    assert Digests().of(first) == Digests().of(second)
