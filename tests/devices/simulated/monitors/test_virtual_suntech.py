"""Against the published frames, and the field table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_suntech import VirtualSunTech, module_frame
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from monitor.vitals import CuffFailure

S1 = scenario_named("S1")
START = bytes.fromhex("3A 20 A6")
GET_PRESSURE = bytes.fromhex("3A 79 05 00 48")
GET_RESULT = bytes.fromhex("3A 79 03 00 4A")
K = bytes.fromhex("3E 04 4B 73")


def module(scenario: Scenario = S1) -> VirtualSunTech:
    return VirtualSunTech(Sensors(SimulatedPatient(scenario, 1, scenario.rates)))


def ask(suntech: VirtualSunTech, command: bytes, now: float) -> bytes:
    suntech.due(now)
    suntech.receive(command, now)
    return suntech.due(now + 0.1)


@pytest.mark.parametrize(
    "wire",
    [
        "3E 05 02 01 BA",
        "3E 04 4B 73",
        "3E 18 73 00 4A 00 1E 01 00 00 00 00 00 00 31 07 55 00 58 00 00 00 00 E9",
    ],
)
def test_the_frames_are_the_published_ones(wire: str) -> None:
    whole = bytes.fromhex(wire)
    assert module_frame(whole[2:-1]) == whole


def test_without_a_result_everything_is_zero() -> None:
    assert ask(module(), GET_RESULT, 1.0) == module_frame(bytes(21))


def test_a_result_has_the_printed_shape() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0, sbp=115, dbp=74, pulse=85),))
    reply = ask(module(scenario), GET_RESULT, 905.0)
    mean = reply[18]
    assert 74 < mean < 115
    assert reply == module_frame(
        bytes.fromhex("73 00 4A 00 1E 01 00 00 00 00 00 00 31 07 55 00")
        + bytes([mean, 0, 0, 0, 0])
    )


@pytest.mark.parametrize(
    "failure",
    [
        CuffFailure.FAILED,
        CuffFailure.LEAK,
        CuffFailure.MOVEMENT,
        CuffFailure.TIMEOUT,
        CuffFailure.OVERPRESSURE,
    ],
)
def test_a_failure_has_an_error_code_beside_the_old_pressures(failure: CuffFailure) -> None:
    reply = ask(module(replace(S1, cuff=(ScriptedCuff(900.0, failure=failure),))), GET_RESULT, 905)
    assert reply[20] > 0
    assert reply[2] > 80


def test_the_pressure_rises_while_it_measures_and_a_k_ends_it() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0),))
    suntech = module(scenario)
    assert ask(suntech, GET_PRESSURE, 1.0) == module_frame(b"\0\0")
    suntech.due(860.0)
    assert ask(suntech, GET_PRESSURE, 880.0)[2] > 50
    said = [suntech.due(881.0 + step / 10) for step in range(300)]
    assert [data for data in said if data] == [K]
    assert ask(suntech, GET_PRESSURE, 915.0) == module_frame(b"\0\0")


def test_a_start_is_acknowledged_and_obeyed() -> None:
    suntech = module()
    assert ask(suntech, START, 70.0).endswith(K)
    assert ask(suntech, GET_PRESSURE, 75.0)[2] > 50


@pytest.mark.parametrize("sent", [b"\x3a\x20\xa7", b"\x3a", b"", b"\x3a\x79\x04\x00\x49"])
def test_what_is_not_a_command_gets_no_answer(sent: bytes) -> None:
    assert ask(module(), sent, 1.0) == b""


def test_a_command_may_come_in_pieces_and_two_at_once() -> None:
    suntech = module()
    for byte in GET_PRESSURE:
        suntech.receive(bytes([byte]), 1.0)
    suntech.receive(GET_RESULT + GET_PRESSURE, 1.0)
    assert len(suntech.due(1.1)) == 5 + 24 + 5


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_garbage_does_no_harm(chunks: list[bytes]) -> None:
    suntech = module()
    for chunk in chunks:
        suntech.receive(chunk, 1.0)
    suntech.due(2.0)
    suntech.receive(b"\0", 2.0)
    assert ask(suntech, GET_RESULT, 3.0).startswith(b"\x3e\x18")
