"""`peerbook serve` follows the write-ups."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import PRACTICE
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

PATIENCE = 90


def wait_for(address: str, words: str) -> bool:
    """Whether the page at `address` comes to hold `words`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 (on this machine)
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.3)
    return False


def test_the_site_is_built_anew_when_a_write_up_changes(
    project: Callable[..., Path], unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = project()
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = [sys.executable, "-m", "generator.cli", "serve", "--address", f"127.0.0.1:{unused_tcp_port}"]
    with subprocess.Popen(command, cwd=config.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            page = f"http://127.0.0.1:{unused_tcp_port}/practices/boulder-co/nurses/"
            assert wait_for(page, "Boulder sends nurses")
            changed = PRACTICE.replace("Boulder sends nurses", "Boulder now sends nurses")
            (config.parent / "practices/boulder-co/nurses.yaml").write_text(changed)
            assert wait_for(page, "Boulder now sends nurses")
        finally:
            server.kill()
