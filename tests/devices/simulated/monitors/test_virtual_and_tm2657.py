"""Against the published commands, and records built from the field table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from devices.drivers.and_tm2657 import DRIVER
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_and_tm2657 import ANSWERS_AFTER_S, VirtualAndTm2657, framed
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.vitals import CuffFailed, CuffFailure, CuffResult

S1 = scenario_named("S1")
START = bytes.fromhex("16 16 01 30 30 02 53 54 03 07")
STOP = bytes.fromhex("16 16 01 30 30 02 53 50 03 03")
LAST_RESULT = bytes.fromhex("16 16 01 30 30 02 52 42 03 10")
ACKNOWLEDGED = bytes.fromhex("16 16 01 30 30 06")


def monitor(scenario: Scenario = S1, *, cuff_may_be_started: bool = False) -> VirtualAndTm2657:
    sensors = Sensors(SimulatedPatient(scenario, 1, scenario.rates))
    return VirtualAndTm2657(sensors, cuff_may_be_started=cuff_may_be_started)


def said(tm2657: VirtualAndTm2657, until: float) -> bytes:
    wire = b""
    while (at := tm2657.wake_at()) <= until:
        wire += tm2657.due(at)
    return wire


def fields(record: bytes) -> list[str]:
    return record[record.index(b"\x02") + 1 : -2].decode("ascii").split("\x1e")


@pytest.mark.parametrize(
    ("letters", "wire"), [(b"ST", START), (b"SP", STOP), (b"RB", LAST_RESULT)]
)
def test_the_commands_have_the_published_check_bytes(letters: bytes, wire: bytes) -> None:
    assert framed(letters) == wire


def test_a_measurement_is_one_record_with_its_values_in_their_places() -> None:
    scripted = replace(S1, cuff=(ScriptedCuff(900.0, sbp=128, dbp=82, pulse=71),))
    tm2657 = monitor(scripted)
    said(tm2657, 890.0)
    record = said(tm2657, 905.0)
    found = fields(record)
    assert record == framed(record[6:-2])
    assert found[:2] == ["TM2657", "2601151015"]
    assert [found[4], found[5], found[7], found[8]] == ["E00", "S128", "D082", "P071"]
    assert found[6][0] == "M"
    assert 82 < int(found[6][1:]) < 128


def test_the_places_are_those_of_a_program_that_reads_by_fixed_positions() -> None:
    record = said(monitor(), 9.0)
    assert len(record) >= 63
    assert record[13:23].isdigit()
    assert [record[place : place + 1] for place in (33, 38, 43, 48)] == [b"S", b"M", b"D", b"P"]


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (CuffFailure.FAILED, "E42"),
        (CuffFailure.LEAK, "E12"),
        (CuffFailure.TIMEOUT, "E24"),
        (CuffFailure.MOVEMENT, "E44"),
        (CuffFailure.OVERPRESSURE, "E23"),
    ],
)
def test_a_failure_has_its_code_and_no_old_numbers(failure: CuffFailure, code: str) -> None:
    tm2657 = monitor(replace(S1, cuff=(ScriptedCuff(900.0, failure=failure),)))
    said(tm2657, 890.0)
    found = fields(said(tm2657, 905.0))
    assert found[4:9] == [code, "S000", "M000", "D000", "P000"]


def test_the_last_record_can_be_asked_for() -> None:
    tm2657 = monitor()
    record = said(tm2657, 10.0)
    tm2657.receive(LAST_RESULT[:4], 12.0)
    tm2657.receive(LAST_RESULT[4:], 12.1)
    assert tm2657.wake_at() == 11.0
    assert said(tm2657, 12.1 + ANSWERS_AFTER_S) == ACKNOWLEDGED + record


def test_a_damaged_or_unknown_command_gets_no_answer() -> None:
    tm2657 = monitor()
    said(tm2657, 10.0)
    for command in (LAST_RESULT[:-1] + b"\x11", framed(b"XX"), b"\x00" * 99, START, STOP):
        tm2657.receive(command, 10.5)
    assert said(tm2657, 12.0) == b""


def test_the_cuff_is_started_and_stopped_only_where_that_was_allowed() -> None:
    tm2657 = monitor(cuff_may_be_started=True)
    said(tm2657, 60.0)
    tm2657.receive(START, 60.5)
    assert said(tm2657, 60.6) == ACKNOWLEDGED
    assert fields(said(tm2657, 110.0))[4] == "E00"
    tm2657.receive(START, 110.5)
    assert said(tm2657, 112.2) == ACKNOWLEDGED
    tm2657.receive(STOP, 112.5)
    wire = said(tm2657, 120.0)
    assert wire.startswith(ACKNOWLEDGED)
    assert fields(wire[len(ACKNOWLEDGED) :])[4] == "E42"


def test_through_the_driver_every_measurement_is_heard_once_with_its_values() -> None:
    scenario = scenario_named("S14")
    link = SteppedLink(DRIVER, monitor(scenario))
    heard = [what for second in range(2500) for what in link.advance(float(second))]
    results = [what for what in heard if isinstance(what, CuffResult)]
    records = said(monitor(scenario), 2498.0).split(b"\x16\x16")[1:]
    wanted = [found for record in records if (found := fields(record))[4] == "E00"]
    assert [(r.sbp, r.map, r.dbp, r.pulse) for r in results] == [
        tuple(float(field[1:]) for field in found[5:9]) for found in wanted
    ]
    failed = [what.reason for what in heard if isinstance(what, CuffFailed)]
    assert failed == [CuffFailure.LEAK, CuffFailure.LEAK]
    assert link.stats.errors == 0


def test_a_result_that_another_host_asks_for_again_is_not_heard_twice() -> None:
    tm2657 = monitor()
    link = SteppedLink(DRIVER, tm2657)
    heard = list(link.advance(20.0))
    tm2657.receive(LAST_RESULT, 20.0)
    heard += link.advance(25.0)
    assert len([what for what in heard if isinstance(what, CuffResult)]) == 1
    assert link.stats.frames == 3
