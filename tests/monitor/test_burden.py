"""How long, and by how much, a value was above a limit."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.burden import (
    BURDEN_GAP_S,
    Burden,
    burden,
    burden_of_steps,
    joined,
    spans_above,
    spans_above_steps,
)

READINGS = st.lists(
    st.tuples(st.floats(1, 1200), st.floats(60, 240)), min_size=0, max_size=20
).map(
    lambda steps: list(
        zip(
            itertools.accumulate(gap for gap, _value in steps),
            (value for _gap, value in steps),
            strict=True,
        )
    )
)


def test_a_line_counts_from_where_it_crosses_the_limit() -> None:
    readings = [(0.0, 150.0), (300.0, 170.0), (600.0, 150.0)]
    assert spans_above(readings, 160) == [(150.0, 450.0)]
    assert burden(readings, 160) == Burden(area=25.0, above_s=300.0, longest_s=300.0)


def test_what_stays_on_the_limit_lasts_and_weighs_nothing() -> None:
    assert burden([(0.0, 160.0), (60.0, 160.0)], 160) == Burden(0.0, 60.0, 60.0)


def test_nothing_is_counted_over_a_long_gap() -> None:
    apart = BURDEN_GAP_S + 1
    assert burden([(0.0, 190.0), (apart, 190.0)], 160) == Burden(0.0, 0.0, 0.0)
    assert burden([(0.0, 190.0), (BURDEN_GAP_S, 190.0)], 160).above_s == BURDEN_GAP_S


@pytest.mark.parametrize("readings", [[], [(0.0, 200.0)]])
def test_one_reading_lasts_no_time(readings: list[tuple[float, float]]) -> None:
    assert burden(readings, 160) == Burden(0.0, 0.0, 0.0)


def test_runs_that_touch_are_one_run() -> None:
    assert joined([(5.0, 6.0), (0.0, 2.0), (2.0, 3.0), (1.0, 2.5)]) == [(0.0, 3.0), (5.0, 6.0)]
    readings = [(0.0, 150.0), (60.0, 170.0), (120.0, 150.0), (180.0, 170.0), (240.0, 170.0)]
    assert burden(readings, 160).longest_s == pytest.approx(90)


@given(READINGS, st.floats(60, 240), st.floats(0, 60))
def test_a_higher_limit_is_exceeded_neither_longer_nor_more(
    readings: list[tuple[float, float]], limit: float, more: float
) -> None:
    low, high = burden(readings, limit), burden(readings, limit + more)
    whole = readings[-1][0] - readings[0][0] if readings else 0.0
    assert -1e-6 <= high.area <= low.area + 1e-6
    assert -1e-6 <= high.above_s <= low.above_s + 1e-6
    assert low.longest_s <= low.above_s + 1e-6 <= whole + 1e-5


@given(READINGS, st.floats(60, 240))
def test_spans_are_in_order_and_never_touch(
    readings: list[tuple[float, float]], limit: float
) -> None:
    spans = spans_above(readings, limit)
    assert all(begin <= end for begin, end in spans)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(spans))


def test_a_limit_that_was_changed_divides_the_stretch() -> None:
    readings = [(0.0, 165.0), (600.0, 165.0)]
    moved = [(-1.0, 160.0), (300.0, 170.0)]
    assert spans_above_steps(readings, moved) == [(0.0, 300.0)]
    assert burden_of_steps(readings, moved) == Burden(pytest.approx(25.0), 300.0, 300.0)


def test_without_a_limit_nothing_counts() -> None:
    readings = [(0.0, 165.0), (600.0, 165.0)]
    assert burden_of_steps(readings, []) == Burden(0.0, 0.0, 0.0)
    assert spans_above_steps(readings, [(300.0, 160.0), (450.0, None)]) == [(300.0, 450.0)]


@given(READINGS, st.floats(60, 240), st.lists(st.floats(1, 24_000), max_size=5))
def test_a_limit_set_again_to_the_same_changes_nothing(
    readings: list[tuple[float, float]], limit: float, moments: list[float]
) -> None:
    steps = [(0.0, limit), *((at_s, limit) for at_s in sorted(moments))]
    once, again = burden(readings, limit), burden_of_steps(readings, steps)
    assert again.area == pytest.approx(once.area, abs=1e-6)
    assert again.above_s == pytest.approx(once.above_s, abs=1e-6)
    assert again.longest_s == pytest.approx(once.longest_s, abs=1e-6)
