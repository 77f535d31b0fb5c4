"""A city's own guide, from its self-assessment."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from generator.cli import main
from generator.linking import Place, places, plan
from generator.model import Answer, Assessment, CriterionAnswer, Library
from generator.publishing.guides import Paper, Site, print_guide, tailored_guide
from generator.publishing.guides.briefs import briefs
from generator.wording import ENGLISH, Language, in_language, read_language
from tests.assessments import FILLED, at_random
from tests.conftest import ROOT
from tests.pdf_ua import failures
from tests.publishing.guides.conftest import HOSTILE, SITE, text_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def omaha(real_library: Library) -> Place:
    return next(one for one in places(real_library) if one.id == "omaha-ne")


@pytest.mark.parametrize("seed", range(3))
def test_any_assessment_prints_its_plan_in_order_and_meets_pdf_ua(
    real_library: Library, omaha: Place, seed: int
) -> None:
    assessment = at_random(real_library, seed)
    place = omaha if seed else None
    guide = tailored_guide(assessment, place, real_library, SITE)
    content = print_guide(guide)
    assert failures(content) == []
    outline: Any = PdfReader(io.BytesIO(content)).outline
    headings = [str(one["/Title"]).split() for group in outline if isinstance(group, list) for one in group]
    steps = [code for number, code, *_ in headings if number.removesuffix(".").isdigit()]
    assert steps == [step.criterion for step in plan(assessment, place, real_library)]
    assert steps


def test_an_empty_assessment_prints_too(real_library: Library) -> None:
    empty = Assessment(format="peerbook-self-assessment", version=1)
    content = print_guide(tailored_guide(empty, None, real_library, SITE))
    assert failures(content) == []
    assert "there is nothing to plan yet" in text_of(content)


def test_notes_and_names_print_as_typed(real_library: Library, omaha: Place) -> None:
    answers = {"DM1": CriterionAnswer(answer=Answer.NO, note=f"{HOSTILE}\n{HOSTILE}")}
    assessment = Assessment(format="peerbook-self-assessment", version=1, by=HOSTILE[:300], answers=answers)
    text = "".join(text_of(print_guide(tailored_guide(assessment, omaha, real_library, SITE))).split())
    assert text.count("".join(HOSTILE.split())) >= 5


def test_paper_follows_the_city_unless_another_is_asked_for(real_library: Library) -> None:
    empty = Assessment(format="peerbook-self-assessment", version=1)
    of_id = {one.id: one for one in places(real_library)}
    for place, asked, paper in (
        ("omaha-ne", None, Paper.LETTER),
        ("recife-brazil", None, Paper.A4),
        ("recife-brazil", Paper.LETTER, Paper.LETTER),
    ):
        assert tailored_guide(empty, of_id[place], real_library, SITE, asked).paper is paper


def test_guides_in_other_languages_are_on_a4_wherever_the_city_lies(real_library: Library) -> None:
    spanish = Site("", Language("es-419"))
    empty = Assessment(format="peerbook-self-assessment", version=1)
    of_id = {one.id: one for one in places(real_library)}
    bogota, mexico = of_id["bogota-colombia"], of_id["mexico-city-mexico"]
    assert tailored_guide(empty, bogota, real_library, SITE).paper is Paper.LETTER
    assert tailored_guide(empty, bogota, real_library, spanish).paper is Paper.A4
    assert tailored_guide(empty, mexico, real_library, spanish).title.endswith("Mexico City, México")
    assert {guide.paper for guide in briefs(real_library, spanish)} == {Paper.A4}


def invoke(tmp_path: Path, assessment: dict[str, Any], *more: str) -> Any:
    file = tmp_path / "my-city.json"
    file.write_text(json.dumps(assessment), encoding="utf-8")
    config = ["--config-file", str(ROOT / "mkdocs.yml"), "--out", str(tmp_path / "guide.pdf")]
    return CliRunner().invoke(main, ["guide", "--assessment", str(file), *config, *more])


def test_the_command_prints_a_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = invoke(tmp_path, FILLED)
    assert done.exit_code == 0, done.output
    assert "Readiness guide for Omaha, NE" in done.output
    assert "Omaha, NE" in text_of((tmp_path / "guide.pdf").read_bytes())


def test_the_command_prints_it_in_the_language_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = invoke(tmp_path, {**FILLED, "city": "bogota-colombia"}, "--language", "es")
    assert done.exit_code == 0, done.output
    assert "Guía de preparación para Bogotá, Colombia está en" in done.output
    content = (tmp_path / "guide.pdf").read_bytes()
    assert failures(content) == []
    root: Any = PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert root["/Lang"] == "es"
    assert "guía de preparación" in text_of(content)


def test_what_was_ticked_stays_ticked_in_another_language(real_library: Library, omaha: Place) -> None:
    checks = real_library.criterion_by_code["DM1"].checks
    answers = {"DM1": CriterionAnswer(answer=Answer.PARTLY, checks=checks[1:2])}
    assessment = Assessment(format="peerbook-self-assessment", version=1, answers=answers)
    spanish, language = in_language(real_library, "es", read_language("es-419", ROOT / "messages"))
    here, there = (
        tailored_guide(assessment, omaha, library, Site("", one)).data()["plan"]
        for library, one in ((real_library, ENGLISH), (spanish, language))
    )
    (first, *_) = there
    assert [is_ticked for _, is_ticked in first["points"]] == [False, True, False, False]
    assert [step["code"] for step in there] == [step["code"] for step in here]


def test_a_reworded_self_check_point_loses_its_tick_and_not_the_guide(tmp_path: Path) -> None:
    done = invoke(tmp_path, {**FILLED, "answers": {"DM1": {"answer": "no", "checks": ["They meet on Tuesdays"]}}})
    assert done.exit_code == 0, done.output
    assert "DM1: a tick was left out, as no self-check point has these words." in done.output


def test_the_command_tells_every_mistake_and_prints_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = invoke(tmp_path, {**FILLED, "answers": {"DM1": {"answer": "maybe"}, "XX1": {"answer": "yes"}}})
    assert done.exit_code == 1
    assert "“maybe” is not known" in done.output
    assert "XX1 is not a criterion" in done.output
    assert not (tmp_path / "guide.pdf").exists()


def test_the_command_names_the_nearest_city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = invoke(tmp_path, FILLED, "--city", "omaha")
    assert done.exit_code == 1
    assert "omaha-ne" in done.output
