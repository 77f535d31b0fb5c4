"""A file that passes 300 lines holds a second subject; figures on a page are those that were measured."""

import pytest

from bench.kept import HOSTING, hosting_rows, with_figures
from tests.conftest import ROOT
from tests.lasting import named

MOST = 300


def test_no_file_of_code_is_longer_than_one_subject_takes() -> None:
    code = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "docs/assets").rglob("*.js"), *(ROOT / "bench").rglob("*.py")]
    assert len(code) > 150
    lines = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in code}
    assert {name: count for name, count in lines.items() if count > MOST} == {}


@pytest.mark.parametrize("name", HOSTING)
def test_the_page_on_hosting_tells_the_figures_that_were_measured_last(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert hosting_rows(name)
    assert with_figures(page, hosting_rows(name)) == page


@pytest.mark.parametrize("name", named())
def test_each_test_that_takes_long_is_there(name: str) -> None:
    file, *_, function = name.split("::")
    assert f"def {function}(" in (ROOT / file).read_text(encoding="utf-8")
