"""What one chair says about what it hears: behaviours of the whole core."""

from __future__ import annotations

from typing import get_args

import pytest
from chairs import BASELINE, SOURCE, UP, Bench, cuff, numerics
from hypothesis import given
from hypothesis import strategies as st

from monitor import core as core_module
from monitor.core import MonitorCore, TimeWentBack
from monitor.events import (
    Acknowledge,
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    BeginDischarge,
    ChangeLimit,
    ClockJumped,
    EndSession,
    Event,
    LimitChanged,
    LinkChanged,
    LinkReason,
    LinkState,
    ManualCuff,
    Note,
    NoteKind,
    Part,
    PartFailed,
    PartRecovered,
    PauseAudio,
    PauseInfusion,
    PhaseChanged,
    Priority,
    Refused,
    ResumeAudio,
    Resumed,
    ResumeInfusion,
    SessionOpened,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.phases import Phase
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

SILENT = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 3.0)
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.5)


def test_every_event_has_a_place_in_the_core() -> None:
    assert set(core_module._HANDLERS) == set(get_args(Event))


# ---- the cuff


def test_the_first_reading_over_the_limit_is_an_alarm() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
    assert bench.alarms() == [(300.0, "sbp-high", "medium", "sounding")]


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
    bench.feed(300.0, cuff(165, 90))
    bench.feed(600.0, cuff(186, 90))
    assert bench.alarms()[1] == (600.0, "sbp-very-high", "medium", "escalated")


def test_below_the_extremes_only_the_message_stays() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
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
    for at, sbp in enumerate((161, 158, 161, 158, 159), start=1):
        bench.feed(300.0 * at, cuff(sbp, 80))
    assert [state for *_rest, state in bench.alarms()] == ["sounding"]
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
    assert quiet.alarms() == []


# ---- absence


def test_a_lost_link_sounds_after_ten_seconds_and_loudly_after_a_minute_of_infusion() -> None:
    bench = Bench(technical=True)
    bench.feed(97.0, numerics(hr=80, spo2=98))
    bench.feed(100.0, SILENT)
    bench.wait(200.0)
    assert bench.alarms() == [
        (107.0, "link-lost", "medium", "sounding"),
        (157.0, "link-lost", "high", "escalated"),
    ]


def test_outside_the_window_a_lost_link_stays_medium() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(50.0, DOWN)
    bench.wait(200.0)
    assert bench.alarms() == [(59.5, "link-lost", "medium", "sounding")]


def test_a_link_that_never_spoke_is_lost_too() -> None:
    bench = Bench(technical=True, treating=False)
    core = MonitorCore(bench.core.state.opened)
    core.handle(bench.core.state.opened, 0.0)
    said = core.tick(30.0)
    assert [
        (one.at, one.outcome.alarm) for one in said if isinstance(one.outcome, AlarmChanged)
    ] == [(10.0, "link-lost")]


def test_while_the_link_is_gone_nobody_speaks_of_sensors() -> None:
    bench = Bench(technical=True)
    bench.feed(97.0, numerics(hr=80, spo2=98))
    bench.feed(98.0, DOWN)
    bench.wait(290.0)
    bench.feed(290.0, UP)
    bench.stream(290.0, 300.0, hr=80, spo2=98)
    assert {alarm for _at, alarm, *_rest in bench.alarms()} == {"link-lost"}


def test_a_probe_that_fell_off_is_low_then_medium_in_the_window() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, numerics(hr=80, spo2=98))
    for at in range(101, 160):
        bench.feed(float(at), numerics(hr=80))
        if at == 101:
            bench.feed(101.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    assert bench.alarms() == [
        (106.0, "sensor-off", "low", "sounding"),
        (131.0, "sensor-off", "medium", "escalated"),
    ]


def test_heart_rate_and_oxygen_lost_together_are_medium_at_once() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, numerics(pulse=80, spo2=98))
    bench.feed(
        101.0,
        SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE),
        SignalLost(VitalSign.PULSE, LostReason.SENSOR_OFF, SOURCE),
    )
    bench.wait(110.0)
    assert bench.alarms() == [(106.0, "sensor-off", "medium", "sounding")]


def test_a_probe_that_was_never_on_is_not_off() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, SignalLost(VitalSign.SPO2, LostReason.NO_VALUE, SOURCE))
    bench.stream(100.0, 160.0, hr=80)
    assert bench.alarms() == []


def test_an_overdue_cuff_is_low_after_two_minutes_and_medium_after_five() -> None:
    bench = Bench(technical=True)
    bench.feed(60.0, cuff(124, 76))
    bench.stream(60.0, 700.0, hr=80)
    assert bench.alarms() == [
        (480.0, "bp-overdue", "low", "sounding"),
        (660.0, "bp-overdue", "medium", "escalated"),
    ]


def test_with_an_open_alarm_an_overdue_cuff_is_medium_after_one_minute() -> None:
    bench = Bench(technical=True)
    bench.feed(60.0, cuff(170, 76))
    bench.stream(60.0, 450.0, hr=80)
    assert (420.0, "bp-overdue", "medium", "sounding") in bench.alarms()


