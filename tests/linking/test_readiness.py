"""Where a city's answers would put it, and in which order its gaps are closed."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking import Place, places, plan, standing
from generator.linking.readiness import NAMED, PRACTICES_OF_A_STEP
from generator.model import Answer, Library, Practice, Standard
from generator.wording import say
from tests.assessments import an_assessment, at_random
from tests.linking.conftest import a_city, a_library, a_practice
from tests.said import said

HERE = Place("here-tx", "Here", "Here, TX", "US", "South", 100_000)


def a_standard(codes: str, mandatory: str = "", rests_on: Mapping[str, str] | None = None) -> Standard:
    """A standard of these criteria, in two areas; the first half in Open Data. `rests_on` names codes by code."""

    def criterion(code: str) -> dict[str, Any]:
        needed = [{"criterion": one, "because": "It is so."} for one in (rests_on or {}).get(code, "").split()]
        texts = {"question": "Is it so?", "asks": "That it is so.", "checks": ["It is so"], "sourcing": "One place."}
        is_mandatory = code in mandatory.split()
        return {
            "code": code,
            "name": code,
            "name_sources": ["list"],
            "mandatory": is_mandatory,
            "rests_on": needed,
        } | texts

    every = [criterion(code) for code in codes.split()]
    half = (len(every) + 1) // 2
    halves = {"open-data": every[:half], "rigorous-evaluations": every[half:]}
    areas = [
        {"id": identity, "name": identity, "description": "An area.", "criteria": criteria}
        for identity, criteria in halves.items()
    ]
    return Standard.model_validate(
        {
            "title": "A standard",
            "version": "1",
            "provenance": ["One place."],
            "areas": areas,
            "sources": {"list": {"title": "The list"}},
        }
    )


def with_standard(standard: Standard, practices: Sequence[Practice] = (), cities: Sequence[Any] = ()) -> Library:
    return a_library(practices, cities).model_copy(update={"standard": standard})


def order(library: Library, place: Place | None = None, **answers: str) -> list[str]:
    return [step.criterion for step in plan(an_assessment(**answers), place, library)]


def test_answers_are_counted_over_all_and_by_area(real_library: Library) -> None:
    found = standing(an_assessment(DM1="yes", DM2="partly", DM3="not-sure", OD1="no"), real_library)
    assert (found.overall.yes, found.overall.partly, found.overall.no, found.overall.not_sure) == (1, 1, 1, 1)
    assert found.overall.total == 43
    assert (found.areas["data-management"].unanswered, found.areas["data-management"].total) == (6, 9)
    assert found.areas["open-data"].no == 1


@pytest.mark.parametrize(
    ("met", "words", "percent", "missing"),
    [
        (0, "below the band published for Silver (51–67%)", "0", 22),
        (21, "below the band published for Silver (51–67%)", "49", 1),
        (22, "in the band published for Silver (51–67%)", "51", 8),
        (28, "in the band published for Silver (51–67%)", "65", 2),
        (29, "between the bands published for Silver (51–67%) and Gold (68–84%)", "67.4", 1),
        (30, "in the band published for Gold (68–84%)", "70", 7),
        (36, "in the band published for Gold (68–84%)", "84", 1),
        (37, "in the band published for Platinum (85–100%)", "86", 0),
        (43, "in the band published for Platinum (85–100%)", "100", 0),
    ],
)
def test_the_share_is_held_against_the_published_bands(
    real_library: Library, met: int, words: str, percent: str, missing: int
) -> None:
    codes = [one.code for one in real_library.standard.criteria]
    reach = standing(an_assessment(**dict.fromkeys(codes[:met], "yes")), real_library).reach
    assert (say(reach.band), reach.percent, reach.missing) == (words, percent, missing)
    assert reach.is_between == (met == 29)


def test_the_numbers_are_those_that_the_certification_page_gives(real_library: Library) -> None:
    note = real_library.certification.tiers_note
    assert "Silver takes 22 to 28 of them, Gold 30 to 36, and Platinum 37 or more; 29 criteria (67.4%)" in note


def test_only_yes_counts_and_partly_is_told_beside_it(real_library: Library) -> None:
    codes = [one.code for one in real_library.standard.criteria]
    answers = {**dict.fromkeys(codes[:24], "yes"), **dict.fromkeys(codes[24:30], "partly")}
    found = standing(an_assessment(**answers), real_library)
    tiers = [one.tier.id for one in (found.reach, found.reach_with_partly) if one.tier]
    assert tiers == ["silver", "gold"]
    assert "With the 6 answered partly it would be 30 of 43 (70%), in the band published for Gold (68–84%)." in said(
        found.sentences
    )


def test_a_mandatory_criterion_that_is_not_met_is_said_whatever_the_share(real_library: Library) -> None:
    codes = [one.code for one in real_library.standard.criteria]
    found = standing(an_assessment(**{**dict.fromkeys(codes, "yes"), "LC1": "partly"}), real_library)
    assert found.mandatory_not_met == ("LC1",)
    assert said(found.sentences)[1] == (
        "Not certified without LC1, whatever the share: it is mandatory and not answered yes."
    )
    all_met = standing(an_assessment(**dict.fromkeys(codes, "yes")), real_library)
    assert all_met.mandatory_not_met == ()
    assert not any("mandatory" in sentence for sentence in said(all_met.sentences))


def test_a_share_of_another_number_of_criteria_is_not_rounded_into_a_band() -> None:
    codes = " ".join(f"AA{number}" for number in range(77))
    answers = dict.fromkeys(codes.split()[:39], "yes")  # 50.6%, which as a whole number would be Silver
    reach = standing(an_assessment(**answers), with_standard(a_standard(codes))).reach
    assert (reach.percent, reach.tier, reach.missing) == ("50.6", None, 1)


def test_without_answers_there_is_no_plan(real_library: Library) -> None:
    assert plan(an_assessment(), None, real_library) == ()
    assert plan(an_assessment(DM1="yes"), None, real_library) == ()


def test_gaps_are_what_was_answered_otherwise_than_yes() -> None:
    library = with_standard(a_standard("AA1 AA2 AA3 AA4 AA5"))
    assert order(library, AA1="yes", AA2="no", AA3="not-sure", AA4="partly") == ["AA4", "AA3", "AA2"]


def test_mandatory_criteria_come_first() -> None:
    library = with_standard(a_standard("AA1 AA2 AA3", "AA3", {"AA2": "AA1"}))
    assert order(library, AA1="no", AA2="no", AA3="no") == ["AA3", "AA1", "AA2"]


def test_then_those_on_which_most_others_rest_also_through_one_another() -> None:
    library = with_standard(a_standard("AA1 AA2 AA3 AA4 AA5", "", {"AA1": "AA5", "AA2": "AA1", "AA3": "AA4"}))
    steps = plan(an_assessment(AA1="no", AA2="no", AA3="no", AA4="no", AA5="no"), None, library)
    assert [step.criterion for step in steps] == ["AA5", "AA1", "AA4", "AA2", "AA3"]
    assert said(steps[0].reasons)[0] == "AA1 and AA2 rest on it"
    assert said(steps[1].reasons)[0] == "AA2 rests on it"


def test_what_is_met_needs_nothing_and_what_is_not_answered_counts_as_not_met() -> None:
    library = with_standard(a_standard("AA1 AA2 AA3", "", {"AA1": "AA3", "AA2": "AA3"}))
    (step,) = plan(an_assessment(AA1="yes", AA3="no"), None, library)
    assert said(step.reasons)[0] == "AA2 rests on it"


def test_a_gap_comes_right_before_the_mandatory_one_that_rests_on_it() -> None:
    library = with_standard(a_standard("AA1 AA2 AA3 AA4", "AA1", {"AA1": "AA4", "AA3": "AA2"}))
    assert order(library, AA1="no", AA2="partly", AA3="no", AA4="no") == ["AA4", "AA1", "AA2", "AA3"]


def test_of_many_that_rest_on_one_a_few_are_named() -> None:
    others = [f"AA{number}" for number in range(2, 9)]
    library = with_standard(a_standard(f"AA1 {' '.join(others)}", "", dict.fromkeys(others, "AA1")))
    (step,) = plan(an_assessment(AA1="no"), None, library)
    assert said(step.reasons)[0] == f"{', '.join(others[:NAMED])} and 3 more rest on it"


def test_then_those_that_most_cities_like_the_place_have_shown() -> None:
    practices = [
        a_practice("near-tx/a", criteria=("AA2",)),
        a_practice("near-tx/b", criteria=("AA2",)),
        a_practice("far-tx/a", criteria=("AA3",)),
        a_practice("wide-tx/a", criteria=("AA3",)),
    ]
    cities = [
        a_city("near-tx"),
        a_city("far-tx", 9_000_000, country="BR", region="South America"),
        a_city("wide-tx", 9_000_000, country="BR", region="South America"),
    ]
    library = with_standard(a_standard("AA1 AA2 AA3"), practices, cities)
    answers = {"AA1": "no", "AA2": "no", "AA3": "no"}
    assert order(library, HERE, **answers) == ["AA2", "AA1", "AA3"]
    assert order(library, None, **answers) == ["AA3", "AA2", "AA1"]
    reasons = {step.criterion: said(step.reasons) for step in plan(an_assessment(**answers), HERE, library)}
    assert reasons == {
        "AA2": ("Shown by 1 city like yours",),
        "AA1": ("You answered no",),
        "AA3": ("Shown by 2 cities",),
    }


def test_practices_of_cities_like_the_place_come_first_and_its_own_do_not_count() -> None:
    practices = [
        a_practice("big-tx/a", criteria=("AA1",)),
        a_practice("near-tx/a", criteria=("AA1",)),
        a_practice("here-tx/a", criteria=("AA1", "AA2"), areas=("rigorous-evaluations",)),
    ]
    cities = [a_city("big-tx", 9_000_000), a_city("near-tx"), a_city("here-tx")]
    library = with_standard(a_standard("AA1 AA2"), practices, cities)
    first, second = plan(an_assessment(AA1="no", AA2="no"), HERE, library)
    assert [one.practice for one in first.practices] == ["near-tx/a", "big-tx/a"]
    assert first.note is None
    assert second.note
    assert say(second.note) == "No write-up of another city shows this criterion or its practice area yet"
    assert said(second.reasons) == ("You answered no",)


def test_where_no_write_up_shows_a_criterion_others_of_its_area_do() -> None:
    library = with_standard(a_standard("AA1 AA2 AA3"), [a_practice(f"near-tx/p{number}") for number in range(5)])
    first, _, third = plan(an_assessment(AA1="no", AA2="no", AA3="no"), None, library)
    assert first.note
    assert say(first.note) == "No write-up shows this criterion yet; these are from the same practice area"
    assert len(first.practices) == PRACTICES_OF_A_STEP
    assert third.note
    assert say(third.note) == "No write-up shows this criterion or its practice area yet"
    assert third.practices == ()


@given(seed=st.integers(0, 1_000_000), rests=st.dictionaries(st.integers(1, 42), st.integers(0, 41), max_size=30))
def test_a_gap_never_stands_before_one_that_it_rests_on(
    real_library: Library, seed: int, rests: dict[int, int]
) -> None:
    codes = [one.code for one in real_library.standard.criteria]
    rests_on = {codes[one]: codes[needed % one] for one, needed in rests.items()}
    mandatory = "DM1 LC1 PA1"
    library = real_library.model_copy(update={"standard": a_standard(" ".join(codes), mandatory, rests_on)})
    assessment = at_random(library, seed)
    steps = plan(assessment, None, library)
    place = {step.criterion: number for number, step in enumerate(steps)}
    gaps = {code for code, one in assessment.answers.items() if one.answer is not Answer.YES}
    assert set(place) == gaps
    assert all(step.reasons for step in steps)
    for code, needed in rests_on.items():
        if code in place and needed in place:
            assert place[needed] < place[code]


def test_every_gap_of_the_real_standard_gets_practices_those_of_cities_like_it_first(real_library: Library) -> None:
    omaha = next(one for one in places(real_library) if one.id == "omaha-ne")
    codes = [one.code for one in real_library.standard.criteria]
    steps = plan(an_assessment(**dict.fromkeys(codes, "no")), omaha, real_library)
    assert {step.criterion for step in steps} == set(codes)
    assert all(1 <= len(step.practices) <= PRACTICES_OF_A_STEP for step in steps)
    assert {code for code in codes if code not in real_library.practices_by_criterion} == {
        step.criterion for step in steps if step.note
    }
