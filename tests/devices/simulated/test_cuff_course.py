from __future__ import annotations

from devices.simulated.cuff_course import HELD_MMHG, TARGET_MMHG, CuffCourse
from devices.simulated.measurement import CuffShown

AT_REST, AT_WORK = CuffShown(), CuffShown(measuring=True)


def test_a_cuff_at_rest_is_empty_and_has_not_ended() -> None:
    course = CuffCourse()
    assert not course.look(AT_REST, 1.0)
    assert course.pressure(1.0) == 0


def test_the_pressure_rises_falls_and_is_held() -> None:
    course = CuffCourse()
    course.look(AT_WORK, 10.0)
    shown = [course.pressure(10.0 + second) for second in range(60)]
    assert max(shown) == TARGET_MMHG
    top = shown.index(TARGET_MMHG)
    assert shown[: top + 1] == sorted(shown[: top + 1])
    assert shown[top:] == sorted(shown[top:], reverse=True)
    assert shown[-1] == HELD_MMHG


def test_an_end_is_seen_once() -> None:
    course = CuffCourse()
    looks = [AT_REST, AT_WORK, AT_WORK, AT_REST, AT_REST, AT_WORK, AT_REST]
    ended = [course.look(cuff, float(second)) for second, cuff in enumerate(looks)]
    assert ended == [False, False, False, True, False, False, True]
    assert course.pressure(9.0) == 0
