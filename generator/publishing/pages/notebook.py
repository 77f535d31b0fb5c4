"""The notebook of the Data page as a page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.publishing.data.notebook import PLACE, NotebookCell, run_notebook, texts_of_notebook
from generator.publishing.page import Page
from generator.publishing.template import Templates

_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def notebook_pages(templates: Templates) -> Iterator[Page]:
    """Yield the notebook with what came out of it, where there is one."""
    notebook, data = templates.notebook, templates.data
    if not notebook or not data:
        return
    run = _page(templates, cache(lambda: run_notebook(notebook, data.assets)))
    yield replace(run, sketch=lambda: _page(templates, lambda: texts_of_notebook(notebook)).body)


def _page(templates: Templates, cells: Callable[[], list[NotebookCell]]) -> Page:
    _ = templates.language
    return templates.page(
        "notebook.md.jinja",
        "data/notebook.md",
        _("Three questions, answered from the data"),
        _("A notebook that reads the open data with pandas and networkx, with what comes out of it today."),
        more=lambda: {"cells": _shown(cells())},
        file=PLACE.name,
    )


def _shown(cells: list[NotebookCell]) -> list[tuple[NotebookCell, Markup]]:
    """The cells with their text as HTML; the first one without its title, which is that of the page."""
    title, *rest = cells
    intro = (title, _html(title.text.partition("\n")[2]))
    return [intro, *((cell, Markup("") if cell.is_code else _html(cell.text)) for cell in rest)]


def _html(text: str) -> Markup:
    return Markup(_MARKDOWN.render(text))  # noqa: S704 (the notebook is a file of the project; HTML in it is off)
