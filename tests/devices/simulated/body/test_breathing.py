"""Oxygen and waking: much where saturation is low, nothing for who does not breathe."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.breathing import AIR, Oxygen, inspired, still_asleep, with_oxygen

FLOWS = st.floats(0.0, 15.0)


def test_prongs_and_masks_give_what_is_known_of_them() -> None:
    assert inspired(0.0) == AIR
    assert inspired(2.0) == pytest.approx(0.29)
    assert inspired(6.0) == pytest.approx(0.45)
    assert inspired(15.0) == inspired(40.0) == pytest.approx(0.80)


def test_two_litres_bring_a_shallow_breather_from_84_into_the_nineties() -> None:
    assert 90.0 < with_oxygen(84.0, inspired(2.0) - AIR, 9.0) < 97.0
    assert with_oxygen(97.5, inspired(2.0) - AIR, 15.0) < 99.5


@given(st.floats(40.0, 100.0), FLOWS, FLOWS, st.floats(0.0, 30.0))
def test_more_oxygen_never_lowers_the_saturation(
    spo2: float, one: float, other: float, rr: float
) -> None:
    less, more = sorted((one, other))
    low = with_oxygen(spo2, inspired(less) - AIR, rr)
    high = with_oxygen(spo2, inspired(more) - AIR, rr)
    assert spo2 - 1e-6 <= low <= high + 1e-9 <= 100.0 + 1e-6


@given(st.floats(40.0, 99.0), FLOWS)
def test_who_does_not_breathe_has_nothing_of_it(spo2: float, flow: float) -> None:
    assert with_oxygen(spo2, inspired(flow) - AIR, 0.0) == pytest.approx(spo2)


def test_it_comes_and_goes_within_a_minute_or_two() -> None:
    oxygen = Oxygen()
    assert oxygen.step() == 0.0
    oxygen.turn(4.0)
    first, course = oxygen.step(), [oxygen.step() for _ in range(120)]
    assert 0.0 < first < 0.02
    assert course[-1] == pytest.approx(0.16, abs=0.002)
    oxygen.turn(0.0)
    assert [oxygen.step() for _ in range(300)][-1] == 0.0


def test_breath_returns_at_once_and_the_saturation_half_a_minute_later() -> None:
    assert still_asleep(1.0, breath=True) == still_asleep(10.0, breath=False) == 1.0
    assert still_asleep(12.0, breath=True) < 0.2 < still_asleep(20.0, breath=False)
    assert still_asleep(60.0, breath=False) < 0.1
    assert still_asleep(60.0, breath=False, own=(60.0, 30.0)) == 1.0
    assert still_asleep(150.0, breath=True, own=(60.0, 30.0)) == pytest.approx(math.exp(-3.0))
