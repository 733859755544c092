"""The frames are taken apart here by hand, from the description of the formats alone."""

import itertools
from dataclasses import replace

import pytest
from virtual_bedside import S1, displayed, listened, sensors, understood, values_of

from devices.registry import DRIVERS
from devices.simulated.monitors.virtual_nonin import VirtualNonin, nonin_df2, nonin_df7
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Numerics
from monitor.vitals import LostReason, SignalLost, VitalSign, WaveChunk

FINGER_OUT = replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 30.0, 60.0),))
MAKE = {2: nonin_df2, 7: nonin_df7}
SELECT_2 = bytes.fromhex("02 70 02 02 02 03")
SELECT_7 = bytes.fromhex("02 70 02 02 07 03")

each_form = pytest.mark.parametrize("form", MAKE)


def packets(form: int, seconds: int, scenario: Scenario = S1, seed: int = 1) -> list[bytes]:
    oximeter = MAKE[form](sensors(scenario, seed))
    return [oximeter.due(third / 3) for third in range(1, 3 * seconds + 1)]


@each_form
def test_a_packet_is_25_frames_whose_sums_fit_and_the_first_is_marked(form: int) -> None:
    for packet in packets(form, 20):
        frames = [packet[begin : begin + 5] for begin in range(0, 125, 5)]
        assert len(packet) == 125
        assert all(sum(frame[:4]) % 256 == frame[4] for frame in frames)
        statuses = [frame[form == 2] for frame in frames]
        assert [status & 0x81 for status in statuses] == [0x81] + [0x80] * 24
        assert all(frame[0] == 1 for frame in frames) or form == 7


@each_form
def test_the_data_bytes_stand_in_the_frames_the_table_gives_them(form: int) -> None:
    shown = sensors().at(20.0)
    data = packets(form, 20)[-1][3::5]
    assert shown.pulse is not None
    assert [(data[high] & 3) << 7 | data[high + 1] for high in (0, 13, 19, 21)] == [
        shown.pulse
    ] * 4
    assert {data[place] for place in (2, 8, 9, 10, 15, 16)} == {shown.spo2}
    assert data[7] == 0x20


@each_form
def test_a_finger_that_is_out_is_a_sensor_alarm_with_511_and_127(form: int) -> None:
    packet = packets(form, 45, FINGER_OUT)[-1]
    assert packet[form == 2 :: 5] == bytes([0x99] + [0x98] * 24)
    assert packet[3::5][:3] == bytes([3, 127, 127])
    assert len(set(packet[2::5])) == 1


def test_a_frame_of_a_finger_that_is_out_has_the_form_of_the_published_one() -> None:
    frame = packets(2, 45, FINGER_OUT)[-1][-5:]
    published = bytes.fromhex("01 98 63 00 FC")
    assert (frame[:2], frame[3]) == (published[:2], published[3])


def test_each_pulse_is_marked_for_twelve_frames() -> None:
    statuses = b"".join(packet[1::5] for packet in packets(2, 60))
    runs = [
        len(list(group))
        for marked, group in itertools.groupby(s & 0x02 for s in statuses)
        if marked
    ]
    assert set(runs[1:-1]) == {12}
    pulse = sensors().at(60.0).pulse
    assert pulse is not None
    assert len(runs) == pytest.approx(pulse, abs=6)


def test_the_wave_of_format_7_has_sixteen_bits() -> None:
    wide = [
        packet[1 + 5 * k] << 8 | packet[2 + 5 * k] for packet in packets(7, 3) for k in range(25)
    ]
    narrow = [height for packet in packets(2, 3) for height in packet[2::5]]
    assert [height >> 8 for height in wide] == narrow


@each_form
def test_packets_that_were_missed_are_not_sent_later(form: int) -> None:
    oximeter = MAKE[form](sensors())
    assert len(oximeter.due(30.1)) == 125
    assert oximeter.wake_at() == pytest.approx(30.0 + 1 / 3)


@pytest.mark.parametrize(
    ("command", "reply", "form"),
    [
        (SELECT_7, b"\x06", 7),
        (SELECT_2, b"\x06", 2),
        (bytes.fromhex("02 70 04 02 07 01 7E 03"), b"\x06", 7),
        (bytes.fromhex("02 70 04 02 07 01 7F 03"), b"\x15", 2),
        (bytes.fromhex("02 70 02 02 09 03"), b"\x15", 2),
        (bytes.fromhex("02 72 00 03"), b"\x15", 2),
        (b"\x00\x01" + SELECT_7, b"\x06", 7),
    ],
)
def test_a_command_selects_the_format_and_is_acknowledged(
    command: bytes, reply: bytes, form: int
) -> None:
    oximeter = nonin_df2(sensors())
    for byte in command:
        oximeter.receive(bytes([byte]), 0.1)
    assert oximeter.due(oximeter.wake_at()) == reply
    packet = oximeter.due(1 / 3)
    assert packet[0] == (1 if form == 2 else 0x81)


@pytest.mark.parametrize(("name", "other"), [("nonin-df2", 7), ("nonin-df7", 2)])
def test_an_oximeter_in_the_other_format_is_brought_to_the_right_one(
    name: str, other: int
) -> None:
    link = SteppedLink(DRIVERS[name], VirtualNonin(sensors(), other))
    heard = [at for at, what in listened(link, 20.0) if isinstance(what, Numerics)]
    assert 10.0 < heard[0] < 11.0
    assert len(heard) >= 26


@pytest.mark.parametrize("name", ["nonin-df2", "nonin-df7"])
def test_what_is_heard_is_what_the_sensors_show(name: str) -> None:
    form = int(name[-1])
    heard = understood(MAKE[form](sensors(FINGER_OUT)), DRIVERS[name], 90.0)
    truth = sensors(FINGER_OUT)
    for at, what in heard:
        if isinstance(what, Numerics):
            # A packet is 125 bytes: it is 0.13 s on the line.
            shown = truth.at(int(at * 3) / 3)
            assert values_of(what) == displayed(shown, (VitalSign.PULSE, VitalSign.SPO2))
    lost = [(at, what) for at, what in heard if isinstance(what, SignalLost)]
    assert [(what.sign, what.reason) for _, what in lost] == [
        (VitalSign.PULSE, LostReason.SENSOR_OFF),
        (VitalSign.SPO2, LostReason.SENSOR_OFF),
    ]
    assert 30.0 < lost[0][0] < 31.0
    chunks = [at for at, what in heard if isinstance(what, WaveChunk)]
    assert not [at for at in chunks if 31.0 < at < 60.0]
    assert len(chunks) == pytest.approx(3 * 60, abs=5)
