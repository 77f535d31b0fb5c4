"""What was found wrong with files, in the language of whoever mends them."""

from dataclasses import replace

from generator.reading import Problem
from generator.said import Said, TextPart, Together
from generator.wording.language import Language


def text_in(text: TextPart, _: Language) -> str:
    """Return a text of ours in a language; a text that knows no message, a name for one, stays as it is."""
    if isinstance(text, Said):
        parts = {name: text_in(part, _) for name, part in text.parts.items() if not (text.more and name == "count")}
        if text.more:
            return _.many(text.message, text.more, int(text.parts["count"]), **parts)
        return _(text.message, **parts)
    if isinstance(text, Together):
        return text.by.join(text_in(part, _) for part in text.texts)
    if isinstance(text, str):
        return text
    return _.number(text, None if isinstance(text, int) else 1)


def problem_in(problem: Problem, language: Language) -> Problem:
    """Return a problem whose texts are in a language."""
    return replace(problem, wrong=text_in(problem.wrong, language), allowed=text_in(problem.allowed, language))
