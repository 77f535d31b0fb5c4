"""Which of the slow tests run on a push: one in eight, drawn by the commit, so that it takes minutes; at night all.

A test is slow if it starts a browser, builds a whole site or prints guides; a family is one rule for many cases, drawn
alike. Of cases with names alike each eighth is drawn; tests that share what takes long, a group of pytest-xdist, are
drawn together. Whoever names tests, or asks for
some by `-k` or `-m`, gets all of those. `PEERBOOK_DRAW=<commit>` draws what another commit drew, `PEERBOOK_FULL=1`
takes all.
"""

import datetime
import functools
import os
import subprocess
from collections.abc import Iterable

import pytest

from tests.conftest import FULL, ROOT

ONE_IN = 8
"""Of so many slow tests, and of so many cases of a family, a push takes one."""
_BY = "PEERBOOK_DRAW"


def pytest_configure(config: pytest.Config) -> None:
    """Settle once, for all processes, what decides on the draw."""
    if not hasattr(config, "workerinput"):
        os.environ[_BY] = "" if FULL or _is_part(config) else os.environ.get(_BY) or _commit()


def _is_part(config: pytest.Config) -> bool:
    is_named = config.args_source is pytest.Config.ArgsSource.ARGS
    return is_named or bool(config.option.keyword or config.option.markexpr)


@functools.cache
def _commit() -> str:
    """The commit that is tested; where there is none, the day."""
    asked = ["git", "rev-parse", "--short=8", "HEAD"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or datetime.datetime.now(datetime.UTC).strftime("%Y%m%d")


def lot() -> int:
    """Return the number that this run draws by."""
    return int(os.environ[_BY] or _commit(), 16)


def pytest_report_header() -> str | None:
    """Tell how to draw the same again, and how to run all."""
    by = os.environ[_BY]
    return by and f"slow tests and cases alike: one in {ONE_IN}, drawn by {_BY}={by}; all with PEERBOOK_FULL=1"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the slow tests and cases that were not drawn."""
    if not os.environ[_BY]:
        return
    units = {item: _unit(item) for item in items if {"slow", "family"} & set(item.keywords)}
    drawn = share(units.values(), lot())
    left = [item for item, unit in units.items() if unit not in drawn]
    items[:] = [item for item in items if item not in set(left)]
    config.hook.pytest_deselected(items=left)


def share(units: Iterable[str], number: int) -> set[str]:
    """Return the units that a number draws: of those with names alike, which stand together, one in so many."""
    return set(sorted(set(units))[number % ONE_IN :: ONE_IN])


def apart(name: str, cases: Iterable[object]) -> list[pytest.ParameterSet]:
    """Return cases as parameters; what the tests of one share is made for it alone, so these are drawn together."""
    return [pytest.param(case, marks=pytest.mark.xdist_group(f"{name} {case}")) for case in cases]


def _unit(item: pytest.Item) -> str:
    """What is drawn as one: the group of a test, else the test itself."""
    group = item.get_closest_marker("xdist_group")
    return str(group.args[0]) if group else item.nodeid
