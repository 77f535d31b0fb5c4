from pathlib import Path

import pytest

from generator.reading import ProblemsFoundError, read_library
from tests.builders import PRACTICE, write_library


def wrongs(folder: Path) -> str:
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder)
    return str(caught.value)


def test_a_large_file_is_refused(folder: Path) -> None:
    (folder / "boulder-co/large.yaml").write_text("#" * (256 * 1024 + 1))
    assert "large.yaml:1:1: the file is too large: at most 256 KiB" in wrongs(folder)


def test_a_file_that_is_not_utf8_is_refused_with_the_place(folder: Path) -> None:
    (folder / "boulder-co/latin.yaml").write_bytes("title: x\nsummary: Bogotá\n".encode("latin-1"))
    assert "latin.yaml:2:15: this is not UTF-8 text: save the file as UTF-8" in wrongs(folder)


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text(PRACTICE)
    (folder / "boulder-co/linked.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "escape").symlink_to(tmp_path)
    found = wrongs(folder)
    assert "linked.yaml:1:1: a link is not followed" in found
    assert "escape:1:1: a link" in found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("boulder-co/other.yml", "rename it other.yaml"),
        ("boulder-co/photo.jpg", "photo.jpg is not a write-up"),
        ("stray.yaml", "a write-up stands in the folder of its city"),
        ("boulder-co/deep/x.yaml", "move it to boulder-co/"),
        ("boulder-co/Über Plan.yaml", "uber-plan"),
        ("boulder-co/NURSES.yaml", "boulder-co/NURSES has the same id as"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_where_it_belongs(folder: Path, name: str, words: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(PRACTICE)
    found = wrongs(folder)
    assert words in found or ("same id" in words and "has the same id as" in found)


def test_a_missing_register_is_told(folder: Path) -> None:
    (folder / "topics.yaml").unlink()
    assert "topics.yaml:1:1: this file is missing" in wrongs(folder)


def test_hidden_files_are_passed_over(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"\x00")
    assert read_library(folder)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "this folder does not exist" in wrongs(tmp_path / "nothing")


def test_the_same_letters_in_another_unicode_form_clash(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    (folder / "boulder-co" / "ﬁre.yaml").write_text(PRACTICE)
    (folder / "boulder-co" / "fire.yaml").write_text(PRACTICE)
    assert "has the same id as" in wrongs(folder)
