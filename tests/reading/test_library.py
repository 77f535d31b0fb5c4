import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading import ProblemsFoundError, nearest, read_library
from tests.builders import METHODS, PRACTICE, STANDARD, TOPICS, write_library

TODAY = datetime.date(2026, 11, 24)


def problems(folder: Path) -> list[str]:
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder, TODAY)
    return [str(problem).removeprefix(folder.as_posix() + "/") for problem in caught.value.problems]


def with_practice(folder: Path, old: str, new: str) -> list[str]:
    """The problems of a library whose one practice has `new` in place of `old`."""
    assert old in PRACTICE
    return problems(write_library(folder, {"boulder-co/nurses": PRACTICE.replace(old, new)}))


def test_a_good_library_is_read(folder: Path) -> None:
    library = read_library(folder, TODAY)
    assert [practice.id for practice in library.practices] == ["boulder-co/nurses", "salem-or/sweeping"]
    assert library.practices[0].started == 2018
    assert library.practices[0].results[0].treated == "56%"
    assert library.practices_by_criterion["EVAL2"] == library.practices


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "status: ongoing",
            "status: ongoin",
            "boulder-co/nurses.yaml:4:9: status: “ongoin” is not known: did you mean ongoing?",
        ),
        (
            "status: ongoing",
            "statsu: ongoing",
            "boulder-co/nurses.yaml:4:1: statsu is not a field here: did you mean status?",
        ),
        ("status: ongoing\n", "", "boulder-co/nurses.yaml:1:1: status is missing: Whether it still runs."),
        ("status: ongoing", "status:", "boulder-co/nurses.yaml:4:8: status: is empty: write it, or take the line out"),
        (
            "started: 2018",
            "started: spring",
            "boulder-co/nurses.yaml:3:10: started: is not a whole number: digits only, or unknown",
        ),
        ("started: 2018", "started: 2031", "boulder-co/nurses.yaml:3:10: started: 2031 lies in the future"),
        ("[EVAL2]", "[EVAL7]", "boulder-co/nurses.yaml:6:12: criteria: EVAL7 is not known: did you mean EVAL2?"),
        ("[health]", "[heath]", "boulder-co/nurses.yaml:7:10: topics: heath is not known: did you mean health?"),
        ("[health]", "[Litter]", "topics: Litter is not known: did you mean sanitation?"),
        ("[health]", "[Street sweepings]", "topics: Street sweepings is not known: allowed: health, sanitation"),
        ("[crisis-response]", "[Nudge]", "methods: Nudge is not known: did you mean behavioral-message?"),
        ("[rigorous-evaluations]", "[Rigorous Evaluations]", "did you mean rigorous-evaluations?"),
        ("[health]", "[health, health]", "boulder-co/nurses.yaml:7:18: topics: health stands here twice"),
        (
            "[crisis-response]",
            "crisis-response",
            "boulder-co/nurses.yaml:8:10: methods: is not a list: each item on a line of its own",
        ),
        ("[rigorous-evaluations]", "[rigorous]", "areas: rigorous is not known: did you mean rigorous-evaluations?"),
        ("them.[^report]", "them.", "boulder-co/nurses.yaml:11:5: problem: this statement has no source"),
        (
            "them.[^report]",
            "them.[^reprot]",
            "boulder-co/nurses.yaml:11:5: problem: the source reprot does not exist: did you mean report?",
        ),
        ("center.[^report][^news]", "center.[^report]\n  - Then.[^report]", ""),
        ("content.[^news]", "content.[^report]", ""),
        (
            "level: randomized-trial",
            "level: before-after",
            "boulder-co/nurses.yaml:25:10: level: no result carries before-after",
        ),
        ("    comparison_group: callers given the usual response, by lot\n", "", "comparison_group"),
        ("Callers were content.", "TODO", "boulder-co/nurses.yaml:23:11: “TODO” is left over from a template"),
        ("Callers were", "Callers [were](javascript:alert(1))", "the link to “javascript:alert(1” is not allowed"),
        ("Callers were", "Callers [were](  JavaScript:x)", "the link to “JavaScript:x” is not allowed"),
        ("https://example.org/news", "javascript:alert(1)", "url: an address begins with https:, http:, mailto:"),
        ("date: 2020-06}", "date: 2027-01}", "date: 2027-01 lies in the future"),
        ("date: 2020-06}", "date: summer}", "a date is written 2018, 2018-06 or 2018-06-18"),
        ("added: 2024-01-15\n", "", "added is missing: Day on which the write-up came into the library."),
        ("added: 2024-01-15", "added: 2026-11-25", "added: 2026-11-25 lies in the future"),
        ("reviewed: 2024-01-31", "reviewed: 2024-01", "a full date is written 2018-06-18"),
        ("reviewed: 2024-01-31", "reviewed: 2026-11-25", "reviewed: 2026-11-25 lies in the future"),
        (
            "Boulder sends nurses to calls that need no ambulance",
            "Boulder " + "x" * 90,
            "title: has 98 characters: at most 89",
        ),
        ("Fewer ambulances went out.", "Fewer went out.[^news]", "summary: footnotes stand in the statements below"),
        ("wait for an ambulance", "wait.[^news]", "questions: footnotes stand in the statements below"),
        (
            "unknown: [running cost]",
            "adopted_by:\n  - city: bolder-co\n    text: It copied it.[^news]",
            "the city bolder-co is not in the library: did you mean boulder-co?",
        ),
        ("unknown: [running cost]", "adopted_by:\n  - text: Someone copied it.[^news]", "give either `city`"),
    ],
)
def test_each_mistake_is_told_with_its_place_and_the_way_out(tmp_path: Path, old: str, new: str, expected: str) -> None:
    if not expected:
        assert read_library(write_library(tmp_path, {"boulder-co/nurses": PRACTICE.replace(old, new)}), TODAY)
        return
    assert any(expected in problem for problem in with_practice(tmp_path, old, new)), with_practice(tmp_path, old, new)


