"""Reasons in words, and how neighbours differ."""

import pytest
from hypothesis import given

from generator.linking import Links, Neighbour, link
from generator.linking.reasons import Shared, reasons
from generator.linking.tags import NodeKind
from generator.linking.why import SharedMeaning, SharedSubject, SharedWords
from generator.model import EvidenceLevel, Library, Practice
from generator.wording import say
from tests.linking.conftest import a_city, a_library, a_practice, libraries
from tests.said import said


def pair(
    own: Practice, other: Practice, people: tuple[int, int] = (100_000, 100_000), country: str = "US"
) -> Neighbour:
    """What `other` is to `own`, in cities of so many people, the other one in that country."""
    cities = [a_city(own.city, people[0]), a_city(other.city, people[1], country=country)]
    (neighbour,) = link(a_library([own, other], cities)).neighbours[own.id]
    return neighbour


def shared(kind: NodeKind, name: str, contribution: float, *, telling: bool = True) -> Shared:
    return Shared(kind, name, contribution, telling)


def test_a_shared_method_in_another_field_is_the_same_kind_of_answer() -> None:
    found = pair(
        a_practice("austin/a", methods=("crisis-response",), topics=("health",)),
        a_practice("boise/b", methods=("crisis-response",), topics=("road-safety",)),
    )
    assert "Same kind of answer in another field: crisis response" in said(found.reasons)


def test_a_shared_topic_is_what_both_are_about() -> None:
    topics = ("covid-19", "health")
    found = pair(
        a_practice("austin/a", topics=topics, methods=("crisis-response",)),
        a_practice("boise/b", topics=topics, methods=("predictive-model",)),
    )
    assert "Also about COVID-19 and health" in said(found.reasons)


def test_a_shared_topic_and_the_same_kind_of_answer_to_it_are_one_reason() -> None:
    shares = {"topics": ("health",), "methods": ("crisis-response",)}
    found = pair(a_practice("austin/a", **shares), a_practice("boise/b", **shares))
    assert "Also about health, with the same kind of answer: crisis response" in said(found.reasons)


def test_a_shared_area_is_named_only_where_no_finer_tag_is_shared() -> None:
    own = a_practice("austin/a", topics=("health",), methods=("crisis-response",))
    other = a_practice("boise/b", topics=("road-safety",), methods=("predictive-model",))
    assert "Same practice area: Open Data" in said(pair(own, other).reasons)
    assert not any(
        "area" in why for why in said(pair(own, own.model_copy(update={"id": "boise/b", "city": "boise"})).reasons)
    )


def test_a_shared_criterion_is_named_with_its_code() -> None:
    fields = {"criteria": ("EVAL2",), "methods": ("crisis-response",)}
    found = pair(a_practice("austin/a", **fields), a_practice("boise/b", **fields | {"methods": ("predictive-model",)}))
    assert "Also shows EVAL2, Launching Rigorous Evaluations" in said(found.reasons)


def test_shared_words_are_named_as_they_are_written() -> None:
    triage = {"title": "Triage nurses take over the ambulance calls", "topics": ("health",)}
    crashes = {"topics": ("road-safety",), "methods": ("crisis-response",), "areas": ("rigorous-evaluations",)}
    library = a_library(
        [
            *(a_practice(f"{city}/p", **triage) for city in ("austin", "boise", "cali", "dallas", "el-paso")),
            *(a_practice(f"city{number}/p", **crashes) for number in range(8)),
        ]
    )
    found = link(library).neighbours["austin/p"][0]
    (words,) = (reason for reason in said(found.reasons) if reason.startswith("Both deal with "))
    assert words == "Both deal with ambulance calls and triage nurses"