def test_after_the_window_the_cuff_is_due_every_quarter_of_an_hour() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, StopInfusion("AK"))
    bench.feed(1950.0, cuff(124, 76))
    assert bench.core.state.cuff_due_at() == 1950.0 + 900.0


def test_parts_of_the_program_that_fail_are_alarms_that_end_with_them() -> None:
    bench = Bench()
    bench.feed(50.0, PartFailed(Part.STORE, "the disk is full"))
    bench.feed(60.0, PartRecovered(Part.STORE))
    assert bench.alarms() == [
        (50.0, "store-failed", "medium", "sounding"),
        (60.0, "store-failed", "medium", "latched"),
    ]


def test_a_stepped_clock_leaves_a_message_and_no_sound() -> None:
    bench = Bench()
    bench.feed(50.0, ClockJumped(3600.0))
    assert bench.alarms()[-1] == (50.0, "clock-jumped", "low", "latched")
    assert bench.core.sound(50.0) is None


# ---- people


def test_acknowledged_means_silent_until_it_is_time_to_remind() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90))
    bench.feed(310.0, Acknowledge("bp/high", "AK"))
    assert bench.core.sound(310.0) is None
    bench.wait(600.0)
    assert bench.alarms()[-1] == (490.0, "sbp-extreme", "high", "reminded")
    assert bench.core.sound(600.0) is Priority.HIGH


def test_a_new_result_that_is_not_better_speaks_again() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(170, 90))
    bench.feed(310.0, Acknowledge("bp/high", "AK"))
    bench.feed(450.0, cuff(167, 90))
    assert bench.alarms()[-1] == (450.0, "sbp-high", "medium", "reminded")
    better = Bench()
    better.feed(300.0, cuff(170, 90))
    better.feed(310.0, Acknowledge("bp/high", "AK"))
    better.feed(450.0, cuff(164, 90))
    assert better.alarms()[-1][3] == "acknowledged"


def test_acknowledging_the_high_side_does_not_hide_the_low_one() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 45))
    bench.feed(305.0, Acknowledge("bp/high", "AK"))
    assert bench.core.sound(305.0) is Priority.MEDIUM


def test_acknowledging_what_is_not_there_is_refused() -> None:
    bench = Bench()
    bench.feed(300.0, Acknowledge("bp/high", "AK"))
    assert [one.reason for one in bench.of(Refused) if isinstance(one, Refused)] == [
        "nothing-to-acknowledge"
    ]


def test_an_audio_pause_ends_by_itself_and_is_never_longer_than_two_minutes() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90), PauseAudio("AK", 900.0))
    assert bench.core.sound(300.0) is None
    bench.wait(419.9)
    assert bench.core.sound(419.9) is None
    bench.wait(420.0)
    assert bench.core.sound(420.0) is Priority.MEDIUM


def test_a_new_condition_of_equal_rank_breaks_the_pause_and_a_lesser_one_does_not() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90), PauseAudio("AK"))
    bench.feed(310.0, CuffFailed(CuffFailure.LEAK, SOURCE))
    assert bench.core.sound(310.0) is None
    bench.feed(320.0, numerics(spo2=80))
    assert bench.core.sound(320.0) is Priority.HIGH


def test_a_pause_can_be_ended_by_hand() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90), PauseAudio("AK"))
    bench.feed(301.0, ResumeAudio("AK"))
    assert bench.core.sound(301.0) is Priority.MEDIUM


def test_an_emergency_symptom_is_a_high_alarm_at_any_pressure() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(118, 70), Note("n1", NoteKind.CHEST_PAIN, "", "AK"))
    assert bench.alarms() == [(300.0, "symptom-emergency", "high", "sounding")]
    bench.feed(301.0, UndoNote("n1", "AK"))
    assert bench.core.sound(301.0) is Priority.HIGH, "undo never clears a latched alarm"


def test_a_harmless_note_is_no_alarm() -> None:
    bench = Bench()
    bench.feed(300.0, Note("n1", NoteKind.DISSOCIATION, "", "AK"))
    assert bench.alarms() == []


def test_a_limit_moved_at_the_chair_judges_what_is_known_now() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(158, 90))
    bench.feed(310.0, ChangeLimit("sbp-high", 155.0, "AK"))
    assert bench.alarms() == [(310.0, "sbp-high", "medium", "sounding")]
    assert bench.of(LimitChanged) == [LimitChanged("sbp-high", 160, 155.0, "AK")]


@pytest.mark.parametrize(
    ("rule", "value", "reason"),
    [
        ("sbp-high", 185.0, "limit-crossed"),
        ("sbp-extreme", 260.0, "limit-out-of-bounds"),
        ("nonsense", 1.0, "limit-unknown"),
    ],
)
def test_a_limit_that_may_not_be_set_is_refused_and_the_old_one_goes_on(
    rule: str, value: float, reason: str
) -> None:
    bench = Bench()
    bench.feed(300.0, ChangeLimit(rule, value, "AK"))
    assert [one.reason for one in bench.of(Refused) if isinstance(one, Refused)] == [reason]
    bench.feed(310.0, cuff(165, 90))
    assert bench.alarms() == [(310.0, "sbp-high", "medium", "sounding")]


