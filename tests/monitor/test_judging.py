"""Values against the alarm table: what one chair says about what it hears."""

from __future__ import annotations

import pytest
from chairs import SOURCE, Bench, cuff, numerics

from monitor.commands import (
    Acknowledge,
    ChangeLimit,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    SetBaseline,
    StartInfusion,
    StopInfusion,
)
from monitor.events import ClockJumped, Part, PartFailed
from monitor.outcomes import AlarmChanged, BaselineAccepted, Priority, Refused
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

# ---- the cuff


def test_the_first_reading_over_the_limit_asks_for_a_second_which_makes_it_an_alarm() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
    assert bench.alarms() == [(300.0, "sbp-high", "medium", "pending")]
    assert bench.core.sound(300.0) is None
    bench.feed(420.0, cuff(165, 90))
    assert bench.alarms()[1:] == [(420.0, "sbp-high", "medium", "sounding")]
    assert bench.core.sound(420.0) is Priority.MEDIUM


def test_one_cuff_result_is_one_alarm_a_side_with_all_its_reasons() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    [change] = bench.of(AlarmChanged)
    assert isinstance(change, AlarmChanged)
    assert (change.alarm, change.priority, change.value, change.limit) == (
        "sbp-extreme",
        Priority.HIGH,
        206,
        200,
    )
    assert change.reasons[:2] == ("sbp-extreme", "dbp-extreme")


def test_high_and_low_are_two_alarms() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 45))
    assert sorted(alarm for _at, alarm, _p, _s in bench.alarms()) == ["dbp-low", "sbp-high"]


def test_a_worse_result_escalates_the_same_alarm() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90), cuff(166, 90))
    bench.feed(600.0, cuff(186, 90))
    assert bench.alarms()[1:] == [
        (300.0, "sbp-high", "medium", "sounding"),
        (600.0, "sbp-very-high", "high", "escalated"),
    ]


def test_below_the_extremes_only_the_message_stays() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90), cuff(166, 90))
    bench.feed(600.0, cuff(140, 80))
    assert bench.alarms()[-1] == (600.0, "sbp-high", "medium", "latched")
    assert bench.core.sound(600.0) is None
    bench.feed(610.0, Acknowledge("bp/high", "AK"))
    assert [state for *_rest, state in bench.alarms()[-2:]] == ["acknowledged", "cleared"]


def test_an_extreme_sounds_until_it_is_acknowledged() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90))
    bench.feed(600.0, cuff(120, 76))
    assert bench.core.sound(600.0) is Priority.HIGH
    bench.feed(610.0, Acknowledge("bp/high", "AK"))
    assert bench.core.sound(610.0) is None


def test_hysteresis_keeps_a_pressure_at_the_limit_one_alarm() -> None:
    bench = Bench()
    for at, sbp in enumerate((161, 160, 158, 161, 158, 159), start=1):
        bench.feed(300.0 * at, cuff(sbp, 80))
    assert [state for *_rest, state in bench.alarms()] == ["pending", "sounding"]
    bench.feed(3000.0, cuff(156, 80))
    assert bench.alarms()[-1][3] == "latched"


def test_before_treating_a_high_pressure_is_colour_only_and_an_extreme_is_not() -> None:
    bench = Bench(treating=False)
    bench.feed(60.0, cuff(170, 104))
    assert bench.alarms() == []
    bench.feed(120.0, cuff(205, 104))
    assert bench.alarms() == [(120.0, "sbp-extreme", "high", "sounding")]


@pytest.mark.parametrize(
    "quality", [Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN, Quality.ARTEFACT]
)
def test_a_value_that_may_be_older_than_the_session_is_never_judged(quality: Quality) -> None:
    bench = Bench(treating=False)
    bench.feed(10.0, cuff(220, 130, quality))
    bench.feed(20.0, StartInfusion("AK"))
    assert bench.alarms() == []
    [baseline] = bench.of(BaselineAccepted)
    assert baseline == BaselineAccepted(None, None, None, None)


def test_what_a_nurse_measured_is_judged_like_the_rest_and_never_refused() -> None:
    bench = Bench()
    bench.feed(300.0, ManualCuff(260, 150, "AK"))
    assert bench.alarms() == [(300.0, "sbp-extreme", "high", "sounding")]
    assert bench.of(Refused) == []


def test_a_second_failed_measurement_is_medium_and_a_result_ends_it() -> None:
    bench = Bench()
    failed = CuffFailed(CuffFailure.LEAK, SOURCE)
    bench.feed(300.0, failed)
    bench.feed(360.0, failed)
    bench.feed(420.0, cuff(124, 76))
    assert bench.alarms() == [
        (300.0, "nibp-failed", "low", "sounding"),
        (360.0, "nibp-failed", "medium", "escalated"),
        (420.0, "nibp-failed", "medium", "latched"),
    ]


