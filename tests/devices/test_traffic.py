"""The raw tail, the round trip and the monitor's own time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import FramingError
from devices.traffic import TAIL_BYTES, Direction, Tail, Traffic, grown
from monitor.vitals import CuffResult, Quality, Reading, VitalSign

SOURCE = "device:test"
RX, TX = Direction.RX, Direction.TX


def reading(device_time: str | None) -> Reading:
    return Reading(VitalSign.HR, 80.0, SOURCE, device_time=device_time)


def result(
    device_time: str | None, age_s: float | None = None, quality: Quality = Quality.GOOD
) -> CuffResult:
    return CuffResult(120.0, 80.0, None, None, SOURCE, quality, age_s, device_time)


@given(st.lists(st.tuples(st.sampled_from([RX, TX]), st.binary(min_size=1, max_size=700))))
def test_the_tail_is_the_end_of_all_that_passed_in_its_order(
    passed: list[tuple[Direction, bytes]],
) -> None:
    tail: Tail = ()
    for direction, data in passed:
        tail = grown(tail, direction, data)
    every_byte = [(direction, byte) for direction, data in passed for byte in data]
    kept = [(direction, byte) for direction, data in tail for byte in data]
    assert kept == every_byte[-TAIL_BYTES:]
    assert all(data for _, data in tail)


def test_a_monitor_that_speaks_byte_by_byte_makes_no_long_list() -> None:
    tail: Tail = ()
    for number in range(2000):
        tail = grown(tail, RX, bytes([number % 256]))
    assert len(tail) <= TAIL_BYTES // 64 + 1
    assert sum(len(data) for _, data in tail) == TAIL_BYTES


def test_the_round_trip_goes_from_a_request_to_the_next_whole_frame() -> None:
    traffic = Traffic()
    traffic.whole_frame(1.0)
    assert traffic.round_trip_s is None, "it talks without being asked"
    traffic.passed(TX, b"?", 2.0)
    traffic.passed(RX, b"half", 2.1)
    traffic.whole_frame(2.25)
    traffic.whole_frame(9.0)
    assert traffic.round_trip_s == pytest.approx(0.25)


def test_an_answer_belongs_to_the_last_question_and_to_none_from_before_a_lost_line() -> None:
    traffic = Traffic()
    traffic.passed(TX, b"?", 2.0)
    traffic.passed(TX, b"?", 5.0)
    traffic.whole_frame(5.5)
    assert traffic.round_trip_s == 0.5
    traffic.passed(TX, b"?", 6.0)
    traffic.opened()
    traffic.whole_frame(60.0)
    assert traffic.round_trip_s == 0.5


def test_the_stamp_of_a_value_is_the_monitors_time() -> None:
    traffic = Traffic()
    traffic.heard([FramingError("x"), reading("2026-01-15T10:32:07")], 5.0)
    traffic.heard([reading(None)], 6.0)
    assert traffic.told == ("2026-01-15T10:32:07", 5.0)


@pytest.mark.parametrize(
    ("cuff", "told"),
    [
        (result("2026-01-15T10:32"), "2026-01-15T10:32"),
        (result("2026-01-15T10:32:00", 75.0), "2026-01-15T10:33:15"),
        (result("2026-01-15T23:59:30", 60.0, Quality.BEFORE_SESSION), "2026-01-16T00:00:30"),
        (result("2026-01-15T10:32:00", None, Quality.BEFORE_SESSION), None),
        (result("2026-01-15T10:32:00", None, Quality.AGE_UNKNOWN), None),
        (result("yesterday", 60.0), None),
        (result(None, 60.0), None),
    ],
)
def test_a_cuff_tells_the_time_only_as_far_as_its_age_is_known(
    cuff: CuffResult, told: str | None
) -> None:
    traffic = Traffic()
    traffic.heard([cuff], 5.0)
    assert traffic.told == (None if told is None else (told, 5.0))


def test_where_values_tell_the_time_the_cuff_is_not_asked() -> None:
    traffic = Traffic()
    traffic.heard([result("2026-01-15T10:00:00")], 1.0)
    traffic.heard([reading("2026-01-15T10:32:07")], 2.0)
    traffic.heard([result("2026-01-15T10:31:00")], 3.0)
    assert traffic.told == ("2026-01-15T10:32:07", 2.0)
