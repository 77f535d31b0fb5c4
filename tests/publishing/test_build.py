import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import MkDocsException

from generator.publishing import build_site
from tests.builders import PRACTICE
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def _own_build_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_of_one_input_are_the_same_to_the_byte(project: Callable[..., Path]) -> None:
    config = project()
    first = contents(build_site(config))
    assert "practices/boulder-co/nurses/index.html" in first
    second = contents(build_site(config))
    assert [name for name in first | second if first.get(name) != second.get(name)] == []


def test_the_build_time_is_that_of_the_newest_review_unless_told(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    site = build_site(project())
    assert "<lastmod>2024-01-31</lastmod>" in (site / "sitemap.xml").read_text()


def test_a_failed_build_leaves_the_last_good_site(
    project: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    config = project()
    site = build_site(config)
    before = contents(site)
    (config.parent / "practices/boulder-co/nurses.yaml").write_text(PRACTICE.replace("status: ongoing", "status: x"))
    with pytest.raises(MkDocsException):
        build_site(config)
    assert "nurses.yaml:4:9: status: “x” is not known" in caplog.text
    (config.parent / "practices/boulder-co/nurses.yaml").write_text(PRACTICE)
    (config.parent / "docs/about.md").write_text("[gone](nowhere.md)")
    with pytest.raises(MkDocsException, match="strict"):
        build_site(config)
    assert contents(site) == before
    assert [path.name for path in config.parent.iterdir() if path.name.startswith(".site")] == [".site.lock"]


def test_edit_buttons_open_the_yaml_file_and_need_a_repository(project: Callable[..., Path]) -> None:
    page = "cities/boulder-co/index.html"
    without = (build_site(project()) / page).read_text()
    assert 'rel="edit"' not in without
    html = (build_site(project(repo_url="https://github.com/owner/name")) / page).read_text()
    assert 'href="https://github.com/owner/name/edit/main/practices/boulder-co/city.yaml"' in html


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_the_emitted_folder_is_built_by_plain_mkdocs_into_the_same_pages(project: Callable[..., Path]) -> None:
    config = project()
    done = run("generator.cli", "emit", "out", cwd=config.parent)
    assert done.returncode == 0, done.stderr
    out = config.parent / "out"
    assert "peerbook:" not in (out / "mkdocs.yml").read_text()
    assert "- peerbook" not in (out / "mkdocs.yml").read_text()
    built = run("mkdocs", "build", "--strict", "-f", "out/mkdocs.yml", cwd=config.parent)
    assert built.returncode == 0, built.stderr
    ours, plain = contents(build_site(config)), contents(out / "site")
    assert set(ours) == set(plain)
    differing = {name for name in ours if ours[name] != plain[name]}
    assert differing <= {"sitemap.xml", "sitemap.xml.gz"}  # these list pages in another order


def test_emit_does_not_overwrite_what_it_did_not_write(project: Callable[..., Path]) -> None:
    config = project()
    (config.parent / "out").mkdir()
    (config.parent / "out/thesis.txt").write_text("years of work")
    done = run("generator.cli", "emit", "out", cwd=config.parent)
    assert done.returncode == 1
    assert "holds something else" in done.stderr
    assert (config.parent / "out/thesis.txt").read_text() == "years of work"
