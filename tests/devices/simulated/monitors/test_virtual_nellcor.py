"""Against lines of a real N-560 and the description of its format."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers import recording

from devices.drivers.nellcor_n560 import DRIVER
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_nellcor import (
    LINE_EVERY_S,
    LINES_BELOW_HEADING,
    VirtualNellcor,
)
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import Shown
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard, LinkChanged, LinkReason, Numerics
from monitor.vitals import LostReason, Quality, SignalLost, VitalSign

S1 = scenario_named("S1")
OFF = replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 30.0, 60.0),))
POORLY_PERFUSED = replace(S1, patient=replace(S1.patient, perfusion=0.2))
SLOW = replace(S1, patient=replace(S1.patient, hr=35.0, spo2=80.0))
MOVED = "07-Jan-04 11:24:54   100     102      36    MO             AO"


def sensors(scenario: Scenario = S1) -> Sensors:
    return Sensors(SimulatedPatient(scenario, 1, scenario.rates))


def messages(scenario: Scenario, count: int) -> list[list[str]]:
    """The lines of each time at which it speaks."""
    nellcor = VirtualNellcor(sensors(scenario))
    return [
        nellcor.due(number * LINE_EVERY_S).decode("ascii").splitlines()
        for number in range(1, count + 1)
    ]


def shown(scenario: Scenario, count: int) -> list[Shown]:
    measured = sensors(scenario)
    return [measured.at(number * LINE_EVERY_S) for number in range(1, count + 1)]


def through_the_driver(scenario: Scenario, until: float) -> list[Heard]:
    line = FaultyLine(VirtualNellcor(sensors(scenario)), DRIVER.line, scenario.fault)
    link = SteppedLink(DRIVER, line)
    heard = list(link.advance(until))
    assert link.stats.errors == 0
    return heard


def columns(line: str) -> list[int]:
    """Where the words of a line end, date and time and the three values."""
    return [word.end() for word in re.finditer(r"[^ ]+", line)][:5]


def test_the_values_stand_in_the_columns_of_the_described_line() -> None:
    line = messages(POORLY_PERFUSED, 2)[-1][0]
    assert columns(line.replace("*", "")) == columns(MOVED)
    assert line.index("MO") == MOVED.index("MO")


def test_the_headings_are_those_of_a_real_one_but_for_the_settings() -> None:
    real = recording("nellcor_n560", "n560_lines.txt").decode("ascii").splitlines()[-3:]
    ours = messages(S1, 1)[0][:3]

    def form(line: str) -> str:
        return re.sub(r" *\d+", "9", line.rstrip())

    assert [form(line) for line in ours] == [form(line) for line in real]


def test_a_heading_stands_before_every_25_lines() -> None:
    said = messages(S1, 60)
    assert [len(lines) for lines in said] == [
        1 if number % LINES_BELOW_HEADING else 4 for number in range(60)
    ]


def test_there_is_a_line_every_two_seconds_and_a_missed_one_is_not_sent_later() -> None:
    nellcor = VirtualNellcor(sensors())
    assert nellcor.wake_at() == 2.0
    assert nellcor.due(1.99) == b""
    assert b"15-Jan-26 10:00:02   " in nellcor.due(2.0)
    assert nellcor.due(3.5) == b""
    assert nellcor.due(31.0).count(b"\n") == 1
    assert nellcor.wake_at() == 32.0


def test_a_probe_that_is_off_leaves_dashes_and_its_code() -> None:
    assert messages(OFF, 22)[-1][0].split()[2:] == ["---", "---", "---", "SO"]


def test_values_outside_the_limits_bear_a_star_and_their_codes() -> None:
    spo2, pulse, _amplitude, *codes = messages(SLOW, 10)[-1][0].split()[2:]
    assert spo2.endswith("*")
    assert pulse.endswith("*")
    assert codes == ["SL", "PL"]


def test_through_the_driver_the_values_are_those_of_the_sensors() -> None:
    heard = [what for what in through_the_driver(S1, 299.9) if isinstance(what, Numerics)]
    for what, seen in zip(heard, shown(S1, 149), strict=True):
        assert {reading.sign: reading.value for reading in what.readings} == {
            VitalSign.SPO2: seen.spo2,
            VitalSign.PULSE: seen.pulse,
        }
        assert {reading.quality for reading in what.readings} == {Quality.GOOD}


def test_through_the_driver_a_probe_that_falls_off_is_two_losses() -> None:
    lost = [what for what in through_the_driver(OFF, 120.0) if isinstance(what, SignalLost)]
    assert {what.sign for what in lost} == DRIVER.signs
    assert [what.reason for what in lost] == [LostReason.SENSOR_OFF] * 2


def test_through_the_driver_poor_perfusion_is_poor_quality() -> None:
    heard = through_the_driver(POORLY_PERFUSED, 20.0)
    readings = [r for what in heard if isinstance(what, Numerics) for r in what.readings]
    assert {reading.quality for reading in readings} == {Quality.POOR}


def test_unplugged_and_plugged_in_again() -> None:
    heard = through_the_driver(replace(S1, fault=(Fault(FaultKind.UNPLUGGED, 20.0, 40.0),)), 60.0)
    changes = [what.reason for what in heard if isinstance(what, LinkChanged)]
    assert changes == [LinkReason.CONNECTED, LinkReason.PORT_ABSENT, LinkReason.CONNECTED]


def test_nothing_it_is_sent_changes_it() -> None:
    told, untold = VirtualNellcor(sensors()), VirtualNellcor(sensors())
    told.receive(b"\x03\x031\r\n", 0.5)
    assert told.due(2.0) == untold.due(2.0)