def test_a_practice_of_a_city_that_has_no_file_yet_says_how_it_gets_one(tmp_path: Path) -> None:
    (found,) = problems(write_library(tmp_path, {"bolder-co/nurses": PRACTICE}))
    assert found.startswith("bolder-co/nurses.yaml:1:1: the city bolder-co has no city.yaml: did you mean boulder-co?")
    assert found.endswith("for a new city, peerbook new and the form write that file")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Transportation", "public-transit"), ("transit", "public-transit"), ("Transportations", "public-transit"),
     ("santiation", "sanitation"), ("Sanitation", "sanitation"), ("sanitation", "sanitation")],
)  # fmt: skip
def test_what_a_word_stands_for_counts_before_what_it_looks_like(written: str, meant: str) -> None:
    names = {"sanitation": ("Sanitation", "waste"), "public-transit": ("Public transit", "transportation", "transit")}
    assert nearest(written, names).startswith(f"did you mean {meant}?")


def test_what_is_wrong_with_a_correction_is_told(tmp_path: Path) -> None:
    text = "The summary said twice as many; it says a third more now."
    good = f"corrections:\n  - date: 2026-11-01\n    text: {text}\nadded:"
    assert read_library(write_library(tmp_path, {"boulder-co/nurses": PRACTICE.replace("added:", good)}), TODAY)
    late = with_practice(tmp_path, "added:", good.replace("2026-11-01", "2027-11-01"))
    assert late == ["boulder-co/nurses.yaml:32:11: date: 2027-11-01 lies in the future: today or earlier"]
    noted = with_practice(tmp_path, "added:", good.replace("now.", "now.[^news]"))
    assert any("corrections: footnotes stand in the statements below" in problem for problem in noted)


def test_an_earlier_id_of_a_topic_that_is_an_id_is_told(tmp_path: Path) -> None:
    topics = TOPICS.replace("id: health,", "id: health, aliases: [wellness, sanitation],")
    found = problems(write_library(tmp_path, topics=topics))
    assert found == ["topics.yaml:2:38: sanitation is the address of sanitation: take it out"]


def test_a_source_that_nothing_cites_is_told(tmp_path: Path) -> None:
    found = with_practice(tmp_path, "added:", "  spare: {title: Spare}\nadded:")
    assert found == ["boulder-co/nurses.yaml:31:3: the source spare is not cited: cite it, or take it out"]


def test_all_problems_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    broken = PRACTICE.replace("status: ongoing", "status: x").replace("[health]", "[y]").replace("level: ", "levl: ")
    found = problems(write_library(tmp_path, {"boulder-co/a": broken, "salem-or/b": broken, "nowhere-xx/c": PRACTICE}))
    assert len(found) >= 5
    assert {problem.partition(":")[0] for problem in found} == {
        "boulder-co/a.yaml",
        "salem-or/b.yaml",
        "nowhere-xx/c.yaml",
    }


