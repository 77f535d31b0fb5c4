import pytest

from generator.model import Change, Direction, Effect, Practice, Result, change_of, effect_of, lead_of
from generator.model.library import Library

TEXT = "Something changed.[^s]"


def result(**fields: str | bool) -> Result:
    return Result.model_validate({"text": TEXT, "metric": "calls", **fields})


COMPARED = result(change="-17%", comparison_group="others")
CHANGED = result(before="41 s", after="34 s")
NULL = result(no_effect=True, metric="arrests")
FIGURE = result(value="1,233")
FLAT = result(before="6.3 minutes (2016)", after="6.3 minutes (2018)")


@pytest.mark.parametrize(
    ("change", "low", "high"),
    [
        ("-17%", -17, -17),
        ("37% fewer", -37, -37),
        ("about 25% fewer (about 60 people)", -25, -25),
        ("more than 30% lower", -30, -30),
        ("33% to 34% fewer", -34, -33),
        ("12% to 19% more", 12, 19),
        ("+1,150%", 1150, 1150),
        ("18% increase", 18, 18),
        ("doubled", 100, 100),
    ],
)
def test_a_change_in_percent_is_read_with_its_way(change: str, low: float, high: float) -> None:
    found = change_of(result(change=change))
    assert found is not None
    assert (found.low, found.high) == (low, high)
    assert found.direction is (Direction.LESS if low < 0 else Direction.MORE)


@pytest.mark.parametrize(
    ("change", "way"), [("4.5 fewer", "less"), ("+9.07 percentage points", "more"), ("2.4°F lower", "less")]
)
def test_a_change_in_another_unit_has_a_way_but_no_percent(change: str, way: str) -> None:
    found = change_of(result(change=change))
    assert found is not None
    assert (found.direction, found.low, found.high) == (way, None, None)


@pytest.mark.parametrize(
    "change",
    [
        "17%",
        "10% to 15% saved",
        "slightly better",
        "3 times the control",
        "40% fewer visits, 155% more calls",
        "higher, but not conclusive",
        "about 7 days earlier",
    ],
)
def test_a_change_that_does_not_say_which_way_is_not_guessed(change: str) -> None:
    assert change_of(result(change=change)) is None


def test_two_figures_of_one_unit_give_the_percent_of_the_one_that_they_are_held_against() -> None:
    over_time = change_of(result(before="2,727 (2015)", after="10,110 (2025)"))
    groups = change_of(result(treated="56%", comparison="97%", comparison_group="others"))
    assert over_time is not None
    assert groups is not None
    assert over_time.low == pytest.approx(270.7)
    assert groups.low == pytest.approx(-42.3)


@pytest.mark.parametrize(("before", "after"), [("5 days", "85 minutes"), ("silver", "gold"), ("6 to 8", "27")])
def test_figures_that_cannot_be_held_together_give_no_change(before: str, after: str) -> None:
    assert change_of(result(before=before, after=after)) is None


@pytest.mark.parametrize(
    ("treated", "comparison", "way"),
    [
        ("43% less", "13% less", Direction.LESS),
        ("1.4% below", "18.7% below", Direction.MORE),
        ("-20%", "+19%", Direction.LESS),
        ("up 2%", "up 21%", None),
        ("20% more", "7%", None),
    ],
)
def test_changes_held_against_each_other_have_a_way_but_no_percent(
    treated: str, comparison: str, way: Direction | None
) -> None:
    found = change_of(result(treated=treated, comparison=comparison, comparison_group="others"))
    assert found == (Change(way) if way else None)


def test_from_nothing_there_is_a_way_but_no_percent() -> None:
    assert change_of(result(before="0", after="12")) == (Direction.MORE, None, None)


def practice(library: Library, *results: Result) -> Practice:
    return library.practices[0].model_copy(update={"results": results})


@pytest.mark.parametrize(
    ("results", "effect"),
    [
        ((), Effect.NOT_MEASURED),
        ((FIGURE,), Effect.NOT_MEASURED),
        ((Result(text=TEXT),), Effect.NOT_MEASURED),
        ((FIGURE, CHANGED), Effect.CHANGED),
        ((CHANGED, COMPARED), Effect.COMPARED),
        ((NULL, FIGURE), Effect.NO_EFFECT),
        ((FLAT,), Effect.NO_EFFECT),
        ((NULL, COMPARED), Effect.MIXED),
        ((NULL, CHANGED), Effect.MIXED),
        ((result(change="-20%"), result(change="+25%")), Effect.MIXED),
        ((result(change="-20%"), result(change="+25%", metric="visits")), Effect.CHANGED),
    ],
)
def test_the_effect_follows_from_the_figures(
    small_library: Library, results: tuple[Result, ...], effect: Effect
) -> None:
    assert effect_of(practice(small_library, *results)) is effect


def test_words_alone_never_make_an_effect(small_library: Library) -> None:
    praised = Result(text="A huge success: crime fell by half.[^s]")
    assert effect_of(practice(small_library, praised)) is Effect.NOT_MEASURED


def test_the_result_that_stands_for_a_practice_is_of_the_kind_that_its_effect_rests_on(small_library: Library) -> None:
    assert lead_of(practice(small_library, FIGURE, CHANGED, COMPARED)) is COMPARED
    assert lead_of(practice(small_library, NULL, CHANGED)) is CHANGED
    assert lead_of(practice(small_library, FIGURE, NULL)) is NULL
    assert lead_of(practice(small_library, FIGURE)) is FIGURE
    assert lead_of(practice(small_library)) is None


def test_every_effect_says_its_rule() -> None:
    assert len({effect.meaning for effect in Effect}) == len({effect.label for effect in Effect}) == len(Effect)
    assert [effect.rank for effect in Effect] == sorted((effect.rank for effect in Effect), reverse=True)
