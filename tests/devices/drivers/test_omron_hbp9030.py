from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import recording
from hypothesis import given
from hypothesis import strategies as st
from omron_hbp9030_wire import DESCRIBED, FRAMES, IDENTITY, line

from devices.drivers.omron_hbp9030 import DRIVER, MAX_LINE, OmronSession
from devices.errors import ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent, StartsCuff
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    Reading,
    SignalLost,
)

SOURCE = DRIVER.source
FIRST = CuffResult(120.0, 80.0, None, 72.0, SOURCE, Quality.GOOD, None, "2026-07-11T09:05")


def listen(*lines: bytes) -> list[DeviceEvent]:
    session = OmronSession(SOURCE)
    session.opened(0.0)
    return [event for data in lines for event in session.receive(data, 1.0)]


# ---- the described lines ------------------------------------------------------------------------


def test_a_measurement_is_a_cuff_result_with_the_monitors_own_time() -> None:
    assert listen(DESCRIBED[0]) == [FIRST]


def test_a_blank_identity_and_a_leap_day_are_all_right() -> None:
    assert listen(DESCRIBED[1]) == [replace(FIRST, device_time="2024-02-29T23:59")]


def test_an_error_is_a_failed_cuff_and_not_a_zero() -> None:
    assert listen(DESCRIBED[2]) == [
        DeviceNote(DeviceNoteKind.INFO, "cuff error 7", SOURCE),
        CuffFailed(CuffFailure.FAILED, SOURCE),
    ]


def test_a_measurement_while_the_arm_moved_is_of_poor_quality() -> None:
    assert listen(DESCRIBED[3]) == [replace(FIRST, quality=Quality.POOR)]


def test_the_constructed_lines_beside_the_project_decode_as_they_say() -> None:
    lines = recording("omron_hbp9030_fixtures", "hbp9030_format5_lines.txt")
    heard = listen(lines)
    assert [type(event) for event in heard] == [
        CuffResult, CuffResult, DeviceNote, CuffFailed, CuffResult
    ]  # fmt: skip


# ---- results ------------------------------------------------------------------------------------


def test_an_error_with_old_pressures_in_it_yields_none() -> None:
    heard = listen(line("120", "078", "065", error=2))
    assert [type(event) for event in heard] == [DeviceNote, CuffFailed]


def test_an_error_is_understood_whatever_stands_in_its_values() -> None:
    assert len(listen(line("- -", "1 2", "  -", error=4))) == 2


def test_a_result_is_said_once_however_often_its_line_is_repeated() -> None:
    session = OmronSession(SOURCE)
    heard = [event for _ in range(50) for event in session.receive(DESCRIBED[0], 1.0)]
    assert heard == [FIRST]
    assert session.frames == 50


def test_an_older_line_that_is_repeated_after_a_newer_one_is_known() -> None:
    newer = line(131, stamp="2026,07,11,09,10")
    assert len(listen(DESCRIBED[0], newer, DESCRIBED[0], newer)) == 2


def test_a_repeated_line_is_known_after_the_cable_was_out() -> None:
    session = OmronSession(SOURCE)
    session.receive(DESCRIBED[0], 1.0)
    session.opened(60.0)
    assert session.receive(DESCRIBED[0], 61.0) == []


def test_another_minute_is_a_new_result_even_with_the_same_values() -> None:
    assert len(listen(DESCRIBED[0], line(stamp="2026,07,11,09,06"))) == 2


def test_other_values_in_the_same_minute_are_a_new_result() -> None:
    assert len(listen(DESCRIBED[0], line(121))) == 2


def test_two_failures_with_their_own_stamps_are_two() -> None:
    heard = listen(line(error=7), line(error=7, stamp="2026,07,11,09,08"))
    assert len([event for event in heard if isinstance(event, CuffFailed)]) == 2


@pytest.mark.parametrize("pulse", ["   ", "---", "039", "181", "000"])
def test_a_pulse_that_it_cannot_measure_is_left_out(pulse: str) -> None:
    assert listen(line(pulse=pulse)) == [replace(FIRST, pulse=None)]


