from __future__ import annotations

import pytest
from helpers import recording
from hypothesis import given
from hypothesis import strategies as st
from masimo_ascii_wire import RAD_8, RADICAL_7, line

from devices.drivers.masimo_ascii import DRIVER, MasimoSession
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
SIGNS = (VitalSign.SPO2, VitalSign.PULSE, VitalSign.PERFUSION)


def listen(*lines: bytes) -> list[DeviceEvent]:
    session = MasimoSession(SOURCE)
    session.opened(0.0)
    return [event for data in lines for event in session.receive(data, 1.0)]


def readings(events: list[DeviceEvent]) -> dict[VitalSign, float]:
    return {event.sign: event.value for event in events if isinstance(event, Reading)}


def losses(events: list[DeviceEvent]) -> dict[VitalSign, LostReason]:
    return {event.sign: event.reason for event in events if isinstance(event, SignalLost)}


def notes(events: list[DeviceEvent], kind: DeviceNoteKind = DeviceNoteKind.INFO) -> list[str]:
    return [e.text for e in events if isinstance(e, DeviceNote) and e.kind is kind]


# ---- the described and recorded lines -----------------------------------------------------------


def test_a_line_is_saturation_pulse_and_perfusion_with_the_oximeters_own_time() -> None:
    assert listen(RAD_8) == [
        Reading(sign, value, SOURCE, Quality.GOOD, "2018-02-24T04:48:53")
        for sign, value in zip(SIGNS, (97.0, 80.0, 4.96), strict=True)
    ]


def test_another_model_with_more_keys_and_other_widths_is_read_as_well() -> None:
    heard = listen(RADICAL_7)
    assert readings(heard) == dict(zip(SIGNS, (98.0, 123.0, 0.55), strict=True))
    assert {e.quality for e in heard if isinstance(e, Reading)} == {Quality.POOR}
    assert notes(heard) == ["low signal IQ"]


def test_the_recorded_lines_decode_to_their_values() -> None:
    lines = recording("masimo_ascii", "masimo_lines.txt")
    session = MasimoSession(SOURCE)
    heard = list(session.receive(lines, 0.0))
    assert session.frames == 9
    assert not [event for event in heard if isinstance(event, ProtocolError)]
    by_sign = {
        sign: [e.value for e in heard if isinstance(e, Reading) and e.sign is sign]
        for sign in SIGNS
    }
    assert by_sign[VitalSign.SPO2] == [97.0] * 6 + [98.0]
    assert by_sign[VitalSign.PULSE] == [80.0, 81.0, 81.0, 81.0, 80.0, 80.0, 123.0]
    assert by_sign[VitalSign.PERFUSION] == [4.96, 5.04, 5.04, 5.13, 5.26, 5.31, 0.55]
    lost = [event for event in heard if isinstance(event, SignalLost)]
    assert [event.reason for event in lost] == ["sensor-off"] * 3 + ["no-value"] * 3


# ---- missing values and exceptions --------------------------------------------------------------


@pytest.mark.parametrize("field", ["---%", "---", "-", "--%", "000%", "000"])
def test_dashes_and_zero_are_no_value(field: str) -> None:
    heard = listen(line(field, field, "--.--%"))
    assert losses(heard) == dict.fromkeys(SIGNS, LostReason.NO_VALUE)


def test_a_line_without_perfusion_still_has_its_saturation() -> None:
    heard = listen(RAD_8.replace(b"PI=04.96% ", b""))
    assert readings(heard) == {VitalSign.SPO2: 97.0, VitalSign.PULSE: 80.0}


@pytest.mark.parametrize(
    ("exceptions", "reason", "text"),
    [
        (0x001, LostReason.SENSOR_OFF, "no sensor"),
        (0x002, LostReason.SENSOR_OFF, "defective sensor"),
        (0x020, LostReason.SENSOR_OFF, "sensor off"),
        (0x080, LostReason.SENSOR_OFF, "unrecognised sensor"),
        (0x008, LostReason.NO_PULSE, "pulse search"),
        (0x010, LostReason.POOR_SIGNAL, "interference"),
        (0x040, LostReason.POOR_SIGNAL, "ambient light"),
        (0x828, LostReason.SENSOR_OFF, "sensor off; pulse search"),
    ],
)
def test_an_exception_takes_the_values_away_and_says_why(
    exceptions: int, reason: LostReason, text: str
) -> None:
    heard = listen(line(exceptions=exceptions))
    assert not readings(heard)
    assert losses(heard) == dict.fromkeys(SIGNS, reason)
    assert notes(heard) == [text]


