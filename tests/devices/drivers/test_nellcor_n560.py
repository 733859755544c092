from __future__ import annotations

import pytest
from helpers import recording
from nellcor_n560_wire import DESCRIBED, HEADING, line

from devices.drivers.nellcor_n560 import DRIVER, NellcorSession
from devices.errors import ContentError, ProtocolError
from devices.session import DeviceEvent
from monitor.vitals import (
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

SOURCE = DRIVER.source
SIGNS = (VitalSign.SPO2, VitalSign.PULSE)
TREND = b"NPB-290  VERSION 1.0.0.1    TREND    SpO2 Limit: 30-100%    PR Limit: 100-180BPM\r\n"
TREND_COLUMNS = b"TIME                 %SPO2   BPM     PA\r\n"
PRINTED = b"Output Complete\r\n"


def listen(*lines: bytes) -> list[DeviceEvent]:
    session = NellcorSession(SOURCE)
    session.opened(0.0)
    return [event for data in lines for event in session.receive(data, 1.0)]


def readings(events: list[DeviceEvent]) -> list[Reading]:
    return [event for event in events if isinstance(event, Reading)]


def values(events: list[DeviceEvent]) -> dict[VitalSign, float]:
    return {event.sign: event.value for event in readings(events)}


def losses(events: list[DeviceEvent]) -> dict[VitalSign, LostReason]:
    return {event.sign: event.reason for event in events if isinstance(event, SignalLost)}


def notes(events: list[DeviceEvent], kind: DeviceNoteKind = DeviceNoteKind.INFO) -> list[str]:
    return [e.text for e in events if isinstance(e, DeviceNote) and e.kind is kind]


# ---- the described and recorded lines -----------------------------------------------------------


def test_a_line_is_saturation_and_pulse_with_the_oximeters_own_time() -> None:
    heard = listen(DESCRIBED)
    assert readings(heard) == [
        Reading(sign, value, SOURCE, Quality.POOR, "2004-01-07T11:24:54")
        for sign, value in zip(SIGNS, (100.0, 102.0), strict=True)
    ]
    assert notes(heard) == ["motion or interference; alarms off"]


def test_a_heading_is_understood_and_its_settings_are_said_once() -> None:
    session = NellcorSession(SOURCE)
    heard = [event for data in HEADING * 3 for event in session.receive(data, 1.0)]
    assert session.frames == 9
    assert notes(heard) == ["SpO2 limits 95-100%, pulse limits 59-148", "adult mode"]


def test_the_recorded_lines_decode_to_their_values() -> None:
    session = NellcorSession(SOURCE)
    heard = list(session.receive(recording("nellcor_n560", "n560_lines.txt"), 0.0))
    assert session.frames == 8
    assert not [event for event in heard if isinstance(event, ProtocolError)]
    assert [(e.sign, e.value) for e in readings(heard)] == [
        pair
        for pulse in (105.0, 104.0, 102.0, 101.0, 101.0)
        for pair in zip(SIGNS, (100.0, pulse), strict=True)
    ]
    poor = [e.quality is Quality.POOR for e in readings(heard)]
    assert poor == [False] * 4 + [True] * 4 + [False] * 2


@pytest.mark.parametrize(
    "heading",
    [
        b"NPB-290  VERSION 1.0.0.1    CRC: XXXX SpO2 Limit: 30-100%   PR Limit: 100-180BPM\r\n",
        b"NPB-295 VERSION 2.0.0.0 CRC: XXXX SpO2 Limit: 70-100% PR Limit: 60-160BPM\r\n",
        b"N-595    VERSION 1.0.0      CRC:1A2B  SpO2 Limit: 85-100%    PR Limit: 40-170BPM\r\n",
        b"TIME                 %SPO2   BPM     PA     Status\r\n",
        b"                             NEONATE         OFF SAT-S\r\n",
    ],
)
def test_the_headings_of_its_sisters_are_understood(heading: bytes) -> None:
    session = NellcorSession(SOURCE)
    heard = list(session.receive(heading, 1.0))
    assert session.frames == 1
    assert not [event for event in heard if isinstance(event, ProtocolError)]


# ---- missing values and status ------------------------------------------------------------------


def test_dashes_are_no_value() -> None:
    heard = listen(line("---", "---"))
    assert losses(heard) == dict.fromkeys(SIGNS, LostReason.NO_VALUE)


def test_one_value_may_be_missing() -> None:
    heard = listen(line("97", "---"))
    assert values(heard) == {VitalSign.SPO2: 97.0}
    assert losses(heard) == {VitalSign.PULSE: LostReason.NO_VALUE}


def test_a_star_says_that_a_value_is_outside_its_limit() -> None:
    heard = listen(line("84*", "171*", "SL  PH"))
    assert values(heard) == {VitalSign.SPO2: 84.0, VitalSign.PULSE: 171.0}
    assert notes(heard, DeviceNoteKind.ALARM_TEXT) == ["SpO2 low; pulse rate high"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("SD", LostReason.SENSOR_OFF),
        ("SO", LostReason.SENSOR_OFF),
        ("LP", LostReason.NO_PULSE),
        ("LM", LostReason.NO_PULSE),
        ("PS", LostReason.NO_PULSE),
        ("PS  SD", LostReason.SENSOR_OFF),
        ("MO  LP", LostReason.NO_PULSE),
    ],
)
@pytest.mark.parametrize("shown", ["---", "97"])
def test_a_status_takes_the_values_away_and_says_why(
    code: str, reason: LostReason, shown: str
) -> None:
    heard = listen(line(shown, shown, code))
    assert not readings(heard)
    assert losses(heard) == dict.fromkeys(SIGNS, reason)


