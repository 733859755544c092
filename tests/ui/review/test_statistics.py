from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import ManualCuff, StopInfusion
from monitor.events import DeviceFacts, Numerics
from monitor.limits import Modifier
from monitor.outcomes import (
    AlarmPhase,
    BaselineAccepted,
    CuffUnconfirmed,
    LimitChanged,
    PhaseChanged,
    Priority,
)
from monitor.phases import Phase
from monitor.treatment.commands import GiveDose, PumpVolume
from monitor.vitals import CuffFailed, CuffFailure, CuffResult, Quality, Reading, VitalSign
from tests.ui.page_sessions import (
    IVY,
    START_S,
    Pen,
    alarm,
    cuff,
    cut_off_record,
    example_entries,
    numerics,
    opening,
)
from tests.ui.past_examples import NURSE, SPRAY, Recorded, treatment
from ui.review.measures import Extreme
from ui.review.number_strip import numbers
from ui.review.statistics import SessionStatistics, statistics

STARTED = PhaseChanged(Phase.BASELINE, Phase.TREATING)
STOPPED = PhaseChanged(Phase.TREATING, Phase.RECOVERY)


def found_in(*script: tuple[float, object]) -> SessionStatistics:
    pen = Pen("a")
    pen.write(0.0, opening())
    for now_s, what in script:
        pen.write(now_s, what)
    return statistics(pen.entries)


@pytest.fixture(scope="module")
def example() -> SessionStatistics:
    return statistics(example_entries())


def test_peaks_bear_their_time_and_their_change_from_baseline(example):
    assert example.peak_sbp == Extreme(168.0, 1800.0, 44.0)
    assert example.peak_dbp == Extreme(101.0, 1800.0, 25.0)
    assert example.peak_hr is not None
    assert (example.peak_hr.value, example.peak_hr.change) == (94.0, 22.0)
    assert example.lowest_spo2 is not None
    assert (example.lowest_spo2.value, example.lowest_spo2.change) == (95.0, -3.0)


def test_the_baseline_is_the_one_that_was_accepted_last():
    second = BaselineAccepted(130.0, 80.0, None, None)
    found = found_in((1, BaselineAccepted(120.0, 70.0, 70.0, 97.0)), (2, second))
    assert found.baseline == second


def test_without_a_baseline_there_is_no_change():
    assert found_in((10, cuff(150, 90))).peak_sbp == Extreme(150.0, 10, None)


def test_the_first_of_equal_peaks_counts():
    found = found_in((10, cuff(150, 90)), (310, cuff(150, 90)))
    assert found.peak_sbp == Extreme(150.0, 10, None)


@pytest.mark.parametrize(
    "quality", [Quality.POOR, Quality.ARTEFACT, Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN]
)
def test_values_that_are_not_judged_are_no_peaks(quality):
    wild = replace(cuff(220, 140), quality=quality)
    racing = Numerics((Reading(VitalSign.HR, 190.0, IVY, quality),))
    found = found_in((10, cuff(120, 70)), (11, wild), (12, numerics(70, 98)), (13, racing))
    assert found.peak_sbp == Extreme(120.0, 10, None)
    assert found.peak_hr == Extreme(70.0, 12, None)
    assert found.cuffs == 1


def test_what_a_repeat_did_not_confirm_is_counted_and_is_no_peak():
    found = found_in(
        (0, STARTED),
        (60, cuff(206, 124)),
        (120, cuff(142, 88)),
        (120, CuffUnconfirmed(60.0)),
        (360, cuff(130, 80)),
    )
    assert (found.peak_sbp, found.peak_dbp) == (
        Extreme(142.0, 120, None),
        Extreme(88.0, 120, None),
    )
    assert (found.cuffs, found.bp_above_s, found.longest_without_cuff_s) == (3, 0.0, 240)


def test_what_is_known_of_the_patient_stands_when_a_limit_is_moved():
    pen = Pen("a")
    known = replace(opening().profile, modifiers=frozenset({Modifier.SEDATIVES}))
    pen.write(0.0, replace(opening(), profile=known))
    pen.write(1.0, LimitChanged("hr-high", 110, 105, "AK"))
    for second in range(60):
        pen.write(2.0 + second, numerics(80.0, 93.0))
    assert statistics(pen.entries).spo2_below_s > 50.0


def test_a_pressure_by_hand_counts_like_a_cuff():
    found = found_in((10, ManualCuff(171.0, 99.0, "AK")))
    assert found.peak_sbp == Extreme(171.0, 10, None)
    assert found.cuffs == 1


def test_the_pulse_stands_in_only_when_there_is_no_ecg_rate():
    pulse = Numerics((Reading(VitalSign.PULSE, 99.0, IVY),))
    assert found_in((1, pulse)).peak_hr == Extreme(99.0, 1, None)
    assert found_in((1, pulse), (2, numerics(70, 98))).peak_hr == Extreme(70.0, 2, None)


def test_a_cuff_value_above_the_limit_counts_until_the_next_one():
    found = found_in((600, cuff(165, 90)), (900, cuff(150, 90)), (1200, cuff(140, 80)))
    assert found.bp_above_s == 300.0


def test_a_cuff_value_counts_for_at_most_two_intervals():
    found = found_in((600, cuff(165, 90)), (3600, cuff(140, 80)))
    assert found.bp_above_s == 600.0


def test_a_diastolic_at_its_limit_is_above_it_and_one_below_is_not():
    assert found_in((600, cuff(120, 100)), (700, cuff(120, 70))).bp_above_s == 100.0
    assert found_in((600, cuff(120, 99)), (700, cuff(120, 70))).bp_above_s == 0.0


