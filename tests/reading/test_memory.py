"""Reading with a memory gives what reading without one gives, whatever has changed in between."""

import contextlib
import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.contributing.translating import translation_path
from generator.forks import CAN_FORK
from generator.model import Practice
from generator.model.translation import digest_of
from generator.reading import Memory, ProblemsFoundError, read_library, read_with_hints
from generator.reading.checks import check_practice
from generator.reading.kept import Kept, reading_digest
from generator.reading.strict_yaml import Document, parse
from tests.builders import PRACTICE, TOPICS, write_library

TRANSLATED = f"title: Enfermeras\nmade_from:\n  title: {digest_of(yaml.safe_load(PRACTICE)['title'])}\n"
OTHER = PRACTICE.replace("Boulder sends nurses", "Boulder sends doctors")


def outcome(folder: Path, memory: Memory | None, today: datetime.date | None = None) -> object:
    try:
        return read_library(folder, today, memory)
    except ProblemsFoundError as error:
        return error.problems


@pytest.mark.parametrize("is_kept", [False, True])
def test_whatever_changes_the_outcome_is_that_of_a_first_reading(tmp_path: Path, *, is_kept: bool) -> None:
    folder = write_library(tmp_path / "practices", {"boulder-co/nurses": PRACTICE, "boulder-co/doctors": OTHER})
    spanish = translation_path(folder, "es", "boulder-co/nurses")
    spanish.parent.mkdir(parents=True)
    spanish.write_text(TRANSLATED, encoding="utf-8")
    nurses, in_memory = folder / "boulder-co/nurses.yaml", Memory()
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
        (spanish, TRANSLATED.replace("Enfermeras", "Las enfermeras")),
        (spanish, TRANSLATED + "reviewed: {by: a teacher, date: 2026-01-02}\n"),
        (spanish, TRANSLATED + "summary: 12 enfermeras\n"),
        (nurses, PRACTICE.replace("Boulder sends", "Boulder now sends")),
        (spanish, TRANSLATED),
        (folder / "boulder-co/city.yaml", "name: [\n"),
    ]
    for path, text in steps:
        path.write_text(text)
        memory = Memory.kept_in(tmp_path / "cache/readings.sqlite") if is_kept else in_memory
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


def test_hints_are_told_again_and_what_gave_none_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ranked = OTHER.replace("Boulder sends", "As the first city in the country, Boulder sends")
    folder = write_library(tmp_path / "practices", {"boulder-co/nurses": PRACTICE, "boulder-co/doctors": ranked})
    parsed: list[str] = []

    def noted(path: Path, text: str) -> object:
        parsed.append(path.name)
        return parse(path, text)

    def looked() -> object:
        return read_with_hints(folder, memory=Memory.kept_in(tmp_path / "cache/readings.sqlite"))

    first = looked()
    monkeypatch.setattr("generator.reading.documents.parse", noted)
    for text in (PRACTICE, PRACTICE.replace("Boulder sends", "As the only city in the state, Boulder sends"), PRACTICE):
        (folder / "boulder-co/nurses.yaml").write_text(text)
        parsed.clear()
        assert looked() == read_with_hints(folder)
        assert parsed.count("doctors.yaml") == 2
    assert looked() == first
    parsed.clear()
    looked()
    assert {"nurses.yaml", "doctors.yaml"} & set(parsed) == {"doctors.yaml"}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """What a reading of a good library kept, whose file is `tmp_path / "practices"`."""
    file = tmp_path / "cache/readings.sqlite"
    read_library(write_library(tmp_path / "practices"), memory=Memory.kept_in(file))
    return file


