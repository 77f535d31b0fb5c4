"""The examples of the form are in the language of its page."""

from generator.model import Library
from generator.publishing.contribute import example, example_messages
from generator.publishing.contribute.form_data import form_data
from generator.wording import ENGLISH, read_language
from tests.conftest import ROOT


def test_examples_are_in_the_language_and_what_holds_no_words_stays(small_library: Library) -> None:
    portuguese = form_data(small_library, read_language("pt-BR", ROOT / "messages"))["example"]
    assert portuguese["problem"] == ["A maioria das multas ia para pessoas que não sabiam o dia.[^memo]"]
    assert (portuguese["results"][0]["before"], portuguese["results"][3]["value"]) == ("9.000", "quase 7.500")
    assert portuguese["topics"] == example()["topics"]
    assert portuguese["sources"]["memo"]["url"] == example()["sources"]["memo"]["url"]
    assert form_data(small_library, ENGLISH)["example"] == example()


def test_no_text_of_the_example_stays_english_but_names() -> None:
    for code in ("es-419", "pt-BR"):
        language = read_language(code, ROOT / "messages")
        assert {text for text in example_messages() if language(text) == text} == {"Lakeside", "Riverton Herald"}
