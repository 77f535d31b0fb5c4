"""`check --fix`: what is mended, and that nothing else is."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.contributing import mend, spellings
from generator.model import CityProfile, Library, WriteUp
from generator.reading import Registers, read_library
from generator.reading.strict_yaml import Document, parse
from tests.builders import PRACTICE, write_library


def known(library: Library) -> dict[str, dict[str, str]]:
    registers = Registers(library.network, library.standard, library.topics, library.methods, library.cities)
    return {field: dict(spelled) for field, spelled in spellings(registers).items()}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("status: ongoing", "status: Ongoing"),
        ("status: ongoing", "Status: ongoing"),
        ("topics: [health]", "topics: health"),
        ("topics: [health]", "topics: [Health]"),
        ("methods: [crisis-response]", "methods: [Crisis response]"),
        ("criteria: [EVAL2]", "criteria: [eval2]"),
        ("level: randomized-trial", "level: Randomized trial"),
        ("date: 2020-05-24", "date: May 24 2020"),
        ("date: 2020-05-24", 'date: "24 May 2020"'),
        ("date: 2020-05-24", "date: 2020/5/24"),
        ("reviewed: 2024-01-31", "reviewed: 2024-1-31"),
        ("reviewed: 2024-01-31\n", "reviewed: 2024-01-31   \r\n"),
        ("Ambulances were sent", "Ambu\u00adlances were\u200b sent"),
        ("unknown: [running cost]", "unknown: [running cost]"),
    ],
)
def test_another_way_to_write_the_same_is_mended(right: str, wrong: str, small_library: Library) -> None:
    text = PRACTICE.replace(right, wrong)
    assert text != PRACTICE or right == wrong
    mended = mend(Path("x.yaml"), text, WriteUp, known(small_library))
    assert mended.text == PRACTICE
    assert bool(mended.mends) == (right != wrong)
    assert all(str(one).startswith("x.yaml:") for one in mended.mends)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("'Boulder sends: nurses to calls'", "Boulder sends: nurses to calls"),
        ("- 'Ambulances: sent to people.[^report]'", "- Ambulances: sent to people.[^report]"),
        ("- 'Sent: out: in.[^report]'", "- Sent: out: in.[^report]"),
    ],
)  # fmt: skip
def test_a_text_with_a_colon_gets_its_quotes(right: str, wrong: str, small_library: Library) -> None:
    for plain in ("Boulder sends nurses to calls that need no ambulance", "- The fire department.[^report]"):
        if right.startswith("-") == plain.startswith("-"):
            text, wanted = PRACTICE.replace(plain, wrong), PRACTICE.replace(plain, right)
            assert mend(Path("x.yaml"), text, WriteUp, known(small_library)).text == wanted


@pytest.mark.parametrize(
    "text",
    [
        PRACTICE.replace("date: 2020-05-24", "date: 5/6/2020"),
        PRACTICE.replace("topics: [health]", "topics: [healthy]"),
        PRACTICE.replace("status: ongoing", "status: ended"),
        PRACTICE.replace("title: Boulder", "# a comment\ntitle: Boulder"),
        PRACTICE.replace("started: 2018", "started:    2018 # since spring"),
        PRACTICE.replace("started: 2018", "begun: 2018"),
    ],
)
def test_what_could_mean_something_else_and_layout_are_left_alone(text: str, small_library: Library) -> None:
    assert mend(Path("x.yaml"), text, WriteUp, known(small_library)).text == text


def test_no_file_of_this_repository_needs_a_mend(real_library: Library) -> None:
    spelled = known(real_library)
    for path in sorted(Path("practices").glob("[b-d]*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert mend(path, text, CityProfile if path.stem == "city" else WriteUp, spelled).text == text


@given(st.data())
def test_whatever_is_handed_in_a_mend_never_takes_words_away(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(PRACTICE)))
    text = PRACTICE[:place] + data.draw(st.text(alphabet="ab :#-[]{}'\"\n\t&*!|>,", max_size=6)) + PRACTICE[place:]
    mended = mend(Path("x.yaml"), text, WriteUp, {})
    letters = [sign for sign in text.lower() if sign.isalpha()]
    assert [sign for sign in mended.text.lower() if sign.isalpha()] == letters
    before, after = parse(Path("x"), text), parse(Path("x"), mended.text)
    assert not isinstance(before, Document) or isinstance(after, Document)
    assert mend(Path("x.yaml"), mended.text, WriteUp, {}).text == mended.text


def test_the_command_mends_files_and_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_library(Path("practices"))
    wrong = PRACTICE.replace("status: ongoing", "Status: Ongoing").replace("[health]", "Health")
    (folder / "boulder-co/nurses.yaml").write_text(wrong, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--fix"])
    assert done.exit_code == 0
    assert "mended practices/boulder-co/nurses.yaml:4:1: Status is written status" in done.output
    assert "nurses.yaml:7:9: topics is a list" in done.output
    assert (folder / "boulder-co/nurses.yaml").read_text(encoding="utf-8") == PRACTICE
    assert read_library(folder).practices
    assert "mended" not in CliRunner().invoke(main, ["check", "--fix"]).output
