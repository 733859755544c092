from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oximeter_wire import DOC_FRAME, NO_RATE, NO_SPO2, nonin

from devices.drivers.nonin import DF2, DF7, FORMAT_2, FORMAT_7, UNDERSTOOD_WITHIN_S, NoninSession
from devices.errors import ChecksumError, FramingError, ProtocolError
from devices.session import DeviceEvent, Driver
from monitor.vitals import (
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
    Wave,
    WaveChunk,
)

SOURCE = "device:test"
FORMS = {2: FORMAT_2, 7: FORMAT_7}
GREEN, YELLOW, RED, ARTEFACT, OUT_OF_TRACK = 0x02, 0x06, 0x04, 0x20, 0x10

each_form = pytest.mark.parametrize("form", FORMS)


def session(form: int) -> NoninSession:
    new = NoninSession(SOURCE, FORMS[form])
    new.opened(0.0)
    return new


def heard(form: int, *packets: bytes) -> list[DeviceEvent]:
    oximeter = session(form)
    return [event for packet in packets for event in oximeter.receive(packet, 1.0)]


def values(events: list[DeviceEvent]) -> list[tuple[VitalSign, float, Quality]]:
    return [(e.sign, e.value, e.quality) for e in events if isinstance(e, Reading)]


def lost(events: list[DeviceEvent]) -> list[tuple[VitalSign, LostReason]]:
    return [(e.sign, e.reason) for e in events if isinstance(e, SignalLost)]


def errors(events: list[DeviceEvent]) -> list[ProtocolError]:
    return [event for event in events if isinstance(event, ProtocolError)]


# ---- values -------------------------------------------------------------------------------------


@each_form
@given(rate=st.integers(18, 321), spo2=st.integers(1, 100))
def test_a_packet_gives_the_pulse_and_the_saturation(form: int, rate: int, spo2: int) -> None:
    assert values(heard(form, nonin(form, rate, spo2))) == [
        (VitalSign.PULSE, float(rate), Quality.GOOD),
        (VitalSign.SPO2, float(spo2), Quality.GOOD),
    ]


def test_the_high_bits_of_the_pulse_stand_seven_places_up() -> None:
    """Shifted by eight, as one public implementation does, this would be 257."""
    assert values(heard(2, nonin(2, 129)))[0][1] == 129.0


@each_form
@pytest.mark.parametrize(
    ("flags", "why"),
    [
        (0, LostReason.NO_VALUE),
        (0x08, LostReason.SENSOR_OFF),
        (0x40, LostReason.SENSOR_OFF),
        (0x18, LostReason.SENSOR_OFF),
        (OUT_OF_TRACK, LostReason.NO_PULSE),
        (ARTEFACT, LostReason.POOR_SIGNAL),
    ],
)
def test_511_and_127_are_losses_said_once_with_the_best_reason(
    form: int, flags: int, why: LostReason
) -> None:
    none = nonin(form, NO_RATE, NO_SPO2, flags=flags)
    events = heard(form, nonin(form), none, none)
    assert lost(events) == [(VitalSign.PULSE, why), (VitalSign.SPO2, why)]
    assert len(values(events)) == 2


@each_form
def test_one_value_may_be_missing_alone(form: int) -> None:
    events = heard(form, nonin(form, 80, NO_SPO2))
    assert values(events) == [(VitalSign.PULSE, 80.0, Quality.GOOD)]
    assert lost(events) == [(VitalSign.SPO2, LostReason.NO_VALUE)]


@each_form
@pytest.mark.parametrize("flag", [0x08, 0x40])
def test_numbers_that_linger_when_the_sensor_is_off_are_no_values(form: int, flag: int) -> None:
    events = heard(form, nonin(form, 80, 97, flags={20: flag}))
    assert not values(events)
    assert {why for _, why in lost(events)} == {LostReason.SENSOR_OFF}
    assert not [event for event in events if isinstance(event, WaveChunk)]


def test_the_published_frame_is_a_sensor_alarm() -> None:
    first = nonin(2, NO_RATE, NO_SPO2, flags=0x18)[: 3 * 5]
    events = heard(2, first + DOC_FRAME * 22)
    assert lost(events) == [
        (VitalSign.PULSE, LostReason.SENSOR_OFF),
        (VitalSign.SPO2, LostReason.SENSOR_OFF),
    ]
    assert not errors(events)


@each_form
@pytest.mark.parametrize(
    ("flags", "quality"),
    [
        (GREEN, Quality.GOOD),
        (YELLOW, Quality.GOOD),
        (RED, Quality.POOR),
        (GREEN | ARTEFACT, Quality.POOR),
        (OUT_OF_TRACK, Quality.POOR),
    ],
)
def test_a_bad_pulse_makes_the_values_poor(form: int, flags: int, quality: Quality) -> None:
    events = heard(form, nonin(form, flags=dict.fromkeys(range(5, 17), flags)))
    assert {found for _, _, found in values(events)} == {quality}


@each_form
def test_the_last_pulse_counts_until_the_next_one(form: int) -> None:
    bad, between, good = nonin(form, flags={7: RED}), nonin(form), nonin(form, flags={7: GREEN})
    events = heard(form, between, bad, between, good, between)
    assert [quality for sign, _, quality in values(events) if sign is VitalSign.PULSE] == [
        Quality.GOOD,
        Quality.POOR,
        Quality.POOR,
        Quality.GOOD,
        Quality.GOOD,
    ]


