"""The notebook of the Data page: read, run on the data of this build, and shown with what came out.

It is a file of the project like its scripts, not a contributed one. Running it with each build keeps its answers true.
"""

import ast
import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.publishing.guides import UnprintableError
from generator.publishing.page import Asset
from generator.said import about, said

PLACE = Path("data", "questions.ipynb")
"""Where it lies below the folder of the hand-written pages, and on the site."""
_FOLDER = 'DATA = "."'
"""The line of the notebook that names the folder of the data."""


@dataclass(frozen=True)
class NotebookCell:
    """A cell: its text, and the table that its last line gave."""

    text: str
    is_code: bool
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def run_notebook(notebook: Path, assets: Iterable[Asset]) -> list[NotebookCell]:
    """Return the cells of a notebook with what came out of them.

    Args:
        notebook: the file.
        assets: the files of the data, which it reads.

    Raises:
        UnprintableError: with the number of the cell that failed, and why.
    """
    names: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for asset in assets:
            if asset.path.endswith((".csv", "graph.json")):
                Path(folder, Path(asset.path).name).write_bytes(asset.read())
        return [_run(number, cell, names, folder, notebook) for number, cell in enumerate(_cells(notebook), 1)]


def texts_of_notebook(notebook: Path) -> list[NotebookCell]:
    """Return the cells of a notebook that are text; none is run."""
    texts = ("".join(cell["source"]) for cell in _cells(notebook) if cell["cell_type"] != "code")
    return [NotebookCell(text, is_code=False) for text in texts]


def _cells(notebook: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return cells


def _run(number: int, cell: dict[str, Any], names: dict[str, Any], folder: str, notebook: Path) -> NotebookCell:
    text = "".join(cell["source"])
    if cell["cell_type"] != "code":
        return NotebookCell(text, is_code=False)
    try:
        columns, rows = _shown(_value(text.replace(_FOLDER, f"DATA = {folder!r}"), names))
    except Exception as error:
        where = said("%(file)s, cell %(number)s", file=str(notebook), number=number)
        raise UnprintableError(about(where, f"{type(error).__name__}: {error}")) from error
    return NotebookCell(text, True, columns, rows)


def _value(code: str, names: dict[str, Any]) -> Any:
    """What the last line of a cell gives, if it is an expression, after all others have run."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<notebook>", "exec"), names)  # noqa: S102 (a file of the project, like this one)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "<notebook>", "eval"), names)  # noqa: S307 (the same)


def _shown(value: Any) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A table as text; what is not one is not shown."""
    import pandas as pd

    if not isinstance(value, pd.DataFrame):
        return (), ()
    frame = value if isinstance(value.index, pd.RangeIndex) else value.reset_index(names=value.index.name or "")
    rows = frame.astype(object).where(frame.notna(), "").itertuples(index=False, name=None)
    return tuple(map(str, frame.columns)), tuple(tuple(map(str, row)) for row in rows)
