"""What an instructor's buttons do, and what they say that they do."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from devices.registry import driver_named
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.scenario.artefacts import KIND_OF, ArtefactKind
from devices.simulated.scenario.faults import FaultKind
from devices.simulated.scenario.mishaps import (
    CableIn,
    CableOut,
    CuffFails,
    CuffOnSpo2Arm,
    Desaturation,
    NextCuff,
    PatientMishap,
    PressStart,
    ProbeOff,
    ProbeOn,
    Subsides,
    Surge,
    WireFault,
)
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient
from monitor.vitals import VitalSign
from ui.instructor.reach import lacking, reach_of
from ui.instructor.running import RunningList, lasts_s
from ui.instructor.trigger_text import figures_text, trigger_name
from ui.instructor.triggers import (
    TRIGGERS,
    Chosen,
    Group,
    Lasting,
    Needs,
    Strength,
    Trigger,
    end_of,
    of_group,
)
from ui.practice_ports import simulated_port
from ui.staged_text import staged_id
from ui.words import SENTENCES

BY_NAME = {trigger.name: trigger for trigger in TRIGGERS}
TELLS_BATTERY = {"nellcor-n560"}
TELL_TIME = {
    "and-tm2657",
    "ge-s5",
    "masimo-ascii",
    "nellcor-n560",
    "omron-hbp9030",
    "philips-intellivue",
}
EVERY_CHOICE = [Chosen(*both) for both in itertools.product(Strength, Lasting)]


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.name)
def test_every_button_has_a_name_and_says_what_it_would_do(trigger: Trigger) -> None:
    assert trigger_name(trigger.name)
    for chosen in EVERY_CHOICE:
        assert figures_text(trigger.make(chosen))


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.name)
def test_whatever_is_staged_or_ended_has_words_in_the_record(trigger: Trigger) -> None:
    mishap = trigger.make(Chosen())
    for staged in (mishap, end_of(mishap)):
        assert staged is None or f"mishap-{staged_id(staged)}" in SENTENCES


def test_no_two_buttons_are_the_same() -> None:
    assert len(BY_NAME) == len(TRIGGERS)
    assert sorted(TRIGGERS, key=lambda one: one.name) == sorted(
        (one for group in Group for one in of_group(group)), key=lambda one: one.name
    )


def test_stronger_is_more_and_longer_is_longer() -> None:
    surge = BY_NAME["pressure-up"]
    by = [surge.make(Chosen(strength=one)) for one in Strength]
    assert [one.sbp for one in by if isinstance(one, Surge)] == [25, 50, 75]
    spans = [lasts_s(surge.make(Chosen(lasting=one))) for one in Lasting]
    assert spans == sorted(spans, key=float)
    low = [BY_NAME["oxygen-falls"].make(Chosen(strength=one)) for one in Strength]
    assert [one.spo2 for one in low if isinstance(one, Desaturation)] == [90.0, 86.0, 80.0]


def test_what_a_button_would_do_stands_in_figures() -> None:
    assert figures_text(Surge(50.0, 28.0, hold_s=600.0)) == "+50/+28 · 16 min"
    assert figures_text(Surge(0.0, 0.0, -30.0, 30.0, 60.0, 60.0)) == "−30 /min · 2 min"
    assert figures_text(Desaturation(86.0)) == "to 86 % · 3 min"
    assert figures_text(ProbeOff()) == "until ended"
    assert figures_text(ProbeOff(60.0)) == "1 min"
    assert figures_text(CuffFails(times=2)) == "next readings: 2"
    assert figures_text(NextCuff(186.0, 112.0)) == "186/112 mmHg"
    assert figures_text(PressStart()) == "at once"


def test_what_goes_on_can_be_ended_and_what_is_over_at_once_cannot() -> None:
    assert end_of(ProbeOff()) == ProbeOn()
    assert end_of(CableOut()) == CableIn()
    assert end_of(Desaturation(86.0)) == Subsides(Desaturation(86.0))
    assert end_of(PressStart()) is None
    assert end_of(NextCuff(186.0, 112.0)) is None


def test_what_ends_by_itself_is_gone_at_its_time() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(60.0), 100.0)
    running.begin("cable-out", CableOut(), 110.0)
    running.begin("press-start", PressStart(), 110.0)
    assert [one.name for one in running.at(159.0)] == ["cable-out", "probe-off"]
    assert [one.name for one in running.at(160.0)] == ["cable-out"]
    assert [one.name for one in running.at(9999.0)] == ["cable-out"]


def test_the_same_once_more_begins_anew() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(60.0), 100.0)
    running.begin("probe-off", ProbeOff(), 120.0)
    assert [one.since_s for one in running.at(130.0)] == [120.0]
    running.begin("pressure-up", Surge(25, 15), 130.0)
    running.begin("pressure-up", Surge(50, 28), 131.0)
    assert [one.since_s for one in running.at(140.0)] == [131.0, 120.0]


def test_a_cuff_that_is_to_fail_twice_has_done_so_after_two_readings() -> None:
    running = RunningList()
    running.begin("cuff-fails", CuffFails(times=2), 0.0)
    running.begin("probe-off", ProbeOff(), 0.0)
    assert [one.readings for one in running.at(1.0)] == [None, 2]
    running.cuff_failed()
    assert [one.readings for one in running.at(1.0)] == [None, 1]
    running.cuff_failed()
    assert [one.name for one in running.at(1.0)] == ["probe-off"]
    running.cuff_failed()
    assert [one.name for one in running.at(1.0)] == ["probe-off"]


def test_what_was_ended_is_taken_away_once() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(), 0.0)
    (one,) = running.at(1.0)
    assert running.take(one.number) == one
    assert running.take(one.number) is None
    assert running.at(2.0) == ()


def test_what_the_learners_hand_mends_is_over() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(), 0.0)
    running.begin("cable-out", CableOut(), 0.0)
    running.mend((ProbeOn(),))
    assert [one.name for one in running.at(1.0)] == ["cable-out"]


def test_whatever_can_befall_patient_measurement_and_wire_has_a_button() -> None:
    made = [trigger.make(Chosen()) for trigger in TRIGGERS]
    kinds = {type(one) for one in made}
    assert set(get_args(PatientMishap)) <= kinds
    assert {KIND_OF[one] for one in kinds if one in KIND_OF} == set(ArtefactKind)
    assert {CuffFails, NextCuff, PressStart, CuffOnSpo2Arm} <= kinds
    faults = {one.kind for one in made if isinstance(one, WireFault)}
    assert faults | {FaultKind.UNPLUGGED} == set(FaultKind)
    assert CableOut in kinds, "which is what unplugged is"


@pytest.mark.parametrize("driver", VIRTUAL_MONITORS)
def test_what_a_chair_lacks_is_what_its_monitor_does_not_tell(driver: str) -> None:
    patient = PracticePatient(calm_patient(1), 1)
    reach = reach_of([simulated_port(f"sim:{driver}")], patient)
    signs = driver_named(driver).signs
    assert (Needs.CUFF in reach) == (VitalSign.SBP in signs)
    assert (Needs.PROBE in reach) == (VitalSign.SPO2 in signs)
    assert (Needs.ELECTRODES in reach) == (VitalSign.HR in signs)
    assert (Needs.BATTERY in reach) == (driver in TELLS_BATTERY)
    assert (Needs.CLOCK in reach) == (driver in TELL_TIME)
    lacks = {trigger.name for trigger in TRIGGERS if lacking(trigger, reach)}
    assert lacks == {one.name for one in TRIGGERS if one.needs not in {None, *reach}}


def test_several_monitors_have_what_one_of_them_has() -> None:
    patient = PracticePatient(calm_patient(1), 1)
    ports = [simulated_port(f"sim:{driver}") for driver in ("ivy-450c", "nellcor-n560")]
    assert reach_of(ports, patient) == set(Needs)


def test_the_clock_goes_wrong_both_ways_and_says_which() -> None:
    skew = BY_NAME["wire-clock-skew"]
    said = [figures_text(skew.make(Chosen(strength=one))) for one in Strength]
    assert said == ["2 min ahead · 1 min", "7 min behind · 1 min", "1 h 0 min ahead · 1 min"]
