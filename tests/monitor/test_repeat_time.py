"""How long a repeat is waited for, and what a cuff that is at work adds to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import DEVICE, SOURCE, Bench, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import ConfirmMonitor, ManualCuff, StartCuff
from monitor.core import MonitorCore
from monitor.events import DeviceFacts, Event, LinkChanged, LinkReason, LinkState
from monitor.outcomes import CuffAsked, Priority
from monitor.repeat_time import RUNNING_MORE_S, RepeatTime, just_after
from monitor.vitals import CuffFailed, CuffFailure, DeviceNote, DeviceNoteKind, Quality

ALLOWED = replace(DEVICE, can_start_cuff=True, may_start_cuff=True)
MEASURING = DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE)
IDLE = DeviceNote(DeviceNoteKind.IDLE, "", SOURCE)
FAILED = CuffFailed(CuffFailure.MOVEMENT, SOURCE)
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.0)
RISEN = ("sbp-very-high", "high", "escalated")


def asking(device: DeviceFacts = ALLOWED) -> Bench:
    """A very high value at 300 s; the time for its repeat is over at 420 s."""
    bench = Bench(devices=(device,))
    bench.feed(300.0, cuff(186, 90))
    return bench


def risen_at(bench: Bench) -> float | None:
    return next((at for at, *what in bench.alarms() if tuple(what) == RISEN), None)


# ---- by itself


def test_silence_speaks_just_after_the_last_moment_when_nothing_runs() -> None:
    time = RepeatTime()
    assert not time.over(1e9)
    time.ask(120.0)
    time.wait_for(None, 120.0)
    assert (time.by, time.over(120.0), time.over(120.001)) == (just_after(120.0), False, True)
    time.drop()
    assert (time.by, time.over(1e9)) == (None, False)


def test_what_runs_before_the_last_moment_changes_nothing_yet() -> None:
    time = RepeatTime()
    time.ask(120.0)
    time.wait_for(200.0, 119.0)
    assert time.by == just_after(120.0)


@pytest.mark.parametrize(("running_until", "by"), [(150.0, 150.0), (180.0, 180.0), (300.0, 180.0)])
def test_what_runs_at_the_last_moment_is_waited_for_a_minute_at_most(
    running_until: float, by: float
) -> None:
    time = RepeatTime()
    time.ask(120.0)
    time.wait_for(running_until, 120.5)
    assert time.by == just_after(by)
    time.wait_for(None, 130.0)
    assert time.over(130.0), "it ended without an answer"


@given(
    st.floats(0.0, 1000.0),
    st.lists(st.tuples(st.floats(0.0, 90.0), st.none() | st.floats(0.0, 400.0)), max_size=30),
)
def test_nothing_is_waited_for_longer_than_a_minute_more(
    asked_by: float, looks: list[tuple[float, float | None]]
) -> None:
    time, now = RepeatTime(), 0.0
    time.ask(asked_by)
    for step, runs_s in looks:
        now += step
        time.wait_for(None if runs_s is None else now + runs_s, now)
        assert time.by is not None
        assert time.by <= just_after(asked_by) + RUNNING_MORE_S + 0.001
        assert time.over(now) or now <= asked_by + RUNNING_MORE_S + 0.001


# ---- at the chair


def test_a_repeat_that_we_took_ourselves_at_the_last_moment_is_waited_for() -> None:
    bench = asking()
    bench.wait(440.0)
    assert [at for at, what in bench.said if isinstance(what, CuffAsked)] == [420.0]
    assert bench.core.sound(440.0) is Priority.MEDIUM
    assert bench.core.judge.engine.views(440.0)[0].repeat_by_s == just_after(480.0)
    bench.feed(445.0, cuff(128, 79))
    assert bench.alarms()[-1] == (445.0, "sbp-very-high", "medium", "withdrawn")
    assert risen_at(bench) is None


def test_a_repeat_that_agrees_after_the_time_is_no_less_an_answer() -> None:
    bench = asking()
    bench.feed(445.0, cuff(184, 90))
    assert risen_at(bench) == 445.0


def test_a_repeat_of_ours_that_never_comes_is_waited_for_a_minute() -> None:
    bench = asking()
    bench.wait(1000.0)
    assert risen_at(bench) == 480.0


@pytest.mark.parametrize(
    "end", [FAILED, DOWN, cuff(190, 90, Quality.POOR), ConfirmMonitor(SOURCE, same=True, by="AK")]
)
def test_the_wait_ends_with_the_measurement_and_not_otherwise(end: Event) -> None:
    bench = asking()
    bench.feed(440.0, end)
    bench.wait(1000.0)
    assert risen_at(bench) == (480.0 if isinstance(end, ConfirmMonitor) else 440.0)


def test_a_measurement_of_the_monitor_itself_is_waited_for_too() -> None:
    bench = asking(DEVICE)
    bench.feed(400.0, MEASURING)
    bench.wait(430.0)
    assert risen_at(bench) is None
    bench.feed(435.0, IDLE)
    bench.feed(435.0, cuff(150, 80))
    assert risen_at(bench) is None
    assert bench.core.sound(435.0) is None


def test_a_measurement_that_ended_has_a_moment_to_tell_its_result() -> None:
    bench = asking(DEVICE)
    bench.feed(400.0, MEASURING)
    bench.feed(425.0, IDLE)
    bench.wait(1000.0)
    assert risen_at(bench) == 435.0


@pytest.mark.parametrize(
    "before",
    [
        (),
        ((310.0, MEASURING), (350.0, IDLE)),
        ((310.0, MEASURING), (350.0, FAILED)),
        ((310.0, MEASURING), (350.0, DOWN)),
    ],
)
def test_without_a_measurement_at_the_last_moment_nothing_is_waited_for(
    before: tuple[tuple[float, Event], ...],
) -> None:
    bench = asking(DEVICE)
    for at, event in before:
        bench.feed(at, event)
    bench.wait(1000.0)
    assert risen_at(bench) == 420.0


def test_a_monitor_that_forgot_to_say_that_it_ended_is_not_believed_for_ever() -> None:
    bench = Bench(devices=(DEVICE,))
    bench.feed(200.0, MEASURING)
    bench.feed(260.0, ManualCuff(186, 90, "AK"))  # over at 380; no cuff is inflated for 180 s
    bench.wait(1000.0)
    assert risen_at(bench) == 380.0


def test_no_sound_that_is_wanted_at_once_waits_for_a_cuff() -> None:
    bench = Bench(devices=(DEVICE,))
    bench.feed(290.0, MEASURING)
    bench.feed(300.0, ManualCuff(206, 90, "AK"))
    assert bench.alarms() == [(300.0, "sbp-extreme", "high", "sounding")]
    assert bench.core.sound(300.0) is Priority.HIGH


def test_an_extreme_value_can_be_taken_back_by_the_repeat_that_was_running() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(300.0, cuff(206, 90))
    bench.feed(450.0, cuff(142, 88))
    assert bench.alarms()[-1] == (450.0, "sbp-extreme", "high", "withdrawn")
    assert bench.core.sound(450.0) is None


def test_a_low_value_waits_for_its_repeat_in_the_same_way() -> None:
    bench = Bench(devices=(DEVICE,))
    bench.feed(300.0, cuff(86, 60))
    bench.feed(350.0, MEASURING)
    bench.wait(370.0)
    assert bench.core.sound(370.0) is None
    bench.wait(500.0)
    assert bench.alarms()[-1] == (420.0, "sbp-low", "medium", "sounding")


def test_each_repeat_that_is_asked_for_has_its_own_minute() -> None:
    bench = asking(DEVICE)
    bench.feed(400.0, MEASURING)
    bench.feed(440.0, cuff(165, 90))  # in between: a third is asked for until 560
    bench.feed(550.0, MEASURING)
    bench.wait(561.0)
    assert risen_at(bench) is None
    bench.feed(580.0, cuff(150, 80))
    assert bench.core.sound(580.0) is None


def test_a_cuff_of_another_patient_is_not_waited_for() -> None:
    other = replace(DEVICE, name="other", source="device:other")
    both = Bench(devices=(DEVICE, other))
    both.feed(300.0, cuff(186, 90), ConfirmMonitor(other.source, same=False, by="AK"))
    both.feed(400.0, replace(MEASURING, source=other.source))
    both.wait(1000.0)
    assert risen_at(both) == 420.0


def test_a_start_that_a_person_asked_for_counts_as_ours() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(300.0, ManualCuff(186, 90, "AK"))
    starts = [at for at, what in bench.said if isinstance(what, CuffAsked)]
    assert starts == [300.0], "it is free, and asked at once"
    bench.feed(340.0, FAILED)
    bench.feed(419.0, StartCuff(SOURCE, "AK"))  # too soon
    bench.wait(420.0)
    assert [at for at, what in bench.said if isinstance(what, CuffAsked)] == [300.0, 420.0]
    bench.wait(1000.0)
    assert risen_at(bench) == 480.0


def test_a_fresh_core_waits_just_as_long() -> None:
    live = asking()
    live.wait(433.0)
    live.feed(470.0, IDLE)
    live.feed(900.0, cuff(128, 79))
    fresh = MonitorCore(live.core.state.opened)
    again = [(one.at, one.outcome) for at, event in live.fed for one in fresh.handle(event, at)]
    assert again == live.said
