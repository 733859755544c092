"""Counting breaths for half a minute."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.chair.breath_count import FOR_S, BreathCount


def test_fourteen_breaths_in_half_a_minute_are_twenty_eight_a_minute() -> None:
    count = BreathCount().start(100.0)
    for beat in range(14):
        count = count.tap(101.0 + 2 * beat)
    assert count.rate(129.9) is None
    assert count.rate(130.0) == 28.0


def test_nobody_counts_before_the_start() -> None:
    count = BreathCount().tap(5.0)
    assert count.breaths == 0
    assert count.rate(1000.0) is None
    assert count.left_s(1000.0) == FOR_S


@given(st.lists(st.floats(0.0, 60.0), max_size=80))
def test_only_what_came_in_time_counts(taps: list[float]) -> None:
    count = BreathCount().start(0.0)
    for at in taps:
        count = count.tap(at)
    assert count.breaths == sum(at < FOR_S for at in taps)
    assert count.rate(FOR_S) == 2 * count.breaths
