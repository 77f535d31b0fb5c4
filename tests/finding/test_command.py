"""`peerbook find`: what a question finds, in words and for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import library, main
from generator.model import Library
from tests.builders import write_library


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.chdir(tmp_path)
    write_library(Path("practices"))
    return CliRunner()


def test_it_tells_what_was_found_and_for_which_question(runner: CliRunner, small_library: Library) -> None:
    practice = small_library.practices[0]
    question = practice.questions[-1]
    done = runner.invoke(main, ["find", question])
    assert done.exit_code == 0
    assert practice.title in done.output
    assert f"Answers: “{question}”" in done.output


def test_a_city_that_asks_is_told_how_those_found_are_like_it(runner: CliRunner) -> None:
    question = "nurses for small complaints"
    asked = ["find", question, "--city", "omaha-ne", "--json"]
    practices = json.loads(runner.invoke(main, asked).output)["practices"]
    assert any("Same country" in reason for one in practices for reason in one["reasons"])
    assert runner.invoke(main, ["find", question, "--city", "nowhere-xx"]).exit_code == 1


def test_programs_are_told_that_there_is_nothing(
    runner: CliRunner, real_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "read_library", lambda *_, **__: real_library)
    done = runner.invoke(main, ["find", "zoning for data centers on the moon", "--json"])
    said = json.loads(done.output)
    assert said["nothing"]
    assert "others" in said
    assert said["corrections"] == {}


def test_where_nothing_is_held_this_is_said(runner: CliRunner) -> None:
    assert runner.invoke(main, ["find", "…"]).output == "No practice found.\n"
