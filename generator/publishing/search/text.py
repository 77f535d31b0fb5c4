"""What a word is to the search: here for the pages; `docs/assets/search/words.js` does the same for queries."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from generator.linking.stop_words import STOP_WORDS

_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_STEMMER = snowballstemmer.stemmer("english")
_BRITISH = (
    (re.compile(r"^(behavi|col|end?eav|fav|harb|hon|lab|neighb|rum|vig)our"), r"\1or"),
    (re.compile(r"^(cent|met|theat|lit|fib)re(?=s?$)"), r"\1er"),
    (re.compile(r"^(programme)(?=s?$)"), "program"),
    (re.compile(r"^(defen|licen|offen)ce"), r"\1se"),
    (
        re.compile(
            r"^(author|criminal|custom|digit|final|legal|maxim|minim|modern|normal|optim|organ|priorit|random|real|recogn|"
            r"reorgan|standard|subsid|summar|util|visual)is(?=e|ing|ation)"
        ),
        r"\1iz",
    ),
    (re.compile(r"^analys(?=e[ds]?$|ing)"), "analyz"),
    (re.compile(r"^ageing$"), "aging"),
    (re.compile(r"^(cancel|council|counsel|fuel|label|level|model|signal|travel)l(?=ed|ing|or|er)"), r"\1"),
)
"""What the British spelling of words that city halls use has, and the American one instead."""

_FILLER = """
    a about above after again against all almost also although always am an and any anybody anyone anything are aren
    around as ask asks at be became because become been before being below best better between both but by can cannot
    could couldn did didn do does doesn doing don down during each either else enough ever every everybody everyone
    everything few find for from further get gets getting give given gives go goes going gone got had has hasn have
    haven having he help helped helping helps her here hers him his how i if in into is isn it its just keep keeps kind
    know known knows least less let lets like ll lot lots m made make makes making many may maybe me might mine more
    most much must my need needed needs neither never no nobody none nor not nothing now of off often on once one ones
    only onto or other others our ours out over own per perhaps please put puts quite rather re really s same shall
    she should shouldn since so some somebody someone something sometimes somewhere sort still such sure t take taken
    takes tell than that the their theirs them themselves then there these they thing things this those through thus to
    too toward towards tried tries try trying under until up upon us use used uses using usually ve very via want wanted
    wants was wasn way ways we well were weren what when where whether which while who whole whom whose why will with
    within without won work worked working works would wouldn yet you your yours d
    come comes came coming people person persons
city cities town towns municipal municipality municipalities local government governments
"""
FILLER = frozenset(_FILLER.split())
"""Words that say nothing of what is asked; every practice is a city's, so `city` is one of them."""
LIGHT = STOP_WORDS - FILLER
"""Words that say little of it: numbers, times, and what every story says."""


def fold(text: str) -> str:
    """Return the text in small letters without accents: "Bogotá" as "bogota"."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))


def words_in(text: str) -> list[str]:
    """Return the words and numbers of a text, folded, filler included."""
    return _WORD.findall(_POSSESSIVE.sub("", fold(text)))


@lru_cache(maxsize=2**17)
def stem(word: str) -> str:
    """Return what the forms of a word have in common, British and American spelling included.

    That is Snowball's English stemmer (https://snowballstem.org), after British spelling was made American.
    """
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return str(_STEMMER.stemWord(word))
