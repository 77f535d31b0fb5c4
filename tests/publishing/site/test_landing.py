"""Landing: whatever kills it, the old folder or the new one is there, whole."""

import contextlib
import itertools
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator.publishing.site import landing
from generator.publishing.site.landing import BusyError, land, staging
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


def site_of(folder: Path, words: str = "old") -> Path:
    site = folder / "site"
    site.mkdir()
    for name in ("a", "b"):
        (site / name).write_text(words)
    return site


def whole(site: Path) -> str | None:
    """What all files of the site say, None where there is no site; a mixture fails."""
    if not site.exists():
        return None
    [words] = {(site / name).read_text() for name in ("a", "b")}
    return words


def killed_at(step: int, site: Path, *, again: bool) -> int:
    """Make and land a new site in a process of its own that is killed at the line `step` of the landing.

    Returns its exit status: negative where it was killed, 0 where it came to the end before.
    """
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if frame.f_code.co_filename != landing.__file__:
            return None
        count += event == "line"
        if count == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    with staging(site, again=again) as made:
        for name in ("a", "b"):
            (made / name).unlink(missing_ok=True)
            (made / name).write_text("new")
        land(made, site)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_build_killed_at_any_line_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool, again: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(landing, "_exchanged", lambda *_: False)
    site = site_of(tmp_path)
    for step in itertools.count(1):
        status = killed_at(step, site, again=again)
        assert status in (0, -signal.SIGKILL)
        if can_exchange:
            assert whole(site) in ("old", "new")  # at every moment
        with staging(site):
            assert whole(site) in ("old", "new")  # at the latest when the next build begins
        left = {path.name for path in tmp_path.iterdir()}
        assert left - {".site.spare"} == {".site.lock", "site"}
        if status == 0:
            assert (".site.spare" in left) == again
            break
        for name in ("a", "b"):
            (site / name).write_text("old")
    assert step > 20


def test_what_fails_in_between_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landing, "_exchanged", lambda *_: False)
    site = site_of(tmp_path)
    with staging(site) as made:
        made.rmdir()
        with pytest.raises(FileNotFoundError):
            land(made, site)
    assert whole(site) == "old"


def test_two_builds_of_one_site_are_kept_apart(tmp_path: Path) -> None:
    with staging(tmp_path / "site"):
        script = textwrap.dedent(f"""
            from pathlib import Path
            from generator.publishing.site.landing import staging
            with staging(Path({str(tmp_path / "site")!r})):
                pass
        """)
        other = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert other.returncode == 1
    assert "another process is making" in other.stderr
    with staging(tmp_path / "site") as made:
        made.rmdir()


def test_the_lock_is_told_as_what_it_is(tmp_path: Path) -> None:
    with staging(tmp_path / "site"), pytest.raises(BusyError, match="wait until it has ended"):  # noqa: SIM117
        with staging(tmp_path / "site"):
            pass


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_being_told_to_end_is_like_being_interrupted(tmp_path: Path) -> None:
    script = textwrap.dedent(f"""
        import os, signal, sys, click
        from pathlib import Path
        from generator.cli import main
        from generator.publishing.site.landing import staging

        @main.command()
        def slow():
            with staging(Path({str(tmp_path / "site")!r})) as made:
                os.kill(os.getpid(), signal.SIGTERM)

        main(["slow"])
    """)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [".site.lock"]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_what_is_made_again_is_made_of_what_stood_there_before_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(landing, "_exchanged", lambda *_: False)
    site, given = tmp_path / "site", []
    for number in range(5):
        with contextlib.suppress(ZeroDivisionError), staging(site, again=True) as made:
            given.append(sorted(path.name for path in made.iterdir()))
            for path in made.iterdir():
                path.unlink()
            (made / str(number)).touch()
            if number == 3:
                raise ZeroDivisionError
            land(made, site)
    assert given == [[], [], ["0"], ["1"], []]  # what failed is not kept
    assert [path.name for path in site.iterdir()] == ["4"]
    with staging(site) as made:
        assert list(made.iterdir()) == []


@pytest.mark.parametrize("name", [".site.new", ".site.old", ".site.spare"])
def test_a_link_in_the_place_of_what_is_swept_goes_and_what_it_leads_to_stays(tmp_path: Path, name: str) -> None:
    site = site_of(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter").write_text("mine")
    (tmp_path / name).symlink_to(other)
    with staging(site, again=name == ".site.spare") as made:
        (made / "inside").symlink_to(other)
        if name == ".site.spare":
            land(made, site)
    assert (other / "letter").read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} - {".site.spare"} == {".site.lock", "other", "site"}
    assert not (tmp_path / ".site.spare").is_symlink()
