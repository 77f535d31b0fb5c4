"""The registers of audits: checked, and added to."""

import datetime
import os
import re
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from textwrap import indent

import yaml

from generator.model import Audit, AuditList
from generator.reading.files import MAX_BYTES, audit_register_number, audit_registers, read_text
from generator.reading.letters import shown
from generator.reading.problems import Problem, ProblemsFoundError, nearest
from generator.reading.strict_yaml import Document, parse
from generator.reading.validation import validate
from generator.said import about, said

_HEAD = """\
# How often claims of the write-ups were held against sources, and what was found. `peerbook audit read` adds to it;
# rates and intervals are computed from the counts.
"""


def check_audits(
    audits: AuditList,
    document: Document,
    practices: Collection[str],
    today: datetime.date,
    others: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield what is wrong with a valid register of audits in the light of the library, of itself and of `others`."""
    seen = set(others)
    for number, audit in enumerate(audits.audits):
        if audit.id in seen:
            twice = said("%(word)s stands here twice", word=audit.id)
            yield document.problem(("audits", number, "id"), twice, said("keep one of the two"))
        seen.add(audit.id)
        if audit.date > today.isoformat():
            place = ("audits", number, "date")
            ahead = about("date", said("%(date)s lies in the future", date=audit.date))
            yield document.problem(place, ahead, said("today or earlier"))
        for row, finding in enumerate(audit.findings):
            if finding.practice not in practices:
                where = ("audits", number, "findings", row, "practice")
                wrong = said("the write-up %(name)s is not in the library", name=shown(finding.practice))
                yield document.problem(where, wrong, nearest(finding.practice, sorted(practices)))


def add_audit(audit: Audit, folder: Path, practices: Collection[str], today: datetime.date) -> Path:
    """Add an audit to the newest register in `folder`, whole or not at all, and return the register's path.

    What stands there stays as it is written. A register that does not exist yet is made, and so is the next one when
    a file would become larger than can be read.

    Raises:
        ProblemsFoundError: if the audit stands there already, or the register would not pass the check.
        OSError: if it can't be written.

    """
    names = audit_registers(path.stem for path in folder.glob("audits*.yaml"))
    *full, path = (folder / f"{name}.yaml" for name in names or ["audits"])
    text = _text(path)
    entry = yaml.safe_dump(
        [audit.model_dump(mode="json", exclude_defaults=True)], allow_unicode=True, sort_keys=False, width=108
    )
    if len((grown := _with(text, entry)).encode()) > MAX_BYTES:
        full.append(path)
        path = folder / f"audits-{audit_register_number(path.stem) + 1}.yaml"
        grown = _with(_text(path), entry)
    others = {one.id for register in full for one in _read(register, _text(register))[0].audits}
    problems = list(check_audits(*_read(path, grown), practices, today, others))
    if problems:
        raise ProblemsFoundError(problems)
    _replace(path, grown)
    return path


def _text(path: Path) -> str:
    """The text of a register, and of one that is not there yet."""
    text = read_text(path) if path.exists() else f"{_HEAD}audits:\n"
    if isinstance(text, Problem):
        raise ProblemsFoundError([text])
    return text


def _with(text: str, entry: str) -> str:
    return f"{text.rstrip().removesuffix(' []')}\n{indent(entry, _indent(text))}"


def _indent(text: str) -> str:
    """What stands before the dash of an entry."""
    first = re.search(r"^( *)- ", text, re.MULTILINE)
    return first[1] if first else "  "


def _read(path: Path, text: str) -> tuple[AuditList, Document]:
    document = parse(path, text)
    if isinstance(document, list):
        raise ProblemsFoundError(document)
    read = validate(document, AuditList)
    if isinstance(read, list):
        raise ProblemsFoundError(read)
    return read, document


def _replace(path: Path, text: str) -> None:
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", text=False)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(made).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(made).replace(path)
    finally:
        Path(made).unlink(missing_ok=True)
