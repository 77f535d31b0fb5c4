"""Tests that take longer than others though they are not slow by kind: `make test-fast` leaves them to `make test`.

`pytest --update-lasting`, on a machine at rest, writes anew which they are.
"""

from collections import defaultdict
from pathlib import Path

import pytest

FILE = Path(__file__).with_suffix(".txt")
LONG = 0.5
"""Seconds from which a test, with what is made for it alone, is left to the whole round."""
_took = pytest.StashKey[defaultdict[str, float]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-lasting", action="store_true", help="write anew which tests take long")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_took] = defaultdict(float)
    if config.getoption("--update-lasting") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Clock(config.stash[_took]))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them."""
    names = set(named())
    for item in items:
        if function_of(item.nodeid) in names:
            item.add_marker(pytest.mark.lasting)


def named() -> list[str]:
    """Return the tests that the file names, without their parameters."""
    return FILE.read_text(encoding="utf-8").split()


def function_of(node: str) -> str:
    """Return the name of a test without its parameters."""
    return node.partition("[")[0]


class _Clock:
    """Sees to how long each test takes, and writes the file at the end."""

    def __init__(self, took: defaultdict[str, float]) -> None:
        self._took = took

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if "slow" not in report.keywords:
            self._took[report.nodeid] += report.duration

    def pytest_sessionfinish(self) -> None:
        ran = {function_of(node) for node in self._took}
        long = {function_of(node) for node, seconds in self._took.items() if seconds > LONG}
        names = sorted(long | (set(named()) - ran))
        FILE.write_text("\n".join(names) + "\n", encoding="utf-8")
