"""Against the published frames, and the field table."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_pm6750 import VirtualPM6750, frame
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from monitor.vitals import CuffFailure

S1 = scenario_named("S1")
ALL_ON = bytes.fromhex(
    "55 AA 04 01 01 F9 55 AA 04 03 01 F7 55 AA 04 04 01 F6 55 AA 04 FE 01 FC 55 AA 04 FF 01 FB"
)
START, STOP = bytes.fromhex("55 AA 04 02 01 F8"), bytes.fromhex("55 AA 04 02 00 F9")


def module(scenario: Scenario = S1, told: bytes = ALL_ON) -> VirtualPM6750:
    new = VirtualPM6750(Sensors(SimulatedPatient(scenario, 1, scenario.rates)))
    new.receive(told, 0.0)
    return new


def frames(pm6750: VirtualPM6750, begin: float, until: float) -> list[bytes]:
    """Whole frames of that time; each has the sum that it must have."""
    wire = b"".join(pm6750.due(begin + tenth / 10) for tenth in range(round((until - begin) * 10)))
    found = []
    at = 0
    while at < len(wire):
        one = wire[at : at + wire[at + 2] + 2]
        assert one.startswith(b"\x55\xaa")
        assert sum(one[2:]) % 256 == 0xFF
        found.append(one)
        at += len(one)
    return found


def of(kind: int, found: list[bytes]) -> list[bytes]:
    return [one for one in found if one[3] == kind]


@pytest.mark.parametrize(
    "wire",
    [
        "55 AA 0A 01 80 80 80 80 80 80 80 74", "55 AA 0A 01 F9 89 01 08 F9 18 30 28",
        "55 AA 08 03 05 3C 00 00 00 B3", "55 AA 08 03 01 00 76 5B 4C D6",
        "55 AA 08 02 28 48 10 00 00 75", "55 AA 06 04 00 61 47 4D", "55 AA 06 04 02 7F FF 75",
        "55 AA 06 05 00 24 06 CA", "55 AA 04 02 01 F8",
    ],
)  # fmt: skip
def test_the_sums_are_the_published_ones(wire: str) -> None:
    whole = bytes.fromhex(wire)
    assert frame(whole[3], *whole[4:-1]) == whole


def test_it_is_silent_until_it_is_told_what_to_send() -> None:
    assert frames(module(told=b""), 0.0, 4.0) == []
    told = module(told=bytes.fromhex("55 AA 04 03 01 F7"))
    assert {one[3] for one in frames(told, 0.0, 3.05)} == {4}


def test_everything_comes_at_its_rate() -> None:
    counted = Counter(one[3] for one in frames(module(), 0.1, 4.1))
    assert counted == {1: 1000, 0xFE: 200, 0xFF: 200, 2: 4, 4: 4, 5: 4}


def test_what_was_switched_off_is_silent_again() -> None:
    pm6750 = module()
    frames(pm6750, 0.0, 2.0)
    pm6750.receive(frame(1, 0), 2.0)
    assert {one[3] for one in frames(pm6750, 2.0, 4.0)} == {4, 5, 0xFE, 0xFF}


def test_the_parameters_are_the_patients() -> None:
    found = frames(module(), 0.0, 5.1)
    sensors = Sensors(SimulatedPatient(S1, 1, S1.rates))
    shown = sensors.at(5.0)
    assert of(2, found)[-1][4:8] == bytes([0x28, shown.hr, shown.rr, 0])
    assert of(4, found)[-1][4:7] == bytes([0, shown.spo2 or 0, shown.pulse or 0])
    assert of(5, found)[-1][4] == 3


def test_a_probe_that_is_off_has_its_state_and_no_wave() -> None:
    found = frames(
        module(replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 0.0, 9.0),))), 0.0, 3.05
    )
    assert {one[4:7] for one in of(4, found)} == {b"\x02\x7f\xff"}
    assert len({one[4] for one in of(0xFE, found)}) == 1


def test_the_waves_move_and_the_leads_belong_together() -> None:
    found = frames(module(), 0.0, 3.05)
    leads = [one[4:11] for one in of(1, found)]
    assert max(lead[1] for lead in leads) > 170
    assert all(abs(lead[1] - 128 - (lead[0] - 128) - (lead[2] - 128)) <= 2 for lead in leads)
    assert len({one[4] for one in of(0xFE, found)}) > 20
    assert len({one[4] for one in of(0xFF, found)}) > 20


def test_the_cuff_speaks_while_it_measures_and_after() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0, sbp=118, dbp=76),))
    pm6750 = module(scenario)
    assert of(3, frames(pm6750, 0.0, 4.0)) == []
    pm6750.due(869.9)
    cuff = of(3, frames(pm6750, 870.0, 920.0))
    assert len(cuff) == 100
    states = [one[4] >> 2 & 15 for one in cuff]
    assert states == sorted(states, reverse=True)
    assert max(one[5] * 2 for one in cuff) >= 100
    assert {one[6:9] for one in cuff if one[4] == 0b000101} == {bytes(3)}
    done = cuff[-1]
    assert (done[4], done[6], done[8]) == (1, 118, 76)
    assert 76 < done[7] < 118


@pytest.mark.parametrize(
    ("failure", "state"),
    [
        (CuffFailure.OVERPRESSURE, 3),
        (CuffFailure.LEAK, 4),
        (CuffFailure.TIMEOUT, 5),
        (CuffFailure.MOVEMENT, 7),
        (CuffFailure.FAILED, 8),
    ],
)
def test_a_failure_has_its_state_and_no_numbers(failure: CuffFailure, state: int) -> None:
    pm6750 = module(replace(S1, cuff=(ScriptedCuff(900.0, failure=failure),)))
    pm6750.due(894.9)
    last = of(3, frames(pm6750, 895.0, 905.0))[-1]
    assert last[4:9] == bytes([state << 2 | 1, 0, 0, 0, 0])


def test_a_start_is_obeyed_and_a_stop_ends_it() -> None:
    pm6750 = module()
    pm6750.due(70.0)
    pm6750.receive(START, 70.0)
    assert {one[4] >> 2 for one in of(3, frames(pm6750, 70.1, 75.0))} == {1}
    pm6750.receive(STOP, 75.0)
    assert {one[4] >> 2 for one in of(3, frames(pm6750, 75.1, 80.0))} == {2}


def test_before_its_first_result_a_stopped_cuff_shows_zeros() -> None:
    pm6750 = module()
    frames(pm6750, 0.0, 10.0)
    pm6750.receive(STOP, 10.0)
    pm6750.receive(START, 10.5)
    assert of(3, frames(pm6750, 10.5, 12.0))[-1][6:9] == bytes(3)


def test_what_was_missed_by_more_than_a_second_is_not_sent() -> None:
    pm6750 = module()
    pm6750.due(0.1)
    assert len(pm6750.due(600.0)) < 2 * 3700


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_garbage_does_no_harm(chunks: list[bytes]) -> None:
    pm6750 = module(told=b"")
    for chunk in chunks:
        pm6750.receive(chunk, 1.0)
    pm6750.receive(ALL_ON, 1.0)
    assert {1, 2, 4, 5} <= {one[3] for one in frames(pm6750, 1.0, 3.05)}
