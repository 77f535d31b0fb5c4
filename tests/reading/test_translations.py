"""Translations: what is read, what is refused, and what is told of an original that has changed."""

from pathlib import Path

import pytest
import yaml

from generator.contributing.translating import BASICS, missing, noted, originals_of, to_fill_in, translation_path
from generator.linking import link
from generator.model import Library, Untranslated, Worded, original_of, plain_text
from generator.model.translation import digest_of
from generator.publishing import Page, make_pages
from generator.publishing.markup import to_html
from generator.reading import ProblemsFoundError, read_library, read_originals, read_with_hints
from generator.reading.strict_yaml import Document, parse
from generator.reading.translations import figures, read_translation
from generator.wording import Language, as_written, in_language
from tests.builders import PRACTICE, audit

SPANISH, BRAZILIAN = Language("es-419"), Language("pt-BR")
NURSES = "boulder-co/nurses"


def write(folder: Path, text: str, language: str = "es", identity: str = NURSES) -> Path:
    """A translation, noted, beside its original."""
    path = translation_path(folder, language, identity)
    path.parent.mkdir(parents=True, exist_ok=True)
    originals = originals_of(read_originals(folder))
    path.write_text(noted(path, text, originals[identity]), encoding="utf-8")
    return path


def told(folder: Path) -> list[str]:
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder)
    return [str(problem).partition("translations/")[2] for problem in caught.value.problems]


def pages_of(library: Library, language: Language) -> dict[str, Page]:
    return {page.path: page for page in make_pages(library, link(library), language=language)}


def test_a_library_is_shown_in_a_language_and_keeps_what_is_no_words(folder: Path) -> None:
    write(folder, "title: Enfermeras de Boulder\nsummary: Enfermeras acuden a las llamadas.\n")
    library = read_library(folder)
    spanish, language = in_language(library, "es", SPANISH)
    nurses, english = spanish.practice_by_id[NURSES], library.practice_by_id[NURSES]
    assert nurses.title == "Enfermeras de Boulder"
    assert isinstance(nurses.title, Worded)
    assert original_of(nurses.title) == english.title
    assert (nurses.sources, nurses.started, nurses.evidence.level) == (
        english.sources,
        english.started,
        english.evidence.level,
    )
    assert library.practice_by_id[NURSES].title == english.title != nurses.title
    assert language.named(english.title) == english.title, "reasons quote names and questions, not titles"


def test_reasons_quote_a_cost_in_the_language_without_its_citations(folder: Path) -> None:
    write(folder, "cost: un millón ($1) para empezar[^report]\n")
    library = read_library(folder)
    _, language = in_language(library, "es", SPANISH)
    cost = library.practice_by_id[NURSES].cost
    assert cost
    assert "[^report]" in cost
    assert language.named(plain_text(cost)) == "un millón ($1) para empezar"


def test_what_has_no_translation_is_marked_with_its_language(folder: Path) -> None:
    write(folder, "title: Enfermeras de Boulder\n")
    spanish, _ = in_language(read_library(folder), "es", SPANISH)
    statement = spanish.practice_by_id[NURSES].problem[0]
    assert isinstance(statement, Untranslated)
    assert not statement.is_outdated
    assert to_html(statement).startswith('<span lang="en">')


def test_a_text_whose_original_has_changed_is_shown_in_english_and_told(folder: Path) -> None:
    path = write(folder, "title: Enfermeras de Boulder\n")
    write_up = folder / f"{NURSES}.yaml"
    title = read_library(folder).practice_by_id[NURSES].title
    write_up.write_text(write_up.read_text(encoding="utf-8").replace(title, f"{title} at night"), encoding="utf-8")
    library = read_library(folder)
    shown = in_language(library, "es", SPANISH)[0].practice_by_id[NURSES].title
    assert isinstance(shown, Untranslated)
    assert shown.is_outdated
    again = noted(path, path.read_text(encoding="utf-8"), library.practice_by_id[NURSES])
    assert digest_of(title) in again, "what was noted stays until the translator takes its line out"
    mended = "\n".join(line for line in again.splitlines() if digest_of(title) not in line) + "\n"
    path.write_text(noted(path, mended, library.practice_by_id[NURSES]), encoding="utf-8")
    assert in_language(read_library(folder), "es", SPANISH)[0].practice_by_id[NURSES].title == "Enfermeras de Boulder"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: [x]\n", "the original has no text with words here"),
        ("titel: x\n", "titel: this is not a field here: did you mean title?"),
        ("status: en curso\n", "status: this has no words to translate"),
        ("results: [{metric: ''}]\n", "a text is missing here: write it, or take the line out"),
        ("sources: {a: {title: x}}\n", "sources: this has no words to translate"),
    ],
)
def test_what_is_no_translation_is_refused_with_its_place(folder: Path, text: str, expected: str) -> None:
    with pytest.raises(ProblemsFoundError, match=r"nurses\.yaml:[0-9]+:[0-9]+: ") as caught:
        write(folder, text)
    assert expected in str(caught.value)


