"""Moving a practice or a city: its files, the old address, and whatever else names it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.language.names import as_slug
from generator.model import Library
from generator.model.value import RESERVED
from generator.reading import nearest, shown
from generator.reading.strict_yaml import Document, parse
from generator.said import said, with_way_out

BESIDE = ("docs", "tests")
"""Folders beside the write-ups in which the project names practices and cities."""
_KINDS = {".md", ".yaml", ".yml", ".json"}
_WIDTH = 110


class RenamingError(Exception):
    """Nothing can be moved as asked; the text says why."""


@dataclass
class Moves:
    """What is to be moved and written, checked before anything is touched."""

    moved: dict[Path, Path] = field(default_factory=dict)
    """Old place of each file, and its new one."""
    written: dict[Path, str] = field(default_factory=dict)
    """New text by the place of a file after the move."""

    def carry_out(self) -> None:
        """Move and write everything; old folders that are left empty go.

        Raises:
            OSError: if a file can't be written; those written before stay.
        """
        for old, new in self.moved.items():
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)
        for path, text in self.written.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        for old in {old.parent for old in self.moved}:
            if old.is_dir() and not any(old.iterdir()):
                old.rmdir()


def moves_for(old: str, new: str, folder: Path, library: Library) -> Moves:
    """Return the moves that give a practice (`city/name`) or a city (`name`) another id.

    Raises:
        RenamingError: if there is no such thing, or the new id is taken or is none.
    """
    if "/" in old:
        return _practice(old, new, folder, library)
    return _city(old, new, folder, library)


def _practice(old: str, new: str, folder: Path, library: Library) -> Moves:
    new = new if "/" in new else f"{old.partition('/')[0]}/{new}"
    _refuse(old, new, library.practice_by_id.keys(), said("practice"))
    if new.partition("/")[0] not in library.city_by_id:
        city = new.partition("/")[0]
        raise RenamingError(_unknown(said("city"), city, library.city_by_id))
    owner = next((one.id for one in library.practices if new in one.aliases and one.id != old), None)
    if owner:
        wrong = said("%(name)s is an earlier address of %(practice)s", name=new, practice=owner)
        raise RenamingError(with_way_out(wrong, said("choose another name")))
    moves = Moves()
    _move(moves, folder, old, new)
    _mentions(moves, folder, {old: new})
    return moves


def _city(old: str, new: str, folder: Path, library: Library) -> Moves:
    _refuse(old, new, library.city_by_id.keys(), said("city"))
    if "/" in new:
        raise RenamingError(said("the id of a city holds no slash"))
    moves = Moves()
    place = folder / old / "city.yaml"
    moves.moved[place] = folder / new / "city.yaml"
    moves.written[folder / new / "city.yaml"] = with_alias(
        place, place.read_text(encoding="utf-8"), old, new, "sources"
    )
    ids = {one.id: f"{new}/{one.id.partition('/')[2]}" for one in library.practices_of_city.get(old, ())}
    for one, other in ids.items():
        _move(moves, folder, one, other)
    for practice in library.practices:
        if any(adoption.city == old for adoption in practice.adopted_by):
            now = folder / f"{ids.get(practice.id, practice.id)}.yaml"
            text = moves.written.get(now) or (folder / f"{practice.id}.yaml").read_text(encoding="utf-8")
            moves.written[now] = _adopters(now, text, old, new)
    _mentions(moves, folder, {**ids, f"cities/{old}": f"cities/{new}"})
    return moves


def _refuse(old: str, new: str, known: Any, kind: str) -> None:
    if old not in known:
        raise RenamingError(_unknown(kind, old, known))
    if new in known:
        raise RenamingError(said("%(name)s is there already", name=shown(new)))
    for part in new.split("/"):
        if part != as_slug(part) or not part or part in RESERVED or part == "city":
            wrong = said("%(word)s can't be a name", word=shown(part))
            example = as_slug(part) or "a-name"
            way_out = said("lower-case letters, digits and hyphens: %(example)s", example=example)
            raise RenamingError(with_way_out(wrong, way_out))


def _unknown(kind: str, name: str, known: Iterable[str]) -> str:
    wrong = said("there is no %(kind)s %(name)s", kind=kind, name=shown(name))
    return with_way_out(wrong, nearest(name, list(known)))


def _unreadable(path: Path) -> str:
    return said("%(file)s can't be read; mend it first: peerbook check", file=str(path))


def _move(moves: Moves, folder: Path, old: str, new: str) -> None:
    before, after = folder / f"{old}.yaml", folder / f"{new}.yaml"
    moves.moved[before] = after
    moves.written[after] = with_alias(before, before.read_text(encoding="utf-8"), old, new, "corrections", "sources")


def with_alias(path: Path, text: str, alias: str, own: str, *before: str) -> str:
    """Return a file's text with one more entry in `aliases`, and without `own`; a new list stands before a field.

    Args:
        path: of the file, for messages.
        text: of the file.
        alias: the earlier id.
        own: the id that it has now, which can't be an alias of itself.
        before: fields before the first of which that is there a new list goes.

    """
    document = parse(path, text)
    if not isinstance(document, Document) or not isinstance(document.root, yaml.MappingNode):
        raise RenamingError(_unreadable(path))
    fields = {key.value: (key, value) for key, value in document.root.value}
    held = [one for one in document.data.get("aliases", ()) if one not in (alias, own)]
    line = f"aliases: [{', '.join((*held, alias))}]\n"
    if len(line) > _WIDTH:
        line = "".join(("aliases:\n", *(f"  - {one}\n" for one in (*held, alias))))
    if "aliases" in fields:
        key, value = fields["aliases"]
        end = value.end_mark.index
        rest = text[end:]
        if isinstance(value, yaml.SequenceNode) and value.flow_style:
            rest = rest.partition("\n")[2]
        return text[: key.start_mark.index] + line + rest
    place = next((fields[name][0].start_mark.index for name in before if name in fields), len(text))
    return text[:place] + line + text[place:]


def _adopters(path: Path, text: str, old: str, new: str) -> str:
    document = parse(path, text)
    if not isinstance(document, Document):
        raise RenamingError(_unreadable(path))
    for start, end in sorted(_cities_in(document, old), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _cities_in(document: Document, city: str) -> Iterator[tuple[int, int]]:
    """Where the adopters of a write-up are `city`."""
    for key, value in document.root.value:
        if key.value == "adopted_by" and isinstance(value, yaml.SequenceNode):
            for group in value.value:
                for inner, node in group.value:
                    if inner.value == "city" and node.value == city:
                        yield node.start_mark.index, node.end_mark.index


def _mentions(moves: Moves, folder: Path, ids: Mapping[str, str]) -> None:
    """Other files of the project that name what was moved: pages by hand, and tests."""
    words = re.compile(
        rf"(?<![a-z0-9-])(?:{'|'.join(map(re.escape, sorted(ids, key=len, reverse=True)))})(?![a-z0-9-])"
    )
    for place in BESIDE:
        for path in sorted((folder.parent / place).rglob("*")):
            if path.suffix in _KINDS and path.is_file() and "golden" not in path.parts:
                text = path.read_text(encoding="utf-8")
                changed = words.sub(lambda found: ids[found[0]], text)
                if changed != text:
                    moves.written[path] = changed
