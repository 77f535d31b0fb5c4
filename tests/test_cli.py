import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.builders import PRACTICE, write_library


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.chdir(tmp_path)
    write_library(Path("practices"))
    return CliRunner()


def broken(status: str = "x") -> None:
    Path("practices/boulder-co/nurses.yaml").write_text(PRACTICE.replace("status: ongoing", f"status: {status}"))


def test_check_says_what_was_read(runner: CliRunner) -> None:
    done = runner.invoke(main, ["check"])
    assert done.exit_code == 0
    assert done.output == "no problems in 2 practices, 2 cities, 6 sources\n"


def test_check_prints_problems_and_ends_with_status_one(runner: CliRunner) -> None:
    broken()
    done = runner.invoke(main, ["check"])
    assert done.exit_code == 1
    assert "practices/boulder-co/nurses.yaml:4:9: status: “x” is not known: allowed: ongoing" in done.output
    assert "1 problem in 1 file" in done.output


def test_check_of_a_path_speaks_of_that_path_only(runner: CliRunner) -> None:
    broken()
    assert runner.invoke(main, ["check", "practices/salem-or"]).exit_code == 0
    assert runner.invoke(main, ["check", "practices/boulder-co/nurses.yaml"]).exit_code == 1


def test_check_of_a_path_that_does_not_exist_is_a_problem(runner: CliRunner) -> None:
    done = runner.invoke(main, ["check", "practices/nowhere-xx"])
    assert done.exit_code == 1
    assert "nowhere-xx" in done.output


def test_annotations_can_not_be_broken_out_of(runner: CliRunner) -> None:
    broken('"100%\\n::error::x"')
    done = runner.invoke(main, ["check", "--format", "github"])
    annotations = [line for line in done.output.splitlines() if line.startswith("::")]
    assert len(annotations) == 1
    assert annotations[0].startswith(
        "::error file=practices/boulder-co/nurses.yaml,line=4,col=9::status: “100%25\\n::error::x”"
    )


def test_machines_get_json(runner: CliRunner) -> None:
    broken()
    report = json.loads(runner.invoke(main, ["check", "--format", "json"]).output)
    assert report["problems"][0]["line"] == 4
    broken("ongoing")
    report = json.loads(runner.invoke(main, ["check", "--format", "json"]).output)
    assert report == {"problems": [], "read": {"practices": 2, "cities": 2, "sources": 6}}


def test_a_write_up_told_twice_is_a_hint_at_both(runner: CliRunner) -> None:
    shutil.copy("practices/boulder-co/nurses.yaml", "practices/boulder-co/again.yaml")
    done = runner.invoke(main, ["check", "--hints", "practices/boulder-co"])
    assert done.exit_code == 0
    for one, other in (("again", "nurses"), ("nurses", "again")):
        assert (
            f"practices/boulder-co/{one}.yaml:1:1: this may be the same practice as boulder-co/{other}" in done.output
        )


def wide() -> None:
    text = PRACTICE.replace("Fewer ambulances went out.", "All callers got help.")
    Path("practices/boulder-co/nurses.yaml").write_text(text)


def test_hints_are_counted_and_told_on_demand_and_never_fail(runner: CliRunner) -> None:
    wide()
    done = runner.invoke(main, ["check"])
    assert done.exit_code == 0
    assert "1 hint on what is worth a second look (peerbook check --hints tells them; none is an error)" in done.output
    assert "nurses.yaml:2:10" not in done.output
    done = runner.invoke(main, ["check", "--hints"])
    assert done.exit_code == 0
    assert "practices/boulder-co/nurses.yaml:2:10: “All callers got help”: no statement below" in done.output
    assert "[sweeping]" in done.output
    assert runner.invoke(main, ["check", "--hints", "practices/salem-or"]).output.count("hint") == 0


def test_hints_may_be_told_on_some_files_while_all_are_checked(runner: CliRunner) -> None:
    wide()
    Path("practices/salem-or/broken.yaml").write_text(
        PRACTICE.replace("status: ongoing", "status: x"), encoding="utf-8"
    )
    broken = runner.invoke(main, ["check", "--hints-on", "practices/boulder-co/nurses.yaml"])
    assert broken.exit_code == 1
    assert "practices/salem-or/broken.yaml" in broken.output
    Path("practices/salem-or/broken.yaml").unlink()
    for hinted, number in (("boulder-co/nurses.yaml", 1), ("boulder-co", 1), ("salem-or", 0)):
        done = runner.invoke(main, ["check", "--hints-on", f"practices/{hinted}", "--format", "github"])
        assert done.exit_code == 0
        assert done.output.count("::notice file=practices/boulder-co/nurses.yaml") == number


def test_hints_come_as_json_and_as_notices_too(runner: CliRunner) -> None:
    wide()
    report = json.loads(runner.invoke(main, ["check", "--hints", "--format", "json"]).output)
    assert [(hint["rule"], hint["line"]) for hint in report["hints"]] == [("sweeping", 2)]
    notes = runner.invoke(main, ["check", "--hints", "--format", "github"]).output
    assert notes.startswith("::notice file=practices/boulder-co/nurses.yaml,line=2,col=10::")


