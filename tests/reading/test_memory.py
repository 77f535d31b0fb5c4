"""Reading with a memory gives what reading without one gives, whatever has changed in between."""

import datetime
from pathlib import Path

import pytest

from generator.reading import Memory, ProblemsFoundError, read_library
from generator.reading.strict_yaml import parse
from tests.builders import PRACTICE, TOPICS, write_library

OTHER = PRACTICE.replace("Boulder sends nurses", "Boulder sends doctors")


def outcome(folder: Path, memory: Memory | None, today: datetime.date | None = None) -> object:
    try:
        return read_library(folder, today, memory)
    except ProblemsFoundError as error:
        return error.problems


def test_whatever_changes_the_outcome_is_that_of_a_first_reading(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "practices", {"boulder-co/nurses": PRACTICE, "boulder-co/doctors": OTHER})
    nurses, memory = folder / "boulder-co/nurses.yaml", Memory()
    aliased = PRACTICE + "aliases: [boulder-co/old]\n"
    steps = [
        (nurses, PRACTICE),
        (nurses, PRACTICE.replace("Boulder sends", "Boulder now sends")),
        (nurses, PRACTICE.replace("status: ongoing", "status: x")),
        (nurses, aliased),
        (folder / "boulder-co/doctors.yaml", OTHER + "aliases: [boulder-co/old]\n"),
        (nurses, PRACTICE),
        (folder / "topics.yaml", TOPICS.replace("id: health", "id: wellness")),
        (folder / "topics.yaml", TOPICS),
        (folder / "boulder-co/city.yaml", "name: [\n"),
    ]
    for path, text in steps:
        path.write_text(text)
        assert outcome(folder, memory) == outcome(folder, None), (path.name, text[-40:])


def test_another_day_is_another_reading(tmp_path: Path) -> None:
    folder, memory = write_library(tmp_path / "practices"), Memory()
    late, early = datetime.date(2030, 1, 1), datetime.date(2000, 1, 1)
    assert outcome(folder, memory, late) == outcome(folder, None, late)
    assert outcome(folder, memory, early) == outcome(folder, None, early)
    assert isinstance(outcome(folder, memory, early), tuple)


def test_what_has_not_changed_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, memory = write_library(tmp_path / "practices"), Memory()
    read_library(folder, memory=memory)
    parsed: list[str] = []

    def noted(path: Path, text: str) -> object:
        parsed.append(path.name)
        return parse(path, text)

    monkeypatch.setattr("generator.reading.documents.parse", noted)
    (folder / "boulder-co/nurses.yaml").write_text(PRACTICE.replace("Boulder sends", "Boulder now sends"))
    read_library(folder, memory=memory)
    assert "nurses.yaml" in parsed
    assert "city.yaml" not in parsed
