"""Finding the files of a library, and their text."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.reading.problems import Problem

MAX_BYTES = 256 * 1024
REGISTERS = ("standard", "topics", "methods", "synonyms", "certification", "advice", "adoption")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_CONTENT = {".json", ".md"}


@dataclass
class Found:
    """The files of a library by what they hold, and what was found wrong with their names."""

    registers: dict[str, Path] = field(default_factory=dict)
    cities: dict[str, Path] = field(default_factory=dict)
    practices: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def find_files(folder: Path) -> Found:
    """Return the register, city and practice files below `folder`, cities and practices by id."""
    found = Found()
    taken: dict[str, Path] = {}
    root = folder.resolve()
    for path in _files_below(folder):
        relative = path.relative_to(folder)
        problem = _misplaced(path, relative, root)
        if problem:
            found.problems.append(Problem(path, 1, 1, *problem))
            continue
        if path.suffix != ".yaml":
            continue
        if len(relative.parts) == 1:
            found.registers[path.stem] = path
            continue
        identity = "/".join((relative.parts[0], path.stem))
        same = taken.setdefault(unicodedata.normalize("NFKC", identity).casefold(), path)
        if same is not path:
            found.problems.append(
                Problem(path, 1, 1, f"{identity} has the same id as {same.as_posix()}", "give it another name")
            )
        bad_part = next((part for part in identity.split("/") if not _SLUG.fullmatch(part)), None)
        if bad_part:
            found.problems.append(
                Problem(
                    path,
                    1,
                    1,
                    f"{bad_part} is not a name that works in an address",
                    f"lower-case letters a to z, digits and hyphens: {_as_slug(bad_part)}",
                )
            )
        elif path.stem == "city":
            found.cities[relative.parts[0]] = path
        else:
            found.practices[identity] = path
    return found


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if Path(place, name).is_symlink():
                yield Path(place, name)
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name)


def _misplaced(path: Path, relative: Path, root: Path) -> tuple[str, str] | None:
    """What is wrong with the place or the kind of a file, and the way out."""
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        return "a link that leads out of the folder is not followed", "put the file itself here"
    if path.is_dir():
        return "a link to a folder is not followed", "put the files themselves here"
    if path.suffix == ".yml":
        return "write-ups end in .yaml", f"rename it {path.stem}.yaml"
    if path.suffix not in {".yaml", *_NOT_CONTENT}:
        return f"{path.name} is not a write-up", "only .yaml files belong here"
    if path.suffix != ".yaml":
        return None
    if len(relative.parts) > 2:
        return "a write-up stands directly in the folder of its city", f"move it to {relative.parts[0]}/"
    if len(relative.parts) == 1 and path.stem not in REGISTERS:
        return (
            "a write-up stands in the folder of its city",
            f"at the top are only {', '.join(f'{name}.yaml' for name in REGISTERS)}",
        )
    return None


def _as_slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters)) or "a-short-name"


def read_text(path: Path) -> str | Problem:
    """Return the text of a file, or why it can't be read: too large, not UTF-8, not there."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return Problem(
                path, 1, 1, f"the file has {size // 1024} KiB", f"at most {MAX_BYTES // 1024} KiB: shorten it"
            )
        data = path.read_bytes()
    except OSError as error:
        return Problem(path, 1, 1, f"the file can't be read ({error.strerror})", "check that it is there")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return Problem(path, before.count(b"\n") + 1, column, "this is not UTF-8 text", "save the file as UTF-8")


def relative_to_here(path: Path) -> Path:
    """Return `path` from the current folder where it is below it, so that messages are short."""
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
