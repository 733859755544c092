"""Cuffs that a person starts, and modules whose cuff is their whole life: driver and virtual
monitor on one cable.
"""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from virtual_bedside import S1, heard_of, of, patient, results_shown

from devices.errors import ProtocolError
from devices.registry import DRIVERS
from devices.session import DeviceEvent, StartsCuff
from devices.simulated.monitors.catalogue import virtual_monitor
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.parts import ScriptedCuff
from monitor.events import Numerics
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

MODULES = ("par-nibp2010", "berry-pm6750", "suntech-oem")
STARTED = ("dinamap", *MODULES)
STEP_S = 0.02


def converse(name: str, until: float, start_at: float) -> list[tuple[float, DeviceEvent]]:
    """A conversation on a line without length, in which START is pressed once."""
    monitor, session = virtual_monitor(name, patient()), DRIVERS[name].open(DRIVERS[name].source)
    assert isinstance(session, StartsCuff)
    monitor.receive(session.opened(0.0), 0.0)
    heard: list[tuple[float, DeviceEvent]] = []
    for step in range(round(until / STEP_S)):
        now = step * STEP_S
        if math.isclose(now, start_at):
            session.start_cuff(now)
        if asked := session.due(now):
            monitor.receive(asked, now)
        heard += [(now, event) for event in session.receive(monitor.due(now), now)]
    return heard


@pytest.mark.parametrize("name", STARTED)
def test_a_cuff_that_was_started_gives_one_more_result(name: str) -> None:
    heard = converse(name, 120.0, start_at=60.0)
    assert not [event for _, event in heard if isinstance(event, ProtocolError)]
    begun = [
        at
        for at, event in heard
        if isinstance(event, DeviceNote) and event.kind is DeviceNoteKind.MEASURING
    ]
    results = [(at, event) for at, event in heard if isinstance(event, CuffResult)]
    assert 60.0 < begun[1] < 64.0
    assert 85.0 < results[1][0] < 112.0
    assert {event.quality for _, event in results} == {Quality.GOOD}
    assert len(results) == 2


@pytest.mark.parametrize("name", MODULES)
def test_every_result_is_heard_once_with_the_values_of_the_sensors(name: str) -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(350.0, sbp=199, dbp=121),))
    results = of(heard_of(name, scenario, 600.0), CuffResult)
    wanted = results_shown(scenario, 599)
    assert [(cuff.sbp, cuff.dbp, cuff.map) for cuff in results] == [
        (one.sbp, one.dbp, one.map) for one in wanted
    ]
    if VitalSign.NIBP_PULSE in DRIVERS[name].signs:
        assert [cuff.pulse for cuff in results] == [one.pulse for one in wanted]


@pytest.mark.parametrize("name", MODULES)
def test_failed_cuffs_are_failures_and_no_numbers(name: str) -> None:
    ends_s = (300.0, 450.0)
    failed = tuple(ScriptedCuff(at_s, failure=CuffFailure.MOVEMENT) for at_s in ends_s)
    heard = heard_of(name, replace(S1, cuff=failed), 500.0)
    said = [at for at, what in heard if isinstance(what, CuffFailed)]
    assert said == [pytest.approx(at_s, abs=2.0) for at_s in ends_s]
    assert not [at for at, what in heard if isinstance(what, CuffResult) and at > 200.0]


@pytest.mark.parametrize("name", ["par-nibp2010", "berry-pm6750"])
def test_a_probe_that_is_off_is_one_loss_of_each_of_its_signs(name: str) -> None:
    scenario = replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 20.0, 40.0),))
    heard = heard_of(name, scenario, 60.0)
    lost = [(at, w) for at, w in heard if isinstance(w, SignalLost) and w.sign != VitalSign.TEMP]
    assert {what.sign for _, what in lost} == {VitalSign.SPO2, VitalSign.PULSE}
    assert [what.reason for _, what in lost] == [LostReason.SENSOR_OFF] * 2
    assert [at for at, _ in lost] == [pytest.approx(20.5, abs=1.1)] * 2
    spo2 = [
        at
        for at, what in heard
        if isinstance(what, Numerics) and any(r.sign is VitalSign.SPO2 for r in what.readings)
    ]
    assert not [at for at in spo2 if 21.5 < at < 39.5]
    assert max(spo2) > 58.0


@pytest.mark.parametrize("name", MODULES)
def test_a_result_that_was_measured_while_the_line_was_away_is_never_judged(name: str) -> None:
    scenario = replace(S1, fault=(Fault(FaultKind.UNPLUGGED, 150.0, 220.0),))
    results = [(at, what) for at, what in heard_of(name, scenario, 300.0)
               if isinstance(what, CuffResult)]  # fmt: skip
    assert [what.quality for _, what in results] == [
        Quality.GOOD,
        Quality.AGE_UNKNOWN,
        Quality.GOOD,
    ]
    assert 220.0 < results[1][0] < 225.0


@pytest.mark.parametrize("name", MODULES)
def test_an_unchanged_result_is_not_repeated_when_the_line_comes_back(name: str) -> None:
    away = FaultKind.UNPLUGGED
    scenario = replace(S1, fault=(Fault(away, 60.0, 100.0), Fault(away, 101.0, 110.0)))
    results = of(heard_of(name, scenario, 120.0), CuffResult)
    assert len(results) == 1