def test_figures_and_sources_are_those_of_the_original(folder: Path) -> None:
    write(folder, "cost: un millón ($1) para empezar[^report]\n")
    assert read_library(folder).translations
    write(folder, "cost: $2 millones para empezar\n")
    problems = told(folder)
    assert any(
        "the figures are not those of the original: not in the original: 2; missing: 1" in one for one in problems
    )
    assert any("this cites no source: the original cites report: cite the same" in one for one in problems)


def test_a_translation_without_a_note_or_an_original_is_told(folder: Path) -> None:
    path = translation_path(folder, "es", NURSES)
    path.parent.mkdir(parents=True)
    path.write_text("title: Enfermeras de Boulder\n", encoding="utf-8")
    stray = translation_path(folder, "pt", "boulder-co/nurse")
    stray.parent.mkdir(parents=True)
    stray.write_text("title: Enfermeiras de Boulder\n", encoding="utf-8")
    problems = told(folder)
    assert any("nothing says which text this was made from: run peerbook translate" in one for one in problems)
    assert any("is called boulder-co/nurse: did you mean boulder-co/nurses?" in one for one in problems)


def test_audits_are_told_in_the_language_and_what_a_source_says_as_it_says_it(folder: Path) -> None:
    found = {"practice": NURSES, "field": "results 1", "verdict": "contradicted", "kind": "other"}
    found |= {"passage": "Three.", "note": "Not 4."}
    made = audit(id="by-lot", contradicted=1, then="Corrected.", findings=[found])
    written = made.model_dump(mode="json", exclude_none=True)
    (folder / "audits.yaml").write_text(yaml.safe_dump({"audits": [written]}), encoding="utf-8")
    translated = "audits: [{id: by-lot, by: una persona, findings: [{field: resultados 1, note: No 4.}]}]\n"
    write(folder, translated, identity="audits")
    spanish, language = in_language(read_library(folder), "es", SPANISH)
    (told,) = spanish.audits
    assert (told.by, told.findings[0].field, told.findings[0].note) == ("una persona", "resultados 1", "No 4.")
    assert (told.id, told.judged, told.findings[0].passage) == ("by-lot", written["judged"], "Three.")
    assert isinstance(told.then, Untranslated)
    body = pages_of(spanish, language)["accuracy.md"].body
    assert "resultados 1, " in body
    assert '<br>No 4.<br><q lang="en" translate="no">Three.</q>' in body
    assert " una persona</p>" in body
    assert ' <span lang="en">Corrected.</span></p>' in body


def test_no_file_can_translate_audits_that_are_not_there(folder: Path) -> None:
    path = translation_path(folder, "es", "audits")
    path.parent.mkdir(parents=True)
    path.write_text("audits: [{by: una persona}]\n", encoding="utf-8")
    assert any("nothing in the library is called audits" in one for one in told(folder))


def test_the_criterion_of_an_earlier_standard_is_told_in_the_language(folder: Path) -> None:
    standard = folder / "standard.yaml"
    text = standard.read_text(encoding="utf-8").replace("sourcing:", "predecessor: none found\n        sourcing:", 1)
    standard.write_text(text, encoding="utf-8")
    write(folder, "areas: [{criteria: [{predecessor: no se encontró ninguno}]}]\n", identity="standard")
    spanish, language = in_language(read_library(folder), "es", SPANISH)
    assert spanish.standard.criteria[0].predecessor == "no se encontró ninguno"
    assert "no se encontró ninguno." in pages_of(spanish, language)["criteria/od1.md"].body


def test_hostile_text_stays_text(folder: Path) -> None:
    write(folder, "title: '<script>alert(x)</script> enfermeras'\n")
    shown = in_language(read_library(folder), "es", SPANISH)[0].practice_by_id[NURSES].title
    assert to_html(shown) == "&lt;script&gt;alert(x)&lt;/script&gt; enfermeras"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1,234.5 and 56% of 2,000[^a-2]", "en", ["1234.5", "56", "2000"]),
        ("1.234,5 e 56% de 2.000", "pt", ["1234.5", "56", "2000"]),
        ("1,234.5 y 56% de 2,000", "es", ["1234.5", "56", "2000"]),
        ("[a report](https://a.org/2018) of 2019", "en", ["2019"]),
        ("ctvnews.ca/carts-1.53, 1,5; (https://a.b.org/2018/04/x-50-y)", "pt", ["1.5"]),
        ("12/30, 3.5/4 and 2.org", "en", ["12", "30", "3.5", "4", "2"]),
    ],
)
def test_figures_are_read_as_each_language_writes_them(text: str, language: str, expected: list[str]) -> None:
    assert sorted(figures(text, language).elements()) == sorted(expected)


