"""Oximeters that write a line by themselves, together with their drivers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from virtual_bedside import S1, displayed, heard_of, of, sensors, values_of

from devices.registry import DRIVERS
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind
from monitor.events import LinkChanged, LinkReason, Numerics
from monitor.vitals import LostReason, Quality, SignalLost, VitalSign

OFF = replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 30.0, 60.0),))
POORLY_PERFUSED = replace(S1, patient=replace(S1.patient, perfusion=0.2))
UNPLUGGED = replace(S1, fault=(Fault(FaultKind.UNPLUGGED, 20.0, 40.0),))
EVERY_S = {"masimo-ascii": 1, "nellcor-n560": 2}
"""How often there is a line."""
SIGNS = {
    "masimo-ascii": {VitalSign.SPO2, VitalSign.PULSE, VitalSign.PERFUSION},
    "nellcor-n560": {VitalSign.SPO2, VitalSign.PULSE},
}
"""What stands in it."""

each_oximeter = pytest.mark.parametrize("name", EVERY_S)


@each_oximeter
def test_through_the_driver_the_values_are_those_of_the_sensors(name: str) -> None:
    heard = of(heard_of(name, S1, 299.9), Numerics)
    measured = sensors()
    for what, second in zip(heard, range(EVERY_S[name], 300, EVERY_S[name]), strict=True):
        assert values_of(what) == displayed(measured.at(float(second)), SIGNS[name])
        assert {reading.quality for reading in what.readings} == {Quality.GOOD}


@each_oximeter
def test_through_the_driver_a_probe_that_falls_off_is_one_loss_of_each_sign(name: str) -> None:
    lost = of(heard_of(name, OFF, 120.0), SignalLost)
    assert {what.sign for what in lost} == DRIVERS[name].signs == SIGNS[name]
    assert [what.reason for what in lost] == [LostReason.SENSOR_OFF] * len(SIGNS[name])


@each_oximeter
def test_through_the_driver_low_perfusion_is_poor_quality(name: str) -> None:
    numerics = of(heard_of(name, POORLY_PERFUSED, 20.0), Numerics)
    assert {reading.quality for what in numerics for reading in what.readings} == {Quality.POOR}


@each_oximeter
def test_unplugged_and_plugged_in_again(name: str) -> None:
    changes = [what.reason for what in of(heard_of(name, UNPLUGGED, 60.0), LinkChanged)]
    assert changes == [LinkReason.CONNECTED, LinkReason.PORT_ABSENT, LinkReason.CONNECTED]


@each_oximeter
@pytest.mark.parametrize("sent", [b"\x03\x03", b"\x03\x031\r\n"], ids=["keys", "menu-choice"])
def test_nothing_it_is_sent_changes_it(name: str, sent: bytes) -> None:
    told, untold = (VIRTUAL_MONITORS[name](sensors()) for _ in range(2))
    told.receive(sent, 0.5)
    first_s = float(EVERY_S[name])
    assert told.due(first_s) == untold.due(first_s) != b""
