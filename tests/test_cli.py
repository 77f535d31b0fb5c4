import json
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
