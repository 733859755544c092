"""Exact steps: one compartment by its formula, and any way of cutting a time into steps."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.linear import Matrix, moved, transition

RATES = st.floats(0.001, 5.0)


@given(RATES, st.floats(0.0, 10.0), st.floats(0.001, 60.0), st.floats(0.0, 5.0))
def test_one_compartment_empties_and_fills_by_its_formula(
    rate: float, fed: float, minutes: float, begin: float
) -> None:
    step = transition(((-rate,),), ((1.0,),), minutes)
    left = math.exp(-rate * minutes)
    wanted = begin * left + fed * (1.0 - left) / rate
    assert moved((begin,), (fed,), step)[0] == pytest.approx(wanted, rel=1e-9, abs=1e-12)


@given(RATES, RATES, st.floats(0.1, 30.0), st.floats(0.05, 0.95))
def test_two_steps_are_one_long_one(there: float, back: float, minutes: float, cut: float) -> None:
    a: Matrix = ((-there, back), (there, -back))
    b: Matrix = ((1.0,), (0.0,))
    x = (3.0, 1.0)
    once = moved(x, (0.5,), transition(a, b, minutes))
    first = moved(x, (0.5,), transition(a, b, minutes * cut))
    twice = moved(first, (0.5,), transition(a, b, minutes * (1.0 - cut)))
    assert twice == pytest.approx(once, rel=1e-9)
    assert sum(once) == pytest.approx(sum(x) + 0.5 * minutes, rel=1e-9)


def test_no_time_changes_nothing() -> None:
    e, g = transition(((-1.0, 0.5), (1.0, -0.5)), ((1.0,), (0.0,)), 0.0)
    assert e == ((1.0, 0.0), (0.0, 1.0))
    assert g == ((0.0,), (0.0,))
