"""Classes of signs as JavaScript writes them, for scripts that go by the same ones."""

import re

_LONG_ESCAPE = re.compile(r"\\U0*([0-9a-fA-F]+)")


def for_javascript(pattern: re.Pattern[str]) -> str:
    """Return a pattern with its long escapes as a regular expression with the flag `u` has them."""
    return _LONG_ESCAPE.sub(r"\\u{\1}", pattern.pattern)
