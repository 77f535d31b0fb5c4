"""A new library, the Python API, and both from the wheel in an environment that has nothing else of ours."""

import os
import subprocess
import sys
import sysconfig
import venv
from inspect import signature
from pathlib import Path

import pytest
from click.testing import CliRunner

import generator
from generator.cli import main
from generator.finding import Finder
from generator.model import Library
from generator.publishing.pages.reference import api
from generator.reading import read_library
from generator.starting import refresh, shipped, start
from tests.conftest import ROOT


def test_a_new_library_passes_the_check_and_holds_one_example(tmp_path: Path) -> None:
    start(tmp_path / "ours", "Ours")
    library = read_library(tmp_path / "ours/practices")
    assert [one.id for one in library.practices] == ["riverton-ca/texts-before-sweeping"]
    assert len(library.standard.criteria) > 40
    assert 'site_name: "Ours"' in (tmp_path / "ours/mkdocs.yml").read_text()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 1
    assert "is not empty: name a new folder" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ['"', "a: b", "#x", "!!python/object", "line\nbreak", "{{ x }}"])
def test_the_name_of_a_site_is_text(tmp_path: Path, name: str) -> None:
    import yaml

    start(tmp_path / "ours", name)
    assert yaml.safe_load((tmp_path / "ours/mkdocs.yml").read_text())["site_name"] == name


def test_an_update_brings_scripts_and_leaves_pages(tmp_path: Path) -> None:
    start(tmp_path / "ours", "Ours")
    docs = tmp_path / "ours/docs"
    (docs / "about.md").write_text("# Ours")
    (docs / "assets/pages.js").write_text("old")
    (docs / "assets/gone.js").write_text("old")
    refresh(tmp_path / "ours")
    assert (docs / "about.md").read_text() == "# Ours"
    assert (docs / "assets/pages.js").read_bytes() == (shipped() / "docs/assets/pages.js").read_bytes()
    assert not (docs / "assets/gone.js").exists()
    (tmp_path / "ours/practices/network.yaml").unlink()
    refresh(tmp_path / "ours")
    assert read_library(tmp_path / "ours/practices").network.levels
    (tmp_path / "ours/practices/network.yaml").write_text("levels: []\n")
    result = CliRunner().invoke(main, ["init", "--update", str(tmp_path / "ours")])
    assert (result.exit_code, "network.yaml:1:" in result.output) == (1, True)
    assert CliRunner().invoke(main, ["init", "--update", str(tmp_path)]).exit_code == 1


def test_the_names_of_the_api_are_there_and_no_others() -> None:
    assert {"read_library", "link", "search", "publish"} <= set(dir(generator))
    assert all(getattr(generator, name) for name in generator.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = generator.nothing
    assert (ROOT / "generator/py.typed").is_file()


def test_the_api_searches_as_the_site_does(small_library: Library) -> None:
    found = generator.search(small_library, "nurses for small complaints")
    assert found == Finder(small_library).search("nurses for small complaints")


def test_the_reference_tells_every_name_its_arguments_and_errors() -> None:
    told = {one.name: one for one in api()}
    assert set(generator.__all__) <= set(told)
    assert {one.name for one in told["publish"].parameters} == set(signature(generator.publish).parameters)
    assert all(one.texts for one in told.values())
    assert "ProblemsFoundError" in {one.type for one in told["read_library"].errors}
    assert told["Links"].attributes


def test_importing_the_package_loads_none_of_what_the_check_does_not_need() -> None:
    code = "import sys, generator; print([name for name in ('sklearn', 'mkdocs', 'mcp') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_the_api_publishes_a_whole_site(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    library = generator.read_library(folder)
    site = generator.publish(library, generator.link(library), into=tmp_path / "site")
    assert "Boulder sends nurses" in (site / "practices/boulder-co/nurses/index.html").read_text(encoding="utf-8")
    assert (site / "practices/boulder-co/nurses/index.md").is_file()
    assert (site / "search/index.json").is_file()


@pytest.mark.slow
def test_the_wheel_makes_and_builds_a_library_by_itself(tmp_path: Path) -> None:
    """Dependencies come from this environment, the package from the wheel alone."""
    run = {"check": True, "capture_output": True, "text": True}
    wheels = tmp_path / "wheels"
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)], cwd=ROOT, **run)  # type: ignore[call-overload]
    [wheel] = wheels.glob("*.whl")
    place = tmp_path / "venv"
    venv.create(place, with_pip=False, symlinks=True)
    python = place / "bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(pip, **run)  # type: ignore[call-overload]
    [packages] = place.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    where = subprocess.run(
        [python, "-c", "import generator; print(generator.__file__)"], cwd=tmp_path, env=clean, **run
    )  # type: ignore[call-overload]
    assert Path(where.stdout.strip()).is_relative_to(packages)
    peerbook = str(place / "bin/peerbook")
    subprocess.run([peerbook, "init", "ours"], cwd=tmp_path, env=clean, **run)  # type: ignore[call-overload]
    subprocess.run([peerbook, "build"], cwd=tmp_path / "ours", env=clean, **run)  # type: ignore[call-overload]
    site = tmp_path / "ours/site"
    for path in ("index.html", "data/datapackage.json", "feed.xml", "search/index.json", "assets/pages.js",
                 "practices/riverton-ca/texts-before-sweeping/index.md", "cards/site.png"):  # fmt: skip
        assert (site / path).is_file(), path
