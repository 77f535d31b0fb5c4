"""What holds for the write-ups of this repository beyond what the checker demands."""

import re
import shutil
from pathlib import Path

import pytest

from generator.model import Library, Practice, plain_text
from generator.reading import REGISTERS, read_library
from tests.conftest import ROOT


def texts(practice: Practice) -> list[str]:
    return [practice.title, practice.summary, *practice.questions, *practice.statements, *practice.unknown]


def test_the_library_is_read_without_a_problem(real_library: Library) -> None:
    assert real_library.practices
    assert real_library.cities


def test_every_topic_and_method_is_used(real_library: Library) -> None:
    assert {topic.id for topic in real_library.topics} == set(real_library.practices_by_topic)
    assert {method.id for method in real_library.methods} == set(real_library.practices_by_method)


def test_the_standard_is_whole(real_library: Library) -> None:
    assert len(real_library.standard.areas) == 8
    assert len(real_library.standard.criteria) == 43
    assert [one.code for one in real_library.standard.criteria if one.mandatory] == ["DM1", "LC1", "PA1"]


def test_spelling_is_american(real_library: Library) -> None:
    british = re.compile(
        r"\b(programmes?|centres?|neighbourhoods?|organis\w+|analys(?:ed|es the|ing)\b|labour|colour)\b"
    )
    found = {
        (practice.id, match[0])
        for practice in real_library.practices
        for text in texts(practice)
        for match in british.finditer(plain_text(text))
        if match[0][0].islower()
    }
    assert found == set()


@pytest.mark.parametrize("page", ["index.md", "index.es.md", "index.pt.md"])
def test_the_example_for_contributors_passes_the_check(tmp_path: Path, page: str) -> None:
    example = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/contribute" / page).read_text(encoding="utf-8"), re.DOTALL)
    for name in (*(f"{register}.yaml" for register in REGISTERS), "boulder-co/city.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "practices" / name, tmp_path / name)
    (tmp_path / "boulder-co/example.yaml").write_text(example[0], encoding="utf-8")
    assert [practice.id for practice in read_library(tmp_path).practices] == ["boulder-co/example"]
