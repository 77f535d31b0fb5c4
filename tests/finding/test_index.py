"""What is found by which words, before any browser."""

import numpy as np
import pytest

from generator.finding.entries import Entry, EntryKind, SitePage
from generator.finding.index import Index, make_index
from generator.finding.known_words import LETTERS, letter_of, letter_starts, term_starts
from generator.language.forms import stem
from generator.language.stop_words import FILLER, LIGHT
from generator.language.words import fold, words_in

EMPTY = dict.fromkeys(("title", "summary", "questions", "tags", "problem", "results", "rest", "place"), "")


def practices(*fields: dict[str, str]) -> list[Entry]:
    subject = SitePage("", "", "", "")
    return [Entry(EntryKind.PRACTICE, subject, EMPTY | one) for one in fields]


def impact(index: Index, row: int, word: str) -> float:
    [term] = index.terms_in(word)
    return float(index.impacts[row, term])


def test_words_are_folded_and_possessives_cut() -> None:
    assert words_in("Bogotá's 311-line, São Paulo’s K-12") == ["bogota", "311", "line", "sao", "paulo", "k", "12"]
    assert fold("ÑANDÚ") == "nandu"


@pytest.mark.parametrize(("one", "other"), [("trees", "tree"), ("evictions", "evicted"), ("policies", "policy")])
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_letter_holds_the_words_that_begin_so_and_all_their_terms() -> None:
    index = make_index(practices({"title": "Ageing authorised 311 lines, ambulances and zoos"}), [("yards", "lots")])
    words, terms = letter_starts(index.words), term_starts(index)
    for place, word in enumerate(index.words):
        letter = LETTERS.index(letter_of(word))
        assert words[letter] <= place < words[letter + 1]
        term = index.term_of_word[place]
        assert term < 0 or terms[letter] <= term < terms[letter + 1]
    assert (words[-1], terms[-1]) == (len(index.words), len(index.holders))


def test_filler_is_no_term_and_what_says_little_is_not_filler() -> None:
    index = make_index(practices({"title": "How the city gets more trees"}), [])
    assert index.terms_in("how the city gets more trees") == index.terms_in("trees")
    assert not FILLER & LIGHT


def test_a_title_outranks_a_summary_a_summary_the_results_and_these_the_rest() -> None:
    places = ("title", "summary", "results", "rest")
    index = make_index(practices(*({place: "potholes filled"} for place in places)), [])
    impacts = [impact(index, row, "potholes") for row in range(len(places))]
    assert impacts == sorted(impacts, reverse=True)
    assert len(set(impacts)) == len(places)


def test_a_rare_word_tells_more_than_a_frequent_one() -> None:
    index = make_index(practices({"title": "potholes streets"}, {"title": "streets"}, {"title": "streets"}), [])
    assert impact(index, 0, "potholes") > impact(index, 0, "streets")


def test_a_word_counts_less_in_a_long_field() -> None:
    index = make_index(practices({"rest": "potholes"}, {"rest": "potholes " + "asphalt gravel " * 50}), [])
    assert impact(index, 0, "potholes") > impact(index, 1, "potholes")


def test_the_meaning_of_an_entry_lies_near_that_of_its_subject() -> None:
    index = make_index(practices({"title": "homeless shelters and tents"}, {"title": "payroll tax audits"}), [])
    query = sum(index.word_vectors[index.words.index(word)] for word in ("sleeping", "outside", "beds"))
    homeless, payroll = index.entry_vectors @ query
    assert homeless > payroll
    assert np.allclose(np.linalg.norm(index.entry_vectors, axis=1), 1, atol=1e-5)


def test_synonyms_are_terms_even_where_no_entry_holds_them() -> None:
    index = make_index(practices({"title": "garbage collected"}), [("trash", "garbage", "rubbish")])
    [group] = index.synonyms
    assert set(group) == {*index.terms_in("trash"), *index.terms_in("garbage"), *index.terms_in("rubbish")}
    assert index.impacts.getnnz(axis=0)[index.terms_in("trash")] == [0]


def test_an_empty_library_has_an_index() -> None:
    index = make_index([], [])
    assert index.impacts.shape[0] == 0
    assert index.entry_vectors.shape[0] == 0
