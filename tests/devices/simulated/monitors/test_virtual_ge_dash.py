"""The replies are taken apart here by hand, from the description of the protocol alone."""

from __future__ import annotations

import math
import struct
from dataclasses import replace

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from virtual_bedside import S1, displayed, of, results_shown, sensors, understood, values_of

from devices.drivers.ge_dash import DRIVER
from devices.simulated.monitors.virtual_ge_dash import VirtualGeDash
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard, LinkChanged, LinkReason, Numerics
from monitor.vitals import (
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

REQUEST = bytes.fromhex("40" + "00" * 11 + "00CA00230001" + "00" * 31 + "01" + "00" * 10 + "F4CC")
LONGER_REQUEST = (bytes.fromhex("40" + "00" * 11 + "00CA0023") + bytes(88))[:104]
INVALID, NO_PULSE, SENSOR_FAIL = 0x8000, 0x8006, 0x8007
SHOWN = (VitalSign.HR, VitalSign.SPO2, VitalSign.PULSE, VitalSign.RR)


def blocks_of(reply: bytes, size: int = 68) -> dict[int, tuple[int, ...]]:
    """The three values of each block by its code; the form of every block is tried."""
    assert struct.unpack_from(">3H", reply, 12) == (201, 20, 1)
    assert reply[56:58] == b"\0\0"
    (count,) = struct.unpack_from(">H", reply, 58)
    assert len(reply) == 60 + count + 2
    assert count == 6 + size * reply[64]
    found = {}
    for number in range(reply[64]):
        block = reply[66 + size * number :][:size]
        code = block[1]
        assert [block[place] for place in (0, 10, 24, 44, 54)] == [1, 0x0C, 3, 0x15, 2]
        assert {block[place] for place in (11, 25, 45, 55, 65)} == {code}
        found[code] = struct.unpack_from(">3H", block, 4)
    return found


def ask(dash: VirtualGeDash, now: float, request: bytes = REQUEST) -> bytes:
    dash.receive(request, now)
    return dash.due(now + 0.1)


@pytest.mark.parametrize("request_bytes", [REQUEST, LONGER_REQUEST])
def test_both_known_requests_are_answered(request_bytes: bytes) -> None:
    assert set(blocks_of(ask(VirtualGeDash(sensors()), 5.0, request_bytes))) == {
        0x3A, 0x18, 0x2D, 0x22
    }  # fmt: skip


def test_it_is_silent_until_it_is_asked_and_answers_once() -> None:
    dash = VirtualGeDash(sensors())
    assert dash.wake_at() == math.inf
    dash.receive(REQUEST, 1.0)
    assert dash.wake_at() == 1.05
    assert dash.due(1.0) == b""
    assert dash.due(1.05)
    assert (dash.due(9.0), dash.wake_at()) == (b"", math.inf)


@pytest.mark.parametrize("size", [68, 70])
def test_a_reply_has_the_values_of_the_sensors(size: int) -> None:
    shown = sensors().at(60.1)
    found = blocks_of(ask(VirtualGeDash(sensors(), block_bytes=size), 60.0), size)
    assert found[0x3A][0] == shown.hr
    assert found[0x2D][:2] == (shown.spo2, shown.pulse)
    assert found[0x22][0] == shown.rr


def test_the_limits_stand_where_those_of_a_real_one_stand() -> None:
    reply = ask(VirtualGeDash(sensors()), 60.0)
    cuff, oximeter = reply[66 + 68 :][:68], reply[66 + 2 * 68 :][:68]
    assert struct.unpack_from(">6H", cuff, 30) == (40, 140, 80, 160, 20, 120)
    assert struct.unpack_from(">4H", oximeter, 30) == (94, 101, 35, 110)
    assert cuff[64:] == bytes.fromhex("0A180000")
    assert oximeter[64:] == bytes.fromhex("0B2D0000")


def test_the_cuff_line_is_mean_systolic_diastolic_and_empty_while_it_measures() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0, sbp=118, dbp=74, pulse=70),))
    dash = VirtualGeDash(sensors(scenario))
    assert blocks_of(ask(dash, 1.0))[0x18] == (INVALID, INVALID, INVALID)
    assert blocks_of(ask(dash, 880.0))[0x18] == (INVALID, INVALID, INVALID)
    mean, sbp, dbp = blocks_of(ask(dash, 905.0))[0x18]
    assert (sbp, dbp) == (118, 74)
    assert 74 < mean < 118