def test_figures_without_words_are_written_by_the_language(folder: Path) -> None:
    text = PRACTICE.replace('"56%"', '"5,600.5"') if '"56%"' in PRACTICE else PRACTICE.replace("56%", "5,600.5")
    (folder / f"{NURSES}.yaml").write_text(text, encoding="utf-8")
    result = in_language(read_library(folder), "pt", BRAZILIAN)[0].practice_by_id[NURSES].results[0]
    assert result.treated == "5.600,5"
    assert in_language(read_library(folder), "es", SPANISH)[0].practice_by_id[NURSES].results[0].treated == "5,600.5"


def test_what_is_missing_is_told_until_it_is_there(folder: Path) -> None:
    practice = read_library(folder).practice_by_id[NURSES]
    places = {place[0] for place, _, _ in missing(practice, None)}
    assert {"title", "problem"} <= places
    assert set(BASICS) <= set(type(practice).model_fields)


def test_what_is_printed_to_fill_in_has_each_text_in_its_place(folder: Path) -> None:
    practice = read_library(folder).practice_by_id[NURSES]
    wanted = {place: text for place, text, _ in missing(practice, None) if place[:2] != ("results", 0)}
    assert ("results", 1, "text") in wanted
    document = parse(Path("nurses.yaml"), to_fill_in(wanted))
    assert isinstance(document, Document)
    read = read_translation(document, type(practice))
    assert read.problems == []
    assert read.texts == wanted


def test_what_has_changed_and_words_to_avoid_are_hints(folder: Path) -> None:
    write(folder, "title: El performance de las enfermeras\nsummary: Enfermeras acuden a las llamadas.\n")
    (folder / "glossary.yaml").write_text(
        "terms: [{en: performance, es: desempeño, pt: desempenho, avoid: {es: [performance]}}]\n", encoding="utf-8"
    )
    write_up = folder / f"{NURSES}.yaml"
    summary = read_library(folder).practice_by_id[NURSES].summary
    write_up.write_text(write_up.read_text(encoding="utf-8").replace(summary, f"{summary} So it is."), encoding="utf-8")
    found = {str(hint.rule): str(hint.problem) for hint in read_with_hints(folder)[1]}
    assert found["glossary"].endswith("1:8: performance is a word that the glossary avoids: write desempeño")
    assert "es/boulder-co/nurses.yaml:2:10: the original has changed since this was translated" in found["outdated"]


def test_a_word_to_avoid_may_stand_in_an_address(folder: Path) -> None:
    write(folder, "summary: Enfermeras acuden, véase https://example.org/performance/2024.\n")
    glossary = "terms: [{en: performance, es: desempeño, pt: desempenho, avoid: {es: [performance]}}]\n"
    (folder / "glossary.yaml").write_text(glossary, encoding="utf-8")
    assert "glossary" not in {str(hint.rule) for hint in read_with_hints(folder)[1]}


def test_a_write_up_in_spanish_is_shown_as_it_is_in_spanish_and_translated_elsewhere(folder: Path) -> None:
    spanish = PRACTICE.replace(
        "title: Boulder sends nurses to calls that need no ambulance", "title: Boulder envía enfermeras"
    )
    (folder / f"{NURSES}.yaml").write_text(f"{spanish}language: es\n", encoding="utf-8")
    write(folder, "title: Boulder sends nurses\n", "en")
    library = read_library(folder)
    english = as_written(library).practice_by_id[NURSES]
    assert english.title == "Boulder sends nurses"
    assert isinstance(english.summary, Untranslated)
    assert english.summary.language == "es"
    assert in_language(library, "es", SPANISH)[0].practice_by_id[NURSES] == library.practice_by_id[NURSES]
    assert as_written(library).practice_by_id["salem-or/sweeping"] == library.practice_by_id["salem-or/sweeping"]
    path = translation_path(folder, "es", NURSES)
    path.parent.mkdir(parents=True)
    path.write_text("title: Boulder envía enfermeras\n", encoding="utf-8")
    assert "boulder-co/nurses is written in this language" in told(folder)[0]


def test_the_last_write_up_has_no_say_in_the_language_of_the_rest(folder: Path) -> None:
    last = folder / "salem-or/sweeping.yaml"
    last.write_text(f"{last.read_text(encoding='utf-8')}language: es\n", encoding="utf-8")
    write(folder, "territory: las Américas\n", identity="network")
    library = read_library(folder)
    assert library.practices[-1].language == "es"
    spanish = in_language(library, "es", SPANISH)[0]
    assert spanish.network.territory == "las Américas"
    assert isinstance(spanish.topics[0].name, Untranslated)
    assert spanish.topics[0].name.language == "en"
    assert as_written(library).network == library.network
