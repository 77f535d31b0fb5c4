"""`peerbook rename`: the thing moves, its old address leads on, and what names it follows."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.linking import link
from generator.publishing import make_pages
from generator.reading import ProblemsFoundError, read_library
from tests.builders import PRACTICE, write_library


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.chdir(tmp_path)
    adopted = "adopted_by: # who else\n  - city: salem-or  # next door\n    text: Took it over.[^report]\n"
    write_library(Path("practices"))
    Path("practices/boulder-co/nurses.yaml").write_text(
        PRACTICE.replace("unknown:", f"{adopted}unknown:"), encoding="utf-8"
    )
    Path("tests").mkdir()
    Path("tests/questions.yaml").write_text("- boulder-co/nurses\n- boulder-co/nurses-two\n", encoding="utf-8")
    return CliRunner()


def addresses() -> set[str]:
    library = read_library("practices")
    return {page.path for page in make_pages(library, link(library))}


def test_a_practice_moves_and_its_old_address_leads_on(runner: CliRunner) -> None:
    done = runner.invoke(main, ["rename", "boulder-co/nurses", "nurse-line"])
    assert done.exit_code == 0, done.output
    assert read_library("practices").practice_by_id["boulder-co/nurse-line"].aliases == ("boulder-co/nurses",)
    assert {"practices/boulder-co/nurses.md", "practices/boulder-co/nurse-line.md"} <= addresses()
    text = Path("practices/boulder-co/nurse-line.yaml").read_text(encoding="utf-8")
    assert "adopted_by: # who else" in text
    assert (
        Path("tests/questions.yaml").read_text(encoding="utf-8") == "- boulder-co/nurse-line\n- boulder-co/nurses-two\n"
    )


def test_moving_on_and_back_keeps_every_address(runner: CliRunner) -> None:
    before = addresses()
    for old, new in (
        ("boulder-co/nurses", "line"),
        ("boulder-co/line", "salem-or/line"),
        ("salem-or/line", "boulder-co/nurses"),
    ):
        assert runner.invoke(main, ["rename", old, new]).exit_code == 0
    library = read_library("practices")
    assert library.practice_by_id["boulder-co/nurses"].aliases == ("boulder-co/line", "salem-or/line")
    assert before < addresses()


def test_a_city_moves_with_all_that_is_its_own(runner: CliRunner) -> None:
    before = addresses()
    done = runner.invoke(main, ["rename", "salem-or", "salem-oregon"])
    assert done.exit_code == 0, done.output
    library = read_library("practices")
    assert library.city_by_id["salem-oregon"].aliases == ("salem-or",)
    assert library.practice_by_id["boulder-co/nurses"].adopted_by[0].city == "salem-oregon"
    assert before < addresses()
    assert not Path("practices/salem-or").exists()
    assert "- city: salem-oregon  # next door" in Path("practices/boulder-co/nurses.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("boulder-co/nurse", "x", "did you mean boulder-co/nurses?"),
        ("boulder-co/nurses", "salem-or/sweeping", "is there already"),
        ("boulder-co/nurses", "nowhere-xx/nurses", "there is no city nowhere-xx"),
        ("boulder-co/nurses", "Nurses!", "can't be a name"),
        ("boulder-co/nurses", "../x", "can't be a name"),
        ("boulder-co/nurses", "city", "can't be a name"),
        ("salem-or", "boulder-co", "is there already"),
        ("salem-or", "a/b", "no slash"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_moves(runner: CliRunner, old: str, new: str, word: str) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    done = runner.invoke(main, ["rename", old, new])
    assert done.exit_code == 1
    assert word in done.output
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_an_earlier_id_of_a_city_is_nobody_elses(runner: CliRunner) -> None:
    path = Path("practices/salem-or/city.yaml")
    path.write_text(path.read_text(encoding="utf-8") + "aliases: [boulder-co]\n", encoding="utf-8")
    with pytest.raises(ProblemsFoundError, match="boulder-co is the address of boulder-co"):
        read_library("practices")
    assert runner
