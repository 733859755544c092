"""Off the monitor, escorted: what is held, what is not, and the return."""

from __future__ import annotations

import pytest
from chairs import SOURCE, UP, Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import OFF_MONITOR_ROW
from monitor.commands import Acknowledge, AllowCuff, EndSession, Note, NoteKind, StopInfusion
from monitor.core import MonitorCore
from monitor.events import DeviceFacts, Event, LinkChanged, LinkReason, LinkState
from monitor.outcomes import AlarmChanged, AlarmPhase, CuffAsked, Refused
from monitor.treatment.commands import OffMonitor
from monitor.treatment.view import PromptKind, TreatmentView
from monitor.viewing import Viewer
from monitor.vitals import LostReason, Quality, SignalLost, VitalSign

OFF, BACK = OffMonitor("Nurse 1"), OffMonitor("Nurse 1", back=True)
PROBE_OFF = tuple(
    SignalLost(sign, LostReason.SENSOR_OFF, SOURCE) for sign in (VitalSign.HR, VitalSign.SPO2)
)
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.5)
ONSETS = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})
HELD = {"sensor-off", "signal-poor", "link-lost", "bp-overdue"}


def watched(at: float = 10.0) -> Bench:
    bench = Bench(technical=True)
    bench.feed(at, cuff(124, 76), numerics(hr=72, spo2=98))
    return bench


def names(bench: Bench) -> set[str]:
    return {alarm for _at, alarm, _priority, _state in bench.alarms()}


def seen(bench: Bench, at: float) -> TreatmentView:
    treatment = Viewer(bench.core).picture(at).treatment
    assert treatment is not None
    return treatment


def test_what_is_only_missing_is_no_alarm_for_as_long_as_the_walk_lasts() -> None:
    bench = watched()
    bench.feed(12.0, OFF, *PROBE_OFF)
    bench.wait(900.0)
    assert not names(bench) & HELD


def test_a_broken_line_and_a_poor_signal_are_held_too() -> None:
    bench = watched()
    bench.feed(12.0, OFF, numerics(Quality.POOR, hr=72, spo2=98), DOWN)
    bench.stream(13.0, 90.0)
    bench.wait(200.0)
    assert names(bench) == set()


def test_after_5_min_the_absence_is_an_alarm_until_she_is_back() -> None:
    bench = watched()
    bench.feed(12.0, OFF, *PROBE_OFF)
    bench.wait(311.999)
    assert bench.alarms() == []
    bench.wait(312.0)
    assert bench.alarms() == [(312.0, "off-monitor", "medium", "sounding")]
    bench.feed(320.0, Acknowledge(OFF_MONITOR_ROW.key, "Nurse 1"), BACK)
    assert bench.alarms()[-1] == (320.0, "off-monitor", "medium", "cleared")


def test_the_return_gives_every_delay_anew() -> None:
    bench = watched()
    bench.feed(12.0, OFF, *PROBE_OFF, DOWN)
    bench.feed(200.0, BACK)
    bench.wait(209.9)
    assert bench.alarms() == []
    bench.wait(260.0)
    assert [line[:3] for line in bench.alarms()] == [
        (210.0, "link-lost", "medium"),
        (260.0, "link-lost", "high"),
    ]


def test_a_probe_that_stays_off_after_the_return_is_an_alarm_5_s_later() -> None:
    bench = watched()
    bench.feed(12.0, OFF, *PROBE_OFF)
    bench.feed(200.0, BACK)
    bench.wait(205.0)
    assert bench.alarms() == [(205.0, "sensor-off", "medium", "sounding")]


def test_a_cuff_that_was_due_meanwhile_is_late_from_the_return_on() -> None:
    bench = watched()
    bench.feed(12.0, OFF)
    bench.feed(700.0, BACK, numerics(hr=72, spo2=98))
    bench.stream(701.0, 821.0, hr=72, spo2=98)
    overdue = [line for line in bench.alarms() if line[1] == "bp-overdue"]
    assert overdue == [(820.0, "bp-overdue", "low", "sounding")]


def test_a_delay_that_ran_before_the_walk_does_not_go_on_after_it() -> None:
    bench = watched()
    bench.stream(11.0, 26.0, hr=72, spo2=98)
    poor = numerics(Quality.POOR, hr=72, spo2=98)
    for second in range(26, 42):
        bench.feed(float(second), poor)
    bench.feed(42.0, OFF)
    bench.feed(60.0, BACK)
    for second in range(60, 80):
        bench.feed(float(second), poor)
    assert "signal-poor" not in names(bench)
    bench.feed(80.0, poor)
    assert bench.alarms()[-1] == (80.0, "signal-poor", "low", "sounding")