@each_form
def test_an_impossible_pulse_is_a_loss(form: int) -> None:
    assert lost(heard(form, nonin(form, 3))) == [(VitalSign.PULSE, LostReason.OUT_OF_RANGE)]


@each_form
def test_a_low_battery_is_said_when_it_comes_and_when_it_goes(form: int) -> None:
    low = nonin(form, state=0x01)
    notes = [
        e for e in heard(form, nonin(form), low, low, nonin(form)) if isinstance(e, DeviceNote)
    ]
    assert notes == [
        DeviceNote(DeviceNoteKind.BATTERY_LOW, "", SOURCE),
        DeviceNote(DeviceNoteKind.BATTERY_OK, "", SOURCE),
    ]


@pytest.mark.parametrize(
    ("form", "heights"), [(2, range(100, 125)), (7, range(40_000, 65_000, 1000))]
)
def test_the_wave_has_75_samples_a_second(form: int, heights: range) -> None:
    chunks = [e for e in heard(form, nonin(form, pleth=heights)) if isinstance(e, WaveChunk)]
    assert chunks == [WaveChunk(Wave.PLETH, 75.0, "", tuple(map(float, heights)), SOURCE)]


# ---- damage -------------------------------------------------------------------------------------


@each_form
@pytest.mark.parametrize("number", [0, 1, 24])
@given(data=st.data())
def test_a_packet_with_a_damaged_frame_is_dropped_and_said_once(
    form: int, number: int, data: st.DataObject
) -> None:
    place = number * 5 + 3
    packet = bytearray(nonin(form))
    packet[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != packet[place]))
    events = heard(form, nonin(form), bytes(packet), nonin(form, 90), nonin(form, 91))
    assert [type(error) for error in errors(events)] == [ChecksumError]
    assert [value for sign, value, _ in values(events) if sign is VitalSign.PULSE] == [72, 90, 91]


@each_form
@given(begin=st.integers(1, 124), count=st.integers(1, 9))
def test_lost_bytes_do_not_take_the_next_packet_with_them(
    form: int, begin: int, count: int
) -> None:
    whole = nonin(form)
    damaged = whole[:begin] + whole[begin + count :]
    events = heard(form, whole, damaged, nonin(form, 90), nonin(form, 91))
    assert [value for sign, value, _ in values(events) if sign is VitalSign.PULSE] == [72, 90, 91]


@each_form
@given(cut=st.integers(1, 124))
def test_a_stream_met_half_way_is_one_error(form: int, cut: int) -> None:
    events = heard(form, nonin(form)[cut:], nonin(form))
    assert len(errors(events)) == 1
    assert values(events)


@pytest.mark.parametrize(("form", "other"), [(2, 7), (7, 2)])
@given(rate=st.integers(20, 300), spo2=st.integers(50, 100))
def test_the_other_format_is_never_taken_for_this_one(
    form: int, other: int, rate: int, spo2: int
) -> None:
    wave = [(37 * k + rate) % 251 for k in range(25)]
    events = heard(form, *[nonin(other, rate, spo2, pleth=wave)] * 20)
    assert {type(event) for event in events} <= {FramingError, ChecksumError}
    assert len(events) == 1 + 20 * 125 // 500 - 1


@each_form
def test_half_a_packet_is_dropped_when_the_line_was_reopened(form: int) -> None:
    oximeter = session(form)
    oximeter.receive(nonin(form)[:70], 0.0)
    oximeter.opened(5.0)
    assert not errors(oximeter.receive(nonin(form), 6.0))
    assert oximeter.frames == 1


# ---- asking for the format ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("driver", "command"), [(DF2, "02 70 02 02 02 03"), (DF7, "02 70 02 02 07 03")]
)
def test_the_format_is_asked_for_when_nothing_is_understood(driver: Driver, command: str) -> None:
    assert driver.sends[0][0] == bytes.fromhex(command)
    oximeter = driver.open(SOURCE)
    assert oximeter.opened(100.0) == b""
    assert oximeter.due(109.9) == b""
    assert oximeter.due(110.0) == bytes.fromhex(command)
    assert oximeter.due(119.9) == b""
    assert oximeter.due(120.0) == bytes.fromhex(command)


@each_form
def test_an_oximeter_that_is_understood_is_never_asked_anything(form: int) -> None:
    oximeter = session(form)
    for third in range(300):
        oximeter.receive(nonin(form), third / 3)
        assert oximeter.due(third / 3) == b""
    assert oximeter.wake_at() == 299 / 3 + UNDERSTOOD_WITHIN_S


@each_form
def test_a_single_acknowledgement_between_packets_is_no_error(form: int) -> None:
    events = heard(form, nonin(form), b"\x06", nonin(form))
    assert not errors(events)
    assert len(values(events)) == 4


@each_form
@pytest.mark.parametrize("junk", [b"\x06\x06", b"\x15", b"\x06\x07\x08"])
def test_anything_else_between_packets_is_one(form: int, junk: bytes) -> None:
    events = heard(form, nonin(form), junk, nonin(form))
    byte = f"{junk[0]:02x}"
    assert errors(events) == [FramingError(f"byte {byte} stands where a packet should begin")]
    assert len(values(events)) == 4
