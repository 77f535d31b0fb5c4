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


def contribution() -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = read(ROOT / ".github/workflows/contribution.yml")["jobs"]["contribution"]["steps"]
    return steps


def test_what_anybody_sent_is_read_by_programs_of_the_branch_that_takes_it_and_leaves_nothing_behind() -> None:
    ours, theirs, _, *rest = contribution()
    assert ours["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert "path" not in ours["with"]
    assert (theirs["with"]["path"], theirs["with"]["sparse-checkout"]) == (".contribution", "practices")
    assert not any("checkout" in step.get("uses", "") for step in rest)
    (cache,) = (step for step in rest if "/cache" in step.get("uses", ""))
    assert cache["uses"].startswith("actions/cache/restore@")
    build = read(ROOT / ".github/workflows/publish.yml")["jobs"]["build"]
    (kept,) = (step for step in build["steps"] if "/cache" in step.get("uses", ""))
    assert kept["with"]["path"] == cache["with"]["path"]
    assert kept["with"]["key"].startswith(cache["with"]["restore-keys"].strip())


def test_each_step_after_the_set_up_belongs_to_one_part() -> None:
    job = read(ROOT / ".github/workflows/contribution.yml")["jobs"]["contribution"]
    places = [n for n, step in enumerate(job["steps"]) if step.get("run") == "make set-up"]
    parts = [re.findall(r"matrix\.part == '([a-z]+)'", step.get("if", "")) for step in job["steps"]]
    assert not any(parts[: places[0] + 1])
    assert all(len(part) == 1 for part in parts[places[0] + 1 :])
    assert sorted({part[0] for part in parts if part}) == sorted(job["strategy"]["matrix"]["part"])


def test_a_contribution_brings_its_write_ups_and_no_program(tmp_path: Path) -> None:
    (script,) = (step["run"] for step in contribution() if "mv practices" in step.get("run", ""))

    def git(*words: str) -> str:
        named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-C", str(tmp_path / "sent"))
        return subprocess.run(["git", *named, *words], check=True, capture_output=True, text=True).stdout

    def write(files: dict[str, str]) -> None:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")

    ours = {"practices/a/old.yaml": "old", "practices/a/kept.yaml": "kept", "Makefile": "ours"}
    write(ours)
    write({f"sent/{name}": text for name, text in ours.items()})
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "ours")
    git("checkout", "-qb", "theirs")
    write({"sent/practices/a/new one.yaml": "new", "sent/practices/a/old.yaml": "mended", "sent/Makefile": "theirs"})
    git("add", ".")
    git("commit", "-qm", "theirs")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "both", "theirs")
    (tmp_path / "sent").rename(tmp_path / ".contribution")
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, check=True)
    assert (tmp_path / "changed.txt").read_bytes() == b"practices/a/new one.yaml\0practices/a/old.yaml\0"
    assert (tmp_path / "practices/a/old.yaml").read_text(encoding="utf-8") == "mended"
    assert (tmp_path / ".base/a/old.yaml").read_text(encoding="utf-8") == "old"
    assert (tmp_path / "Makefile").read_text(encoding="utf-8") == "ours"
    assert not (tmp_path / ".contribution").exists()


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


def test_the_workflow_of_the_forms_goes_by_the_label_of_one_and_the_mark_of_the_other() -> None:
    from generator.contributing.headings import DRAFT
    from generator.contributing.issue_form import LABEL

    asked = read(ROOT / ".github/workflows/from-issue.yml")["jobs"]["read"]["if"]
    assert f"contains(github.event.issue.labels.*.name, '{LABEL}')" in asked
    assert f"contains(github.event.issue.body, '{DRAFT}')" in asked
    assert f'"{DRAFT}"' in (ROOT / "docs/assets/contribute/message.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("changed", [[], ["practices/a/new one.yaml"], ["practices/a/b.yaml", "practices/-c/d.yaml"]])
def test_all_is_checked_and_hints_are_marked_on_what_a_contribution_changes_alone(
    tmp_path: Path, changed: list[str]
) -> None:
    (script,) = (step["run"] for step in contribution() if "peerbook check" in step.get("run", ""))
    (tmp_path / "changed.txt").write_text("".join(f"{name}\0" for name in changed), encoding="utf-8")
    standing_in = tmp_path / ".venv/bin/peerbook"
    standing_in.parent.mkdir(parents=True)
    standing_in.write_text('#!/bin/sh\nprintf "%s\\n" "$@"; exit 1\n', encoding="utf-8")
    standing_in.chmod(0o755)
    done = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode != 0  # a mistake that was found makes the step red
    hinted = [word for name in changed for word in ("--hints-on", name)]
    assert done.stdout.splitlines() == ["check", "--format", "github", *hinted]


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
