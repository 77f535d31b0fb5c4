"""Tables as files: CSV that no spreadsheet runs, and JSON."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.publishing.data.catalogue import LIST_SEPARATOR, Table

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = re.compile(r"(^|;) *(?=[=+\-@|%＝＋－＠])")
"""Where a spreadsheet would run what follows as a formula; some split a line at semicolons, whatever the quotes."""
_BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")
TABLE_FORMS = ("csv", "json")


def table_files(table: Table) -> Iterator[tuple[str, bytes]]:
    """Yield a table in each of `TABLE_FORMS`: the name of the file, and what is in it."""
    frame = table.frame
    yield f"{table.name}.csv", _csv(frame)
    yield f"{table.name}.json", _json(frame)


def guarded(cell: object) -> object:
    """Return a cell that a spreadsheet shows as typed: text that would run as a formula gets an apostrophe.

    Line ends and tabs become spaces, since behind them a cell of its own may begin.
    """
    if not isinstance(cell, str):
        return cell
    line = cell if cell.isprintable() else _BREAKS.sub(" ", cell)  # no break is a letter that prints
    return _FORMULA.sub(r"\g<0>'", line) if ";" in line or not line[:1].isalnum() else line


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV in UTF-8 with a mark, for spreadsheets: every cell quoted and guarded."""
    import pandas as pd

    return _csv(pd.DataFrame(list(rows), columns=list(columns)))


def _csv(frame: "pd.DataFrame") -> bytes:
    cells = frame.map(lambda cell: guarded(LIST_SEPARATOR.join(cell) if isinstance(cell, list) else cell))
    return cells.to_csv(index=False, lineterminator="\r\n", quoting=csv.QUOTE_ALL).encode("utf-8-sig")


def _json(frame: "pd.DataFrame") -> bytes:
    return frame.to_json(orient="records", force_ascii=False, indent=1).encode()
