"""Figures of a translation are those of its original, each language in its own way of writing them."""

import pytest

from generator.reading.translations import figures


@pytest.mark.parametrize(
    ("english", "language", "translated"),
    [
        ("1,234.5 of 30,000 people, 67.4%", "es", "1,234.5 de 30,000 personas, 67.4%"),
        ("1,234.5 of 30,000 people, 67.4%", "pt", "1.234,5 de 30.000 pessoas, 67,4%"),
        ("version 3.0, 43 criteria", "pt", "versão 3.0, 43 critérios"),
        ("version 3.0.2, 2,106,734 people", "pt", "versão 3.0.2, 2.106.734 pessoas"),
        ("LC1, DM1 and PA1[^memo-2024]", "pt", "LC1, DM1 e PA1[^nota]"),
    ],
)
def test_the_same_figures_are_the_same_in_every_language(english: str, language: str, translated: str) -> None:
    assert figures(translated, language) == figures(english, "en")


@pytest.mark.parametrize(
    ("english", "translated"), [("67.4%", "67.4%"), ("30,000 people", "30,000 pessoas"), ("3.0", "30"), ("12", "12,0")]
)
def test_a_figure_that_is_written_as_in_english_or_is_another_one_is_not_the_same(
    english: str, translated: str
) -> None:
    assert figures(translated, "pt") != figures(english, "en")
