"""The words of write-ups."""

import numpy as np
import pytest

from generator.language.forms import form_key, roots
from generator.language.words import subject_words
from generator.linking.terms import count_terms
from tests.linking.conftest import a_city, a_practice


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Crashes", "crash"),
        ("buses", "bus"),
        ("houses", "house"),
        ("cities", "city"),
        ("taxes", "tax"),
        ("bus", "bus"),
        ("access", "access"),
        ("911 calls", "911 call"),
        ("água", "água"),
    ],
)
def test_singular_and_plural_are_one_term(form: str, key: str) -> None:
    assert form_key(form) == key


def test_function_words_numbers_and_signs_carry_no_subject() -> None:
    assert subject_words("In 2019, the nurse took 1,911 calls.") == ["", "", "", "nurse", "", "", "calls", ""]


@pytest.mark.parametrize("number", ["311", "911"])
def test_service_numbers_do(number: str) -> None:
    assert subject_words(f"call {number}") == ["", number]


def test_a_term_is_named_in_its_most_frequent_form() -> None:
    practices = [
        a_practice("austin/a", problem=("A meter broke, and meters broke, and meters broke.",)),
        a_practice("boise/b", problem=("It has meters.",)),
    ]
    terms = count_terms(practices, {"austin": a_city("austin"), "boise": a_city("boise")})
    assert "meters" in terms.names
    assert "meter" not in terms.names


def test_a_word_that_only_begins_sentences_is_in_lower_case() -> None:
    practices = [
        a_practice(f"{city}/a", approach=("Adopted rules. Adopted them on Waze.",)) for city in ("austin", "boise")
    ]
    terms = count_terms(practices, {"austin": a_city("austin"), "boise": a_city("boise")})
    assert "adopted" in terms.names
    assert "Waze" in terms.names


def test_a_title_counts_more_than_details() -> None:
    practices = [
        a_practice("austin/a", title="Ambulances everywhere"),
        a_practice("boise/b", tools=("Ambulances.",)),
    ]
    terms = count_terms(practices, {"austin": a_city("austin"), "boise": a_city("boise")})
    in_title, in_details = terms.counts[:, terms.names.index("ambulances")].toarray().ravel()
    assert in_title > in_details > 0


def test_words_of_titles_and_summaries_that_stand_together_are_a_term() -> None:
    practices = [a_practice(f"{city}/a", title="Care for mental health") for city in ("austin", "boise")]
    terms = count_terms(practices, {"austin": a_city("austin"), "boise": a_city("boise")})
    assert "mental health" in terms.names


def test_the_own_names_of_a_city_are_no_terms() -> None:
    practices = [a_practice(f"boise/{name}", title="Nurses of Boise and Garden City") for name in ("a", "b")]
    city = a_city("boise", name="Boise", other_names=("Garden City",))
    assert count_terms(practices, {"boise": city}).names == ("nurses",)


def test_citations_and_addresses_of_links_are_no_terms() -> None:
    texts = ("A [report](https://example.org/xyzzy) on nurses.[^plugh]",)
    practices = [a_practice(f"{city}/a", problem=texts) for city in ("austin", "boise")]
    terms = count_terms(practices, {"austin": a_city("austin"), "boise": a_city("boise")})
    assert {"nurses"} == {name for name in terms.names if name in ("nurses", "xyzzy", "plugh")}


def test_no_practices_have_no_terms() -> None:
    terms = count_terms([], {})
    assert terms.counts.shape == (0, 0)
    assert terms.names == ()


def test_a_write_up_of_stop_words_alone_has_no_terms() -> None:
    practices = [a_practice("austin/a"), a_practice("boise/b")]
    terms = count_terms(practices, {"austin": a_city("austin"), "boise": a_city("boise")})
    assert np.asarray(terms.counts.sum()) == 0


def test_forms_of_one_beginning_are_not_both_named() -> None:
    assert roots("planted trees") == roots("planting tree")
