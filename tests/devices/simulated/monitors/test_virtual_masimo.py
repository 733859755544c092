"""Against lines of real oximeters and the description of the output."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers import recording
from virtual_bedside import S1, sensors

from devices.simulated.monitors.virtual_masimo import VirtualMasimo
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.sensors.shown import Shown

OFF = replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 30.0, 60.0),))
POORLY_PERFUSED = replace(S1, patient=replace(S1.patient, perfusion=0.2))
RAD_8 = (
    "02/24/18 04:48:53 SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-% "
    "DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800"
)


def lines(scenario: Scenario, until: int) -> list[str]:
    masimo = VirtualMasimo(sensors(scenario))
    return [masimo.due(float(second)).decode("ascii") for second in range(1, until)]


def shown(scenario: Scenario, until: int) -> list[Shown]:
    measured = sensors(scenario)
    return [measured.at(float(second)) for second in range(1, until)]


def form(line: str) -> str:
    return re.sub(r"\d", "9", line.rstrip())


def test_a_line_has_the_form_of_the_described_one() -> None:
    assert {form(line) for line in lines(S1, 100)} == {form(RAD_8)}
    assert all(line.endswith("EXC=000800\r\n") for line in lines(S1, 100))


def test_the_lines_have_the_form_of_those_of_a_real_one() -> None:
    real = recording("masimo_ascii", "masimo_lines.txt").decode("ascii").splitlines()
    assert form(lines(S1, 3)[0]) == form(real[0])
    dashes = real[8].replace("PVI=--- ", "")
    assert form(lines(OFF, 50)[-1]) == form(dashes)


def test_there_is_one_line_a_second_and_a_missed_one_is_not_sent_later() -> None:
    masimo = VirtualMasimo(sensors())
    assert masimo.wake_at() == 1.0
    assert masimo.due(0.99) == b""
    assert masimo.due(1.0).startswith(b"01/15/26 10:00:01 ")
    assert masimo.due(1.5) == b""
    assert masimo.due(30.2).count(b"\n") == 1
    assert masimo.wake_at() == 31.0


def test_the_values_are_those_of_the_sensors() -> None:
    for line, seen in zip(lines(S1, 300), shown(S1, 300), strict=True):
        wanted = f" SPO2={seen.spo2:03d}% BPM={seen.pulse:03d} PI={seen.truth.perfusion:05.2f}% "
        assert wanted in line


def test_a_probe_that_is_off_leaves_dashes_and_an_exception() -> None:
    line = lines(OFF, 50)[-1]
    assert " SPO2=---% BPM=--- PI=--.--% " in line
    assert line.endswith(" EXC=000820\r\n")


def test_low_perfusion_is_an_exception() -> None:
    assert lines(POORLY_PERFUSED, 10)[-1].endswith(" EXC=000C04\r\n")
