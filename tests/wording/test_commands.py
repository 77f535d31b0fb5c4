"""What a contributor's commands say comes out of the catalogue: in a language of other letters, no English is left."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.publishing import Engine
from generator.reading import AUDIT_SHEET
from generator.wording import Language
from tests.builders import PRACTICE, SWEEPING, write_library
from tests.conftest import ROOT

ANSWERS = [
    "Nowhere", "Omaha, NE", "silver", "2024", "new", "A list | The program | https://example.org/list | 2024-05", "",
    "Short", "Omaha texts residents before the sweeper comes",
    "The memo | City of Salem | https://example.org/memo | 2023-02-14", "",
    "Nobody knew the day", "Nobody knew the day. [1]", "", "It sends messages. [1]", "",
    "Fewer tickets. [1]", "9", "1", "tickets a month", "900", "600", "2020 to 2022", "",
    "Omaha sends a text message before street sweeping.", "before-afte", "before-after", "The city counted.",
    "spring", "2021", "gone", "ongoing",
    "", "", "", "", "", "staff time", "", "How do we cut parking fines?", "",
    "Open data", "", "sanitation, helth", "Sanitation", "behavioral-message",
    "sweeping-texts",
]  # fmt: skip


def test_the_questions_and_what_is_told_of_answers(run: Callable[..., Result], left: Callable[..., list[str]]) -> None:
    done = run("new", said="\n".join(ANSWERS) + "\n")
    names = [part for answer in ANSWERS for part in (answer, *answer.split(" | "), *answer.split(", "))]
    assert left(done.output, *names, "OD1 Open Data Policy") == []
    assert done.output.count("\n") > 40


def test_the_write_up_is_in_the_language_that_was_asked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_library(Path("practices"))

    done = CliRunner().invoke(main, ["new", "--language", "es"], input="\n".join(ANSWERS) + "\n")
    assert done.exit_code == 0, done.output
    assert "?:" not in done.output, "a question takes no colon"
    assert "¿Qué estaba mal? Una afirmación por línea" in done.output
    assert "“gone” no es un valor conocido: se permite: ongoing" in done.output
    (path,) = Path("practices/omaha-ne").glob("sweeping*.yaml")
    assert "\nlanguage: es\n" in path.read_text(encoding="utf-8")
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_the_help_in_a_file_to_fill_in(run: Callable[..., Result], left: Callable[..., list[str]]) -> None:
    title = "Omaha sends nurses to some callers"
    done = run("new", "--template", "--city", "Omaha, NE", "--title", title)
    assert done.exit_code == 0, done.output
    assert left(done.output) == []
    for path in Path("practices/omaha-ne").glob("*.yaml"):
        helps = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        assert len(helps) > 3
        assert left("\n".join(helps), "yaml-language-server") == []
    assert "language: pt" in Path("practices/omaha-ne/sends-nurses-some-callers.yaml").read_text(encoding="utf-8")


TYPED = [
    "Salem texts residents the day before clearing of lots", "heath", "hugo", "practices",
    "version", "report", "news", *AUDIT_SHEET, *Engine, "small complaints", "xyzzyq", "smal",
    "nurses", "complaints", "main", "related", "OD1", "EVAL2", "EVAL7", "Estados Unidos",
    *map(Language("pt-BR").date, ("2024-01-31", "2020-06", "2020-05-24")),
]  # fmt: skip
BROKEN = PRACTICE.replace("[health]", "[heath]")
COMMANDS = {
    "schema": ("schema",),
    "draw": ("audit", "draw", "--seed", "7"),
    "read": ("audit", "read", "sheet.csv", "--by", "7"),
    "rename": ("rename", "boulder-co/nurses", "line"),
    "rename what is not there": ("rename", "boulder-co/nurse", "line"),
    "rename to what is none": ("rename", "boulder-co/nurses", "A b"),
    "rename to no city": ("rename", "boulder-co/nurses", "nowhere-xx/nurses"),
    "rename a city": ("rename", "boulder-co", "golden-co/x"),
    "build": ("build", "--config-file", "mkdocs.yml"),
    "build with no engine": ("build", "--config-file", "mkdocs.yml", "--engine", "hugo"),
    "emit": ("emit", "practices", "--config-file", "mkdocs.yml"),
    "guides": ("guides", "--shard", "3/2", "--config-file", "mkdocs.yml"),
    "guide": ("guide", "--assessment", "wrong.json", "--config-file", "mkdocs.yml"),
    "guide for no city": ("guide", "--assessment", "good.json", "--city", "x", "--config-file", "mkdocs.yml"),
    "init": ("init", "practices"),
    "from an issue": ("from-issue", "body.md"),
    "issue form": ("issue-form", "--out", "form.yml"),
    "review": ("review", "--base", "practices", "--head", "broken"),
    "review of a change": ("review", "--base", "practices", "--head", "more"),
    "translate": ("translate", "es"),
    "find": ("find", "nurses for smal complaints", "--city", "omaha-ne"),
    "find nothing": ("find", "xyzzyq"),
    "find for no city": ("find", "nurses", "--city", "x"),
    "related": ("related", "boulder-co/nurses"),
    "related to nothing": ("related",),
    "related to what is not there": ("related", "boulder-co/nurse"),
    "peers": ("peers", "boulder-co"),
    "peers of no city": ("peers", "x"),
    "recommend": ("recommend", "--city", "boulder-co", "--topics", "sanitation"),
    "recommend on no topic": ("recommend", "--city", "boulder-co", "--topics", "heath"),
    "recommend on no criterion": ("recommend", "--city", "boulder-co", "--gaps", "EVAL7"),
    "graph": ("graph", "--out", "graph.json", "--format", "json"),
}


@pytest.mark.family
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("is_broken", [False, True], ids=["good", "broken"])
def test_what_commands_tell(
    command: tuple[str, ...], is_broken: bool, run: Callable[..., Result], left: Callable[..., list[str]]
) -> None:
    write_library(Path("broken"), {"boulder-co/nurses": BROKEN, "salem-or/sweeping": SWEEPING})
    lots = SWEEPING.replace("street sweeping", "clearing of lots")
    write_library(Path("more"), {"boulder-co/nurses": PRACTICE, "salem-or/sweeping": SWEEPING, "salem-or/lots": lots})
    shutil.copy(ROOT / "mkdocs.yml", "mkdocs.yml")
    shutil.copytree(ROOT / "docs/overrides", "docs/overrides")
    shutil.copy(ROOT / "tests/contributing/issue.md", "body.md")
    Path("sheet.csv").write_text("audit,write_up,field,verdict\n1,2,3,4\n", encoding="utf-8")
    good = '{"format": "peerbook-self-assessment", "version": 1}'
    Path("good.json").write_text(good, encoding="utf-8")
    Path("wrong.json").write_text(good.replace("1", "2"), encoding="utf-8")
    if is_broken:
        shutil.copytree("broken", "practices", dirs_exist_ok=True)
    done = run(*command)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    assert done.output
    assert left(done.output, *TYPED) == []
