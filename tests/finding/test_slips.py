"""Slips in questions in Spanish and Portuguese: what was meant, and what is left as it was typed."""

import pytest

from generator.finding import Finder
from generator.language.words import fold

MENDED = {
    "problemas de {} en los barrios": """
        homicdios homicidios, ambulancas ambulancias, basrua basura, vivendas viviendas, desaolojos desalojos,
        bonberos bomberos, esculeas escuelas, impustos impuestos, presupeusto presupuesto, bicicletsa bicicletas,
        hospitlaes hospitales, desempelo desempleo, contartos contratos, permsios permisos, reciclje reciclaje,
        inudaciones inundaciones, alumbardo alumbrado, semáfros semáforos, municipaldad municipalidad
    """,
    "problemas de {} nos bairros": """
        homicdios homicídios, ambulâncas ambulâncias, moraida moradia, despjeos despejos, bonbeiros bombeiros,
        escoals escolas, impotsos impostos, orçameto orçamento, bicicltas bicicletas, hopitais hospitais,
        desempergo desemprego, contartos contratos, licençsa licenças, recilcagem reciclagem, enchetnes enchentes,
        ilumiação iluminação, vacians vacinas, burcaos buracos, calçdas calçadas
    """,
}
"""Questions, and pairs of what stands in them and what it is taken for, written as the write-ups write it."""
LEFT = {
    "problemas de {} en los barrios": "eterna caries ductos plumas ascensores polcia jóvnes",
    "problemas de {} nos bairros": "calçadão adoção sumiço enxame laudo elevador piscinão polcia",
}
"""Words that neither lexicon has, near one that it has; and slips in words too short to tell them from these."""


@pytest.mark.parametrize("question", MENDED)
def test_a_slip_in_another_language_is_taken_for_the_word_that_was_meant(real_finder: Finder, question: str) -> None:
    pairs = [tuple(pair.split()) for pair in MENDED[question].split(",")]
    found = {typed: real_finder.search(question.format(typed)) for typed, _ in pairs}
    assert {typed: one.corrections for typed, one in found.items()} == {
        typed: ((fold(typed), meant),) for typed, meant in pairs
    }
    for typed, meant in pairs:
        right = real_finder.search(question.format(meant))
        assert (found[typed].translation, found[typed].practices) == (right.translation, right.practices)


@pytest.mark.parametrize("question", LEFT)
def test_a_word_that_is_right_but_rare_is_left(real_finder: Finder, question: str) -> None:
    found = {word: real_finder.search(question.format(word)).corrections for word in LEFT[question].split()}
    assert found == dict.fromkeys(found, ())


@pytest.mark.parametrize(
    ("question", "language", "mended"),
    [
        ("homicdios en la ciudad", "Spanish", "homicidios"),
        ("homicdios", "Spanish", "homicidios"),
        ("desalojso", "Spanish", "desalojos"),
        ("ambulâncas atrasdas", "Portuguese", "ambulâncias atrasadas"),
        ("enchetnes", "Portuguese", "enchentes"),
        ("evictoin", None, "eviction"),
        ("evictoin of tenants", None, "eviction"),
        ("hospitl no beds", None, "hospital"),
    ],
)
def test_a_language_is_recognized_though_a_word_has_a_slip(
    real_finder: Finder, question: str, language: str | None, mended: str
) -> None:
    found = real_finder.search(question)
    assert (found.translation and found.translation[0]) == language
    assert " ".join(taken for _, taken in found.corrections) == mended
