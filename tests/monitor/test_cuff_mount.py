"""Where the cuff sits, and the baseline that goes with it."""

from __future__ import annotations

from chairs import SOURCE, cuff, numerics
from treated import BY, Treated

from monitor.commands import SetBaseline, StartInfusion
from monitor.outcomes import BaselineAccepted
from monitor.treatment.commands import CuffSize, Mount, Side
from monitor.treatment.mounting import Mounting
from monitor.treatment.view import Go
from monitor.vitals import LostReason, SignalLost, VitalSign

LEFT = Mount(CuffSize.ADULT, Side.LEFT, Side.RIGHT, None, BY)
RIGHT = Mount(None, Side.RIGHT, None, None, BY)


def test_what_is_not_said_again_stays() -> None:
    mounting = Mounting()
    mounting.take(LEFT, measured=False)
    mounting.take(Mount(None, None, None, Side.LEFT, "Nurse 2"), measured=True)
    assert mounting.mount == Mount(CuffSize.ADULT, Side.LEFT, Side.RIGHT, Side.LEFT, "Nurse 2")
    assert not mounting.moved


def test_only_another_size_or_arm_of_the_cuff_is_a_change() -> None:
    for other in (RIGHT, Mount(CuffSize.LARGE, None, None, None, BY)):
        mounting = Mounting()
        assert not mounting.take(LEFT, measured=True), "nothing was said before"
        assert mounting.take(other, measured=True)
    mounting = Mounting()
    mounting.take(LEFT, measured=True)
    assert not mounting.take(Mount(None, None, Side.LEFT, Side.RIGHT, BY), measured=True)


def test_readings_from_before_the_change_count_no_more() -> None:
    chair = Treated()
    chair.all_clear(10.0)
    chair.feed(20.0, LEFT)
    chair.rest(100.0, sbp=150.0)
    assert chair.checks().baseline_readings == 3
    chair.feed(320.0, RIGHT)
    assert (chair.checks().baseline_readings, chair.checks().baseline_anew) == (0, True)
    assert chair.checks().decision.missing == ("baseline-readings",)
    for n in range(3):
        chair.feed(330.0 + n, cuff(122, 74))
    assert (chair.checks().baseline_readings, chair.checks().baseline_anew) == (3, False)
    chair.feed(340.0, StartInfusion(BY))
    [accepted] = chair.of(BaselineAccepted)
    assert isinstance(accepted, BaselineAccepted)
    assert (accepted.sbp, accepted.dbp) == (122.0, 74.0)


def test_a_baseline_by_hand_stands_whatever_was_moved() -> None:
    chair = Treated()
    chair.all_clear(10.0)
    chair.feed(20.0, LEFT, SetBaseline(130.0, 80.0, 70.0, 97.0, BY))
    chair.feed(30.0, RIGHT)
    assert chair.checks().baseline_anew
    assert chair.checks().decision.go is Go.GO
    chair.feed(40.0, SetBaseline(128.0, 78.0, None, None, BY))
    assert not chair.checks().baseline_anew


def test_a_cuff_that_is_moved_during_the_treatment_asks_for_a_baseline_and_keeps_the_old() -> None:
    chair = Treated()
    chair.feed(20.0, LEFT)
    chair.started()
    before = chair.core.state.baseline
    chair.feed(400.0, RIGHT)
    assert chair.checks().baseline_anew
    assert chair.core.state.baseline == before
    chair.feed(420.0, SetBaseline(126.0, 78.0, None, None, BY))
    assert not chair.checks().baseline_anew


# ---- the probe on the arm of the cuff


def running(spo2_arm: Side) -> Treated:
    """During the infusion, technical alarms on."""
    chair = Treated(technical=True)
    chair.feed(20.0, Mount(CuffSize.ADULT, Side.LEFT, spo2_arm, None, BY))
    chair.all_clear()
    chair.feed(300.0, cuff(124, 76), SetBaseline(124.0, 76.0, 72.0, 98.0, BY), StartInfusion(BY))
    return chair


def watched(spo2_arm: Side) -> Treated:
    """The oximeter goes quiet at 400 s; there is no ECG."""
    chair = running(spo2_arm)
    chair.feed(399.0, numerics(pulse=70, spo2=98))
    lost = (VitalSign.PULSE, VitalSign.SPO2)
    chair.feed(400.0, *(SignalLost(sign, LostReason.NO_PULSE, SOURCE) for sign in lost))
    return chair


def sensor_off(chair: Treated, until: float) -> list[tuple[float, str]]:
    chair.wait(until)
    return [
        (at, priority)
        for at, alarm, priority, state in chair.alarms()
        if alarm == "sensor-off" and at >= 400.0 and state in {"sounding", "escalated"}
    ]


def test_a_loss_on_the_arm_of_the_cuff_is_tolerated_for_60_s_and_no_longer() -> None:
    assert sensor_off(watched(Side.LEFT), 459.9) == []
    assert sensor_off(watched(Side.LEFT), 500.0)[0] == (460.0, "medium")
    assert sensor_off(watched(Side.RIGHT), 500.0)[0] == (405.0, "medium")


def test_a_loss_that_ends_with_the_measurement_was_none() -> None:
    chair = watched(Side.LEFT)
    chair.feed(440.0, numerics(pulse=70, spo2=98))
    assert sensor_off(chair, 444.0) == []


def test_a_low_value_is_never_held_back_by_the_cuff() -> None:
    chair = watched(Side.LEFT)
    chair.feed(410.0, numerics(spo2=83))
    assert (410.0, "spo2-extreme") in [one[:2] for one in chair.alarms()]


def test_an_ecg_that_is_lost_has_nothing_to_do_with_the_cuff() -> None:
    chair = running(Side.LEFT)
    chair.feed(399.0, numerics(hr=70))
    chair.feed(400.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    assert sensor_off(chair, 430.0)[0][0] == 405.0
