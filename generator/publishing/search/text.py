"""Which words say nothing, and which are forms of one. What a word is, `docs/assets/search/words.js` knows as well."""

import re
from functools import lru_cache

import snowballstemmer

from generator.linking.stop_words import FILLER, STOP_WORDS

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

LIGHT = STOP_WORDS - FILLER
"""Words that say little of it: numbers, times, and what every story says."""


@lru_cache(maxsize=2**17)
def stem(word: str) -> str:
    """Return what the forms of a word have in common, British and American spelling included.

    That is Snowball's English stemmer (https://snowballstem.org), after British spelling was made American.
    """
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return str(_STEMMER.stemWord(word))