def test_a_later_run_takes_what_has_not_changed(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    def noted(document: Document, *_: object) -> tuple[()]:
        checked.append(document.path.name)
        return ()

    for check in ("check_city", "check_practice"):
        monkeypatch.setattr(f"generator.reading.reader.{check}", noted)
    folder = tmp_path / "practices"
    practice, first = (read_library(folder, memory=memory).practices[0] for memory in (Memory.kept_in(kept), Memory()))
    assert practice.model_fields_set == first.model_fields_set != set(Practice.model_fields)
    files = [path for path in folder.glob("*/*.yaml") if path.parent.name != "translations"]
    assert sorted(checked) == sorted(path.name for path in files), "the first of the two reads nothing"
    checked.clear()
    (folder / "boulder-co/nurses.yaml").write_text(PRACTICE.replace("Boulder sends", "Boulder now sends"))
    assert read_library(folder, memory=Memory.kept_in(kept)).practices[0].title.startswith("Boulder now sends")
    assert checked == ["nurses.yaml"]


@pytest.mark.skipif(not CAN_FORK, reason="one core, or a system on which nothing is forked")
def test_a_first_run_is_shared_by_two_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, file = write_library(tmp_path / "practices"), tmp_path / "cache/readings.sqlite"
    for number in range(9):
        (folder / f"boulder-co/nurses-{number}.yaml").write_text(PRACTICE.replace("Boulder sends", f"Boulder {number}"))
    wrong = folder / "salem-or/sweeping.yaml"  # the last
    wrong.write_text(f"{wrong.read_text()}\nmistake: 1\n")
    checked: list[str] = []

    def noted(document: Document, *more: Any) -> Iterator[Any]:
        checked.append(document.path.name)
        return check_practice(document, *more)

    monkeypatch.setattr("generator.reading.reader.check_practice", noted)
    monkeypatch.setattr("generator.reading.reader.FEWEST_FORKED", 2)
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder, memory=Memory.kept_in(file), forked=True)
    assert [problem.path for problem in caught.value.problems] == [wrong], "what is wrong is told once"
    first, second = checked[:5], checked[5:]
    assert first == [f"nurses-{number}.yaml" for number in range(5)]
    assert second == ["sweeping.yaml"], "the other process read the rest, and found it good"
    wrong.write_text(wrong.read_text().replace("mistake: 1\n", ""))
    assert read_library(folder, memory=Memory.kept_in(file), forked=True) == read_library(folder)


def test_another_version_of_the_program_reads_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = sqlite3.connect(kept).execute("SELECT place, digest, json FROM kept").fetchall()
    assert held
    texts = {place: Path(place).read_text(encoding="utf-8") for place, _, _ in held}
    again = Kept(kept)
    assert all(again.get(place, digest) == json for place, digest, json in held)
    before = reading_digest(*texts.values())
    monkeypatch.setattr("generator.reading.kept.own_code", lambda *_: b"another one")
    assert reading_digest(*texts.values()) != before


@pytest.mark.parametrize("left", [b"no database", b"", None])
def test_a_file_that_keeps_nothing_is_none(tmp_path: Path, kept: Path, left: bytes | None) -> None:
    folder = tmp_path / "practices"
    kept.unlink()
    if left is None:
        kept.mkdir()
    else:
        kept.write_bytes(left)
    for _ in range(2):
        assert read_library(folder, memory=Memory.kept_in(kept)) == read_library(folder)


def test_what_somebody_else_wrote_is_no_more_than_a_write_up(tmp_path: Path, kept: Path) -> None:
    folder = tmp_path / "practices"
    with sqlite3.connect(kept) as connection:
        connection.execute("UPDATE kept SET json = json || '}'")
    assert read_library(folder, memory=Memory.kept_in(kept)) == read_library(folder)


def test_while_another_program_writes_nothing_is_kept_and_all_is_read(tmp_path: Path, kept: Path) -> None:
    folder, nurses = tmp_path / "practices", tmp_path / "practices/boulder-co/nurses.yaml"
    nurses.write_text(PRACTICE.replace("Boulder sends", "Boulder now sends"))
    before = kept.read_bytes()
    with contextlib.closing(sqlite3.connect(kept)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert read_library(folder, memory=Memory.kept_in(kept)) == read_library(folder)
    assert kept.read_bytes() == before
    read_library(folder, memory=Memory.kept_in(kept))
    assert kept.read_bytes() != before
