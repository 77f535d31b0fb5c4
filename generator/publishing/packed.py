"""Data as they are sent: JSON without spaces, and deflated, for servers that compress only what they know."""

import zlib
from typing import Any

import orjson
from isal import isal_zlib

_QUICK = 3
"""Of 3 levels that ISA-L has: an eighth of the time of zlib's best, for 2% more bytes where little can be gained."""


def in_json(data: Any) -> bytes:
    """Return data as JSON in UTF-8, without spaces."""
    return orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS)  # keys may be of an enumeration


def deflated(content: bytes) -> bytes:
    """Return content in the zlib format, as small as it gets."""
    return zlib.compress(content, zlib.Z_BEST_COMPRESSION)


def deflated_quickly(content: bytes) -> bytes:
    """Return content in the zlib format, for thousands of small files."""
    packed: bytes = isal_zlib.compress(content, _QUICK)
    return packed


def quick_deflater() -> Any:
    """Return what deflates a stream without a head, as `zlib.compressobj` does."""
    return isal_zlib.compressobj(_QUICK, wbits=-zlib.MAX_WBITS)
