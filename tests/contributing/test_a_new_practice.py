"""A write-up that is added turns no check red: the tests of the library run with one more city and two practices."""

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.contributing import from_markdown, make
from generator.model import Library
from tests.conftest import FULL, ROOT

BODY = (Path(__file__).parent / "issue.md").read_text(encoding="utf-8")
TODAY = datetime.date(2026, 11, 29)
CITIES = ("Omaha, NE", "Boston, MA")
"""One that the library lacks, and one that it has."""

SOME = ["tests/test_content.py", "tests/relevance", "tests/search", "tests/linking/test_diversity.py", "tests/model"]
"""What looks at the library as a whole; each night, and in a contribution, all tests that look at it run."""


@pytest.mark.slow
def test_the_tests_of_the_library_pass_with_practices_that_nobody_has_graded(
    tmp_path: Path, real_library: Library
) -> None:
    folder = tmp_path / "practices"
    shutil.copytree(ROOT / "practices", folder)
    for city in CITIES:
        body = BODY.replace("Salem, OR", city).replace("open-data", "performance-and-analytics")
        draft = from_markdown(Path("body.md"), body, real_library)
        assert not isinstance(draft, list)
        made = make(draft, real_library, TODAY)
        assert not made.problems
        for name, text in made.files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            assert not (folder / name).exists()
            (folder / name).write_text(text, encoding="utf-8")
    marked = "content and not slow and not quality"
    some = [] if FULL else SOME
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", "-m", marked, "-x", *some]
    environment = {**os.environ, "PEERBOOK_PRACTICES": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert " passed" in done.stdout
