"""Files put in place: left or linked only where the very same is there, and nothing of the last build is written to."""

from pathlib import Path

import pytest

from generator.publishing.site.placing import adopt, files_in, keep_only, put

LARGE = b"a" * 3 * 2**20


@pytest.mark.parametrize("is_file", [False, True])
@pytest.mark.parametrize("changed", [None, 0, 2**20, len(LARGE) - 1])
def test_what_differs_in_one_byte_is_written_anew(tmp_path: Path, changed: int | None, *, is_file: bool) -> None:
    before, place, source = (tmp_path / name for name in ("before", "site/place", "source"))
    before.write_bytes(LARGE)
    new = bytearray(LARGE)
    if changed is not None:
        new[changed] += 1
    source.write_bytes(new)
    put(place, source if is_file else bytes(new), before)
    assert place.read_bytes() == new
    assert place.samefile(before) == (changed is None)
    assert before.read_bytes() == LARGE


def test_what_is_there_already_is_left_and_what_is_not_gets_a_file_of_its_own(tmp_path: Path) -> None:
    before, site = tmp_path / "before", tmp_path / "site"
    for folder in (before, site):
        (folder / "a").mkdir(parents=True)
    (before / "a/page").write_bytes(b"old")
    (site / "a/page").hardlink_to(before / "a/page")
    put(site / "a/page", b"old", before / "a/page")
    assert (site / "a/page").samefile(before / "a/page")
    put(site / "a/page", b"new", before / "a/page")
    assert (site / "a/page").read_bytes() == b"new"
    assert (before / "a/page").read_bytes() == b"old"


def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "was-folder/in").mkdir(parents=True)
    (tmp_path / "was-folder/in/it").touch()
    (tmp_path / "was-file").touch()
    put(tmp_path / "was-folder", b"file", None)
    put(tmp_path / "was-file/in/it", b"file", None)
    assert files_in(tmp_path) == {str(tmp_path / "was-folder"), str(tmp_path / "was-file/in/it")}


def test_links_leave_a_folder_and_what_they_lead_to_stays(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/letter").touch()
    site = tmp_path / "site"
    site.mkdir()
    (site / "folder").symlink_to(tmp_path / "other")
    (site / "file").symlink_to(tmp_path / "other/letter")
    assert files_in(site) == set()
    assert list(site.iterdir()) == []
    assert (tmp_path / "other/letter").is_file()


def test_only_what_was_put_is_kept_and_no_empty_folder(tmp_path: Path) -> None:
    for name in ("a/b/c", "a/d", "e/f/g"):
        put(tmp_path / name, name.encode(), None)
    keep_only(tmp_path, {str(tmp_path / "a/d")})
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["a", "a/d"]


OLD, NEW = "0123456789ab", "ba9876543210"


def test_a_folder_named_after_what_is_in_it_begins_with_the_one_there_is(tmp_path: Path) -> None:
    old, new = tmp_path / "search" / OLD, tmp_path / "search" / NEW
    put(old / "cards/1.bin", b"1", None)
    put(tmp_path / "search/index.json", b"{}", None)
    kept = (old / "cards/1.bin").stat().st_ino
    adopt(new / "cards/1.bin")
    put(new / "cards/1.bin", b"1", None)
    assert not old.exists()
    assert (new / "cards/1.bin").stat().st_ino == kept


@pytest.mark.parametrize("there", ["boston-ma", OLD])
def test_no_other_folder_is_begun_so(tmp_path: Path, there: str) -> None:
    put(tmp_path / there / "file", b"", None)
    put(tmp_path / NEW / "file", b"", None)
    adopt(tmp_path / NEW / "other")
    adopt(tmp_path / "new-york-ny/file")
    assert files_in(tmp_path) == {str(tmp_path / there / "file"), str(tmp_path / NEW / "file")}
