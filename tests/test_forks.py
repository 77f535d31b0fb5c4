"""Work that another process does meanwhile: its result, its failure, and that it is done here where it can't be."""

import os
import time

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from generator import forks
from generator.forks import CAN_FORK, beside

needs_forks = pytest.mark.skipif(not CAN_FORK, reason="one core, or a system on which nothing is forked")


@needs_forks
def test_another_process_does_it_with_what_is_in_memory() -> None:
    held = {"city": "Boise"}
    with beside(lambda: (os.getpid(), held["city"]), forked=True) as done:
        assert done()[0] != os.getpid()
        assert done()[1] == "Boise"


@needs_forks
def test_it_is_done_meanwhile() -> None:
    def work() -> float:
        return time.monotonic()

    with beside(work, forked=True) as done:
        begin = time.monotonic()
        while time.monotonic() < begin + 0.5:
            pass
        assert done() < begin + 0.5


@pytest.mark.parametrize("forked", [False, True])
def test_where_it_can_not_be_it_is_done_here_and_once(forked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if forked:
        monkeypatch.setattr(forks, "CAN_FORK", False)
    made: list[int] = []
    with beside(lambda: made.append(os.getpid()), forked=forked) as done:
        assert made == []
        done()
        done()
    assert made == [os.getpid()]


@pytest.mark.parametrize("forked", [False, True])
def test_its_failure_is_told_to_who_asks(forked: bool) -> None:
    held: dict[str, str] = {}
    with beside(lambda: held["Boise"], forked=forked) as done, pytest.raises(KeyError, match="Boise"):
        done()


@needs_forks
def test_products_of_matrices_take_one_core_in_each() -> None:
    def threads() -> set[int]:
        assert np.ones((2, 2)).sum() == 4
        return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}

    with beside(threads, forked=True) as there:
        assert threads() == there() == {1}
