"""Two clocks, and how to notice that one of them was moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.clock import STEP_S, ClockStep, ClockWatch, whole_ms

UTC = 1_700_000_000.0


def test_clocks_that_agree_say_nothing() -> None:
    watch = ClockWatch(50.0, UTC)
    assert [watch.look(50.0 + s, UTC + s) for s in range(0, 36000, 600)] == [None] * 60


@pytest.mark.parametrize("moved", [3600.0, -3600.0, STEP_S, -STEP_S])
def test_a_step_is_said_once_with_its_size(moved: float) -> None:
    watch = ClockWatch(0.0, UTC)
    step = watch.look(10.0, UTC + 10.0 + moved)
    assert step == ClockStep(pytest.approx(moved))  # type: ignore[arg-type]
    assert watch.look(11.0, UTC + 11.0 + moved) is None


def test_less_than_a_step_is_drift() -> None:
    watch = ClockWatch(0.0, UTC)
    assert watch.look(10.0, UTC + 11.9) is None
    assert watch.look(20.0, UTC + 22.1) is not None, "drift adds up to a step"


@given(st.integers(0, 10**9), st.integers(0, 10**7))
def test_the_grid_makes_sums_equal_what_the_record_reads_back(at_ms: int, wait_ms: int) -> None:
    assert whole_ms(at_ms / 1000 + wait_ms / 1000) == (at_ms + wait_ms) / 1000
    assert whole_ms(whole_ms(at_ms / 1000)) == at_ms / 1000
