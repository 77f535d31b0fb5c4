"""Which words are forms of one.

Two measures, as two things are asked for. A search wants every form of what was typed, "evicted" for "evictions", and
shows none of it: Snowball's stemmer. A link names the word that two write-ups share, so "housing" must not become
"house": only singular and plural are one.
"""

import re
from functools import lru_cache

import Stemmer

ROOT_LETTERS = 5  # words of like beginning need not both be named
_STEMMER = Stemmer.Stemmer("english")
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
_IRREGULAR = {
    "analyses": "analysis", "buses": "bus", "children": "child", "crises": "crisis", "feet": "foot",
    "firemen": "fireman", "gases": "gas", "halves": "half", "knives": "knife", "men": "man", "mice": "mouse",
    "policemen": "policeman", "shelves": "shelf", "teeth": "tooth", "thieves": "thief", "wives": "wife",
    "wolves": "wolf", "women": "woman", "geese": "goose",
}  # fmt: skip
"""Plurals that no rule of endings leads back to their singulars."""
_PERHAPS_BRITISH = re.compile("our|re|ogramme|ce|is|ys|ageing|ll")


@lru_cache(maxsize=2**17)
def stem(word: str) -> str:
    """Return what the forms of a word have in common, British and American spelling included.

    That is Snowball's English stemmer (https://snowballstem.org), after British spelling was made American and plurals
    that no rule knows were made singular.
    """
    word = _IRREGULAR.get(word, word)
    if _PERHAPS_BRITISH.search(word):  # few words are, and trying each rule takes longer than the stemmer
        for british, american in _BRITISH:
            word = british.sub(american, word)
    return str(_STEMMER.stemWord(word))


def form_key(term: str) -> str:
    """Return the key under which forms of a term are one: lower case, plurals taken off.

    After the S-stemmer of Harman, "How effective is suffixing?", JASIS 42 (1991), with a rule for "buses" and "taxes".
    """
    return " ".join(map(singular, term.split()))


@lru_cache(maxsize=2**17)
def roots(name: str) -> tuple[str, ...]:
    """Return what tells the words of a name apart from others: their beginnings, so that "planted" is "planting"."""
    return tuple(word[:ROOT_LETTERS] for word in form_key(name).split())


@lru_cache(maxsize=2**17)
def singular(form: str) -> str:
    """Return a word in small letters, the ending of a plural taken off."""
    word = form.lower()
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")) or (
        word.endswith("uses") and not word.endswith(("auses", "ouses"))
    ):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("us", "ss", "is")) else word
