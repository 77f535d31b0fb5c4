"""The garbage collector at rest: it has nothing to catch up with, and what somebody has frozen stays so."""

import gc
from collections.abc import Iterator

import pytest

from generator.collector import collector_at_rest


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    (gc.enable if was_on else gc.disable)()


def test_what_was_made_meanwhile_counts_as_old() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
        made: list[list[int]] = [[] for _ in range(10)]
        assert any(one is made for one in gc.get_objects(generation=0))
    assert gc.isenabled()
    assert any(one is made for one in gc.get_objects(generation=2))


def test_what_is_frozen_stays_so() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    with collector_at_rest():
        pass
    assert gc.get_freeze_count() >= frozen - 10, "but for what has gone since"


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    with collector_at_rest():
        pass
    assert not gc.isenabled()
