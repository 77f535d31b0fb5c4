"""The workflows can do no more than they must: held to what a linter can't know of this project."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ANYBODYS = {"contribution.yml", "check.yml", "comment.yml", "from-issue.yml"}
"""Those that somebody without rights here can set off."""


def read(path: Path) -> dict[Any, Any]:
    held: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return held


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_job_by_job_and_actions_are_pinned(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] if "environment" not in job else True
        assert "permissions" in job
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[a-z-]+(/[a-z]+)?@[0-9a-f]{40}", step["uses"])
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", sorted(ANYBODYS))
def test_a_job_that_can_write_runs_nothing_of_the_repository_or_of_a_contribution(name: str) -> None:
    for job in read(ROOT / ".github/workflows" / name)["jobs"].values():
        if "write" in job["permissions"].values():
            assert not any("checkout" in step.get("uses", "") for step in job["steps"])
            assert not any(
                re.search(r"peerbook|make |python|npm|pip", step.get("run", "").replace("peerbook-review", ""))
                for step in job["steps"]
            )
        else:
            assert set(job["permissions"].values()) <= {"read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_that_others_wrote_stands_in_a_script(path: Path) -> None:
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            assert "github.event" not in step.get("run", "")
            assert "secrets." not in str(step)


def test_the_workflow_of_the_form_goes_by_the_label_of_the_form() -> None:
    from generator.contributing.issue_form import LABEL

    assert f"'{LABEL}'" in read(ROOT / ".github/workflows/from-issue.yml")["jobs"]["read"]["if"]


def test_hints_are_marked_on_what_a_contribution_changes_alone() -> None:
    steps = read(ROOT / ".github/workflows/contribution.yml")["jobs"]["contribution"]["steps"]
    checks = [step["run"] for step in steps if "peerbook check" in step.get("run", "")]
    assert [("--hints" in run, "changed.txt" in run) for run in checks] == [(False, False), (True, True)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "Hecho por un programa con lo que contiene esta propuesta (pull request)"),
        ("pt", "Feito por um programa com o que esta proposta (pull request) contém"),
        ("", "Made by a program from what this pull request holds"),
        (None, "Made by a program from what this pull request holds"),
        ("es`id`$(id)\n@everyone", "Hecho por un programa"),
        ("\x00<b>", "Made by a program"),
    ],
)
def test_the_comment_begins_in_the_language_of_the_contribution(
    tmp_path: Path, language: str | None, expected: str
) -> None:
    steps = read(ROOT / ".github/workflows/comment.yml")["jobs"]["comment"]["steps"]
    (script,) = (step["run"] for step in steps if step.get("name") == "Comment")
    (tmp_path / "review").mkdir()
    (tmp_path / "review/comment.md").write_text("## Lo que cambia, @todos\n", encoding="utf-8")
    if language is not None:
        (tmp_path / "review/language").write_text(language, encoding="utf-8")
    standing_in = 'gh() { case "$*" in *repos/r/pulls*) echo 7 ;; esac; }; jq() { cat; }\n'
    named = {"REPOSITORY": "r", "OWNER": "o", "BRANCH": "b", "SHA": "s", "RUN": "https://example.org/1"}
    subprocess.run(["bash", "-e", "-c", standing_in + script], cwd=tmp_path, env={**os.environ, **named}, check=True)
    mark, line, _, title = (tmp_path / "text.md").read_text(encoding="utf-8").splitlines()[:4]
    assert mark == "<!-- peerbook-review -->"
    assert line.startswith(expected)
    assert line.endswith("](https://example.org/1).")
    assert title == "## Lo que cambia, @\u2060todos"


def test_zizmor_finds_nothing_here_and_something_where_there_is(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--quiet"]
    assert subprocess.run([*command, str(ROOT / ".github")], check=False, capture_output=True).returncode == 0
    bad = (ROOT / ".github/workflows/from-issue.yml").read_text(encoding="utf-8")
    (tmp_path / "bad.yml").write_text(bad.replace('"$BODY"', '"${{ github.event.issue.body }}"'), encoding="utf-8")
    assert subprocess.run([*command, str(tmp_path / "bad.yml")], check=False, capture_output=True).returncode != 0
