"""Digests of what guides are made of, so that a guide is known to be unchanged without making its data anew."""

import hashlib

from generator.own_code import own_code
from generator.publishing.digests import Digests
from generator.publishing.guides.guide import Guide

_LIBRARIES = ("babel", "markdown-it-py", "pydantic", "segno", "typst")
"""What data come to be guides through, beside our own code."""


def digest_of_guide(guide: Guide, digests: Digests) -> str | None:
    """Return a digest that changes with anything the guide's data are made of, or None where that is not told."""
    if guide.made_of is None:
        return None
    head = guide.kind, guide.path, guide.title, guide.subject, guide.paper, guide.day, guide.language, guide.network
    told = digests.of((head, guide.made_of)).encode()
    return hashlib.sha256(own_code(*_LIBRARIES) + told).hexdigest()
