"""Names inside a sentence, and in an address."""

import pytest

from generator.language.names import as_slug, inside


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("São Paulo", "sao-paulo"),
        ("Rosemont—La Petite-Patrie, Canada", "rosemont-la-petite-patrie-canada"),
        ("O’Fallon, MO", "o-fallon-mo"),
        ("Bełchatów", "bechatow"),
        ("  Road safety: 24/7! ", "road-safety-24-7"),
        ("日本", ""),
    ],
)
def test_a_slug_has_small_letters_digits_and_hyphens_between_words(name: str, slug: str) -> None:
    assert as_slug(name) == slug


@pytest.mark.parametrize(
    ("name", "said"), [("Road safety", "road safety"), ("COVID-19", "COVID-19"), ("A", "A"), ("", "")]
)
def test_a_name_inside_a_sentence_begins_small_unless_it_is_a_proper_one(name: str, said: str) -> None:
    assert inside(name) == said
