"""How hard a write-up is to read, as a school grade."""

import re
from collections.abc import Iterable

MOST_GRADE = 9
"""Grade at which readers of a city hall should be at ease; the rule of CONTRIBUTING."""
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
