"""What stands under "Read next" is worth reading: a floor under its quality."""

import datetime
import json

import pytest

from bench.relevance import FILE, SITE, figures
from generator.linking import Links, link
from generator.model import Library
from tests.relevance.judged import Judged, diversity, judge, read_graded_library, read_grades

FLOOR_NDCG, FLOOR_PRECISION = 0.84, 0.77
"""A little under what was reached on the half on which nothing was fitted."""


@pytest.fixture(scope="module")
def graded_links(real_library: Library) -> Links:
    """The library as it was on the day of the grades, linked: nobody has graded what came later."""
    ids = set(read_graded_library())
    return link(
        real_library.model_copy(update={"practices": tuple(one for one in real_library.practices if one.id in ids)})
    )


@pytest.mark.quality
def test_neighbours_are_worth_reading(graded_links: Links) -> None:
    lists = {practice: [one.practice for one in found] for practice, found in graded_links.neighbours.items()}
    reached = judge([one for one in read_grades() if not one.is_fit], lists)
    assert reached.ndcg.mean() >= FLOOR_NDCG
    assert reached.precision.mean() >= FLOOR_PRECISION
    assert diversity(lists, lambda one: (one.partition("/")[0],)) == 5


def test_the_figures_that_the_site_quotes_are_of_these_grades_and_say_when_they_were_measured() -> None:
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    judged = read_grades()
    again = "measure anew: python -m bench.relevance --write"
    assert kept["practices"] == len(judged), again
    assert kept["pairs"] == sum(len(one.grades) for one in judged), again
    assert kept["halves"]["report"] == sum(not one.is_fit for one in judged), again
    assert datetime.date.fromisoformat(kept["measured"]) <= datetime.datetime.now(tz=datetime.UTC).date()


@pytest.mark.quality
def test_the_figures_are_made_of_every_method_and_of_the_site_itself(real_library: Library) -> None:
    made = figures(real_library)
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    assert [one["name"] for one in made["methods"]] == [one["name"] for one in kept["methods"]]
    assert made.keys() | {"measured"} == kept.keys()
    by_name = {one["name"]: one["ndcg5"]["mean"] for one in made["methods"]}
    assert by_name[SITE] > by_name["TF-IDF"]


def test_at_least_fifty_practices_are_graded_and_all_ids_exist(real_library: Library) -> None:
    judged = read_grades()
    assert len(judged) >= 50
    assert abs(sum(one.is_fit for one in judged) - len(judged) / 2) <= 1
    for one in judged:
        assert {one.practice, *one.grades} <= real_library.practice_by_id.keys()
        assert one.practice not in one.grades


def test_measures_are_those_of_the_books() -> None:
    one = Judged("a/x", is_fit=False, grades={"b/x": 3, "c/x": 2, "a/y": 3, "b/y": 2})
    perfect = judge([one], {"a/x": ["b/x", "c/x"]})
    assert perfect.ndcg.tolist() == [1]
    assert perfect.precision.tolist() == [2 / 3]
    assert 0 < judge([one], {"a/x": ["c/x", "b/x"]}).ndcg[0] < 1
    assert judge([one], {"a/x": ["d/x"]}).ndcg.tolist() == [0]
