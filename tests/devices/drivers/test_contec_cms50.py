from __future__ import annotations

from itertools import pairwise

import pytest
from helpers import recording
from hypothesis import given
from hypothesis import strategies as st
from oximeter_wire import contec

from devices.decode import RowKind, decode
from devices.drivers.contec_cms50 import DRIVER, KEEP_ON, START, ContecCms50Session
from devices.errors import ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent
from monitor.vitals import (
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Reading,
    SignalLost,
    VitalSign,
    Wave,
    WaveChunk,
)

SOURCE = DRIVER.source
PUBLISHED = bytes.fromhex("01 E0 85 B3 96 C1 E1 FF FF")
PROBE_ERROR, TOO_LONG, SPO2_LOW, SEARCHING = 0x80, 0x10, 0x20, 0x80


def session() -> ContecCms50Session:
    new = ContecCms50Session(SOURCE)
    new.opened(0.0)
    return new


def heard(*pieces: bytes) -> list[DeviceEvent]:
    oximeter = session()
    return [event for piece in pieces for event in oximeter.receive(piece, 1.0)]


def values(events: list[DeviceEvent]) -> list[tuple[VitalSign, float]]:
    return [(event.sign, event.value) for event in events if isinstance(event, Reading)]


def lost(events: list[DeviceEvent]) -> list[tuple[VitalSign, LostReason]]:
    return [(event.sign, event.reason) for event in events if isinstance(event, SignalLost)]


def errors(events: list[DeviceEvent]) -> list[ProtocolError]:
    return [event for event in events if isinstance(event, ProtocolError)]


# ---- values -------------------------------------------------------------------------------------


def test_the_published_packet_is_pulse_65_and_saturation_97() -> None:
    assert values(heard(PUBLISHED)) == [(VitalSign.PULSE, 65.0), (VitalSign.SPO2, 97.0)]


@given(rate=st.integers(10, 254), spo2=st.integers(1, 100))
def test_bit_7_of_a_value_stands_in_the_second_byte(rate: int, spo2: int) -> None:
    assert values(heard(contec(rate, spo2))) == [
        (VitalSign.PULSE, float(rate)),
        (VitalSign.SPO2, float(spo2)),
    ]


@pytest.mark.parametrize("rate", [0xFF, 0])
@pytest.mark.parametrize("spo2", [0x7F, 0])
def test_missing_values_are_losses_said_once(rate: int, spo2: int) -> None:
    events = heard(contec(), *[contec(rate, spo2)] * 200)
    assert lost(events) == [
        (VitalSign.PULSE, LostReason.NO_VALUE),
        (VitalSign.SPO2, LostReason.NO_VALUE),
    ]
    assert len(values(events)) == 2


@pytest.mark.parametrize(
    ("packet", "why"),
    [
        (contec(state=5 | PROBE_ERROR), LostReason.SENSOR_OFF),
        (contec(pleth=SEARCHING | 40), LostReason.NO_PULSE),
        (contec(state=5 | TOO_LONG), LostReason.NO_PULSE),
        (contec(state=PROBE_ERROR, pleth=SEARCHING), LostReason.SENSOR_OFF),
    ],
)
def test_numbers_that_linger_without_a_pulse_are_no_values(packet: bytes, why: LostReason) -> None:
    events = heard(packet)
    assert not values(events)
    assert lost(events) == [(VitalSign.PULSE, why), (VitalSign.SPO2, why)]


def test_the_perfusion_index_of_unknown_unit_is_not_used() -> None:
    signs = {sign for sign, _ in values(heard(contec(index=120)))}
    assert signs == {VitalSign.PULSE, VitalSign.SPO2} == DRIVER.signs


def test_values_are_said_when_they_change_and_once_a_second() -> None:
    oximeter = session()
    packets = [contec()] * 120 + [contec(73)] + [contec(73)] * 60
    at = [
        number
        for number, packet in enumerate(packets)
        for event in oximeter.receive(packet, 1.0)
        if isinstance(event, Reading) and event.sign is VitalSign.PULSE
    ]
    assert at == [0, 60, 120, 180]


def test_the_wave_has_60_samples_a_second_and_none_without_a_pulse() -> None:
    heights = list(range(20, 80))
    events = heard(*(contec(pleth=height) for height in heights))
    chunks = [event for event in events if isinstance(event, WaveChunk)]
    assert {(chunk.wave, chunk.rate_hz, chunk.unit) for chunk in chunks} == {
        (Wave.PLETH, 60.0, "")
    }
    assert [sample for chunk in chunks for sample in chunk.samples] == heights
    searching = [contec(pleth=SEARCHING | 40)] * 60
    assert not [event for event in heard(*searching) if isinstance(event, WaveChunk)]


