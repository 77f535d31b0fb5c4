"""Audits: a filled sheet is checked, and read as an audit."""

import csv
import datetime
import io
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.language.names import as_slug
from generator.model import Audit, Draw, ErrorKind, Finding, Verdict, audit_id, seed_of
from generator.reading.files import read_text
from generator.reading.letters import shown
from generator.reading.problems import Problem, ProblemsFoundError, nearest, told
from generator.reading.words_of_others import named
from generator.said import about, said, said_many, together

SHEET = ("audit", "write_up", "field", "statement", "sources", "verdict", "passage", "kind", "note")
"""Columns of a sheet. The last four are for the auditor; a sheet may hold further ones."""
_NEEDED = ("audit", "write_up", "field", "verdict", "passage", "kind", "note")
_LARGEST_SHEET = 8 * 1024 * 1024
_LONGEST = 2000


class _Row(NamedTuple):
    """A row of a sheet: the line on which it begins, and its cells by column."""

    line: int
    cells: Mapping[str, str]


def read_sheet(
    path: Path, practices: Collection[str], by: str, how: str, today: datetime.date, second_judges: int = 0
) -> Audit:
    """Return the audit that a filled sheet tells.

    Args:
        path: the sheet, CSV with commas, semicolons or tabs.
        practices: ids of the write-ups in the library, earlier ones among them.
        by: who filled it, by role.
        how: what the claims were held against; may be empty.
        today: the day of the audit.
        second_judges: how many judged again; how many of them agree stands in a column `agreed`.

    Raises:
        ProblemsFoundError: with everything that is wrong with it, by line and column of the table.

    """
    text = read_text(path, _LARGEST_SHEET)
    if isinstance(text, Problem):
        raise ProblemsFoundError([text])
    columns, rows = _table(path, text)
    problems = [*told(_wrong_rows(path, columns, rows)), *_wrong_counts(path, columns, rows, second_judges)]
    problems = problems or list(_wrong_draw(path, rows, practices))
    if problems:
        raise ProblemsFoundError(problems)
    names = [row.cells["write_up"] for row in rows]
    verdicts = Counter(_verdict(row) for row in rows)
    write_ups, most = len(set(names)), max(Counter(names).values())
    told_how = f"{write_ups} write-ups by lot, up to {most} claims of each by lot (seed {seed_of(_id(rows))})"
    if verdicts[Verdict.NOT_VISIBLE] == len(rows):
        wrong = said("no claim could be judged")
        raise ProblemsFoundError([Problem(path, 2, 1, wrong, said("an audit without a verdict is none"))])
    return Audit(
        id=_id(rows),
        date=today.isoformat(),
        by=by,
        drawn=Draw.BY_LOT,
        how="; ".join(filter(None, (told_how, " ".join(how.split()).rstrip(".")))) + ".",
        write_ups=write_ups,
        judged=len(rows) - verdicts[Verdict.NOT_VISIBLE],
        contradicted=verdicts[Verdict.CONTRADICTED],
        disagree=verdicts[Verdict.DISAGREE],
        not_visible=verdicts[Verdict.NOT_VISIBLE],
        second_judges=second_judges,
        findings=tuple(_finding(row) for row in rows if _verdict(row) in _FINDINGS),
    )


_FINDINGS = (Verdict.CONTRADICTED, Verdict.DISAGREE)
AGREED = "agreed"
"""The column for how many of the second judges gave the same verdict."""


