"""Fixtures that several rooms use."""

import gc
import os
import pickle
import shutil
import socket
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
import yaml
from filelock import FileLock
from hypothesis import HealthCheck, settings

from generator.finding import Finder
from generator.linking import Links, link
from generator.model import Library
from generator.reading import read_library
from tests.builders import write_library

ROOT = Path(__file__).parent.parent
PRACTICES = Path(os.environ.get("PEERBOOK_PRACTICES", ROOT / "practices"))
"""The library that is looked at: that of this repository, unless told otherwise."""
FULL = bool(os.environ.get("PEERBOOK_FULL"))
"""The full round, each night: every case where a push takes a sample of those that the same rule holds for."""
pytest_plugins = ["tests.drawn", "tests.site", "tests.specification", "tests.lasting"]
os.environ["LANGUAGE"] = "en"  # commands speak English here, whatever the machine speaks
gc.set_threshold(200_000, 20, 100)  # what tests share is large and stays: the collector walks all of it in vain
EXAMPLES = 150 if FULL else 25
"""So many texts, sheets or libraries made by chance a test is tried on."""
settings.register_profile(
    "peerbook", deadline=None, derandomize=bool(os.environ.get("CI")), max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
settings.load_profile("peerbook")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small library on disk."""
    return write_library(tmp_path / "practices")


@pytest.fixture
def small_library(folder: Path) -> Library:
    """The small library, read."""
    return read_library(folder)


@pytest.fixture(scope="session")
def real_library(shared_folder: Path) -> Library:
    """The library of this repository, or another one to which the same applies."""
    return library_once(shared_folder)


def library_once(folder: Path) -> Library:
    """Return the real library, read by the first process that asks: to read it takes twenty times as long as a copy."""
    copy = folder / "library"
    with FileLock(copy.with_suffix(".lock")):
        if copy.exists():
            library: Library = pickle.loads(copy.read_bytes())  # noqa: S301 -- written below
        else:
            library = read_library(PRACTICES)
            copy.write_bytes(pickle.dumps(library))
    return library


SLOW = {"browser", "served", "site", "printed"}
"""Fixtures that start a browser, build the whole site or print all guides."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tell apart what is slow, and what a write-up can break; what opens a browser comes late."""
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        if needs & SLOW or "slow" in item.keywords:
            item.add_marker(pytest.mark.slow)
        if ("real_library" in needs or item.path.name == "test_content.py") and "quality" not in item.keywords:
            item.add_marker(pytest.mark.content)
    waiting = {item for item in items if {"served", "browser"} & set(getattr(item, "fixturenames", ()))}
    items[:] = _among([one for one in items if one not in waiting], [one for one in items if one in waiting])


def _among(quick: list[pytest.Item], waiting: list[pytest.Item]) -> list[pytest.Item]:
    """Put what needs the site where that is built, and among others, which work while a browser is waited for.

    What needs the real library comes after what does not: the process that builds the site reads it meanwhile. Tests of
    one module stay together, since they share what is made for it.
    """
    with_library = {item.path for item in quick if "real_library" in getattr(item, "fixturenames", ())}
    quick.sort(key=lambda item: (item.path in with_library, "slow" not in item.keywords))
    modules = [list(some) for _, some in groupby(waiting, key=lambda item: item.path)]
    first = len(quick) // 3
    step = (len(quick) - first) // (len(modules) + 1)
    for number, module in reversed(list(enumerate(modules))):
        quick[first + number * step : first + number * step] = module
    return quick


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew")


@pytest.fixture(scope="session")
def real_links(real_library: Library) -> Links:
    """The library of this repository, linked."""
    return link(real_library)


@pytest.fixture(scope="session")
def real_finder(real_library: Library) -> Finder:
    """Its search."""
    return Finder(real_library)


@pytest.fixture
def small_links(small_library: Library) -> Links:
    """The small library, linked."""
    return link(small_library)


@pytest.fixture
def unused_tcp_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _maker(place: Path) -> Callable[..., Path]:
    def make(practices: dict[str, str] | None = None, **settings: object) -> Path:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(ROOT / "docs", place / "docs")
        shutil.copytree(ROOT / "messages", place / "messages")
        write_library(place / "practices", practices)
        config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
        config |= {"plugins": ["peerbook"]} | settings  # one language takes a third of the time of three
        (place / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
        return place / "mkdocs.yml"

    return make


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Makes a project around a library: docs, settings and practices, and returns its mkdocs.yml."""
    return _maker(tmp_path / "project")


@pytest.fixture(scope="module")
def module_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The same for all tests of a module."""
    return _maker(tmp_path_factory.mktemp("module") / "project")