def test_a_failed_cuff_is_no_pulse_and_a_probe_that_is_off_a_failed_sensor() -> None:
    scenario = replace(
        scenario_named("S14"), artefact=(Artefact(ArtefactKind.PROBE_OFF, 1850.0, 1900.0),)
    )
    found = blocks_of(ask(VirtualGeDash(sensors(scenario)), 1860.0))
    assert found[0x18] == (NO_PULSE, NO_PULSE, NO_PULSE)
    assert found[0x2D][:2] == (SENSOR_FAIL, SENSOR_FAIL)


@share_of_examples(0.5)
@given(st.lists(st.binary(max_size=200), max_size=6))
def test_garbage_does_no_harm(chunks: list[bytes]) -> None:
    dash = VirtualGeDash(sensors())
    for chunk in chunks:
        dash.receive(chunk, 1.0)
    dash.due(1.5)
    assert blocks_of(ask(dash, 2.0))


def test_a_request_may_come_in_pieces() -> None:
    dash = VirtualGeDash(sensors())
    for byte in REQUEST:
        dash.receive(bytes([byte]), 1.0)
    assert dash.due(2.0).count(bytes.fromhex("00C90014")) == 1


# ---- together with the driver -------------------------------------------------------------------


def run(scenario: Scenario, until: float, size: int = 68) -> list[tuple[float, Heard]]:
    monitor = VirtualGeDash(sensors(scenario), block_bytes=size)
    return understood(monitor, DRIVER, until, scenario.fault)


@pytest.mark.parametrize("size", [68, 70])
def test_the_driver_hears_what_the_sensors_say(size: int) -> None:
    same = sensors()
    heard = [(at, what) for at, what in run(S1, 100.0, size) if isinstance(what, Numerics)]
    assert len(heard) == 50
    for at, what in heard:
        shown = same.at(math.floor(at) + 0.1)
        assert values_of(what) == displayed(shown, SHOWN)


def test_the_driver_tells_each_cuff_result_once() -> None:
    scenario = scenario_named("S15")
    results = of(run(scenario, 2430.0), CuffResult)
    assert [(one.sbp, one.dbp, one.map, one.pulse) for one in results] == [
        (last.sbp, last.dbp, last.map, None) for last in results_shown(scenario, 2431)
    ]
    assert {one.quality for one in results} == {Quality.GOOD}


def test_a_probe_that_is_off_is_a_loss_with_its_reason_and_an_alarm() -> None:
    heard = run(replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 60.0, 120.0),)), 180.0)
    lost = list(of(heard, SignalLost))
    assert {(what.sign, what.reason) for what in lost} == {
        (VitalSign.SPO2, LostReason.SENSOR_OFF),
        (VitalSign.PULSE, LostReason.SENSOR_OFF),
    }
    texts = [what.text for what in of(heard, DeviceNote) if what.kind is DeviceNoteKind.ALARM_TEXT]
    assert texts == ["advisory", ""]


def test_a_result_from_before_the_cable_was_plugged_in_has_an_unknown_age() -> None:
    link = SteppedLink(DRIVER, VirtualGeDash(sensors()), from_s=110.0)
    results = [what for what in link.advance(120.0) if isinstance(what, CuffResult)]
    assert [one.quality for one in results] == [Quality.AGE_UNKNOWN]


def test_an_unplugged_cable_is_said_once_and_no_result_twice() -> None:
    heard = run(replace(S1, fault=(Fault(FaultKind.UNPLUGGED, 170.0, 200.0),)), 330.0)
    assert [what.reason for what in of(heard, LinkChanged)] == [
        LinkReason.CONNECTED,
        LinkReason.PORT_ABSENT,
        LinkReason.CONNECTED,
    ]
    assert len(of(heard, CuffResult)) == 3