def test_the_limit_that_was_active_decides():
    moved = LimitChanged("sbp-high", 160, 165, "AK")
    found = found_in((500, moved), (600, cuff(162, 90)), (900, cuff(140, 80)))
    assert found.bp_above_s == 0.0


def test_hr_above_its_limit_stops_counting_when_values_stop():
    found = found_in((10, numerics(111, 98)), (11, numerics(112, 98)), (60, numerics(80, 98)))
    assert found.hr_above_s == 1.0 + 5.0
    assert found_in((10, numerics(110, 98)), (11, numerics(110, 98))).hr_above_s == 0.0


def test_spo2_below_its_limit_is_counted():
    found = found_in((10, numerics(70, 91)), (12, numerics(70, 92)))
    assert found.spo2_below_s == 2.0


def test_alarms_count_once_each_under_their_worst_priority():
    found = found_in(
        (600, alarm(AlarmPhase.SOUNDING)),
        (700, alarm(AlarmPhase.ACKNOWLEDGED)),
        (800, alarm(AlarmPhase.REMINDED)),
        (900, alarm(AlarmPhase.ESCALATED, name="sbp-extreme", priority=Priority.HIGH)),
        (1000, alarm(AlarmPhase.CLEARED)),
        (1800, alarm(AlarmPhase.SOUNDING)),
        (3600, alarm(AlarmPhase.CLEARED)),
    )
    assert found.alarms == {Priority.HIGH: 1, Priority.MEDIUM: 1, Priority.LOW: 0}
    assert found.alarms_per_hour == 2.0


def test_an_alarm_that_was_only_pending_is_none():
    found = found_in((600, alarm(AlarmPhase.PENDING)), (700, alarm(AlarmPhase.WITHDRAWN)))
    assert set(found.alarms.values()) == {0}


def test_the_dose_given_follows_the_pauses():
    found = found_in(
        (600, STARTED),
        (1200, PhaseChanged(Phase.TREATING, Phase.PAUSED)),
        (1500, PhaseChanged(Phase.PAUSED, Phase.TREATING)),
        (2100, STOPPED),
    )
    assert found.infusion_ran_s == 1200.0
    assert found.mg_given == pytest.approx(20.5)
    assert (found.infusion_started_s, found.infusion_ended_s) == (600, 2100)


def test_the_longest_time_without_a_cuff_lies_within_the_infusion(example):
    assert example.longest_without_cuff_s == 360.0
    found = found_in((0, cuff(120, 80)), (600, STARTED), (3000, STOPPED), (9000, cuff(120, 80)))
    assert found.longest_without_cuff_s == 2400.0
    assert found_in((10, cuff(120, 80))).longest_without_cuff_s is None


def test_a_session_that_was_cut_off_knows_how_far_it_had_come():
    found = statistics(cut_off_record().entries)
    assert found.infusion_ran_s == 22 * 60.0
    assert found.infusion_ended_s is None
    assert found.length_s == START_S + 22 * 60.0


def test_failed_cuffs_are_counted_apart():
    found = found_in((1, CuffFailed(CuffFailure.LEAK, IVY)), (2, cuff(120, 80)))
    assert (found.cuffs, found.cuffs_failed) == (1, 1)


def test_an_empty_record_has_empty_statistics():
    found = statistics([])
    assert found.peak_sbp is None
    assert found.alarms_per_hour is None
    assert found.length_s == 0.0


@given(st.lists(st.tuples(st.integers(60, 230), st.integers(30, 59)), min_size=1, max_size=30))
def test_the_peak_is_the_highest_and_the_time_above_never_exceeds_the_session(values):
    script = [
        (300.0 * place, CuffResult(sbp, dbp, None, None, IVY))
        for place, (sbp, dbp) in enumerate(values)
    ]
    found = found_in(*script)
    assert found.peak_sbp is not None
    assert found.peak_sbp.value == max(sbp for sbp, _ in values)
    above = sum(300.0 for sbp, _ in values[:-1] if sbp >= 160)
    assert found.bp_above_s == above <= found.length_s


def test_what_a_device_behind_another_says_is_not_counted():
    first = opening()
    other = DeviceFacts("nonin-df7", "device:nonin-df7", 5.0, 10.0, frozenset({VitalSign.SPO2}))
    pen = Pen("a")
    pen.write(0.0, replace(first, devices=(*first.devices, other)))
    for now_s in range(1, 30):
        pen.write(float(now_s), numerics(70, 98))
        pen.write(float(now_s), Numerics((Reading(VitalSign.SPO2, 80.0, other.source),)))
    lowest = statistics(pen.entries).lowest_spo2
    assert lowest is not None
    assert lowest.value == 98.0


def test_the_dose_says_how_it_is_known():
    def told(record):
        return next(one for one in numbers(statistics(record.entries)) if one.name == "Given")

    drip = Recorded().started().say(3000.0, StopInfusion(NURSE))
    assert (told(drip).value, told(drip).rest) == ("41 of 41 mg", "calculated · 40:00")
    drip.say(3010.0, PumpVolume(3.9, NURSE))
    assert (told(drip).value, told(drip).rest) == ("39 of 41 mg", "by the pump · 40:00")
    spray = Recorded(treatment(SPRAY, "intranasal")).ready().say(600.0, GiveDose(28.0, NURSE))
    assert (told(spray).value, told(spray).rest) == ("28 of 56 mg", "")
