"""The notebook of the Data page as a page."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.publishing.data.notebook import PLACE, run_notebook
from generator.publishing.page import Page
from generator.publishing.template import Templates

_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def notebook_pages(templates: Templates) -> Iterator[Page]:
    """Yield the notebook with what came out of it, where there is one."""
    if not templates.notebook or not templates.data:
        return
    _ = templates.language
    (title, *cells) = run_notebook(templates.notebook, templates.data.assets)
    intro = title.text.partition("\n")[2]
    yield templates.page(
        "notebook.md.jinja",
        "data/notebook.md",
        _("Three questions, answered from the data"),
        _("A notebook that reads the open data with pandas and networkx, with what comes out of it today."),
        intro=_html(intro),
        cells=[(cell, Markup("") if cell.is_code else _html(cell.text)) for cell in cells],
        file=PLACE.name,
    )


def _html(text: str) -> Markup:
    return Markup(_MARKDOWN.render(text))  # noqa: S704 (the notebook is a file of the project; HTML in it is off)
