"""A file that passes 300 lines holds a second subject."""

from tests.conftest import ROOT

MOST = 300


def test_no_file_of_code_is_longer_than_one_subject_takes() -> None:
    code = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "docs/assets").rglob("*.js"), *(ROOT / "bench").rglob("*.py")]
    assert len(code) > 150
    lines = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in code}
    assert {name: count for name, count in lines.items() if count > MOST} == {}
