"""Setting pages on all cores: in processes, or in threads where a fork could wait forever."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.forks import CAN_FORK
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CAN_FORK, reason="one core, or no processes that are forked")]
PRINT = """
import sys
from dataclasses import replace
from pathlib import Path
from generator.linking import link
from generator.publishing import typesetting
from generator.publishing.guides import Site, UnprintableError, make_guides, print_guide, print_guides
from generator.reading import read_library

practices, cache, before = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
typesetting.FEWEST = 2
library = read_library(practices)
guides = make_guides(library, link(library), Site(""))
if before == "after one":
    print_guide(guides[0])
if before == "with one that can't be":
    guides = (*guides[:-1], replace(guides[-1], data=lambda: {}))
try:
    made = list(print_guides(guides, cache))
except UnprintableError as error:
    sys.exit(f"can't be printed: {error}")
print(len(made), typesetting._has_begun.is_set(), *(one.file.name for one in made))
"""


def printed(folder: Path, cache: Path, before: str) -> subprocess.CompletedProcess[str]:
    """Print the guides of a small library in a process that has no threads."""
    command = [sys.executable, "-c", PRINT, str(folder), str(cache), before]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_processes_print_what_threads_do(folder: Path, tmp_path: Path) -> None:
    processes, threads = (
        printed(folder, tmp_path / before, before).stdout.split() for before in ("nothing", "after one")
    )
    assert int(processes[0]) > 2
    assert [processes[1], threads[1]] == ["False", "True"], "who has set one thing does not fork"
    assert processes[2:] == threads[2:], "names tell the bytes"


def test_a_guide_that_a_process_cannot_print_is_told(folder: Path, tmp_path: Path) -> None:
    done = printed(folder, tmp_path / "cache", "with one that can't be")
    assert done.returncode == 1
    assert "can't be printed: guides/" in done.stderr
    assert not [path for path in (tmp_path / "cache").iterdir() if path.name == "keys.json"]