# ---- streams


def test_a_fast_heart_alarms_after_ten_seconds_and_not_before() -> None:
    bench = Bench()
    bench.stream(100.0, 109.5, hr=120)
    assert bench.alarms() == []
    bench.stream(110.0, 112.0, hr=120)
    assert bench.alarms() == [(110.0, "hr-high", "medium", "sounding")]


def test_a_transition_carries_the_moment_it_was_due() -> None:
    bench = Bench()
    bench.feed(100.0, numerics(spo2=90))
    bench.feed(104.0, numerics(spo2=90))
    bench.feed(108.0, numerics(spo2=90))
    bench.feed(112.9, numerics(spo2=90))
    bench.wait(117.0)
    assert bench.alarms() == [(115.0, "spo2-low", "medium", "sounding")]


def test_a_worse_tier_is_the_same_alarm_escalated() -> None:
    bench = Bench()
    bench.stream(100.0, 120.0, spo2=90)
    bench.stream(120.0, 140.0, spo2=87)
    bench.feed(140.0, numerics(spo2=84))
    assert bench.alarms() == [
        (115.0, "spo2-low", "medium", "sounding"),
        (130.0, "spo2-very-low", "high", "escalated"),
        (140.0, "spo2-extreme", "high", "escalated"),
    ]


def test_a_heart_rate_that_wanders_at_the_limit_alarms_once() -> None:
    bench = Bench()
    for at in range(100, 700):
        bench.feed(float(at), numerics(hr=46 + at % 7))  # 46 … 52 around 50
    bench.stream(700.0, 720.0, hr=48)
    assert [state for *_rest, state in bench.alarms()].count("sounding") == 1


def test_a_stream_must_be_back_for_ten_seconds() -> None:
    bench = Bench()
    bench.stream(100.0, 111.0, hr=120)
    bench.stream(111.0, 120.0, hr=90)
    assert bench.alarms()[-1][3] == "sounding"
    bench.stream(120.0, 123.0, hr=90)
    assert bench.alarms()[-1] == (121.0, "hr-high", "medium", "latched")


def test_a_sign_that_goes_missing_never_clears_its_alarm() -> None:
    bench = Bench()
    bench.stream(100.0, 112.0, hr=120)
    bench.feed(112.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    bench.wait(1000.0)
    assert [row for row in bench.alarms() if row[3] != "sounding"] == []


def test_poor_values_are_unknown() -> None:
    bench = Bench()
    bench.feed(100.0, numerics(Quality.POOR, spo2=70))
    bench.wait(130.0)
    assert bench.alarms() == []


def test_the_pulse_stands_in_for_the_ecg_and_the_cuff_never_does() -> None:
    bench = Bench()
    bench.stream(100.0, 112.0, pulse=140)
    assert bench.alarms() == [(110.0, "hr-very-high", "high", "sounding")]
    quiet = Bench()
    for at in range(100, 130):
        quiet.feed(float(at), numerics(hr=80, pulse=150))
    assert quiet.alarms() == [(110.0, "hr-pulse-mismatch", "low", "sounding")]
    assert quiet.core.sound(130.0) is None


def test_the_pulse_takes_over_at_once_when_the_ecg_is_lost() -> None:
    bench = Bench()
    bench.stream(100.0, 106.0, hr=120, pulse=80)
    bench.feed(106.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    bench.wait(120.0)
    assert bench.alarms() == [], "the pulse, still fresh, says 80"


def test_a_poor_ecg_gives_way_to_a_good_pulse() -> None:
    bench = Bench()
    for at in range(100, 112):
        bench.feed(float(at), numerics(Quality.POOR, hr=200), numerics(pulse=80))
    assert bench.alarms() == []


def test_one_fast_value_before_an_outage_does_not_count_through_it() -> None:
    bench = Bench()
    bench.stream(100.0, 103.0, hr=120)
    bench.feed(103.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    bench.stream(1000.0, 1007.0, hr=120)
    assert bench.alarms() == []
    bench.feed(1007.0, numerics(hr=120))
    assert bench.alarms() == [(1007.0, "hr-high", "medium", "sounding")]


def test_an_extreme_is_heard_again_when_it_returns_unanswered() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90))
    bench.feed(600.0, cuff(120, 76))
    bench.feed(900.0, cuff(208, 90))
    assert [at for at, *_rest, state in bench.alarms() if state == "sounding"] == [300.0, 900.0]
    bench.feed(910.0, Acknowledge("bp/high", "AK"))
    assert bench.alarms()[-1] == (910.0, "sbp-extreme", "high", "acknowledged")
    assert bench.core.sound(910.0) is None


def test_what_is_reminded_of_is_the_fresh_value() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(170, 90), cuff(170, 90))
    bench.feed(310.0, Acknowledge("bp/high", "AK"))
    bench.feed(450.0, cuff(168, 90))
    reminded = bench.of(AlarmChanged)[-1]
    assert isinstance(reminded, AlarmChanged)
    assert (reminded.state, reminded.value) == ("reminded", 168)