def test_the_oximeters_own_alarm_is_said_when_it_changes() -> None:
    low = contec(state=5 | SPO2_LOW)
    notes = [e for e in heard(contec(), low, low, contec()) if isinstance(e, DeviceNote)]
    assert notes == [
        DeviceNote(DeviceNoteKind.ALARM_TEXT, "SpO2 low", SOURCE),
        DeviceNote(DeviceNoteKind.ALARM_TEXT, "", SOURCE),
    ]


# ---- asking -------------------------------------------------------------------------------------


def test_live_data_are_asked_for_at_once_and_kept_on() -> None:
    oximeter = ContecCms50Session(SOURCE)
    assert oximeter.wake_at() is None
    assert oximeter.due(9.0) == b""
    assert oximeter.opened(10.0) == START
    sent = []
    for tenth in range(100, 301):
        now = tenth / 10
        oximeter.receive(contec(), now)
        if said := oximeter.due(now):
            sent.append((now, said))
    assert {said for _, said in sent} == {KEEP_ON}
    moments = [10.0, *(now for now, _ in sent), 30.0]
    assert max(later - before for before, later in pairwise(moments)) <= 5.0


def test_live_data_that_do_not_come_are_asked_for_again() -> None:
    oximeter = session()
    assert [oximeter.due(float(second)) for second in range(1, 5)] == [b"", START, b"", START]


def test_live_data_that_ended_are_noted_and_asked_for_again() -> None:
    oximeter = session()
    oximeter.receive(contec(), 1.0)
    events = list(oximeter.receive(bytes.fromhex("0D 80 81"), 2.0))
    assert oximeter.due(3.0) == START
    events += oximeter.receive(bytes.fromhex("0C 80") + contec(), 3.1)
    assert [event.text for event in events if isinstance(event, DeviceNote)] == [
        "the oximeter ended its live data",
        "",
    ]
    assert not errors(events)


# ---- damage -------------------------------------------------------------------------------------


REPLIES = [
    "0C 80",
    "06 80 80 87",
    "11 80 81 81 80 80 80 80 80",
    "0E 80 81",
    "13 80 A0 A0 A0 A0 A0 A0 A0",
    "02 81 FF A0 A0 A0 A0 A0 A0",
]


@pytest.mark.parametrize("reply", REPLIES)
def test_replies_to_what_we_never_ask_are_no_errors_and_no_life(reply: str) -> None:
    oximeter = session()
    assert not oximeter.receive(bytes.fromhex(reply), 1.0)
    events = oximeter.receive(PUBLISHED, 1.0)
    assert not errors(events)
    assert oximeter.frames == 1


@pytest.mark.parametrize("command", [START, KEEP_ON])
def test_an_echo_of_our_own_request_is_an_error(command: bytes) -> None:
    assert [type(event) for event in heard(command)] == [ContentError]


@given(cut=st.integers(1, 8))
def test_a_packet_that_broke_off_is_one_error_and_the_next_is_understood(cut: int) -> None:
    events = heard(contec(90)[:cut], PUBLISHED)
    assert [type(error) for error in errors(events)] == [FramingError]
    assert values(events) == [(VitalSign.PULSE, 65.0), (VitalSign.SPO2, 97.0)]


@given(cut=st.integers(1, 8))
def test_a_stream_met_half_way_is_one_error(cut: int) -> None:
    events = heard(contec(90)[cut:], PUBLISHED)
    assert len(errors(events)) == 1
    assert values(events)


def test_the_older_stream_of_this_maker_is_not_taken_for_this_one() -> None:
    older = bytes.fromhex("85 33 16 41 61")
    oximeter = session()
    events = oximeter.receive(older * 300, 1.0)
    assert {type(event) for event in events} == {FramingError}
    assert oximeter.frames == 0


# ---- a recording --------------------------------------------------------------------------------


def recorded() -> bytes:
    """What the oximeter sent: the right side of each line."""
    text = recording("contec", "cms50dplus_v7_stream.hex.txt").decode()
    lines = [line.partition(">")[2] for line in text.splitlines() if not line.startswith("#")]
    return bytes.fromhex("".join(lines))


def test_the_recording_of_a_real_oximeter_is_understood() -> None:
    rows = list(decode(DRIVER, recorded()))
    assert [(row.kind, row.sign, row.value) for row in rows] == [
        (RowKind.READING, "pulse", 65.0),
        (RowKind.READING, "spo2", 97.0),
    ]


def test_the_wave_of_the_recording_falls_as_its_bytes_do() -> None:
    oximeter = session()
    live = recorded()[-63:]
    events = [event for _ in range(3) for event in oximeter.receive(live, 1.0)]
    (chunk,) = (event for event in events if isinstance(event, WaveChunk))
    assert chunk.samples[:7] == (51.0, 48.0, 46.0, 44.0, 43.0, 42.0, 42.0)
    assert oximeter.frames == 21
