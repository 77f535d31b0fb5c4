"""What the translated write-ups say in their own words can be looked up, word by word."""

from typing import Any

from generator.finding.known_words import coded
from generator.finding.own_words import OwnWords, translation_into
from generator.finding.pieces import lexicon_piece
from generator.model import Lexicon, Practice, Translation
from generator.model.translation import digest_of
from tests.linking.conftest import a_library, a_practice

SPANISH = Lexicon(language="Spanish", filler=("de", "a", "la"), words={"dormir": "sleep", "en la calle": "outdoors"})


def practices() -> list[Practice]:
    asked = ("People sleep outdoors", "Nobody knows")
    return [
        a_practice("cali/shelters", title="Shelters for all", questions=asked),
        a_practice("cali/other", title="Reports of the year"),
    ]


def own_words(**texts: str) -> OwnWords:
    """The Spanish words of both practices, of which `texts` are translated."""
    said = {digest_of(original.replace("_", " ")): text for original, text in texts.items()}
    return OwnWords(lexicon_piece(SPANISH), practices(), Translation("es", said), 0.01)


def held(own: OwnWords) -> dict[str, Any]:
    """Each word with its steps between rows."""
    return {word: rows for place in range(own.number) for word, (rows, _) in own.piece(place).items()}


def test_forms_of_a_word_that_the_lexicon_knows_are_one_and_a_phrase_is_one_word() -> None:
    found = held(own_words(Shelters_for_all="Durmiendo en la calle", Reports_of_the_year="Albergues para dormir"))
    sleep, outdoors = (f"#{place}" for place in range(2))
    assert (found[sleep], found[outdoors], found["albergue"]) == ([0, 1], [0], [1])


def test_what_is_not_translated_holds_nothing() -> None:
    assert held(own_words(Nobody_knows="Albergues")) == {"albergue": [0]}
    assert OwnWords(lexicon_piece(SPANISH), practices(), None, 0.01).number == 0


def test_a_word_is_in_the_piece_that_its_letters_tell() -> None:
    reports = Translation("es", {digest_of("Reports of the year"): "Albergues"})
    own = OwnWords(lexicon_piece(SPANISH), practices() * 20, reports, 0.01)
    assert own.number == 7
    assert "albergue" in own.piece(sum(map(ord, "albergue")) % own.number)


def test_a_write_up_of_that_language_is_read_as_it_is() -> None:
    written = [a_practice("cali/shelters", title="Albergues abiertos").model_copy(update={"language": "es"})]
    assert "albergue" in held(OwnWords(lexicon_piece(SPANISH), written, Translation("es"), 0.01))


def test_a_translation_belongs_to_the_lexicon_of_its_language() -> None:
    library = a_library(practices()).model_copy(update={"translations": (Translation("pt"), Translation("es"))})
    found = translation_into(library, SPANISH)
    assert found is not None
    assert found.language == "es"
    assert translation_into(library, SPANISH.model_copy(update={"language": "French"})) is None


def test_the_words_of_an_address_are_none_of_the_language() -> None:
    own = own_words(Nobody_knows="Ambulancias: https://example.org/more-ambulances-for-boston, y otras")
    assert own.spelling("a")["words"] == coded(["ambulancias"])
    assert own.spelling("b")["words"] == ""