def test_a_question_takes_the_place_of_shared_words_on_a_card() -> None:
    reasons = (SharedWords(("ambulances", "nurses")), SharedSubject(("Health",), ()))
    neighbour = Neighbour("boise/b", 0.5, reasons, (), "Why do ambulances come late?")
    assert said(neighbour.lines) == ("Answers “Why do ambulances come late?”", "Also about health")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("late ambulances", "On “late ambulances”"),
        ("EMS response times", "On “EMS response times”"),
        ("how late is late?", "Answers “how late is late?”"),
        ("The mayor asks why ambulances come late", "Answers “The mayor asks why ambulances come late”"),
    ],
)
def test_words_for_a_search_box_are_a_subject_and_no_question(question: str, line: str) -> None:
    assert said(Neighbour("boise/b", 0.5, (SharedMeaning(),), (), question).lines)[0] == line


def test_the_question_is_one_of_the_neighbour_and_near_to_what_the_practice_is_about(
    real_library: Library, real_links: Links
) -> None:
    found = real_links.neighbours
    shown = [one for neighbours in found.values() for one in neighbours]
    assert all(
        one.question is None or one.question in real_library.practice_by_id[one.practice].questions for one in shown
    )
    assert sum(one.question is not None for one in shown) > len(shown) / 2
    own = found["boston-ma/summer-youth-jobs"]
    assert "youth employment" in str(
        next(one.question for one in own if one.practice == "chicago-il/summer-jobs-trial")
    )


def test_without_a_question_a_card_says_the_reasons() -> None:
    fields = {"title": "Nurses answer the ambulance calls"}
    found = pair(a_practice("austin/a", **fields), a_practice("boise/b", **fields))
    assert found.question is None
    assert found.lines == found.reasons


def test_a_single_shared_word_is_no_reason_beside_others() -> None:
    word = shared(NodeKind.TERM, "trains", 0.05)
    assert said(reasons([word, shared(NodeKind.TOPIC, "Health", 0.04)])) == ("Also about health",)
    assert said(reasons([word])) == ("Both deal with trains",)


def test_the_reason_that_gives_most_comes_first() -> None:
    found = said(
        reasons(
            [
                shared(NodeKind.TERM, "ambulance", 0.06),
                shared(NodeKind.METHOD, "Crisis response", 0.04),
                shared(NodeKind.TERM, "nurses", 0.03),
                shared(NodeKind.TOPIC, "Homelessness", 0.02),
            ]
        )
    )
    assert found == (
        "Both deal with ambulance and nurses",
        "Also about homelessness, with the same kind of answer: crisis response",
    )


def test_a_reason_that_gives_next_to_nothing_is_left_out() -> None:
    found = said(
        reasons([shared(NodeKind.TOPIC, "Health", 0.3), shared(NodeKind.CRITERION, "OD1, Open Data Policy", 0.001)])
    )
    assert found == ("Also about health",)


def test_words_that_a_tag_or_a_pair_has_said_are_not_said_again() -> None:
    found = said(
        reasons(
            [
                shared(NodeKind.METHOD, "Crisis response", 0.1),
                shared(NodeKind.TERM, "crisis", 0.09),
                shared(NodeKind.TERM, "mental", 0.08),
                shared(NodeKind.TERM, "mental health", 0.07),
                shared(NodeKind.TERM, "health", 0.06),
                shared(NodeKind.TERM, "planted", 0.05),
                shared(NodeKind.TERM, "planting", 0.04),
            ]
        )
    )
    assert "Both deal with mental health and planted" in found


def test_words_of_no_subject_are_named_only_where_there_is_nothing_else() -> None:
    empty = shared(NodeKind.TERM, "afterward", 0.2, telling=False)
    assert said(reasons([empty, shared(NodeKind.TOPIC, "Health", 0.1)])) == ("Also about health",)
    assert said(reasons([empty])) == ("Both deal with afterward",)


def test_cities_of_like_size_are_a_reason_the_same_both_ways() -> None:
    line = "Cities of like size: 100,000 and 150,000 people"
    assert say(pair(a_practice("austin/a"), a_practice("boise/b"), people=(100_000, 150_000)).reasons[-1]) == line
    assert say(pair(a_practice("austin/a"), a_practice("boise/b"), people=(150_000, 100_000)).reasons[-1]) == line
    assert line not in said(pair(a_practice("austin/a"), a_practice("boise/b"), people=(100_000, 151_000)).reasons)