def _table(path: Path, text: str) -> tuple[Sequence[str], Sequence[_Row]]:
    """The names of the columns, and the rows that are not empty."""
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns, rows, line = [""], list[_Row](), 1
    try:
        columns = [_word(name).replace("-", "_") for name in next(reader, [])]
        line = reader.line_num + 1
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(_Row(line, dict(zip(columns, (*cells, *[""] * len(columns)), strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        wrong = said("this can't be read as CSV (%(why)s)", why=named(str(error)))
        raise ProblemsFoundError([Problem(path, line, 1, wrong, said("save it as CSV in UTF-8"))]) from None
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        wrong = said("the column %(column)s is missing", column=missing[0])
        allowed = said("the first row names the columns: %(columns)s", columns=together(SHEET))
        raise ProblemsFoundError([Problem(path, 1, 1, wrong, allowed)])
    if not rows:
        wrong = said("no claim stands here")
        raise ProblemsFoundError([Problem(path, 2, 1, wrong, said("draw some: peerbook audit draw"))])
    return columns, rows


def _wrong_rows(path: Path, columns: Sequence[str], rows: Sequence[_Row]) -> Iterator[Problem]:
    for row in rows:

        def wrong(column: str, text: str, allowed: str, line: int = row.line) -> Problem:
            return Problem(path, line, columns.index(column) + 1, about(column, text), allowed)

        verdict, kind = _word(row.cells["verdict"]), _word(row.cells["kind"])
        if not verdict:
            yield wrong("verdict", said("is empty"), said("one of %(words)s", words=together(Verdict)))
        elif verdict not in list(Verdict):
            unknown = said("“%(word)s” is not known", word=shown(row.cells["verdict"]))
            yield wrong("verdict", unknown, nearest(verdict, list(Verdict)))
        elif verdict == Verdict.CONTRADICTED:
            if not row.cells["passage"].strip():
                needed = said("a contradicted claim needs what the source says, word for word")
                yield wrong("passage", said("is empty"), needed)
            if kind not in list(ErrorKind):
                unknown = said("“%(word)s” is not known", word=shown(row.cells["kind"]))
                yield wrong("kind", unknown if kind else said("is empty"), nearest(kind, list(ErrorKind)))
        for column in ("passage", "note"):
            if len(row.cells[column]) > _LONGEST:
                size = said_many("%(count)s character", "%(count)s characters", len(row.cells[column]))
                yield wrong(column, said("has %(size)s", size=size), said("at most %(number)s", number=_LONGEST))


def _wrong_counts(path: Path, columns: Sequence[str], rows: Sequence[_Row], second_judges: int) -> Iterator[Problem]:
    """What is wrong with the counts of second judges who agree: each finding has one, where there were any."""
    if second_judges and AGREED not in columns:
        wrong = said("the column %(column)s is missing", column=AGREED)
        yield Problem(path, 1, 1, wrong, said("how many of the second judges gave the same verdict"))
        return
    for row in rows if AGREED in columns else ():
        cell = row.cells[AGREED].strip()
        is_due = bool(second_judges) and _word(row.cells["verdict"]) in _FINDINGS
        if is_due and cell not in map(str, range(second_judges + 1)):
            wrong = said("“%(word)s” is not known", word=shown(cell)) if cell else said("is empty")
            allowed = said("a whole number from 0 to %(most)s", most=second_judges)
        elif cell and not second_judges:
            wrong, allowed = said("nobody judged again"), said("say how many with --second-judges")
        else:
            continue
        yield Problem(path, row.line, columns.index(AGREED) + 1, about(AGREED, wrong), allowed)


def _wrong_draw(path: Path, rows: Sequence[_Row], practices: Collection[str]) -> Iterator[Problem]:
    """Whether the rows are the claims that were drawn: one left out would bend the rate."""
    audit = _id(rows)
    for row in rows:
        if row.cells["audit"].strip() != audit:
            wrong = about("audit", said("this row is not of %(audit)s", audit=shown(audit)))
            yield Problem(path, row.line, 1, wrong, said("one sheet holds one audit"))
            return
    seed = seed_of(audit)
    names = [(row.cells["write_up"].strip(), row.cells["field"].strip()) for row in rows]
    if seed is None or audit_id(seed, names) != audit:
        gone = said("the rows are not those that were drawn: some are gone, were put in, or name another claim")
        way_out = said("put them back, or draw again; what could not be judged is not-visible")
        yield Problem(path, 2, 1, gone, way_out)
        return
    for row in rows:
        if row.cells["write_up"].strip() not in practices:
            name = row.cells["write_up"]
            wrong = about("write_up", said("%(name)s is not in the library", name=shown(name)))
            yield Problem(path, row.line, 2, wrong, nearest(name, sorted(practices)))


def _id(rows: Sequence[_Row]) -> str:
    return rows[0].cells["audit"].strip()


def _verdict(row: _Row) -> Verdict:
    return Verdict(_word(row.cells["verdict"]))


def _finding(row: _Row) -> Finding:
    verdict = _verdict(row)
    return Finding(
        practice=row.cells["write_up"].strip(),
        field=row.cells["field"].strip(),
        verdict=verdict,
        kind=ErrorKind(_word(row.cells["kind"])) if verdict is Verdict.CONTRADICTED else None,
        passage=" ".join(row.cells["passage"].split()) or None,
        note=" ".join(row.cells["note"].split()) or None,
        agreed=int(row.cells[AGREED]) if row.cells.get(AGREED, "").strip() else None,
    )


def _word(cell: str) -> str:
    """A cell as a known word would be written: "Not visible" is not-visible."""
    return as_slug(cell.replace("_", "-"))
