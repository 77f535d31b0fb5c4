"""The page on which a practice is added, or a write-up mended."""

from collections.abc import Iterator

from generator.publishing.contribute import example, least
from generator.publishing.page import Page
from generator.publishing.template import Templates


def contribute_pages(templates: Templates) -> Iterator[Page]:
    """Yield the form: steps and words stand in its data, fields are made in the browser."""
    edit = templates.edit_base or ""
    repository, _, _ = edit.partition("/edit/")
    yield templates.page(
        "form.md.jinja",
        "contribute/form.md",
        templates.language("Add a practice"),
        templates.language("A form for what your city did: step by step, checked as you type, kept in your browser."),
        edit_base=edit,
        new_base=edit.replace("/edit/", "/new/", 1) if "/edit/" in edit else "",
        issue_base=f"{repository}/issues/new" if repository != edit else "",
        least=least(example()),
    )
