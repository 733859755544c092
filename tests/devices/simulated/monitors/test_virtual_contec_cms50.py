"""The packets are taken apart here by hand, from the description of them alone."""

from dataclasses import replace

import pytest
from virtual_bedside import S1, displayed, sensors, understood, values_of

from devices.registry import DRIVERS
from devices.simulated.monitors.virtual_contec_cms50 import VirtualContecCms50
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.scenario import Scenario
from monitor.events import Numerics
from monitor.vitals import DeviceNote, LostReason, SignalLost, VitalSign, WaveChunk

FINGER_OUT = replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 30.0, 60.0),))
START = bytes.fromhex("7D 81 A1 80 80 80 80 80 80")
STOP = bytes.fromhex("7D 81 A2 80 80 80 80 80 80")
KEEP_ON = bytes.fromhex("7D 81 AF 80 80 80 80 80 80")


def live(scenario: Scenario, seconds: int) -> list[bytes]:
    """All live packets of so many seconds, for a host that keeps them coming."""
    oximeter = VirtualContecCms50(sensors(scenario))
    oximeter.receive(START, 0.0)
    said = oximeter.due(0.0).removeprefix(b"\x0c\x80")
    for tenth in range(1, seconds * 10 + 1):
        if tenth % 40 == 0:
            oximeter.receive(KEEP_ON, tenth / 10)
        said += oximeter.due(tenth / 10).removeprefix(b"\x0c\x80")
    return [said[begin : begin + 9] for begin in range(0, len(said), 9)]


def restored(packet: bytes) -> list[int]:
    return [byte & 0x7F | (packet[1] >> place & 1) << 7 for place, byte in enumerate(packet[2:])]


def test_it_says_nothing_until_it_is_asked() -> None:
    oximeter = VirtualContecCms50(sensors())
    assert (oximeter.due(10.0), oximeter.wake_at()) == (b"", float("inf"))
    oximeter.receive(START, 10.0)
    assert oximeter.wake_at() == 10.0
    assert oximeter.due(10.0) == b"\x0c\x80"
    assert oximeter.due(10.1)[0] == 0x01


def test_there_are_60_packets_a_second_of_the_published_form() -> None:
    packets = live(S1, 20)
    assert len(packets) == 1200
    published = bytes.fromhex("01 E0 85 B3 96 C1 E1 FF FF")
    for packet in packets[300:]:
        assert (packet[0], packet[1] & 0xF0, packet[7:]) == (0x01, 0xE0, published[7:])
        assert all(byte & 0x80 for byte in packet[1:])


def test_the_values_stand_where_the_table_has_them() -> None:
    strength, wave, _bar, rate, spo2, *index = restored(live(S1, 20)[-1])
    shown = sensors().at(20.0)
    assert (rate, spo2, index) == (shown.pulse, shown.spo2, [0xFF, 0xFF])
    assert (strength, wave < 0x80) == (5, True)


def test_a_finger_that_is_out_is_a_probe_error_and_then_a_search() -> None:
    packets = live(FINGER_OUT, 65)
    out, back = restored(packets[45 * 60]), restored(packets[61 * 60 + 30])
    assert (out[0] & 0x80, out[3], out[4]) == (0x80, 0xFF, 0x7F)
    assert (back[0] & 0x80, back[1] & 0x80, back[3]) == (0, 0x80, 0xFF)
    assert restored(packets[-1])[3] != 0xFF


def test_it_stops_when_it_is_told_to() -> None:
    oximeter = VirtualContecCms50(sensors())
    oximeter.receive(START, 0.0)
    assert oximeter.due(1.0)
    oximeter.receive(STOP[:5], 1.0)
    oximeter.receive(STOP[5:], 1.1)
    assert oximeter.due(1.1) == b"\x0c\x80"
    assert oximeter.due(2.0) == b""


def test_it_ends_by_itself_when_nobody_keeps_it_on() -> None:
    oximeter = VirtualContecCms50(sensors())
    oximeter.receive(START, 0.0)
    said = {tenth: oximeter.due(tenth / 10) for tenth in range(1, 70)}
    assert said[50][0] == 0x01
    assert said[51] == b"\x0d\x80\x80"
    assert not any(said[tenth] for tenth in range(52, 70))


def test_what_is_heard_is_what_the_sensors_show() -> None:
    oximeter = VirtualContecCms50(sensors(FINGER_OUT))
    heard = understood(oximeter, DRIVERS["contec-cms50"], 90.0)
    truth = sensors(FINGER_OUT)
    for at, what in heard:
        if isinstance(what, Numerics):
            shown = truth.at(int(at * 10) / 10)
            assert values_of(what) == displayed(shown, (VitalSign.PULSE, VitalSign.SPO2))
    lost = [(what.sign, what.reason) for _, what in heard if isinstance(what, SignalLost)]
    searched = [(VitalSign.PULSE, LostReason.NO_PULSE), (VitalSign.SPO2, LostReason.NO_PULSE)]
    off = [(VitalSign.PULSE, LostReason.SENSOR_OFF), (VitalSign.SPO2, LostReason.SENSOR_OFF)]
    assert lost == searched + off
    assert not [what for _, what in heard if isinstance(what, DeviceNote)], "kept on all the time"
    chunks = [at for at, what in heard if isinstance(what, WaveChunk)]
    assert not [at for at in chunks if 31.0 < at < 62.0]
    assert len(chunks) == pytest.approx(3 * 55, abs=10)