def test_what_was_open_before_stays() -> None:
    bench = watched()
    bench.feed(12.0, *PROBE_OFF)
    bench.wait(17.0)
    before = bench.alarms()
    assert before
    bench.feed(18.0, OFF)
    bench.wait(200.0)
    bench.feed(201.0, BACK)
    assert bench.alarms() == before
    assert bench.core.sound(201.0) is not None


def test_a_value_that_still_comes_is_judged_as_always() -> None:
    bench = watched()
    bench.feed(12.0, OFF)
    bench.stream(13.0, 40.0, hr=140, spo2=80)
    bench.feed(41.0, cuff(205, 110))
    assert {"hr-very-high", "spo2-extreme", "sbp-extreme"} <= names(bench)


def test_an_emergency_symptom_is_never_held() -> None:
    bench = watched()
    bench.feed(12.0, OFF, Note("n", NoteKind.SEIZURE, "", "Nurse 1"))
    assert names(bench) == {"symptom-emergency"}


def test_nobody_starts_a_cuff_that_is_on_no_monitor() -> None:
    device = DeviceFacts("test", SOURCE, 5.0, 10.0, frozenset(VitalSign), can_start_cuff=True)
    bench = Bench(technical=True, devices=(device,))
    bench.feed(1.0, AllowCuff(SOURCE, True, "Nurse 1"), OFF, cuff(185, 90))
    bench.wait(290.0)
    assert bench.of(CuffAsked) == []
    bench.feed(291.0, BACK, UP)
    assert bench.of(CuffAsked) == [CuffAsked(SOURCE)]


def test_the_screen_counts_the_5_min_and_it_cannot_be_skipped() -> None:
    bench = watched()
    bench.feed(12.0, OFF)
    treatment = seen(bench, 100.0)
    (prompt,) = [one for one in treatment.prompts if one.kind is PromptKind.OFF_MONITOR]
    assert (treatment.off_monitor_since_s, prompt.due_s, prompt.can_skip) == (12.0, 312.0, False)
    bench.feed(120.0, BACK)
    assert seen(bench, 120.0).off_monitor_since_s is None


def test_going_twice_and_coming_back_from_nowhere_are_refused() -> None:
    bench = watched()
    bench.feed(12.0, BACK, OFF)
    bench.feed(20.0, OFF)
    assert bench.of(Refused) == [
        Refused("off-monitor", "not-off-monitor"),
        Refused("off-monitor", "off-monitor-already"),
    ]
    assert seen(bench, 20.0).off_monitor_since_s == 12.0


def test_after_the_end_nobody_is_off_the_monitor() -> None:
    bench = watched()
    bench.feed(12.0, StopInfusion("Nurse 1"), EndSession("Nurse 1"), OFF)
    (refused,) = bench.of(Refused)
    assert isinstance(refused, Refused)
    assert refused.reason == "session-over"


def test_a_session_without_technical_alarms_has_none_of_the_walk_either() -> None:
    bench = Bench(technical=False)
    bench.feed(12.0, OFF)
    bench.wait(900.0)
    assert bench.alarms() == []
    bench.feed(901.0, BACK)
    assert seen(bench, 901.0).off_monitor_since_s is None


EVENTS: st.SearchStrategy[Event] = st.sampled_from(
    (OFF, BACK, DOWN, UP, *PROBE_OFF, cuff(124, 76), numerics(hr=72, spo2=98), numerics(hr=140))
)
Steps = list[tuple[int, Event]]
STEPS = st.lists(st.tuples(st.sampled_from((0, 1, 4, 30, 301)), EVENTS), max_size=40)


@share_of_examples(1.5)
@given(STEPS)
def test_no_missing_signal_begins_to_be_an_alarm_while_she_is_away(steps: Steps) -> None:
    bench, now = watched(), 10.0
    for step, event in steps:
        away, heard = bench.core.state.walk.away, len(bench.said)
        now += step
        bench.wait(now)
        bench.feed(now, event)
        begun = {
            change.alarm
            for _at, change in bench.said[heard:]
            if isinstance(change, AlarmChanged) and change.state in ONSETS
        }
        assert not (away and bench.core.state.walk.away and begun & HELD)


@share_of_examples(1)
@given(STEPS)
def test_a_fresh_core_says_the_same(steps: Steps) -> None:
    live, now = watched(), 10.0
    for step, event in steps:
        live.wait(now + step / 2)
        now += step
        live.feed(now, event)
    fresh = MonitorCore(live.core.state.opened)
    again = [(one.at, one.outcome) for at, event in live.fed for one in fresh.handle(event, at)]
    assert again == live.said


@pytest.mark.parametrize("route_window", [True, False])
def test_off_the_monitor_is_a_medium_alarm_of_its_own(route_window: bool) -> None:
    bench = Bench(technical=True, treating=route_window)
    bench.feed(10.0, OFF)
    bench.wait(310.0)
    assert (310.0, "off-monitor", "medium", "sounding") in bench.alarms()
