import pytest

from generator.model import parse_quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("41 seconds", 41, "seconds"),
        ("17%", 17, "%"),
        ("16 percent", 16, "%"),
        ("-17%", -17, "%"),
        ("−3.5 points", -3.5, "points"),
        ("$1.2 million", 1_200_000, "$"),
        ("C$26 million", 26_000_000, "C$"),
        ("10,522", 10_522, ""),
        ("nearly 75,000", 75_000, ""),
        ("more than $11 million", 11_000_000, "$"),
        ("below 9 seconds", 9, "seconds"),
    ],
)
def test_one_stated_figure_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.value == pytest.approx(value)
    assert quantity.unit == unit


@pytest.mark.parametrize(
    "text", [None, "", "two thirds", "250 to 300", "5 minutes 59 seconds", "12 to 15 minutes", "none"]
)
def test_a_text_that_does_not_state_just_one_figure_gives_none(text: str | None) -> None:
    assert parse_quantity(text) is None


def test_the_hedge_is_kept() -> None:
    quantity = parse_quantity("about 13 seconds")
    assert quantity is not None
    assert quantity.hedge == "about"