def filled(sheet: Path, verdict: str = "confirmed") -> None:
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows({**row, "verdict": verdict} for row in rows)


def test_an_audit_goes_from_the_lot_to_the_register(runner: CliRunner) -> None:
    done = runner.invoke(main, ["audit", "draw", "--seed", "14", "--claims", "4", "--out", "a.csv"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("8 claims of 2 write-ups are in a.csv (seed-14-")
    assert runner.invoke(main, ["audit", "draw", "--seed", "14", "--claims", "4", "--out", "b.csv"]).exit_code == 0
    assert Path("a.csv").read_bytes() == Path("b.csv").read_bytes()
    filled(Path("a.csv"))
    done = runner.invoke(main, ["audit", "read", "a.csv", "--by", "a reader of another city"])
    assert done.exit_code == 0, done.output
    assert "0 of 8 judged claims are contradicted: 0.0% (95% interval 0.0% to 32.4%)" in done.output
    assert "by: a reader of another city" in Path("practices/audits.yaml").read_text()
    assert runner.invoke(main, ["check"]).exit_code == 0
    again = runner.invoke(main, ["audit", "read", "a.csv", "--by", "a reader"])
    assert again.exit_code == 1
    assert "stands here twice" in again.output


def test_a_sheet_with_a_mistake_adds_nothing(runner: CliRunner) -> None:
    runner.invoke(main, ["audit", "draw", "--seed", "1"])
    filled(Path("sheet.csv"), "contradicted")
    done = runner.invoke(main, ["audit", "read", "sheet.csv", "--by", "a reader"])
    assert done.exit_code == 1
    assert "sheet.csv:2:7: passage: is empty" in done.output
    assert "nothing was added" in done.output
    assert not Path("practices/audits.yaml").exists()


def test_a_sheet_that_is_there_is_never_written_over(runner: CliRunner) -> None:
    Path("sheet.csv").write_text("hours of work")
    done = runner.invoke(main, ["audit", "draw", "--seed", "1"])
    assert done.exit_code == 1
    assert "sheet.csv is there already: name another with --out" in done.output
    assert Path("sheet.csv").read_text() == "hours of work"


@pytest.mark.parametrize("by", ["", " ", "x" * 201])
def test_an_auditor_has_a_role(runner: CliRunner, by: str) -> None:
    runner.invoke(main, ["audit", "draw", "--seed", "1"])
    done = runner.invoke(main, ["audit", "read", "sheet.csv", "--by", by])
    assert done.exit_code == 2
    assert "at least a word, and at most 200 characters" in done.output


def test_schema_writes_the_schemas_beside_the_write_ups(runner: CliRunner) -> None:
    assert runner.invoke(main, ["schema"]).exit_code == 0
    assert json.loads(Path("practices/practice.schema.json").read_text())["title"] == "WriteUp"


def answer(*words: str) -> dict[str, list[dict[str, object]]]:
    done = CliRunner().invoke(main, [*words, "--format", "json"])
    assert done.exit_code == 0, done.output
    found: dict[str, list[dict[str, object]]] = json.loads(done.output)
    return found


def test_related_tells_neighbours_of_one_or_of_all_with_reasons(folder: Path) -> None:
    of_all = answer("related", "--all", "--practices", str(folder))
    assert set(of_all) == {"boulder-co/nurses", "salem-or/sweeping"}
    of_one = answer("related", "boulder-co/nurses", "--practices", str(folder))
    assert of_one == {"boulder-co/nurses": of_all["boulder-co/nurses"]}
    assert [set(one) for one in of_one["boulder-co/nurses"]] == [{"id", "score", "reasons"}]


def test_peers_are_told_with_reasons(folder: Path) -> None:
    [peer] = answer("peers", "boulder-co", "--practices", str(folder))["boulder-co"]
    assert peer["id"] == "salem-or"
    assert peer["reasons"]


def test_recommend_keeps_to_what_is_asked(folder: Path) -> None:
    asked = ("recommend", "--city", "boulder-co", "--practices", str(folder))
    assert [one["id"] for one in answer(*asked)["boulder-co"]] == ["salem-or/sweeping"]
    [found] = answer(*asked, "--topics", "sanitation")["boulder-co"]
    assert "On sanitation" in found["reasons"]  # type: ignore[operator]
    assert answer(*asked, "--topics", "health")["boulder-co"] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("related", "boulder-co/nurse"), "did you mean boulder-co/nurses?"),
        (("related",), "name a practice, or --all"),
        (("peers", "bolder-co"), "there is no city bolder-co: did you mean boulder-co?"),
        (("recommend", "--city", "boulder-co", "--topics", "heath"), "did you mean health?"),
        (("recommend", "--city", "boulder-co", "--gaps", "EVAL7"), "there is no criterion EVAL7"),
    ],
)
def test_an_unknown_id_is_refused_with_the_nearest(folder: Path, words: tuple[str, ...], expected: str) -> None:
    done = CliRunner().invoke(main, [*words, "--practices", str(folder)])
    assert done.exit_code != 0
    assert expected in done.output
