"""A monitor to practise with: its cuff's cycle, and what happens to cuff, probe and numbers."""

from __future__ import annotations

import pytest

from devices.simulated.measurement import CuffValues
from devices.simulated.mishaps import (
    CuffFails,
    Likeness,
    NextCuff,
    PressStart,
    ProbeOff,
    ProbeOn,
)
from devices.simulated.practice_patient import PracticePatient, calm_patient
from devices.simulated.practice_sensors import PracticeSensors
from devices.simulated.scenario import scenario_named
from monitor.vitals import CuffFailure


def beside(name: str = "", every_s: float = 300.0) -> tuple[PracticePatient, PracticeSensors]:
    scenario = scenario_named(name) if name else calm_patient(1)
    patient = PracticePatient(scenario, 1)
    return patient, PracticeSensors(patient, every_s)


def results(sensors: PracticeSensors, until_s: int, from_s: int = 0) -> list[CuffValues]:
    """Each result once."""
    found: dict[float, CuffValues] = {}
    for second in range(from_s, until_s + 1):
        last = sensors.at(float(second)).cuff.last
        if last is not None:
            found[last.ended_s] = last
    return list(found.values())


def ends(found: list[CuffValues]) -> list[float]:
    return [one.ended_s for one in found]


def test_three_at_rest_and_then_one_every_five_minutes() -> None:
    _, sensors = beside()
    assert ends(results(sensors, 1200)) == [40.0, 160.0, 280.0, 580.0, 880.0, 1180.0]


def test_the_cycle_is_set_going_anew_when_the_treatment_begins() -> None:
    _, sensors = beside()
    sensors.at(100.0)
    sensors.begin(100.0)
    assert ends(results(sensors, 1100, 100)) == [40.0, 400.0, 700.0, 1000.0]


def test_without_a_cycle_only_start_measures() -> None:
    _, sensors = beside(every_s=0.0)
    assert results(sensors, 900) == []
    sensors.begin(900.0)
    assert results(sensors, 1500, 900) == []
    sensors.befall(PressStart(), 1500.0)
    assert len(results(sensors, 1600, 1500)) == 1


def test_the_next_measurements_are_those_that_were_wanted() -> None:
    _, sensors = beside()
    sensors.befall(NextCuff(186.0, 112.0), 0.0)
    sensors.befall(CuffFails(CuffFailure.LEAK), 0.0)
    sensors.befall(NextCuff(142.0, 88.0, 71.0), 0.0)
    found = results(sensors, 170)
    assert [(one.sbp, one.dbp) for one in found] == [(186, 112)]
    assert sensors.at(200.0).cuff.failure is CuffFailure.LEAK
    last = results(sensors, 290, 200)[-1]
    assert (last.sbp, last.dbp, last.pulse) == (142, 88, 71)
    assert sensors.at(290.0).cuff.failure is None


def test_a_scenarios_own_cuffs_come_when_its_minute_has_come() -> None:
    """S15 gives 186/112 at minute 25 and 141/88 at 26.5, in place of the cycle's own."""
    patient, sensors = beside("S15")
    assert len(results(sensors, 2400)) > 5
    patient.begin(2400.0)
    sensors.begin(2400.0)
    found = results(sensors, 4200, 2400)
    late = [one for one in found if 24 * 60 < one.ended_s - 2400 < 28 * 60]
    assert [(one.sbp, one.dbp) for one in late] == [(186, 112), (141, 88)]
    assert [one.ended_s - 2400.0 for one in late] == [1500.0, 1590.0]


def test_the_probe_comes_off_for_a_while_or_until_it_is_put_on() -> None:
    _, sensors = beside()
    sensors.befall(ProbeOff(for_s=20.0), 100.0)
    assert sensors.at(110.0).spo2 is None
    assert sensors.at(121.0).spo2 is not None
    sensors.befall(ProbeOff(), 130.0)
    assert (sensors.at(900.0).spo2, sensors.at(900.0).pulse) == (None, None)
    sensors.befall(ProbeOn(), 900.0)
    assert sensors.at(902.0).spo2 is not None


def test_a_scenarios_probe_comes_off_at_its_minute_of_the_real_treatment() -> None:
    """S12 loses it from minute 22 to 25."""
    patient, sensors = beside("S12")
    assert sensors.at(600.0 + 23 * 60).spo2 is not None
    patient.begin(3000.0)
    assert sensors.at(3000.0 + 23 * 60).spo2 is None
    assert sensors.at(3000.0 + 26 * 60).spo2 is not None


@pytest.mark.parametrize("every_s", [60.0, 300.0])
def test_a_monitor_with_a_likeness_shows_nothing_else(every_s: float) -> None:
    _, sensors = beside(every_s=every_s)
    sensors.befall(Likeness(131, 82, 77, 93), 0.0)
    shown = [sensors.at(float(second)) for second in range(1, 900)]
    assert {(one.hr, one.pulse, one.spo2) for one in shown} == {(77, 77, 93)}
    assert {(one.truth.sbp, one.truth.hr) for one in shown} == {(131.0, 77.0)}
    cuffs = {(one.cuff.last.sbp, one.cuff.last.dbp) for one in shown if one.cuff.last}
    assert cuffs == {(131, 82)}
    sensors.befall(ProbeOff(), 900.0)
    assert sensors.at(902.0).spo2 is None
