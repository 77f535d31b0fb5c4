"""What a write-up says is not there: no figure was found, nobody measured it, no source tells.

Such a claim rests on what somebody saw at a time. It is wrong as soon as one page tells otherwise, and audits found
that this happens about as often as with words for all or none.
"""

import re

_TELL = (
    r"(?:measures?|measured|tells?|says?|gives?|shows?|names?|reports?|describes?|tested|counted|compared|evaluated)"
)
_BEEN = r"(?:measured|found|told|shown|seen|reported|known|published|visible|evaluated)"
_WORDS = r"(?:[\w'’-]+ ){0,%d}?"
_NOT_THERE = re.compile(
    rf"\b(?:nobody|no one) {_WORDS % 2}(?:{_TELL}|knows|can (?:say|tell))\b"
    rf"|\bno (?:source|report|study|evaluation|account|document)s? {_WORDS % 3}{_TELL}\b"
    rf"|\bno {_WORDS % 9}(?:was|were|has been|have been|is|are) {_BEEN}\b"
    rf"|\b(?:nothing|none) {_WORDS % 4}(?:(?:was|were|is|has been) {_BEEN}|shows?|tells?|ties)\b"
    rf"|\b(?:was|were|is|are|has|have) (?:not|never) (?:been )?{_BEEN}\b",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(
    r"\b(?:what (?:was|has been|could be) (?:read|seen)|(?:was|were|been|be|pages?|parts?|texts?|sources?) read"
    r"|(?:18|19|20)\d\d|at (?:that|the) time)\b"
)
"""The sentence says itself how far somebody looked, or of what time it speaks."""
_SENTENCE = re.compile(r"[^.;]+(?:\.(?=\d)[^.;]*)*")


def not_there(text: str) -> str | None:
    """Return the words that say that something does not exist or was not found, None where no sentence does.

    A sentence that tells what was read, or names a year, says how far it goes, and is passed over.
    """
    for sentence in _SENTENCE.findall(text):
        found = _NOT_THERE.search(sentence)
        if found and not _HOW_FAR.search(sentence):
            return found[0]
    return None
