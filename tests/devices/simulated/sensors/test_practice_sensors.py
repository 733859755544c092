"""A monitor to practise with: its cuff's cycle, and what happens to cuff, probe and numbers."""

from __future__ import annotations

import pytest

from devices.simulated.scenario.mishaps import (
    CuffFails,
    CuffOnOtherArm,
    CuffOnSpo2Arm,
    ElectrodeOff,
    ElectrodeOn,
    KeepStill,
    Likeness,
    LowPerfusion,
    Motion,
    NextCuff,
    PressStart,
    ProbeOff,
    ProbeOn,
)
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient
from devices.simulated.sensors.practice_sensors import PracticeSensors
from devices.simulated.sensors.shown import Chest, CuffValues, Finger
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


def test_somebody_who_moves_has_doubtful_numbers_and_a_cuff_that_takes_longer() -> None:
    _, sensors = beside(every_s=0.0)
    sensors.befall(PressStart(), 100.0)
    sensors.befall(Motion(20.0, spo2=83.0, hr=40.0), 101.0)
    calm, moving = sensors.at(101.0), sensors.at(110.0)
    assert (moving.spo2, moving.finger, moving.chest) == (83, Finger.MOVING, Chest.MOVING)
    assert moving.truth.perfusion < 0.3 < calm.truth.perfusion
    assert (moving.hr or 0) - (calm.hr or 0) == pytest.approx(40, abs=6)
    assert sensors.at(122.0).finger is Finger.ON
    assert sensors.at(159.0).cuff.measuring
    last = sensors.at(221.0).cuff.last
    assert last is not None
    assert last.moved


def test_somebody_who_does_not_lie_still_gets_no_pressure_until_she_does() -> None:
    _, sensors = beside(every_s=0.0)
    sensors.befall(Motion(None), 90.0)
    sensors.befall(PressStart(), 100.0)
    shown = [sensors.at(100.0 + second) for second in range(190)]
    assert not any(one.cuff.last for one in shown)
    assert shown[-1].cuff.failure is CuffFailure.MOVEMENT
    assert 120 <= sum(one.cuff.measuring for one in shown) <= 181
    sensors.befall(KeepStill(), 300.0)
    sensors.befall(PressStart(), 310.0)
    assert sensors.at(360.0).cuff.last is not None


def test_an_electrode_that_is_off_gives_no_rate_and_the_cuff_still_counts() -> None:
    _, sensors = beside(every_s=0.0)
    sensors.befall(ElectrodeOff(), 100.0)
    sensors.befall(PressStart(), 101.0)
    shown = sensors.at(150.0)
    assert (shown.hr, shown.rr, shown.chest) == (None, None, Chest.OFF)
    assert shown.pulse is not None
    assert shown.cuff.last is not None
    assert shown.cuff.last.pulse > 40
    sensors.befall(ElectrodeOn(), 200.0)
    assert sensors.at(201.0).hr is not None


def test_a_cuff_on_the_arm_of_the_probe_takes_its_pulse_at_each_inflation() -> None:
    _, sensors = beside(every_s=0.0)
    sensors.befall(CuffOnSpo2Arm(), 50.0)
    sensors.befall(PressStart(), 100.0)
    assert sensors.at(110.0).searching
    assert sensors.at(142.0).spo2 is not None
    sensors.befall(CuffOnOtherArm(), 150.0)
    sensors.befall(PressStart(), 200.0)
    assert sensors.at(210.0).spo2 is not None


def test_a_cold_finger_has_hardly_a_pulse_wave_for_a_while() -> None:
    _, sensors = beside()
    sensors.befall(LowPerfusion(30.0), 100.0)
    assert sensors.at(110.0).finger is Finger.COLD
    assert sensors.at(110.0).truth.perfusion < 0.3
    assert sensors.at(131.0).truth.perfusion > 1.0