def test_a_neighbour_in_a_city_of_twice_the_size_says_so() -> None:
    found = pair(a_practice("austin/a"), a_practice("boise/b"), people=(100_000, 200_000))
    assert said(found.differs) == ("Bigger city: 200,000 people against 100,000",)


def test_a_little_less_than_twice_the_size_is_no_difference() -> None:
    assert said(pair(a_practice("austin/a"), a_practice("boise/b"), people=(100_000, 199_000)).differs) == ()


def test_stronger_and_weaker_evidence_are_told_from_the_readers_side() -> None:
    weak, strong = a_practice("austin/a"), a_practice("boise/b", level=EvidenceLevel.RANDOMIZED_TRIAL)
    assert said(pair(weak, strong).differs) == ("Stronger evidence: randomized trial",)
    assert said(pair(strong, weak).differs) == ("Weaker evidence: descriptive",)


def test_another_country_is_named() -> None:
    assert said(pair(a_practice("austin/a"), a_practice("cali/b"), country="CO").differs) == (
        "Other country: Colombia",
    )


def test_a_known_cost_is_told_where_ones_own_is_not() -> None:
    known, unknown = a_practice("boise/b", cost="$1 million of a bond[^report]"), a_practice("austin/a")
    assert said(pair(unknown, known).differs) == ("Cost known: $1 million of a bond",)
    assert said(pair(known, unknown).differs) == ()


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        ("$900,000", "$450,000", ("Cheaper: $450,000, against $900,000",)),
        (
            "about $450,000 a year",
            "$1.2 million a year",
            ("More expensive: $1.2 million a year, against about $450,000 a year",),
        ),
        (
            "$2 million for the first pilot",
            "about $600,000 for the pilot with one team",
            ("Cheaper: about $600,000 for the pilot with one team, against $2 million for the first pilot",),
        ),
        ("$900,000", "$500,000", ()),
        ("$900,000", "$10,000 a year", ()),
        ("$900,000", "$10,000 for the pilot", ()),
        ("$900,000", "$10,000 for 40 devices", ()),
        ("$900,000", "part of a $10,000 project", ()),
        ("$900,000", "$10,000 or $20,000, depending on the source", ()),
        ("$900,000", "10,000 reais", ()),
        ("$900,000", "nothing extra for the test", ()),
    ],
)
def test_only_sums_on_the_same_basis_are_compared(own: str, other: str, told: tuple[str, ...]) -> None:
    found = pair(a_practice("austin/a", cost=f"{own}[^report]"), a_practice("boise/b", cost=f"{other}[^report]"))
    assert said(found.differs) == told


def test_a_dollar_is_not_the_same_in_every_country() -> None:
    own, other = a_practice("austin/a", cost="$900,000[^report]"), a_practice("boise/b", cost="$10,000[^report]")
    assert said(pair(own, other, country="CA").differs) == ("Other country: Canada",)
    stated = a_practice("boise/b", cost="US$10,000[^report]")
    assert "Cheaper: US$10,000, against $900,000" in said(pair(own, stated, country="AR").differs)


def test_three_years_make_a_forerunner() -> None:
    assert said(pair(a_practice("austin/a", started=2018), a_practice("boise/b", started=2015)).differs) == (
        "Started 3 years earlier, in 2015",
    )
    assert said(pair(a_practice("austin/a", started=2018), a_practice("boise/b", started=2020)).differs) == ()


@given(libraries())
def test_every_neighbour_has_a_reason_and_none_is_its_own(library: Library) -> None:
    links = link(library)
    for ranked in (links.neighbours, links.same_city):
        for practice, neighbours in ranked.items():
            assert practice not in [neighbour.practice for neighbour in neighbours]
            assert all(neighbour.reasons and all(neighbour.reasons) for neighbour in neighbours)


@given(libraries())
def test_a_pair_reads_the_same_both_ways(library: Library) -> None:
    neighbours = link(library).neighbours
    seen = {
        (practice, one.practice): (one.score, one.reasons) for practice, found in neighbours.items() for one in found
    }
    for (practice, other), why in seen.items():
        assert seen.get((other, practice), why) == why
