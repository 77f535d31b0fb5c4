"""How hard a write-up is to read, as a school grade, and how long what is read first is."""

import re
from collections.abc import Iterable

from generator.model import Practice, plain_text
from generator.reading.field_texts import plain_texts
from generator.reading.rules import SecondLooks
from generator.said import said

MOST_GRADE = 9
"""Grade at which readers of a city hall should be at ease; the rule of CONTRIBUTING."""
LONG_SUMMARY = 400
"""Letters beyond which a summary fills the screen of a phone."""
_READ = frozenset(["summary", "problem", "approach", "results", "lessons"])
"""Fields that are read as prose."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text without citations or marks."""
    return [one for one in _SENTENCE.split(text.strip()) if one]


def words(sentence: str) -> list[str]:
    """Return the words of a sentence; a figure is one."""
    return _WORD.findall(sentence)


def grade(texts: Iterable[str]) -> float:
    """Return the school grade at which texts can be read; 0 where they hold no word.

    The formula is that of Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy
    enlisted personnel" (1975); the package `readability` counts syllables. Names and figures make it rough.
    """
    import readability  # with the rules of a dozen languages, which only hints ask for

    lines = [" ".join(found) for text in texts for sentence in sentences(text) if (found := words(sentence))]
    if not lines:
        return 0.0
    return float(readability.getmeasures(lines, lang="en")["readability grades"]["Kincaid"])


def hard_to_read(practice: Practice) -> SecondLooks:
    """Yield a summary that is long, and the longest sentence of a write-up above the grade that is asked for."""
    length = len(plain_text(practice.summary))
    if length > LONG_SUMMARY:
        told = said("the summary has %(length)s characters, more than %(most)s", length=length, most=LONG_SUMMARY)
        way_out = said("say what was done, what came of it and how sure that is, and the rest in the statements below?")
        yield ("summary",), told, way_out
    texts = [one for one in plain_texts(practice) if one.field in _READ]
    reached = grade(one.text for one in texts)
    if reached > MOST_GRADE:
        longest, hardest = max(
            ((len(words(sentence)), one) for one in texts for sentence in sentences(one.text)),
            key=lambda found: found[0],
        )
        told = said(
            "the write-up reads at grade %(grade)s, and its longest sentence, here, has %(length)s words",
            grade=reached,
            length=str(longest),
        )
        yield hardest.place, told, said("two short sentences in place of a long one?")
