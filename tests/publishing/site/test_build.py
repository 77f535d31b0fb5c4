import contextlib
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.library import unwritten
from generator.publishing import EngineError, build_site
from generator.publishing.site import writing
from generator.reading import ProblemsFoundError
from tests.builders import PRACTICE
from tests.conftest import ROOT

pytestmark = pytest.mark.slow
on_one_site = pytest.mark.xdist_group("build")
REPOSITORY = "https://github.com/owner/name"


@pytest.fixture(autouse=True)
def _own_build_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture(scope="module")
def built(module_project: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the small project's site, built once for all tests that only look at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        return contents(build_site(module_project(), tmp_path_factory.mktemp("built") / "site"))


@pytest.fixture(scope="module")
def with_repository(module_project: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site of a project whose settings name its repository."""
    return build_site(module_project(repo_url=REPOSITORY), tmp_path_factory.mktemp("repository") / "site")


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def pdfs(cache: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cache.glob("*.pdf")}


@on_one_site
def test_two_builds_of_one_input_are_the_same_to_the_byte(
    project: Callable[..., Path], built: dict[str, bytes]
) -> None:
    assert "practices/boulder-co/nurses/index.html" in built
    second = contents(build_site(project()))
    assert [name for name in built | second if built.get(name) != second.get(name)] == []


def test_the_build_time_is_that_of_the_newest_review_unless_told(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    site = build_site(project())
    assert "<lastmod>2024-01-31</lastmod>" in (site / "sitemap.xml").read_text()


def test_a_failed_build_leaves_the_last_good_site(project: Callable[..., Path]) -> None:
    config = project()
    site = build_site(config)
    before = contents(site)
    (config.parent / "practices/boulder-co/nurses.yaml").write_text(PRACTICE.replace("status: ongoing", "status: x"))
    with pytest.raises(ProblemsFoundError, match=r"nurses\.yaml:4:9: status: “x” is not known"):
        build_site(config)
    (config.parent / "practices/boulder-co/nurses.yaml").write_text(PRACTICE)
    (config.parent / "docs/about.md").write_text("[gone](nowhere.md)")
    with pytest.raises(EngineError, match="strict"):
        build_site(config)
    assert contents(site) == before
    assert [path.name for path in config.parent.iterdir() if path.name.startswith(".site")] == [".site.lock"]


def test_what_is_built_again_and_again_is_what_is_built_once(project: Callable[..., Path], tmp_path: Path) -> None:
    config = project()
    root, elsewhere = config.parent, tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letter").write_text("mine")
    (root / "docs/note").write_text("a file")

    def changes() -> Iterator[None]:
        nurses, more, note, page = "practices/boulder-co/nurses.yaml", "docs/more.md", "docs/note", "about/index.html"
        yield
        (root / nurses).write_text(PRACTICE.replace("title: B", "title: Now B"))
        (root / more).write_text("# More\n\nThis page goes again.")
        yield
        (root / more).unlink()
        yield
        (root / "site/practices").rename(root / "moved")
        (root / "site/practices").symlink_to(elsewhere)
        yield
        (root / note).unlink()
        (root / note).mkdir()
        (root / note / "a.txt").touch()
        yield
        (root / "site" / page).write_text("somebody else's")
        yield
        (root / nurses).write_text(PRACTICE)
        yield

    for _ in changes():
        again = contents(build_site(config))
        assert [path for path in (root / "site").rglob("*") if path.is_symlink()] == []
        assert {path.name for path in root.iterdir() if path.name.startswith(".site")} <= {".site.lock", ".site.spare"}
    once = contents(build_site(config, tmp_path / "once"))
    assert [name for name in again | once if again.get(name) != once.get(name)] == []
    assert (elsewhere / "letter").read_text() == "mine"


def test_a_page_may_lead_to_what_is_made_of_the_write_ups_and_to_nothing_else(project: Callable[..., Path]) -> None:
    config = project()
    about = config.parent / "docs/about.md"
    about.write_text("[all](data/peerbook-data.zip), [one](practices/boulder-co/nurses/index.json)")
    site = build_site(config)
    assert 'href="../data/peerbook-data.zip"' in (site / "about/index.html").read_text()
    assert (site / "data/peerbook-data.zip").stat().st_size
    about.write_text("[all](data/all.zip)")
    with pytest.raises(EngineError, match="strict"):
        build_site(config)


@on_one_site
def test_edit_buttons_open_the_yaml_file_and_need_a_repository(built: dict[str, bytes], with_repository: Path) -> None:
    page = "cities/boulder-co/index.html"
    assert 'rel="edit"' not in built[page].decode()
    html = (with_repository / page).read_text()
    assert f'href="{REPOSITORY}/edit/main/practices/boulder-co/city.yaml"' in html


@on_one_site
def test_the_repository_is_a_link_and_its_host_is_asked_nothing(built: dict[str, bytes], with_repository: Path) -> None:
    assert "md-source" not in built["index.html"].decode()
    html = (with_repository / "index.html").read_text()
    assert html.count(f'<a href="{REPOSITORY}"') == 2, "in the drawer and at the foot"
    assert 'data-md-component="source"' not in html, "the theme asks the repository's host for what bears this mark"


def peerbook(*words: str, cwd: Path) -> Result:
    """What the command does in a folder; whatever it ends with, it is no traceback."""
    with contextlib.chdir(cwd):
        done = CliRunner().invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done


def mkdocs(*words: str, cwd: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr


@on_one_site
def test_the_emitted_folder_is_built_by_plain_mkdocs_into_the_same_pages(
    project: Callable[..., Path], built: dict[str, bytes]
) -> None:
    config = project()
    done = peerbook("emit", "out", cwd=config.parent)
    assert done.exit_code == 0, done.stderr
    out = config.parent / "out"
    assert "peerbook:" not in (out / "mkdocs.yml").read_text()
    assert "- peerbook" not in (out / "mkdocs.yml").read_text()
    mkdocs("build", "--strict", "-f", "out/mkdocs.yml", cwd=config.parent)
    plain = contents(out / "site") | contents(out / "beside")
    assert set(built) == set(plain)
    differing = {name for name in built if built[name] != plain[name]}
    assert differing <= {"sitemap.xml", "sitemap.xml.gz"}  # these list pages in another order


@on_one_site
def test_mkdocs_itself_builds_the_same_site_with_our_plugin(
    project: Callable[..., Path], built: dict[str, bytes]
) -> None:
    config = project()
    mkdocs("build", "--strict", "--site-dir", "other", cwd=config.parent)
    other = contents(config.parent / "other")
    assert [name for name in built | other if built.get(name) != other.get(name)] == []


def test_processes_side_by_side_write_what_one_writes(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = project()
    monkeypatch.setattr(writing, "FEWEST", 10_000)
    one = contents(build_site(config))
    monkeypatch.setattr(writing, "FEWEST", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    several = contents(build_site(config))
    assert [name for name in one | several if one.get(name) != several.get(name)] == []


def test_emit_does_not_overwrite_what_it_did_not_write(project: Callable[..., Path]) -> None:
    config = project()
    (config.parent / "out").mkdir()
    (config.parent / "out/thesis.txt").write_text("years of work")
    done = peerbook("emit", "out", cwd=config.parent)
    assert done.exit_code == 1
    assert "holds something else" in done.stderr
    assert (config.parent / "out/thesis.txt").read_text() == "years of work"


def test_emit_overwrites_only_what_it_wrote_and_never_the_project(project: Callable[..., Path]) -> None:
    config = project()
    (config.parent / ".git").mkdir()
    for folder in (".", "..", str(config.parent)):
        done = peerbook("emit", folder, cwd=config.parent)
        assert done.exit_code == 1
        assert "holds the project itself" in done.stderr
    (config.parent / "other").mkdir()
    (config.parent / "other/mkdocs.yml").write_text("site_name: Another project")
    assert peerbook("emit", "other", cwd=config.parent).exit_code == 1
    assert (config.parent / "other/mkdocs.yml").read_text() == "site_name: Another project"
    assert (config.parent / ".git").is_dir()
    for _ in range(2):
        assert peerbook("emit", "out", cwd=config.parent).exit_code == 0
    assert (config.parent / "out/.peerbook-emitted").is_file()


@pytest.mark.parametrize(
    ("value", "words"), [("abc", "SOURCE_DATE_EPOCH"), ("-1", "SOURCE_DATE_EPOCH"), ("9" * 40, "SOURCE_DATE_EPOCH")]
)
def test_a_build_time_that_is_none_is_told(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, value: str, words: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = peerbook("build", cwd=project().parent)
    assert done.exit_code == 1
    assert words in done.stderr


def test_an_empty_build_time_is_as_good_as_none(project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    config = project()
    assert peerbook("build", cwd=config.parent).exit_code == 0
    assert "<lastmod>2024-01-31</lastmod>" in (config.parent / "site/sitemap.xml").read_text()


def test_a_site_that_can_not_be_written_is_told_and_the_old_one_stays(project: Callable[..., Path]) -> None:
    config = project()
    (config.parent / "blocked").write_text("a file where a folder should be")
    done = peerbook("build", "--site-dir", "blocked/site", cwd=config.parent)
    assert done.exit_code != 0


def test_a_full_disk_is_told_with_what_to_do() -> None:
    assert (
        unwritten(OSError(errno.ENOSPC, "No space left on device", "site/x"))
        == "site/x: No space left on device. Free some space, then try again."
    )
    assert "can be written" in unwritten(OSError(errno.EROFS, "Read-only file system"))


def test_two_pages_at_one_address_stop_the_build(project: Callable[..., Path]) -> None:
    config = project()
    (config.parent / "docs/topics").mkdir()
    (config.parent / "docs/topics/health.md").write_text("# Mine")
    done = peerbook("build", cwd=config.parent)
    assert done.exit_code == 1
    assert "topics/health.md" in done.stderr
    assert "would be one page" in done.stderr


def test_shares_of_the_guides_are_together_what_one_machine_prints(project: Callable[..., Path]) -> None:
    config = project()
    cache = config.parent / ".cache/guides"
    assert peerbook("guides", cwd=config.parent).stdout == "10 guides are in the cache\n"
    whole = pdfs(cache)
    shutil.rmtree(cache)
    shares: dict[str, bytes] = {}
    for share in ("1/3", "2/3", "3/3"):
        assert peerbook("guides", "--shard", share, cwd=config.parent).exit_code == 0
        part = pdfs(cache)
        assert not part.keys() & shares.keys()
        shares |= part
        shutil.rmtree(cache)
    assert shares == whole
    for wrong in ("0/3", "4/3", "x", "1/0", "-1/2"):
        assert peerbook("guides", "--shard", wrong, cwd=config.parent).exit_code == 1