@pytest.mark.parametrize(
    ("exceptions", "text"),
    [(0x804, "low perfusion"), (0x400, "low signal IQ"), (0xC04, "low perfusion; low signal IQ")],
)
def test_a_warning_makes_the_values_poor(exceptions: int, text: str) -> None:
    heard = listen(line(exceptions=exceptions))
    assert {e.quality for e in heard if isinstance(e, Reading)} == {Quality.POOR}
    assert notes(heard) == [text]


def test_a_loss_is_said_once_until_the_value_is_back() -> None:
    off = line("---%", "---", "--.--%", exceptions=0x820)
    assert len(losses(listen(off, off, off))) == len(listen(off, off, off)) - 1 == 3
    heard = listen(off, RAD_8, off)
    assert len([event for event in heard if isinstance(event, SignalLost)]) == 6


def test_what_is_lost_is_said_again_when_the_line_is_opened_again() -> None:
    session = MasimoSession(SOURCE)
    off = line("---%", "---", "--.--%", exceptions=0x820)
    session.receive(off, 1.0)
    session.opened(10.0)
    assert len(losses(session.receive(off, 11.0))) == 3


def test_the_end_of_an_exception_is_said() -> None:
    assert notes(listen(line(exceptions=0x804), RAD_8, RAD_8)) == ["low perfusion", ""]


def test_alarm_bits_are_shown_as_they_are() -> None:
    heard = listen(line(alarm="0012"), line(alarm="0012"), line())
    assert notes(heard, DeviceNoteKind.ALARM_TEXT) == ["alarm bits 0012", ""]


def test_a_value_that_nobody_can_have_is_a_loss() -> None:
    heard = listen(line("101%", "351", "31.00%"))
    assert losses(heard) == dict.fromkeys(SIGNS, LostReason.OUT_OF_RANGE)


@pytest.mark.parametrize("stamp", ["00/00/00 00:00:00", "24/02/18 04:48:53", "02/29/26 10:00:00"])
def test_a_clock_that_was_never_set_costs_the_stamp_and_not_the_value(stamp: str) -> None:
    heard = listen(line(stamp=stamp))
    assert readings(heard)[VitalSign.SPO2] == 97.0
    assert {e.device_time for e in heard if isinstance(e, Reading)} == {None}


# ---- lines that are none ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damaged",
    [
        RAD_8.replace(b"SPO2=097%", b"SPO2=97%"),
        RAD_8.replace(b"SPO2=097%", b"SPO2="),
        RAD_8.replace(b"SPO2=097%", b"SPO2=0x7%"),
        RAD_8.replace(b"SPO2=097%", b"SPO297%"),
        RAD_8.replace(b"BPM=080", b"BPM=08"),
        RAD_8.replace(b"BPM=080", b"BPM=080 BPM=081"),
        RAD_8.replace(b"PI=04.96%", b"PI=0496%"),
        RAD_8.replace(b"EXC=000800", b"EXC=00x800"),
        RAD_8.replace(b" EXC=000800", b""),
        RAD_8.replace(b"ALARM=0000", b"ALARM=?"),
        RAD_8[1:],
        RAD_8[:-2] + RAD_8,
        b"09/21/08 09:56:12 SpO2=097 PR=069 PI=04.69 EXC=800:SET\r\n",
    ],
)
def test_a_damaged_line_or_a_line_of_the_memory_is_one_error(damaged: bytes) -> None:
    assert [type(event) for event in listen(damaged)] == [ContentError]


@given(st.sets(st.integers(0, len(RAD_8) - 3), min_size=1, max_size=4))
def test_lost_bytes_never_make_another_saturation(places: set[int]) -> None:
    left = bytes(byte for place, byte in enumerate(RAD_8) if place not in places)
    assert readings(listen(left)).get(VitalSign.SPO2, 97.0) == 97.0


def test_it_speaks_to_nobody() -> None:
    session = DRIVER.open(SOURCE)
    assert session.opened(0.0) == session.due(1e6) == b""
    assert session.wake_at() is None
    assert not DRIVER.sends
