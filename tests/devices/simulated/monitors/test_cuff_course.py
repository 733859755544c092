from __future__ import annotations

from devices.simulated.monitors.cuff_course import (
    ABOVE_LAST_MMHG,
    AGAIN_AFTER_S,
    FIRST_TARGET_MMHG,
    HELD_MMHG,
    CuffCourse,
)
from devices.simulated.sensors.shown import CuffShown, CuffValues

AT_REST, AT_WORK = CuffShown(), CuffShown(measuring=True)


def test_a_cuff_at_rest_is_empty_and_has_not_ended() -> None:
    course = CuffCourse()
    assert not course.look(AT_REST, 1.0)
    assert course.pressure(1.0) == 0


def test_the_pressure_rises_falls_and_is_held() -> None:
    course = CuffCourse()
    course.look(AT_WORK, 10.0)
    shown = [course.pressure(10.0 + second) for second in range(int(AGAIN_AFTER_S))]
    assert max(shown) == FIRST_TARGET_MMHG
    top = shown.index(FIRST_TARGET_MMHG)
    assert shown[: top + 1] == sorted(shown[: top + 1])
    assert shown[top:] == sorted(shown[top:], reverse=True)
    assert shown[-1] == HELD_MMHG


def test_an_end_is_seen_once() -> None:
    course = CuffCourse()
    looks = [AT_REST, AT_WORK, AT_WORK, AT_REST, AT_REST, AT_WORK, AT_REST]
    ended = [course.look(cuff, float(second)) for second, cuff in enumerate(looks)]
    assert ended == [False, False, False, True, False, False, True]
    assert course.pressure(9.0) == 0


def test_it_goes_above_the_last_result() -> None:
    course = CuffCourse()
    before = CuffValues(176, 102, 127, 80, 5.0)
    course.look(CuffShown(measuring=True, last=before, began_s=10.0), 11.0)
    shown = [course.pressure(10.0 + half / 2) for half in range(40)]
    assert max(shown) == 176 + ABOVE_LAST_MMHG


def test_a_measurement_that_takes_long_or_tries_again_inflates_again() -> None:
    course = CuffCourse()
    course.look(CuffShown(measuring=True, began_s=10.0), 10.0)
    assert course.pressure(10.0 + 40.0) == HELD_MMHG
    assert course.pressure(10.0 + AGAIN_AFTER_S + 6.0) == FIRST_TARGET_MMHG
    assert not course.look(CuffShown(measuring=True, began_s=49.0), 50.0)
    assert course.pressure(55.0) == FIRST_TARGET_MMHG
