"""Reasons as readers hear them, for tests that go by the words."""

from collections.abc import Iterable

from generator.linking.why import Reason
from generator.wording import say


def said(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The reasons in English."""
    return tuple(map(say, reasons))
