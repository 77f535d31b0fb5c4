"""How things are said: lists, numbers and dates of a language, and words for every reason."""

from collections.abc import Callable
from typing import Any, get_args

import pytest

from generator.language.names import inside
from generator.linking import why
from generator.linking.why import SharedCriterion, SharedWords
from generator.model import Library
from generator.model.countries import country_names
from generator.wording import ENGLISH, Language, in_language, say
from generator.wording.reasons import worded
from generator.wording.things import started


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["housing and blight", "health"], "housing and blight, health"),
    ],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], expected: str) -> None:
    assert ENGLISH.listed(names) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Road safety", "road safety"), ("COVID-19", "COVID-19"), ("Open Data", "Open Data"), ("", "")],
)
def test_a_name_loses_its_capital_inside_a_sentence(name: str, expected: str) -> None:
    assert inside(name) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(850, "900"), (36_412, "36,000"), (999_600, "1 million"), (1_340_000, "1.3 million"), (12_000_000, "12 million")],
)
def test_people_are_counted_in_round_numbers(count: int, expected: str) -> None:
    assert ENGLISH.people(count) == expected


def test_dates_are_told_as_the_scripts_tell_them(held: Callable[[str, Any], None]) -> None:
    """Held with scripts: `pytest --update-golden tests/wording/test_wording.py` writes `tests/spec/dates.json` anew."""
    dates = [*(f"2026-{month:02}" for month in range(1, 13)), "2018", "2018-06-18", "2024-02-29", "1999-12-01"]
    languages = ("en", "es-419", "pt-BR")
    cases = [{"date": date, **{code: Language(code).date(date) for code in languages}} for date in dates]
    held("dates", {"cases": cases})
    assert Language("pt-BR").date("2018-06-18") == "18 de junho de 2018"


def test_numbers_and_lists_follow_the_language() -> None:
    assert (ENGLISH.number(633_045), Language("pt-BR").number(633_045)) == ("633,045", "633.045")
    assert Language("es").listed(["uno", "dos"]) == "uno y dos"


def test_a_country_is_called_the_same_in_labels_and_in_sentences() -> None:
    assert {code: ENGLISH.country(code) for code in country_names()} == dict(country_names())
    assert country_names()["TT"] == "Trinidad & Tobago"


@pytest.mark.parametrize("kind", get_args(why.Reason), ids=lambda kind: kind.__name__)
def test_every_kind_of_reason_has_words(kind: type) -> None:
    assert worded.dispatch(kind) is not worded.dispatch(object)


def test_words_that_write_ups_share_are_told_in_the_language_or_left_out() -> None:
    spanish = Language("es", texts={"street": "calle", "visits": "visitas"})
    assert say(SharedWords(("streets", "visits", "calls", "Notre Dame")), spanish) == (
        "Both deal with calle, visitas y Notre Dame"
    )
    assert say(SharedWords(("calls",)), spanish) == "Both use many of the same words"
    assert say(SharedWords(("calls",))) == "Both deal with calls"


def test_reasons_name_words_and_criteria_as_texts_in_the_language_do(real_library: Library) -> None:
    for folder, code, words in (
        ("es", "es-419", {"street": "calle", "risk": "riesgo", "rain": "lluvia"}),
        ("pt", "pt-BR", {"street": "rua", "risk": "risco", "rain": "chuva"}),
    ):
        said, language = in_language(real_library, folder, Language(code))
        assert {word: language.named(word) for word in words} == words
        for english, one in zip(real_library.standard.criteria, said.standard.criteria, strict=True):
            assert say(SharedCriterion(f"{english.code}, {english.name}"), language).endswith(f"{one.code}, {one.name}")
            assert one.name != english.name


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2018, ongoing (newest dated source: 2020)"),
        ({"status": "completed"}, "2018, completed"),
        ({"started": "unknown"}, "year not known, ongoing (newest dated source: 2020)"),
        ({"sources": {}}, "2018, ongoing"),
    ],
)
def test_that_it_is_ongoing_is_told_with_the_year_of_the_newest_source(
    small_library: Library, changes: dict[str, Any], expected: str
) -> None:
    practice = small_library.practices[0]
    assert started(practice.model_copy(update=changes)) == expected
