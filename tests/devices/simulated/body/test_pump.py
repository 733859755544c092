"""The pump gives what its buttons say: the integral of its rate while it runs, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.pump import SyringePump

PRESSES = st.lists(
    st.tuples(
        st.floats(0.0, 900.0), st.sampled_from(["run", "halt", "turn"]), st.floats(0.0, 5.0)
    ),
    max_size=12,
)


@given(PRESSES)
def test_it_gives_the_integral_of_its_rate(presses: list[tuple[float, str, float]]) -> None:
    pump, now, expected = SyringePump(), 0.0, 0.0
    rate, running = 0.0, False
    for wait_s, button, setting in presses:
        now += wait_s
        expected += rate * wait_s / 60.0 if running else 0.0
        if button == "run":
            running = True
            pump.run(now)
        elif button == "halt":
            running = False
            pump.halt(now)
        else:
            rate = setting
            pump.turn(setting, now)
    pump.advance(now)
    assert pump.given_mg == pytest.approx(expected, abs=1e-6)
    assert pump.set_mg_per_min == rate
    assert pump.mg_per_min == (rate if running else 0.0)


def test_an_empty_syringe_stops_it() -> None:
    pump = SyringePump()
    pump.load(10.0, 2.0, 5.0)
    pump.run(5.0)
    assert pump.advance(245.0) == pytest.approx(8.0)
    assert pump.advance(605.0) == pytest.approx(2.0)
    assert (pump.given_mg, pump.left_mg, pump.mg_per_min) == (10.0, 0.0, 0.0)


def test_a_moment_that_is_over_gives_nothing() -> None:
    pump = SyringePump()
    pump.turn(2.0, 0.0)
    pump.run(60.0)
    pump.advance(120.0)
    assert pump.advance(100.0) == 0.0
    assert pump.given_mg == pytest.approx(2.0)
