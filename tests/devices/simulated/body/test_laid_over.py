"""What is laid over a patient: in its order, from its own moment, and gone for who is woken."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.laid_over import LaidOver
from devices.simulated.scenario.mishaps import Desaturation, Panic, Subsides, Surge
from devices.simulated.scenario.parts import Overlay, OverlayKind
from monitor.vitals import VitalSign

DIVE = Overlay(VitalSign.SPO2, OverlayKind.TARGET, ((10.0, 97.0), (11.0, 84.0), (30.0, 84.0)))
RISE = Overlay(VitalSign.SBP, OverlayKind.OFFSET, ((0.0, 20.0), (100.0, 20.0)))

percent = st.floats(50.0, 100.0)


def spo2(laid: LaidOver, minute: float) -> float:
    return laid.value(VitalSign.SPO2, 97.0, 600.0 + 60.0 * minute, minute)


def test_targets_stand_instead_and_offsets_are_added_in_their_order() -> None:
    high = Overlay(VitalSign.SBP, OverlayKind.TARGET, ((0.0, 150.0), (100.0, 150.0)))
    assert LaidOver([high, RISE]).value(VitalSign.SBP, 120.0, 0.0, 5.0) == 170.0
    assert LaidOver([RISE, high]).value(VitalSign.SBP, 120.0, 0.0, 5.0) == 150.0
    assert LaidOver([RISE]).value(VitalSign.DBP, 75.0, 0.0, 5.0) == 75.0


def test_what_befalls_counts_from_its_own_second_and_can_subside() -> None:
    laid = LaidOver([])
    surge = Surge(40.0, 20.0, rise_s=60.0, hold_s=600.0)
    laid.befall(surge, 100.0)
    assert laid.value(VitalSign.SBP, 120.0, 130.0, 99.0) == pytest.approx(140.0)
    laid.subside(Subsides(Panic()), 200.0)
    assert laid.value(VitalSign.SBP, 120.0, 200.0, 99.0) == 160.0
    laid.subside(Subsides(surge, within_s=60.0), 200.0)
    assert laid.value(VitalSign.SBP, 120.0, 230.0, 99.0) == pytest.approx(140.0)
    assert laid.value(VitalSign.SBP, 120.0, 300.0, 99.0) == 120.0


def test_who_is_woken_comes_back_and_stays() -> None:
    laid = LaidOver([DIVE])
    assert spo2(laid, 15.0) == 84.0
    laid.wake(600.0 + 900.0, 15.0)
    assert spo2(laid, 15.0) == 84.0
    assert spo2(laid, 16.5) > 96.0
    assert spo2(laid, 25.0) == pytest.approx(97.0, abs=0.1)


@pytest.mark.parametrize(("woken", "lowest"), [(5.0, 84.0), (9.5, 96.0)])
def test_only_who_is_woken_in_time_is_spared(woken: float, lowest: float) -> None:
    laid = LaidOver([DIVE])
    laid.wake(600.0 + 60.0 * woken, woken)
    assert spo2(laid, 20.0) == pytest.approx(lowest, abs=1.1)


def test_waking_does_not_spare_what_befalls_later_and_lowers_no_pressure() -> None:
    laid = LaidOver([RISE])
    laid.wake(100.0, 1.0)
    laid.befall(Desaturation(84.0), 110.0)
    assert laid.value(VitalSign.SPO2, 97.0, 170.0, 2.0) == 84.0
    assert laid.value(VitalSign.SBP, 120.0, 170.0, 2.0) == 140.0


@given(own=percent, aim=percent, share=st.floats(0.0, 1.0))
def test_a_fall_goes_from_the_own_value_towards_its_aim_and_lifts_nobody(
    own: float, aim: float, share: float
) -> None:
    points = ((0.0, 0.0), (1.0, share), (2.0, 0.0))
    laid = LaidOver([Overlay(VitalSign.SPO2, OverlayKind.DOWN, points, aim)])
    fallen = [laid.value(VitalSign.SPO2, own, 0.0, minute) for minute in (0.0, 1.0, 2.0, 3.0)]
    assert (fallen[0], fallen[2], fallen[3]) == (own, own, own)
    assert fallen[1] == pytest.approx(own - share * max(0.0, own - aim))
    assert min(own, aim) - 1e-9 <= fallen[1] <= own


def test_two_falls_at_once_end_at_the_lower_aim() -> None:
    laid = LaidOver([])
    for aim in (80.0, 88.0):
        laid.befall(Desaturation(aim, fall_s=30.0, hold_s=60.0), 100.0)
    assert laid.value(VitalSign.SPO2, 91.0, 100.0, 0.0) == 91.0
    assert laid.value(VitalSign.SPO2, 91.0, 140.0, 0.0) == 80.0


def test_a_course_with_its_own_way_of_letting_go_takes_that_time_once_it_has_begun() -> None:
    late = replace(DIVE, lets_go=(60.0, 30.0))
    laid, warned = LaidOver([late]), LaidOver([late])
    laid.wake(600.0 + 900.0, 15.0)
    assert spo2(laid, 15.99) == 84.0
    assert spo2(laid, 16.5) == pytest.approx(97.0 - 13.0 / math.e)
    warned.wake(600.0 + 60.0 * 9.5, 9.5)
    assert spo2(warned, 11.0) > 96.0


def test_only_a_course_that_says_so_lets_go_of_another_sign_than_breath_and_saturation() -> None:
    slow = Overlay(VitalSign.HR, OverlayKind.OFFSET, ((0.0, -40.0), (100.0, -40.0)))
    for overlay, left in ((slow, 32.0), (replace(slow, lets_go=(20.0, 20.0)), 72.0)):
        laid = LaidOver([overlay])
        laid.wake(600.0, 0.0)
        assert laid.value(VitalSign.HR, 72.0, 900.0, 5.0) == pytest.approx(left, abs=0.1)
    assert laid.woken_s == 600.0
    assert LaidOver([slow]).woken_s is None