def test_a_raised_limit_ends_an_alarm_and_the_old_one_asks_for_a_reading_again() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(161, 90), cuff(161, 90))
    bench.feed(310.0, ChangeLimit("sbp-high", 175.0, "AK"))
    bench.feed(320.0, ChangeLimit("sbp-high", None, "AK"))
    assert [(at, state) for at, *_rest, state in bench.alarms()] == [
        (300.0, "pending"),
        (300.0, "sounding"),
        (310.0, "latched"),
        (320.0, "pending"),
    ]


def test_a_raised_limit_lets_a_stream_clear_after_its_calm() -> None:
    bench = Bench()
    bench.stream(100.0, 112.0, hr=120)
    bench.feed(112.5, ChangeLimit("hr-high", 130.0, "AK"))
    bench.stream(113.0, 130.0, hr=120)
    assert bench.alarms()[-1] == (122.5, "hr-high", "medium", "latched")


def test_a_changed_limit_does_not_speak_for_values_that_are_gone() -> None:
    bench = Bench()
    bench.feed(100.0, numerics(spo2=93))
    bench.wait(110.0)
    bench.feed(110.0, ChangeLimit("spo2-low", 95.0, "AK"))
    bench.wait(300.0)
    assert bench.alarms() == []


def test_a_baseline_given_late_moves_the_relative_limits_but_never_alarms_by_itself() -> None:
    bench = Bench(treating=False)
    bench.feed(10.0, StartInfusion("AK"))
    bench.feed(300.0, cuff(155, 90))
    bench.feed(310.0, SetBaseline(110.0, 70.0, None, None, "AK"))
    bench.wait(320.0)
    assert bench.alarms() == []
    bench.feed(330.0, cuff(155, 90))
    assert bench.alarms() == [(330.0, "sbp-rise", "medium", "pending")]
    bench.feed(340.0, cuff(154, 90))
    assert bench.alarms()[1:] == [(340.0, "sbp-rise", "medium", "sounding")]


def test_after_the_end_nothing_is_judged_and_nothing_is_said() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90), cuff(165, 90), StopInfusion("AK"), EndSession("AK"))
    known = bench.alarms()
    assert known[-1] == (300.0, "sbp-high", "medium", "latched")
    bench.feed(
        310.0,
        cuff(230, 130),
        numerics(spo2=50, hr=200),
        CuffFailed(CuffFailure.LEAK, SOURCE),
        PartFailed(Part.STORE, "the disk is full"),
        Note("n1", NoteKind.CHEST_PAIN, "", "AK"),
        ClockJumped(60.0),
    )
    bench.wait(2000.0)
    assert bench.alarms() == known


def test_an_arterial_pressure_is_judged_by_the_cuff_s_rows_after_ten_seconds() -> None:
    bench = Bench(arterial_judged=True)
    bench.stream(100.0, 109.5, abp_sys=185, abp_dia=90)
    assert bench.alarms() == []
    bench.feed(110.0, numerics(abp_sys=185, abp_dia=90))
    assert bench.alarms() == [(110.0, "sbp-very-high", "high", "sounding")]
    bench.feed(111.0, numerics(abp_sys=201, abp_dia=90))
    assert bench.alarms()[-1] == (111.0, "sbp-extreme", "high", "escalated")


def test_an_arterial_pressure_is_not_judged_unless_it_was_asked_for() -> None:
    bench = Bench()
    bench.stream(100.0, 130.0, abp_sys=230, abp_dia=130)
    assert bench.alarms() == []


def test_a_slow_rise_of_the_heart_is_low_after_a_minute() -> None:
    bench = Bench()
    bench.stream(100.0, 200.0, hr=104)
    assert bench.alarms() == [(160.0, "hr-rise", "low", "sounding")]


def test_oxygen_is_back_one_per_cent_above_its_limit() -> None:
    bench = Bench()
    bench.stream(100.0, 120.0, spo2=91)
    bench.stream(120.0, 140.0, spo2=92)
    assert bench.alarms()[-1][3] == "sounding", "92 is within the deadband"
    bench.stream(140.0, 160.0, spo2=93)
    assert bench.alarms()[-1] == (150.0, "spo2-low", "medium", "latched")


def test_a_very_low_arterial_pressure_does_not_wait() -> None:
    bench = Bench(arterial_judged=True)
    bench.feed(100.0, numerics(abp_sys=79, abp_dia=60))
    assert bench.alarms() == [(100.0, "sbp-very-low", "high", "sounding")]
