"""What one chair says about what it hears: behaviours of the whole core."""

from __future__ import annotations

from typing import get_args

import pytest
from chairs import BASELINE, SOURCE, UP, Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor import core as core_module
from monitor.commands import (
    Acknowledge,
    BeginDischarge,
    ChangeLimit,
    EndSession,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    ResumeAudio,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.core import MonitorCore, TimeWentBack
from monitor.events import Event, LinkChanged, LinkReason, LinkState, Resumed, SessionOpened
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    LimitChanged,
    PhaseChanged,
    Priority,
    Refused,
)
from monitor.phases import Phase
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    LostReason,
    SignalLost,
    VitalSign,
    WaveChunk,
)

SILENT = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 3.0)
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.5)


def test_every_event_has_a_place_in_the_core() -> None:
    assert {*core_module._HANDLERS, WaveChunk} == set(get_args(Event))


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
    bench.feed(300.0, cuff(170, 90), cuff(170, 90))
    bench.feed(310.0, Acknowledge("bp/high", "AK"))
    bench.feed(450.0, cuff(167, 90))
    assert bench.alarms()[-1] == (450.0, "sbp-high", "medium", "reminded")
    better = Bench()
    better.feed(300.0, cuff(170, 90), cuff(170, 90))
    better.feed(310.0, Acknowledge("bp/high", "AK"))
    better.feed(450.0, cuff(164, 90))
    assert better.alarms()[-1][3] == "acknowledged"


def test_acknowledging_the_high_side_does_not_hide_the_low_one() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 45), cuff(165, 45))
    bench.feed(305.0, Acknowledge("bp/high", "AK"))
    assert bench.core.sound(305.0) is Priority.MEDIUM
    bench.feed(306.0, Acknowledge("bp/low", "AK"))
    assert bench.core.sound(306.0) is None


def test_acknowledging_what_is_not_there_is_refused() -> None:
    bench = Bench()
    bench.feed(300.0, Acknowledge("bp/high", "AK"))
    assert [one.reason for one in bench.of(Refused) if isinstance(one, Refused)] == [
        "nothing-to-acknowledge"
    ]


def test_an_audio_pause_ends_by_itself_and_is_never_longer_than_two_minutes() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90), cuff(165, 90), PauseAudio("AK", 900.0))
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
    bench.feed(300.0, cuff(165, 90), cuff(165, 90), PauseAudio("AK"))
    assert bench.core.sound(300.0) is None
    bench.feed(301.0, ResumeAudio("AK"))
    assert bench.core.sound(301.0) is Priority.MEDIUM


def test_an_emergency_symptom_is_a_high_alarm_at_any_pressure() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(118, 70), Note("n1", NoteKind.CHEST_PAIN, "", "AK"))
    assert bench.alarms() == [(300.0, "symptom-emergency", "high", "sounding")]
    bench.feed(301.0, UndoNote("n1", "AK"))
    assert bench.core.sound(301.0) is Priority.HIGH, "undo never clears a latched alarm"


def test_a_second_symptom_is_heard_through_the_pause_of_the_first() -> None:
    bench = Bench()
    bench.feed(300.0, Note("n1", NoteKind.CHEST_PAIN, "", "AK"), PauseAudio("AK"))
    assert bench.core.sound(300.0) is None
    bench.feed(330.0, Note("n2", NoteKind.VISUAL_SIGN, "", "AK"))
    assert bench.alarms()[-1] == (330.0, "symptom-emergency", "high", "sounding")
    assert bench.core.sound(330.0) is Priority.HIGH
    last = bench.of(AlarmChanged)[-1]
    assert isinstance(last, AlarmChanged)
    assert last.text == "visual-sign"


def test_what_is_undone_twice_or_was_never_said_is_refused() -> None:
    bench = Bench()
    bench.feed(300.0, Note("n1", NoteKind.NAUSEA, "", "AK"), UndoNote("n1", "AK"))
    assert bench.core.state.notes["n1"].undone
    bench.feed(301.0, UndoNote("n1", "AK"), UndoNote("n2", "AK"))
    assert len(bench.of(Refused)) == 2


def test_a_reading_says_that_its_line_lives() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, SILENT)
    bench.feed(101.0, numerics(hr=80))
    bench.wait(104.0)
    bench.feed(104.0, numerics(hr=80, spo2=98))
    assert bench.core.state.links.up(SOURCE)


def test_the_core_wakes_at_the_next_instant_and_not_before() -> None:
    bench = Bench(technical=True)
    assert bench.core.wake_at() == 300.0, "the first cuff is due"
    bench.feed(10.0, numerics(spo2=90))
    assert bench.core.wake_at() == 15.0, "the value is blank then"
    bench.feed(12.0, numerics(spo2=90), PauseAudio("AK", 2.0))
    assert bench.core.wake_at() == 14.0
    bench.wait(13.999)
    assert bench.core.wake_at() == 14.0
    bench.wait(14.0)
    assert bench.core.wake_at() == 17.0


def test_an_event_just_before_an_instant_does_not_push_it_away() -> None:
    bench = Bench()
    bench.stream(100.0, 110.0, hr=120)
    bench.feed(109.9, numerics(spo2=98))
    bench.wait(110.5)
    assert bench.alarms() == [(110.0, "hr-high", "medium", "sounding")]


def test_what_is_due_at_the_instant_of_an_event_comes_before_it() -> None:
    bench = Bench()
    bench.stream(100.0, 110.0, hr=120)
    bench.feed(110.0, numerics(hr=80))
    assert bench.alarms() == [(110.0, "hr-high", "medium", "sounding")]


def test_a_harmless_note_is_no_alarm() -> None:
    bench = Bench()
    bench.feed(300.0, Note("n1", NoteKind.DISSOCIATION, "", "AK"))
    assert bench.alarms() == []


def test_a_limit_moved_at_the_chair_judges_what_is_known_now() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(158, 90))
    bench.feed(310.0, ChangeLimit("sbp-high", 155.0, "AK"))
    assert bench.alarms() == [(310.0, "sbp-high", "medium", "pending")]
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
    bench.feed(310.0, cuff(165, 90), cuff(165, 90))
    assert bench.alarms() == [
        (310.0, "sbp-high", "medium", "pending"),
        (310.0, "sbp-high", "medium", "sounding"),
    ]


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
    assert bench.core.state.phase.value == "treating"


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


@pytest.mark.parametrize("gap_s", [7.0, 15.0, 31.0, 300.0])
def test_what_nobody_listened_to_is_no_fault_of_a_sensor(gap_s: float) -> None:
    bench = Bench(technical=True)
    bench.feed(0.0, UP)
    bench.stream(10.0, 100.0, hr=80, spo2=98)
    bench.feed(100.0 + gap_s, Resumed(100.0))
    found = {alarm for _at, alarm, _priority, _state in bench.alarms()}
    assert found == ({"link-lost"} if gap_s > 10.0 else set())


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


@share_of_examples(0.6)
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


@share_of_examples(0.6)
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