def test_a_loss_is_said_once_until_the_value_is_back() -> None:
    off = line("---", "---", "SO")
    heard = listen(off, off, line(), off, off)
    assert len([event for event in heard if isinstance(event, SignalLost)]) == 4


def test_alarms_are_passed_on_as_text_and_their_end_is_said() -> None:
    heard = listen(line(status="PL"), line(status="PL"), line())
    assert notes(heard, DeviceNoteKind.ALARM_TEXT) == ["pulse rate low", ""]


def test_a_low_battery_is_said_when_it_begins_and_when_it_is_well_again() -> None:
    heard = listen(line(), line(status="LB"), line(status="LB"), line(), line(status="LB"))
    battery = {DeviceNoteKind.BATTERY_LOW, DeviceNoteKind.BATTERY_OK}
    said = [e.kind for e in heard if isinstance(e, DeviceNote) and e.kind in battery]
    assert said == [
        DeviceNoteKind.BATTERY_LOW,
        DeviceNoteKind.BATTERY_OK,
        DeviceNoteKind.BATTERY_LOW,
    ]
    assert not notes(heard)


def test_silenced_alarms_and_unknown_codes_are_shown() -> None:
    heard = listen(line(status="AS  XY"))
    assert notes(heard) == ["alarms silenced; XY"]
    assert values(heard) == {VitalSign.SPO2: 97.0, VitalSign.PULSE: 80.0}


def test_a_value_that_nobody_can_have_is_a_loss() -> None:
    heard = listen(line("101", "351"))
    assert losses(heard) == dict.fromkeys(SIGNS, LostReason.OUT_OF_RANGE)


# ---- time and memory ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stamp", "meant"),
    [
        ("15-Jan-26 10:00:02", "2026-01-15T10:00:02"),
        ("12-NOV-98 14:00:05", "1998-11-12T14:00:05"),
        ("29-Feb-24 23:59:59", "2024-02-29T23:59:59"),
        ("31-Feb-24 10:00:00", None),
        ("01-Foo-24 10:00:00", None),
        ("00-Jan-00 24:00:00", None),
    ],
)
def test_the_stamp_is_the_oximeters_if_there_is_such_a_moment(
    stamp: str, meant: str | None
) -> None:
    assert {event.device_time for event in readings(listen(line(stamp=stamp)))} == {meant}


@pytest.mark.parametrize("heading", [TREND + TREND_COLUMNS, TREND, TREND_COLUMNS])
@pytest.mark.parametrize("end", [PRINTED, HEADING[0], HEADING[2]])
def test_a_printout_of_the_memory_is_not_the_present(heading: bytes, end: bytes) -> None:
    session = NellcorSession(SOURCE)
    session.receive(HEADING[0] + line(), 1.0)
    assert list(session.receive(heading + line("70", "150") * 50, 2.0)) == []
    heard = list(session.receive(end + line("96", "81"), 60.0))
    assert values(heard) == {VitalSign.SPO2: 96.0, VitalSign.PULSE: 81.0}
    assert not [event for event in heard if isinstance(event, ProtocolError)]


# ---- the line -----------------------------------------------------------------------------------


def test_flow_control_characters_may_stand_anywhere() -> None:
    wire = b"\x11" + DESCRIBED[:20] + b"\x13\x11" + DESCRIBED[20:]
    assert listen(wire) == listen(DESCRIBED)


def test_blank_lines_are_nothing() -> None:
    session = NellcorSession(SOURCE)
    assert list(session.receive(b"\r\n   \r\n\x0c\r\n", 1.0)) == []
    assert session.frames == 0


@pytest.mark.parametrize(
    "damaged",
    [
        DESCRIBED[1:],
        DESCRIBED[:-2] + DESCRIBED,
        DESCRIBED.replace(b"102", b"1O2"),
        DESCRIBED.replace(b"102", b"1020"),
        DESCRIBED.replace(b"   102      36", b"102"),
        DESCRIBED.replace(b"MO", b"M"),
        b"N-560\r\n",
        b"hello\r\n",
    ],
)
def test_a_damaged_line_is_one_error_and_no_value(damaged: bytes) -> None:
    assert [type(event) for event in listen(damaged)] == [ContentError]


def test_it_speaks_to_nobody() -> None:
    session = DRIVER.open(SOURCE)
    assert session.opened(0.0) == session.due(1e6) == b""
    assert session.wake_at() is None
    assert not DRIVER.sends
