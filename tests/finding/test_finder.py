"""From a question to practices, without a browser."""

import threading
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from generator.finding import Finder
from generator.finding.entries import SitePage, entries_of
from generator.finding.index import make_index
from generator.finding.lexicon_vectors import bare_words, vectors_of
from generator.model import Lexicon, Library
from generator.reading import read_library
from tests.builders import write_library
from tests.conftest import FULL
from tests.drawn import ONE_IN, lot
from tests.linking.conftest import a_library, a_practice


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small library, for all tests of this module."""
    return read_library(write_library(tmp_path_factory.mktemp("small") / "practices"))


@pytest.fixture(scope="module")
def finder(library: Library) -> Finder:
    return Finder(library)


@pytest.fixture(scope="module")
def in_spanish(library: Library) -> Callable[..., Finder]:
    """Makes a finder that knows some words of Spanish, once for all questions with the same ones."""

    @cache
    def made(**words: str) -> Finder:
        lexicon = Lexicon(language="Spanish", filler=("a",), words=words)
        return Finder(library.model_copy(update={"lexicons": (lexicon,)}))

    return made


def test_a_question_finds_the_practice_that_answers_it_and_says_why(finder: Finder, library: Library) -> None:
    practice = library.practices[0]
    question = practice.questions[-1]
    found = finder.search(question)
    assert found.practices[0].practice == practice.id
    assert found.practices[0].answers == question
    assert found.practices[0].holds


def test_a_practice_found_by_its_title_names_no_question(finder: Finder, library: Library) -> None:
    practice = library.practices[0]
    first = finder.search(practice.title).practices[0]
    assert (first.practice, first.answers) == (practice.id, "")


def test_a_slip_is_mended_and_told(real_finder: Finder) -> None:
    found = real_finder.search("ambulence")
    assert found.corrections == (("ambulence", "ambulance"),)
    assert "ambulance" in found.practices[0].holds


def test_a_question_in_another_language_is_told_in_english(in_spanish: Callable[..., Finder]) -> None:
    assert in_spanish(enfermera="nurse").search("enfermeras").translation == ("Spanish", "nurse")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("cierran", "close"),  # cerrar, with another vowel
        ("piden", "request"),
        ("publique", "publish"),
        ("cerrarlas", "close"),
        ("cerraría", "close"),
        ("casos", "case"),  # and not of casa
        ("casas", "house"),
        ("recibe", "receive"),  # and not of recibo
        ("enfermera", "nurse"),
        ("enfermeros", "nurse"),
        ("gratuitamente", "free"),
    ],
)
def test_forms_of_a_word_are_found_by_the_word(in_spanish: Callable[..., Finder], typed: str, told: str) -> None:
    words = {"casa": "house", "caso": "case", "cerrar": "close", "enfermero": "nurse", "gratuito": "free"}
    words |= {"pedir": "request", "publicar": "publish", "recibo": "bill", "recibir": "receive"}
    assert in_spanish(**words).search(typed).translation == ("Spanish", told)


def test_of_two_languages_that_hold_the_same_words_the_one_that_knows_more_of_the_rest_is_taken(
    library: Library,
) -> None:
    spanish = Lexicon(language="Spanish", filler=("de",), words={"bolsa": "bag"})
    portuguese = Lexicon(language="Portuguese", filler=("de", "do"), words={"bolsa": "grant"})
    finder = Finder(library.model_copy(update={"lexicons": (spanish, portuguese)}))
    assert finder.search("bolsa do").translation == ("Portuguese", "grant")
    assert finder.search("bolsa de").translation == ("Spanish", "bag")


def test_of_two_languages_the_one_whose_own_letters_or_very_words_are_used_is_taken(library: Library) -> None:
    spanish = Lexicon(language="Spanish", letters="ñ", filler=("la",), words={"bolsa": "bag", "perder": "lose"})
    portuguese = Lexicon(language="Portuguese", letters="ãç", filler=("o",), words={"bolsa": "grant", "perda": "loss"})
    finder = Finder(library.model_copy(update={"lexicons": (spanish, portuguese)}))
    assert finder.search("perda").translation == ("Portuguese", "loss")  # and no form of perder
    assert finder.search("perdió").translation == ("Spanish", "lose")
    assert finder.search("bolsa piña").translation == ("Spanish", "bag pina")
    assert finder.search("bolsa maçã").translation == ("Portuguese", "grant maca")


@pytest.mark.parametrize("question", ["COVID-19", "mosquito", "congestion"])
def test_what_is_the_same_word_in_english_is_no_sign_of_another_language(real_finder: Finder, question: str) -> None:
    assert real_finder.search(question).translation is None


def test_what_the_library_does_not_hold_is_said(real_finder: Finder) -> None:
    assert real_finder.search("zoning for data centers on the moon base").nothing
    assert real_finder.search("ambulances come too late").nothing is None


@pytest.mark.parametrize("question", ["", "   ", "the of a", "…?!", "\0", "x" * 5_000, '"); throw 1; ("', "‘’“”\u2028"])
def test_what_asks_for_nothing_finds_nothing_and_breaks_nothing(finder: Finder, question: str) -> None:
    found = finder.search(question)
    assert found.practices == ()
    assert found.corrections == ()


def test_pages_of_the_site_are_found_and_do_not_change_how_practices_rank(
    real_library: Library, real_finder: Finder
) -> None:
    words = "ambulances potholes budgets evictions " * 40 + "colophonium"
    page = SitePage("about/", "Ambulances and potholes", "What this is.", words)
    whole = Finder(real_library, [page])
    for question in ("ambulances come too late", "potholes", "evictions in winter", "colophonium on ambulances"):
        one, other = real_finder.search(question), whole.search(question)
        assert one.practices == other.practices
        assert (one.nothing, one.unknown) == (other.nothing, other.unknown)
    assert whole.search("colophonium").others["page"] == ("about/",)


def test_it_belongs_to_one_thread_and_another_has_its_own(library: Library) -> None:
    found: list[str] = []
    question = library.practices[0].title
    thread = threading.Thread(target=lambda: found.append(Finder(library).search(question).practices[0].practice))
    thread.start()
    thread.join()
    assert found == [library.practices[0].id]


def test_an_empty_library_answers_nothing(small_library: Library) -> None:
    assert Finder(small_library.model_copy(update={"practices": ()})).search("nurses").practices == ()


def test_a_topic_that_is_named_brings_all_its_practices(real_finder: Finder, real_library: Library) -> None:
    for topic in real_library.topics if FULL else real_library.topics[lot() % ONE_IN :: ONE_IN]:
        found = real_finder.search(topic.name)
        wanted = {practice.id for practice in real_library.practices_by_topic.get(topic.id, ())}
        assert wanted <= {hit.practice for hit in found.practices}, topic.name
        assert found.nothing is None or not wanted


def test_a_subject_that_nobody_answers_is_told_until_a_write_up_is_about_it(
    real_library: Library, real_finder: Finder
) -> None:
    asked = "the animal shelter is full"
    assert real_finder.search(asked).nothing
    assert real_finder.search("shelters are full").nothing is None
    first, *others = real_library.practices
    about = {"title": "Boulder emptied its animal shelter in a year", "questions": ("The animal shelter is full",)}
    practices = (first.model_copy(update=about), *others)
    found = Finder(real_library.model_copy(update={"practices": practices})).search(asked)
    assert found.nothing is None
    assert found.practices[0].practice == first.id


def test_irregular_plurals_find_what_their_singulars_find(real_finder: Finder) -> None:
    for one, many in (("bus", "buses"), ("child", "children"), ("woman", "women")):
        assert real_finder.index.terms_in(one) == real_finder.index.terms_in(many)


def test_a_short_plural_that_no_practice_holds_finds_by_its_synonyms(
    real_finder: Finder, real_library: Library
) -> None:
    found = [real_library.practice_by_id[hit.practice] for hit in real_finder.search("hobos").practices[:5]]
    assert found
    assert all("homelessness" in practice.topics for practice in found)


def test_where_another_language_has_one_word_for_two_both_are_found() -> None:
    asks = {"austin/wells": "dry wells of old", "austin/holes": "deep potholes"}
    practices = [a_practice(one, title=ask, questions=(ask,)) for one, ask in asks.items()]
    lexicon = Lexicon(language="Spanish", filler=("a",), words={"pozo": "wells / potholes"})
    found = Finder(a_library(practices).model_copy(update={"lexicons": (lexicon,)})).search("pozos")
    assert found.translation == ("Spanish", "wells")
    assert {hit.practice for hit in found.practices} == asks.keys()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("casita", "house"),  # what is small
        ("carisimas", "expensive"),  # what is very much so
        ("reduz", "reduce"),
        ("construyen", "build"),
        ("pedirselos", "request"),
        ("construyan", "build"),
        ("pidiéndoselos", "request"),
        ("redujeron", "reduce"),
        ("propusieron", "propose"),
        ("juegan", "play"),
        ("empiecen", "start"),
        ("elijan", "choose"),
        ("construimiento", "build"),
        ("jugadores", "play"),
        ("carisimas legales", "expensive legal"),  # only its plural is another
        ("carisima legal", "expensive legal"),  # as many words of either language
    ],
)
def test_more_forms_and_words_that_both_languages_have(
    in_spanish: Callable[..., Finder], typed: str, told: str
) -> None:
    words = {"casa": "house", "caro": "expensive", "reduzir": "reduce", "construir": "build", "pedir": "request"}
    words |= {"reducir": "reduce", "proponer": "propose", "jugar": "play", "empezar": "start", "elegir": "choose"}
    assert in_spanish(**words).search(typed).translation == ("Spanish", told)


def test_a_question_in_another_language_points_where_the_english_one_does(real_library: Library) -> None:
    index = make_index(tuple(entries_of(real_library, ())), real_library.synonyms)
    for lexicon in real_library.lexicons:
        words = bare_words(lexicon)
        vectors = vectors_of(lexicon, index)
        assert vectors.shape == (len(words), index.word_vectors.shape[1])
        [water] = index.directions_of(["water"])
        unknown = lexicon.model_copy(update={"language": "Latin"})  # of which nothing was learnt
        for one, least in ((vectors, 0.8), (vectors_of(unknown, index), 0.99)):
            vector = one[list(words).index("agua")]
            assert vector @ water >= least * np.linalg.norm(vector) > 0
