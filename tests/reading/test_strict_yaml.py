from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.problems import Problem
from generator.reading.strict_yaml import Document, parse

PATH = Path("x.yaml")


def data(text: str) -> object:
    document = parse(PATH, text)
    assert isinstance(document, Document)
    return document.data


@pytest.mark.parametrize("word", ["no", "on", "12:30", "2018-06-18", "0x1F", "1e3", "null", "~", "0o17", "1_000"])
def test_plain_words_stay_what_was_typed(word: str) -> None:
    assert data(f"a: {word}\n") == {"a": word}


def test_a_key_without_a_value_is_empty() -> None:
    assert data("a:\nb: ''\n") == {"a": None, "b": ""}


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "a stands here twice"),
        ("a: &x 1\n", 1, 4, "anchor"),
        ("a: *x\n", 1, 4, "alias"),
        ("a: !!python/object:os.system x\n", 1, 4, "tag"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
        ("a: b\x07c\n", 1, 5, "invisible character U+0007"),
        ("ok: 1\na: b\u202ec\n", 2, 5, "invisible character U+202E"),
        ('a: "b\\x07c"\n', 1, 4, "invisible character U+0007"),
        ("a: b: c\n", 1, 5, "this is not YAML"),
        ("a:\n\t- b\n", 2, 1, "this is not YAML"),
        ("", 1, 1, "the file is empty"),
        ("? [a]\n: b\n", 1, 3, "a key is plain text"),
        (f"a: {'[' * 30}{']' * 30}\n", 1, 23, "nested too deeply"),
    ],
)
def test_what_surprises_or_harms_is_refused_by_name_and_place(text: str, line: int, column: int, words: str) -> None:
    problems = parse(PATH, text)
    assert isinstance(problems, list)
    assert words in problems[0].wrong
    assert (problems[0].line, problems[0].column) == (line, column)


def test_a_very_deep_file_is_refused_without_harm() -> None:
    assert isinstance(parse(PATH, "[" * 100_000), list)


def test_places_lead_to_the_line_of_a_value_and_of_its_key() -> None:
    document = parse(PATH, "a:\n  - b: 1\n    c: 2\n")
    assert isinstance(document, Document)
    assert document.locate(("a", 0, "c")) == (3, 8)
    assert document.locate(("a", 0, "c"), key=True) == (3, 5)
    assert document.locate(("a", 7)) == (2, 3)


@given(st.text(max_size=200))
def test_any_text_gives_data_or_problems_and_never_a_traceback(text: str) -> None:
    result = parse(PATH, text)
    assert isinstance(result, Document) or all(isinstance(problem, Problem) for problem in result)
