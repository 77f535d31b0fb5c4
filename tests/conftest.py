"""Fixtures that several rooms use."""

from pathlib import Path

import pytest

from generator.model import Library
from generator.reading import read_library
from tests.builders import write_library

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small library on disk."""
    return write_library(tmp_path / "practices")


@pytest.fixture
def small_library(folder: Path) -> Library:
    """The small library, read."""
    return read_library(folder)


@pytest.fixture(scope="session")
def real_library() -> Library:
    """The library of this repository."""
    return read_library(ROOT / "practices")
