import pytest

from generator.model import Result
from generator.publishing.tiles import headline_of, tile_of

TEXT = "Something changed.[^s]"


def result(**fields: str | bool) -> Result:
    return Result.model_validate({"text": TEXT, "metric": "calls", **fields})


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"treated": "56%", "comparison": "97%", "comparison_group": "others"}, "56% against 97%: calls"),
        ({"before": "41 s", "after": "34 s"}, "41 s → 34 s: calls"),
        ({"change": "-17%"}, "−17%: calls"),
        ({"change": "about -$2 a year"}, "about −$2 a year: calls"),
        ({"value": "10-20", "target": "mid-2020"}, "10-20 target mid-2020: calls"),
        ({"treated": "-3 m", "comparison": "-2 m", "comparison_group": "others"}, "−3 m against −2 m: calls"),
        ({"value": "1,233", "target": "1,000"}, "1,233 target 1,000: calls"),
        ({"no_effect": True}, "No effect found: calls"),
    ],
)
def test_each_kind_of_result_reads_its_own_way(fields: dict[str, str | bool], line: str) -> None:
    assert headline_of(result(**fields)) == line


def test_a_tile_says_against_whom_on_how_many_and_when() -> None:
    told = tile_of(result(change="-17%", comparison_group="others", sample="295 families", period="2018"))
    assert told is not None
    assert told.basis == "against others · 295 families · 2018"


def test_a_sample_needs_something_that_was_measured_on_it() -> None:
    with pytest.raises(ValueError, match="sample needs the figure"):
        Result(text=TEXT, sample="295 families")


def test_an_account_has_no_tile() -> None:
    assert tile_of(Result(text=TEXT)) is None


def test_shares_are_drawn_against_the_whole_and_counts_against_the_larger() -> None:
    shares = tile_of(result(treated="56%", comparison="97%", comparison_group="others"))
    counts = tile_of(result(treated="$50", comparison="$200", comparison_group="others"))
    assert shares is not None
    assert counts is not None
    assert shares.bars == (56, 97)
    assert counts.bars == (25, 100)


@pytest.mark.parametrize(("one", "other"), [("9 days", "3 hours"), ("-3%", "5%"), ("two thirds", "half"), ("0", "0")])
def test_figures_that_cannot_be_held_together_get_no_bars(one: str, other: str) -> None:
    tile = tile_of(result(treated=one, comparison=other, comparison_group="others"))
    assert tile is not None
    assert tile.bars is None