def test_a_broken_register_is_told_once_and_not_in_every_practice(tmp_path: Path) -> None:
    found = problems(write_library(tmp_path, methods="methods: oops\n"))
    assert found == ["methods.yaml:1:1: this is not a list of methods: `methods:` and its entries"]


def test_registers_are_checked_too(tmp_path: Path) -> None:
    found = problems(write_library(tmp_path, methods=METHODS.replace("words: [911,", "wrods: [911,")))
    assert any("wrods is not a field here: did you mean words?" in problem for problem in found)
    found = problems(write_library(tmp_path, standard=STANDARD.replace("one place.[^portal]", "one place.[^portl]")))
    assert any("the source portl does not exist: did you mean portal?" in problem for problem in found)


def test_two_entries_of_one_id_are_told(tmp_path: Path) -> None:
    twice = METHODS + METHODS.removeprefix("methods:\n").splitlines()[0] + "\n"
    assert "methods.yaml:4:10: crisis-response stands here twice: keep one of the two" in problems(
        write_library(tmp_path, methods=twice)
    )


@pytest.mark.parametrize("alias", ["../../outside", "/etc/passwd", "Boulder/x", "boulder-co", "boulder-co/a/b"])
def test_an_earlier_address_stays_inside_the_site(tmp_path: Path, alias: str) -> None:
    found = problems(write_library(tmp_path, {"boulder-co/nurses": f"{PRACTICE}aliases: [{alias}]\n"}))
    assert "is not written as it should be" in found[0]


def test_an_address_belongs_to_one_practice(tmp_path: Path) -> None:
    taken = PRACTICE + "aliases: [salem-or/sweeping]\n"
    found = problems(write_library(tmp_path, {"boulder-co/nurses": taken, "salem-or/sweeping": PRACTICE}))
    assert any("salem-or/sweeping is the address of salem-or/sweeping" in problem for problem in found)


@given(data=st.data())
def test_no_mangled_write_up_brings_the_reader_down(tmp_path: Path, data: st.DataObject) -> None:
    lines = PRACTICE.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        lines[place] = data.draw(
            st.sampled_from(["", "  ", lines[place] * 2, lines[place][:-5] + "\n", "- x\n", "a: [\n"])
        )
    folder = write_library(tmp_path, {"boulder-co/nurses": "".join(lines)})
    try:
        read_library(folder, TODAY)
    except ProblemsFoundError as error:
        found = error.problems
    else:
        found = ()
    assert all(problem.line >= 1 and problem.wrong for problem in found)


LEXICON = "language: Spanish\nfiller: [el]\nwords:\n  niño: child / boy\n  agua de lluvia: stormwater\n"


def test_a_lexicon_is_read_and_a_library_can_be_without_one(tmp_path: Path) -> None:
    assert read_library(write_library(tmp_path / "without")).lexicons == ()
    [lexicon] = read_library(write_library(tmp_path / "with", lexicon_es=LEXICON)).lexicons
    assert (lexicon.language, lexicon.words["agua de lluvia"]) == ("Spanish", "stormwater")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("  nino: boy", "lexicon-es.yaml:4:3: words: niño and nino"),
        ("  <b>: bold", "lexicon-es.yaml:6:"),
        ("  pan: <b>", "lexicon-es.yaml:6:"),
        ("  pan: bread / a loaf", "lexicon-es.yaml:6:"),  # what else it may be is one word
    ],
)
def test_a_lexicon_that_says_a_word_twice_or_no_word_is_told(tmp_path: Path, line: str, place: str) -> None:
    folder = write_library(tmp_path, lexicon_es=f"{LEXICON}{line}\n")
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder)
    assert place in str(caught.value)


GLOSSARY = """terms:
  - en: performance
    es: desempeño
    pt: desempenho
    avoid: {es: [performance]}
    source: {pt: "https://example.org/desempenho"}
  - en: results-driven contracting
    es: contratación basada en resultados
    pt: contratação baseada em resultados
"""


def test_a_glossary_is_checked_and_a_library_can_be_without_one(tmp_path: Path) -> None:
    assert read_library(write_library(tmp_path / "with", glossary=GLOSSARY)) == read_library(
        write_library(tmp_path / "without")
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("en: results-driven contracting", "en: performance", "glossary.yaml:7:9: performance stands here twice"),
        (
            "es: contratación basada en resultados",
            "es: contratación por Performance",
            "glossary.yaml:5:18: performance is to be avoided, and is the word for results-driven contracting",
        ),
        ("[performance]", "[Performance]", "glossary.yaml:5:18: es: words to avoid are written in small letters"),
        ("[performance]", "[<b>]", "glossary.yaml:5:18: es:"),
        ("    pt: desempenho\n", "", "glossary.yaml:2:5: pt is missing"),
        ("pt: desempenho", "fr: performance", "fr is not a field"),
        ("https://example.org/desempenho", "example.org", "glossary.yaml:6:"),
    ],
)
def test_a_glossary_that_contradicts_itself_or_lacks_a_language_is_told(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    folder = write_library(tmp_path, glossary=GLOSSARY.replace(old, new, 1))
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder)
    assert told in str(caught.value)


