"""Finding the files of a library, and their text."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.language.names import as_slug
from generator.model.value import RESERVED
from generator.reading.letters import shown
from generator.reading.problems import Problem
from generator.reading.words_of_others import named
from generator.said import said, together, with_way_out

MAX_BYTES = 256 * 1024
REGISTERS = ("network", "standard", "topics", "methods", "synonyms", "certification", "advice", "adoption")
MAY_BE_MISSING = ("audits", "glossary", "unanswered")
"""Registers that a library may be without: nobody has audited it yet, it is in no other language."""
LEXICON = re.compile(r"lexicon-[a-z]{2}")
"""Another language that the search understands, named after its code; a library need not have any."""
AUDITS = re.compile(r"audits(?:-([2-9]|[1-9][0-9]+))?")
"""The audits so far, and those that no longer fit in there: audits, audits-2, audits-3."""
TRANSLATIONS = "translations"
"""Folder of the texts in other languages: `translations/es/boston-ma/…` mirrors the library file by file."""
_LANGUAGE = re.compile(r"[a-z]{2}")
_NOT_CONTENT = {".json", ".md"}


@dataclass
class Found:
    """The files of a library by what they hold, and what was found wrong with their names."""

    registers: dict[str, Path] = field(default_factory=dict)
    cities: dict[str, Path] = field(default_factory=dict)
    practices: dict[str, Path] = field(default_factory=dict)
    translations: dict[str, dict[str, Path]] = field(default_factory=dict)
    """By language, and by the id of what is translated: of a write-up, or the name of a register."""
    problems: list[Problem] = field(default_factory=list)


def find_files(folder: Path) -> Found:
    """Return the register, city and practice files below `folder`, cities and practices by id."""
    found = Found()
    taken: dict[str, Path] = {}
    for path in _files_below(folder, found.problems):
        relative = path.relative_to(folder)
        problem = _misplaced(path, relative)
        if problem:
            found.problems.append(Problem(path, 1, 1, *problem))
            continue
        if path.suffix != ".yaml":
            continue
        if len(relative.parts) == 1:
            found.registers[path.stem] = path
            continue
        if relative.parts[0] == TRANSLATIONS:
            identity = relative.with_suffix("").as_posix().split("/", 2)[2]
            found.translations.setdefault(relative.parts[1], {})[identity] = path
            continue
        identity = "/".join((relative.parts[0], path.stem))
        same = taken.setdefault(unicodedata.normalize("NFKC", identity).casefold(), path)
        if same is not path:
            wrong = said("%(id)s has the same id as %(other)s", id=shown(identity), other=shown(same.as_posix(), 200))
            found.problems.append(Problem(path, 1, 1, wrong, said("give it another name")))
        bad_part = next((part for part in identity.split("/") if part != as_slug(part)), None)
        reserved = next((part for part in identity.split("/") if part in RESERVED), None)
        if bad_part:
            example = as_slug(bad_part) or "a-short-name"
            allowed = said("lower-case letters a to z, digits and hyphens: %(example)s", example=example)
            wrong = said("%(name)s is not a name that works in an address", name=shown(bad_part))
            found.problems.append(Problem(path, 1, 1, wrong, allowed))
        elif reserved:
            why = said("it has a meaning of its own in addresses or on disks")
            no_id = with_way_out(said("%(name)s can't be an id", name=reserved), why)
            found.problems.append(Problem(path, 1, 1, no_id, said("give it another name")))
        elif path.stem == "city":
            found.cities[relative.parts[0]] = path
        else:
            found.practices[identity] = path
    return found


def _files_below(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file and every link below `folder`; folders that can't be listed go into `problems`."""

    def unlisted(error: OSError) -> None:
        wrong = said("this folder can't be listed (%(why)s)", why=named(str(error.strerror)))
        problems.append(Problem(Path(error.filename), 1, 1, wrong, said("let its files be read")))

    for place, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if Path(place, name).is_symlink():
                yield Path(place, name)
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name)


def _misplaced(path: Path, relative: Path) -> tuple[str, str] | None:
    """What is wrong with the place or the kind of a file, and the way out."""
    if path.is_symlink():
        return said("a link is not followed"), said("put the file or the folder itself here")
    if path.suffix == ".yml":
        return said("write-ups end in .yaml"), said("rename it %(name)s", name=f"{shown(path.stem)}.yaml")
    if path.suffix not in {".yaml", *_NOT_CONTENT}:
        return said("%(name)s is not a write-up", name=shown(path.name)), said("only .yaml files belong here")
    if path.suffix != ".yaml":
        return None
    if relative.parts[0] == TRANSLATIONS:
        if len(relative.parts) in (3, 4) and _LANGUAGE.fullmatch(relative.parts[1]):
            return None
        wrong = said("a translation stands where its original does, below its language")
        return wrong, "translations/es/boston-ma/…"
    if len(relative.parts) > 2:
        wrong = said("a write-up stands directly in the folder of its city")
        return wrong, said("move it to %(folder)s", folder=f"{shown(relative.parts[0])}/")
    if len(relative.parts) == 1 and not _is_register(path.stem):
        names = together(f"{name}.yaml" for name in (*REGISTERS, *MAY_BE_MISSING))
        wrong = said("a write-up stands in the folder of its city")
        return wrong, said("at the top are only %(names)s", names=names)
    return None


def _is_register(name: str) -> bool:
    return name in (*REGISTERS, *MAY_BE_MISSING) or any(kind.fullmatch(name) for kind in (LEXICON, AUDITS))


def audit_registers(names: Iterable[str]) -> list[str]:
    """Return those of some names of registers that hold audits, in the order in which they were begun."""
    return sorted((name for name in names if AUDITS.fullmatch(name)), key=audit_register_number)


def audit_register_number(name: str) -> int:
    """Return which register of audits one is, from 1: of "audits-3" the third."""
    return int(name.removeprefix("audits").removeprefix("-") or 1)


def read_text(path: Path, most: int = MAX_BYTES) -> str | Problem:
    """Return the text of a file, or why it can't be read: more than `most` bytes, not UTF-8, not there."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Problem(path, 1, 1, said("this is not a file"), said("name a text file"))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        wrong = said("the file can't be read (%(why)s)", why=named(str(error.strerror)))
        return Problem(path, 1, 1, wrong, said("check that it is there"))
    if len(data) > most:
        way_out = said("at most %(number)s KiB: shorten it", number=str(most // 1024))
        return Problem(path, 1, 1, said("the file is too large"), way_out)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        wrong = said("this is not UTF-8 text")
        return Problem(path, before.count(b"\n") + 1, column, wrong, said("save the file as UTF-8"))


def relative_to_here(path: Path) -> Path:
    """Return `path` from the current folder where it is below it, so that messages are short."""
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