@pytest.mark.parametrize(
    ("sbp", "dbp"),
    [
        ("059", "040"), ("261", "080"), ("120", "029"), ("250", "216"), ("080", "120"),
        ("090", "090"), ("   ", "080"), ("120", "   "), ("000", "000"), ("999", "999"),
    ],
)  # fmt: skip
def test_pressures_that_it_cannot_measure_are_an_error_and_no_result(sbp: str, dbp: str) -> None:
    assert [type(event) for event in listen(line(sbp, dbp))] == [ContentError]


@given(st.integers(60, 260), st.integers(30, 215), st.integers(40, 180), st.integers(0, 9))
def test_what_it_measured_is_what_is_heard(sbp: int, dbp: int, pulse: int, moved: int) -> None:
    heard = listen(line(f"{sbp:03d}", f"{dbp:03d}", f"{pulse:03d}", movements=moved))
    quality = Quality.POOR if moved else Quality.GOOD
    result = replace(FIRST, sbp=float(sbp), dbp=float(dbp), pulse=float(pulse), quality=quality)
    assert heard == [result] if dbp < sbp else isinstance(heard[0], ContentError)


# ---- lines that are none ------------------------------------------------------------------------


@pytest.mark.parametrize("begin", ["MMBP203N", "ID", "bp,"])
def test_another_output_format_is_refused_and_it_says_what_to_do(begin: str) -> None:
    heard = listen(f"{begin}99999999999999999999,2023/04/27,15:06,140,098\r\n".encode())
    assert len(heard) == 1
    assert "format 5" in str(heard[0])


@pytest.mark.parametrize(
    "damaged",
    [
        line(stamp="2026,02,29,09,05"),
        line(stamp="2026,13,01,09,05"),
        line(stamp="2026,07,11,24,05"),
        line(stamp="2026.07,11,09,05"),
        line(identity=IDENTITY[1:]),
        line(error="-"),
        line("12O"),
        line("12\xb2"),
        line(movements=10),
        DESCRIBED[0][:-2] + DESCRIBED[0][10:],
        DESCRIBED[0][:30] + DESCRIBED[0][33:],
    ],
)
def test_a_damaged_line_is_one_error_and_no_value(damaged: bytes) -> None:
    assert [type(event) for event in listen(damaged)] == [ContentError]


def test_no_error_text_names_the_identity() -> None:
    heard = listen(
        line(stamp="2026,13,01,09,05"), line("12O"), line("999"), DESCRIBED[0][1:],
        f"ID{IDENTITY}\r\n".encode(), f"bp,{IDENTITY},2023/04/27\r\n".encode(),
        IDENTITY.encode() * 10 + b"\r\n",
    )  # fmt: skip
    errors = [event for event in heard if isinstance(event, ProtocolError)]
    assert len(errors) == len(heard) == 7
    assert not [error for error in errors if "1234567890" in str(error)]


def test_two_lines_that_melted_into_one_are_given_up() -> None:
    assert [type(event) for event in listen(DESCRIBED[0][:-2] + DESCRIBED[0])] == [FramingError]


def test_a_line_without_end_is_given_up() -> None:
    assert [type(event) for event in listen(b"2" * (MAX_LINE + 1))] == [FramingError]


def test_half_a_line_is_forgotten_when_the_line_is_opened_again() -> None:
    session = OmronSession(SOURCE)
    session.receive(DESCRIBED[0][:20], 0.0)
    session.opened(5.0)
    assert session.receive(DESCRIBED[0], 6.0) == [FIRST]


# ---- what it is ---------------------------------------------------------------------------------


def test_it_never_says_a_continuous_value_and_never_asks_for_anything() -> None:
    session = DRIVER.open(SOURCE)
    assert session.opened(0.0) == session.due(1e6) == b""
    assert session.wake_at() is None
    assert not DRIVER.sends
    assert not DRIVER.starts_cuff
    assert not isinstance(session, StartsCuff)
    heard = [event for frame in FRAMES for event in session.receive(frame, 1.0)]
    assert not [event for event in heard if isinstance(event, Reading | SignalLost)]