# ---- the course of a session


def test_a_session_goes_through_its_phases_and_counts_the_dose() -> None:
    bench = Bench(treating=False)
    bench.feed(60.0, cuff(120, 74))
    bench.feed(180.0, cuff(126, 78))
    bench.feed(300.0, cuff(122, 76))
    bench.feed(600.0, StartInfusion("AK"))
    bench.feed(1200.0, PauseInfusion("AK"))
    bench.feed(1500.0, ResumeInfusion("AK"))
    bench.feed(3300.0, StopInfusion("AK"))
    bench.feed(5000.0, BeginDischarge("AK"), EndSession("AK"))
    phases = [one.after for one in bench.of(PhaseChanged) if isinstance(one, PhaseChanged)]
    assert phases == [
        Phase.BASELINE,
        Phase.TREATING,
        Phase.PAUSED,
        Phase.TREATING,
        Phase.RECOVERY,
        Phase.DISCHARGE,
        Phase.SIGNED,
    ]
    assert bench.core.state.clock.mg_given(5000.0) == pytest.approx(40.0)
    [baseline] = bench.of(BaselineAccepted)
    assert isinstance(baseline, BaselineAccepted)
    assert (baseline.sbp, baseline.dbp) == (124.0, 77.0), "the mean of the last two of three"


def test_what_does_not_fit_the_phase_is_refused_and_changes_nothing() -> None:
    bench = Bench(treating=False)
    bench.feed(10.0, StopInfusion("AK"), PauseInfusion("AK"), ResumeInfusion("AK"))
    assert len(bench.of(Refused)) == 3
    assert bench.core.state.phase is Phase.BASELINE
    bench.feed(20.0, StartInfusion("AK"), EndSession("AK"))
    assert bench.core.state.phase is Phase.TREATING


def test_after_the_end_nothing_sounds() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(310.0, StopInfusion("AK"), EndSession("AK"))
    assert bench.core.sound(310.0) is None


def test_time_never_goes_back() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(120, 76))
    with pytest.raises(TimeWentBack):
        bench.feed(299.0, cuff(120, 76))


def test_after_a_crash_the_gap_is_named_and_old_values_are_gone() -> None:
    bench = Bench(technical=True)
    bench.stream(90.0, 100.0, hr=80, spo2=98)
    bench.feed(130.0, Resumed(99.0))
    assert bench.core.state.gaps == [(99.0, 130.0)]
    assert not bench.core.state.latest.held


# ---- the record replays

EVENTS = st.one_of(
    st.builds(cuff, st.integers(60, 230), st.integers(30, 140)),
    st.builds(
        lambda hr, spo2: numerics(hr=hr, spo2=spo2), st.integers(30, 170), st.integers(80, 100)
    ),
    st.just(SILENT),
    st.just(DOWN),
    st.just(UP),
    st.just(SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE)),
    st.just(PauseAudio("AK")),
    st.sampled_from(["bp/high", "bp/low", "hr/high", "spo2/low", "sensor-off"]).map(
        lambda key: Acknowledge(key, "AK")
    ),
    st.just(BASELINE),
    st.just(PauseInfusion("AK")),
    st.just(ResumeInfusion("AK")),
    st.just(CuffFailed(CuffFailure.LEAK, SOURCE)),
)
STEPS = st.lists(st.tuples(st.integers(0, 90), EVENTS), max_size=60)


@given(STEPS, st.lists(st.integers(0, 5000), max_size=30))
def test_a_fresh_core_says_the_same_whoever_looked_at_the_time(
    steps: list[tuple[int, Event]], looks: list[int]
) -> None:
    live, now = Bench(technical=True), 0.0
    looked = sorted(looks)
    for step, event in steps:
        now += step
        while looked and looked[0] <= now:
            live.wait(max(live.core.now, float(looked.pop(0))))
        live.feed(now, event)
    live.wait(now + 700.0)
    fresh = MonitorCore(live.core.state.opened)
    again = [(one.at, one.outcome) for at, event in live.fed for one in fresh.handle(event, at)]
    again += [(one.at, one.outcome) for one in fresh.tick(now + 700.0)]
    assert again == live.said


@given(STEPS)
def test_what_sounded_stays_on_the_screen_until_it_is_acknowledged(
    steps: list[tuple[int, Event]],
) -> None:
    bench, now = Bench(technical=True), 0.0
    unanswered: set[str] = set()
    for step, event in steps:
        now += step
        before = len(bench.said)
        bench.feed(now, event)
        for _at, change in bench.said[before:]:
            if isinstance(change, AlarmChanged):
                if change.state is AlarmPhase.ACKNOWLEDGED:
                    unanswered.discard(change.key)
                elif change.state in {AlarmPhase.SOUNDING, AlarmPhase.ESCALATED}:
                    unanswered.add(change.key)
        shown = {view.key for view in bench.core.judge.engine.views(now) if view.waits}
        assert unanswered <= shown


def test_an_opening_is_the_first_event() -> None:
    bench = Bench()
    assert isinstance(bench.fed[0][1], SessionOpened)
