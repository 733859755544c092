"""The core starts the cuff by itself: where it was allowed, when a result is wanted, seldom."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from chairs import DEVICE, SOURCE, Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.clock import whole_ms
from monitor.commands import (
    Acknowledge,
    Action,
    AllowCuff,
    EndSession,
    Note,
    NoteKind,
    StartCuff,
    StopInfusion,
)
from monitor.core import MonitorCore
from monitor.cuff_control import LEAST_APART_S
from monitor.events import DeviceFacts, Event, LinkChanged, LinkReason, LinkState, SessionOpened
from monitor.outcomes import CuffAsked
from monitor.vitals import CuffFailed, CuffFailure, DeviceNote, DeviceNoteKind

ABLE = replace(DEVICE, can_start_cuff=True)
ALLOWED = replace(ABLE, may_start_cuff=True)
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.0)
UP = LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE)
MEASURING = DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE)


def asked(bench: Bench) -> list[float]:
    return [at for at, outcome in bench.said if isinstance(outcome, CuffAsked)]


def chair(device: DeviceFacts = ALLOWED) -> Bench:
    return Bench(devices=(device,))


def test_the_repeat_of_a_very_high_value_is_started_as_soon_as_the_rule_allows() -> None:
    bench = chair()
    bench.feed(300.0, cuff(186, 112))  # a start of the monitor itself
    bench.wait(419.9)
    assert asked(bench) == []
    bench.wait(430.0)
    assert asked(bench) == [420.0]


def test_a_symptom_starts_the_cuff_at_once() -> None:
    bench = chair()
    bench.feed(300.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    assert asked(bench) == [300.0]


def test_without_leave_nothing_is_started_and_the_leave_counts_from_when_it_is_given() -> None:
    bench = chair(ABLE)
    bench.feed(300.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    assert asked(bench) == []
    bench.feed(310.0, AllowCuff(SOURCE, allowed=True, by="AK"))
    assert asked(bench) == [310.0]


def test_a_device_that_cannot_be_told_to_start_is_not_asked() -> None:
    bench = chair(DEVICE)
    bench.feed(300.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.wait(900.0)
    assert asked(bench) == []


def test_the_rhythm_alone_starts_nothing() -> None:
    bench = chair()
    bench.feed(10.0, cuff(124, 76))
    bench.wait(3600.0)
    assert asked(bench) == []


def test_a_cuff_that_measures_already_is_waited_for() -> None:
    bench = chair()
    bench.feed(300.0, MEASURING)
    bench.feed(301.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    assert asked(bench) == []
    bench.feed(340.0, cuff(126, 78))
    bench.wait(489.0)  # from then on one is wanted because the emergency alarm is open
    assert asked(bench) == []


def test_a_failed_start_is_tried_again_after_two_minutes() -> None:
    bench = chair()
    bench.feed(300.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.feed(330.0, CuffFailed(CuffFailure.MOVEMENT, SOURCE))
    bench.wait(420.0)
    assert asked(bench) == [300.0, 420.0]


def test_a_line_that_is_gone_is_not_asked_and_is_when_it_is_back() -> None:
    bench = chair()
    bench.feed(300.0, DOWN)
    bench.feed(301.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.wait(400.0)
    assert asked(bench) == []
    bench.feed(410.0, UP)
    assert asked(bench) == [410.0]


def test_who_takes_a_value_for_an_artefact_has_it_measured_again() -> None:
    bench = chair()
    bench.feed(300.0, cuff(206, 90))
    bench.feed(430.0, cuff(206, 90))
    bench.feed(560.0, Acknowledge("bp/high", "AK", Action.ARTEFACT))
    assert asked(bench)[-1] == 560.0


def test_a_high_heart_rate_has_the_pressure_measured_until_two_results_are_calm() -> None:
    bench = chair()
    for second in range(900):
        bench.feed(float(second), numerics(hr=155.0))
        starts = asked(bench)
        if starts and starts[-1] == second - 20.0:
            bench.feed(float(second), cuff(130, 80))
    assert asked(bench) == [10.0, 30.0 + 150.0]  # at once, and 150 s after the first result


def test_after_the_end_nothing_is_started() -> None:
    bench = chair()
    bench.feed(300.0, StopInfusion("AK"), EndSession("AK"))
    bench.feed(301.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.wait(900.0)
    assert asked(bench) == []


# ---- properties

_NOTE = Note("n", NoteKind.SEIZURE, "", "AK")
EVENTS = st.sampled_from(
    [
        cuff(124, 76),
        cuff(166, 90),
        cuff(186, 112),
        cuff(210, 125),
        numerics(hr=40.0, spo2=97.0),
        numerics(hr=80.0, spo2=86.0),
        numerics(hr=160.0),
        CuffFailed(CuffFailure.LEAK, SOURCE),
        MEASURING,
        DeviceNote(DeviceNoteKind.IDLE, "", SOURCE),
        _NOTE,
        DOWN,
        UP,
        StartCuff(SOURCE, "AK"),
        AllowCuff(SOURCE, allowed=False, by="AK"),
        AllowCuff(SOURCE, allowed=True, by="AK"),
        Acknowledge("bp/high", "AK", Action.ARTEFACT),
    ]
)
SESSIONS = st.lists(st.tuples(st.floats(0.0, 200.0), EVENTS), max_size=40)


def played(session: list[tuple[float, Event]]) -> Bench:
    bench = chair()
    now = 0.0
    for step, event in session:
        now = round(now + step, 3)
        bench.feed(now, event)
    bench.wait(now + 3600.0)
    return bench


@share_of_examples(1.5)
@given(SESSIONS)
def test_two_starts_are_never_less_than_two_minutes_apart(
    session: list[tuple[float, Event]],
) -> None:
    starts = asked(played(session))
    assert all(whole_ms(later - sooner) >= LEAST_APART_S for sooner, later in pairwise(starts))


@share_of_examples(0.6)
@given(SESSIONS)
def test_a_fresh_core_asks_at_the_same_moments(session: list[tuple[float, Event]]) -> None:
    bench = played(session)
    at, opened = bench.fed[0]
    assert isinstance(opened, SessionOpened)
    again = MonitorCore(opened)
    said: list[float] = []
    for at, event in bench.fed:
        said += [one.at for one in again.handle(event, at) if isinstance(one.outcome, CuffAsked)]
    said += [one.at for one in again.tick(at + 3600.0) if isinstance(one.outcome, CuffAsked)]
    assert said == asked(bench)
