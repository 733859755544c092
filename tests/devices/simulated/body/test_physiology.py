"""What the drug, fear and the hour do: one definition, for the population and for the chair."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.pharmacology import Response
from devices.simulated.body.physiology import day_share, nervous, pulse_wave, raised

TYPICAL = Response(32.0, 20.0, 14.0)


def test_fear_wears_off_in_twenty_minutes_from_the_start() -> None:
    assert nervous(6.0, -300.0) == nervous(6.0, 0.0) == 6.0
    assert nervous(6.0, 1200.0) == pytest.approx(6.0 / math.e)


def test_half_of_fear_is_diastolic_and_seven_tenths_are_heart_rate() -> None:
    assert raised(TYPICAL, 0.0, 10.0) == pytest.approx((10.0, 5.0, 7.0))
    assert raised(TYPICAL, 0.5, 0.0) == pytest.approx((16.0, 10.0, 7.0))


def test_the_day_raises_the_morning_and_lowers_the_evening() -> None:
    assert day_share(9.0, 2 * 3600.0) > 0.0 > day_share(17.0, 2 * 3600.0)
    assert day_share(None, 7200.0) == day_share(10.0, 0.0) == 0.0


@given(st.floats(0.0, 24.0), st.floats(0.0, 7200.0))
def test_within_two_hours_the_day_moves_no_pressure_by_more_than_three_mmhg(
    hour: float, since_s: float
) -> None:
    sbp, _dbp, _hr = raised(TYPICAL, 0.0, 0.0, day_share(hour, since_s))
    assert abs(sbp) < 3.0


@given(st.floats(0.0, 4.0), st.floats(0.0, 6.0))
def test_the_pulse_wave_grows_with_the_pulse_pressure(usual: float, pressure: float) -> None:
    assert 0.0 < pulse_wave(usual, pressure) <= 1.6
    assert pulse_wave(usual, 0.5) < pulse_wave(usual, 1.0) < pulse_wave(usual, 1.5)
