"""The page that lists what is wrong with files, in place of the pages that can't be made from them."""

from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined

from generator.reading import Problem
from generator.wording import Language
from generator.wording.problems import problem_in


def problem_page(problems: Sequence[Problem], language: Language) -> bytes:
    """Return a whole page, which needs nothing else of the site: there may be none yet.

    Args:
        problems: what is wrong; where nothing is, the page says so.
        language: that of our own words, those on what is wrong among them.
    """
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    words = language.translations
    environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    text = files("generator.publishing").joinpath("templates/problems.html.jinja").read_text(encoding="utf-8")
    worded = (problem_in(problem, language) for problem in problems)
    by_file = [(file, list(found)) for file, found in groupby(worded, key=lambda problem: problem.file)]
    return environment.from_string(text).render(language=language.code, by_file=by_file).encode()
