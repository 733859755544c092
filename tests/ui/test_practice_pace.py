"""How fast time goes is measured, and a clock that moves by itself does what it is told."""

from __future__ import annotations

import threading
import time

import pytest
from helpers import wait_until
from hypothesis import given
from hypothesis import strategies as st

from ui.practice_pace import MEASURED_OVER_S, SLICE_S, Pace, RoomPacer, Speedometer


class Walker:
    """Counts what it was given, and takes as long for it as it is told to."""

    def __init__(self, takes_s: float = 0.0) -> None:
        self.gone_s = 0.0
        self.beats = 0
        self.longest_s = 0.0
        self._takes = threading.Event()
        self._takes_s = takes_s

    def go_on(self, seconds: float) -> None:
        if seconds == 0.0:
            self.beats += 1
        self.gone_s += seconds
        self.longest_s = max(self.longest_s, seconds)
        if self._takes_s:
            self._takes.wait(self._takes_s)


@given(speed=st.floats(1.0, 60.0), turn_s=st.floats(0.01, 0.5))
def test_a_steady_pace_is_measured_as_it_is(speed: float, turn_s: float) -> None:
    meter = Speedometer()
    for turn in range(int(2 * MEASURED_OVER_S / turn_s) + 2):
        meter.mark(100.0 + turn * turn_s, turn * turn_s * speed)
    assert meter.reached == pytest.approx(speed, rel=1e-6)


def test_nothing_is_said_about_a_pace_that_was_just_begun() -> None:
    meter = Speedometer()
    meter.mark(0.0, 0.0)
    meter.mark(0.2, 12.0)
    assert meter.reached is None
    meter.mark(2.0, 40.0)
    assert meter.reached == pytest.approx(20.0)
    meter.forget()
    assert meter.reached is None


def test_what_was_long_ago_does_not_count() -> None:
    meter = Speedometer()
    for second in range(20):
        meter.mark(float(second), min(second, 10) * 60.0)
    assert meter.reached == 0.0


def test_a_computer_that_is_too_slow_is_told_from_one_that_wavers() -> None:
    assert Pace(60.0, 23.0, frozen=False, utc_s=0.0).behind
    assert not Pace(60.0, 58.0, frozen=False, utc_s=0.0).behind
    assert not Pace(60.0, None, frozen=False, utc_s=0.0).behind


def test_time_goes_on_in_slices_and_stands_when_frozen() -> None:
    walker = Walker()
    pacer = RoomPacer(walker.go_on, 60.0)
    pacer.start()
    try:
        wait_until(lambda: walker.gone_s > 3.0, what="time")
        pacer.set(60.0, frozen=True)
        wait_until(lambda: walker.beats >= 1, what="a sign of life")
        stood_s = walker.gone_s
        wait_until(lambda: walker.beats >= 3, what="signs of life")
        assert walker.gone_s == stood_s
        pacer.set(60.0, frozen=False)
        wait_until(lambda: walker.gone_s > stood_s, what="time again")
    finally:
        pacer.stop()
    assert 0.0 < walker.longest_s <= SLICE_S


def test_what_cannot_be_reached_is_measured() -> None:
    """Each virtual second takes a twentieth of one on the wall: no more than x20 is possible."""
    walker = Walker(takes_s=0.05)
    pacer = RoomPacer(walker.go_on, 60.0)
    pacer.start()
    try:
        wait_until(lambda: pacer.reached is not None, what="a measured pace", timeout_s=20.0)
        reached = pacer.reached
        assert reached is not None
        assert reached < 21.0
        pacer.set(1.0, frozen=False)
        assert pacer.reached is None, "another pace is measured anew"
    finally:
        began = time.monotonic()
        pacer.stop()
    assert time.monotonic() - began < 5.0, "nobody waits for what is owed"