def test_a_synonym_that_is_no_single_word_is_told(tmp_path: Path) -> None:
    folder = write_library(tmp_path, synonyms="synonyms:\n  - [trash, Garbage bin]\n  - [tree]\n")
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder)
    assert "synonyms.yaml:2:13: synonyms:" in str(caught.value)
    assert "synonyms.yaml:3:5: synonyms:" in str(caught.value)


def test_what_nobody_answers_may_be_named_in_several_ways(tmp_path: Path) -> None:
    assert read_library(write_library(tmp_path / "without")).unanswered == ()
    folder = write_library(tmp_path / "with", unanswered="unanswered:\n  - [seawall, levees]\n  - [dog bites]\n")
    assert read_library(folder).unanswered == ("seawall", "levees", "dog bites")
    folder = write_library(tmp_path / "wrong", unanswered="unanswered:\n  - [Seawall]\n  - []\n")
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder)
    assert "unanswered.yaml:2:6: unanswered:" in str(caught.value)
    assert "unanswered.yaml:3:5: unanswered:" in str(caught.value)


REGISTER_MISTAKES = {
    "certification": [
        ("Good.[^portal]", "Good.[^memo]", "the source memo does not exist"),
        ("least: 68", "least: 60", "tiers rise from the lowest to the highest and do not overlap"),
        ("who: city", "who: mayor", "who: “mayor” is not known"),
        ("  portal:", "  memo: {title: A memo}\n  portal:", "the source memo is not cited"),
    ],
    "advice": [
        ("areas: [open-data]", "areas: [open-date]", "areas: open-date is not known: did you mean open-data?"),
        ("id: publish", "id: begin", "begin stands here twice"),
        ("stage: improve", "stage: improving", "stage: “improving” is not known"),
        ('[^portal]"}', '[^page]"}', "the source page does not exist"),
    ],
    "adoption": [
        ('[^toolkit]"]', '[^oecd]"]', "the source oecd does not exist"),
        ("question:", "ask:", "ask is not a field"),
    ],
    "standard": [
        (
            "checks: [A policy exists]",
            "checks: [A]\n        rests_on: [{criterion: OD9, because: So.}]",
            "OD9 does not",
        ),
        ("checks: [A policy exists]", "checks: [A]\n        rests_on: [{criterion: OD1, because: So.}]", "in a circle"),
    ],
}


@pytest.mark.parametrize(
    ("register", "right", "wrong", "told"),
    [(register, *mistake) for register, mistakes in REGISTER_MISTAKES.items() for mistake in mistakes],
)
def test_a_mistake_in_a_register_is_told_with_its_place(
    tmp_path: Path, register: str, right: str, wrong: str, told: str
) -> None:
    text = (write_library(tmp_path) / f"{register}.yaml").read_text(encoding="utf-8")
    assert right in text
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(write_library(tmp_path, None, **{register: text.replace(right, wrong, 1)}))
    found = [str(problem) for problem in caught.value.problems if told in str(problem)]
    assert found, caught.value
    assert re.match(rf".*{register}\.yaml:\d+:\d+: ", found[0])


def test_a_missing_register_is_told(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    (folder / "advice.yaml").unlink()
    with pytest.raises(ProblemsFoundError, match=r"advice\.yaml:1:1: this file is missing"):
        read_library(folder)


@pytest.mark.parametrize(
    ("register", "old", "new"),
    [
        ("certification", "level: gold", "level: [gold]"),
        ("advice", "id: begin", "id: [begin]"),
        ("topics", "id: health", "id: [health]"),
        ("methods", "id: crisis-response", "id: {a: b}"),
    ],
)
def test_a_list_where_a_name_is_due_is_a_problem_and_no_crash(
    tmp_path: Path, register: str, old: str, new: str
) -> None:
    path = write_library(tmp_path) / f"{register}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert any(line.startswith(f"{register}.yaml") and "is not a text" in line for line in problems(tmp_path))
