"""An emergency on one chair: who rings, what the code clock shows, what was done when."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import OPENED, Bench, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import (
    AnswerEmergency,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    EndSession,
    PauseAudio,
    QuietRoom,
    StampKind,
    UndoStamp,
)
from monitor.core import MonitorCore
from monitor.emergency import UNDO_WITHIN_S, EmergencyView
from monitor.events import Event
from monitor.outcomes import Priority, Refused
from monitor.sounding import Melody, Sounding
from monitor.viewing import picture

RING = Sounding(1, Priority.HIGH, Melody.GENERAL, everywhere=True)
BEGIN = BeginEmergency("AK")


def view(bench: Bench) -> EmergencyView:
    seen = picture(bench.core, bench.core.now).emergency
    assert seen is not None
    return seen


def shock(stamp_id: str = "s1") -> EmergencyStamp:
    return EmergencyStamp(stamp_id, StampKind.SHOCK, "", "AK")


def test_one_press_rings_on_every_seat_at_once() -> None:
    bench = Bench()
    assert bench.core.sounding(0.0) is None
    bench.feed(100.0, BEGIN)
    assert bench.core.sounding(100.0) == RING
    assert picture(bench.core, 100.0).sound is Priority.HIGH


def test_no_audio_pause_silences_an_emergency() -> None:
    bench = Bench()
    bench.feed(90.0, PauseAudio("AK"))
    bench.feed(100.0, BEGIN)
    assert bench.core.sounding(100.0) == RING
    bench.feed(110.0, PauseAudio("AK"))
    assert bench.core.sounding(110.0) == RING


def test_an_answer_ends_the_ringing_and_not_the_code_clock() -> None:
    bench = Bench()
    bench.feed(100.0, BEGIN)
    bench.feed(160.0, AnswerEmergency("NB"))
    bench.wait(200.0)
    assert bench.core.sounding(200.0) is None
    assert view(bench).going
    assert view(bench).code_s(200.0) == 100.0


def test_a_second_press_rings_again_and_the_clock_goes_on() -> None:
    bench = Bench()
    bench.feed(100.0, BEGIN)
    bench.feed(110.0, AnswerEmergency("NB"))
    bench.feed(150.0, BeginEmergency("NB"))
    assert bench.core.sounding(150.0) == RING
    assert view(bench).began_s == 100.0
    assert view(bench).by == "AK"


def test_after_the_answer_the_alarms_sound_as_before() -> None:
    bench = Bench()
    bench.feed(100.0, BEGIN, cuff(205.0, 100.0))
    bench.feed(110.0, AnswerEmergency("AK"))
    assert bench.core.sounding(110.0) == Sounding(1, Priority.HIGH, Melody.CARDIOVASCULAR)


def test_a_stamp_bears_its_moment_and_what_the_code_clock_showed() -> None:
    bench = Bench()
    bench.feed(100.0, BEGIN)
    bench.feed(154.5, EmergencyStamp("s1", StampKind.DRUG, "adrenaline 0.5 mg", "AK"))
    [stamp] = view(bench).stamps
    assert (stamp.at_s, stamp.code_s) == (154.5, 54.5)
    assert stamp.stamp.text == "adrenaline 0.5 mg"


def test_a_stamp_is_undone_within_10_s_and_stays_struck_through() -> None:
    bench = Bench()
    bench.feed(100.0, BEGIN, shock())
    bench.feed(100.0 + UNDO_WITHIN_S, UndoStamp("s1", "AK"))
    [stamp] = view(bench).stamps
    assert stamp.undone
    assert bench.of(Refused) == []


def test_after_10_s_a_stamp_stands() -> None:
    bench = Bench()
    bench.feed(100.0, BEGIN, shock())
    bench.feed(110.001, UndoStamp("s1", "AK"))
    assert not view(bench).stamps[0].undone
    assert bench.of(Refused) == [Refused("emergency", "stamp-too-late")]


@pytest.mark.parametrize("event", [AnswerEmergency("AK"), EndEmergency("AK"), shock()])
def test_without_an_emergency_there_is_nothing_to_answer_or_stamp(event: Event) -> None:
    bench = Bench()
    bench.feed(10.0, event)
    [refused] = bench.of(Refused)
    assert isinstance(refused, Refused)
    assert refused.reason == "no-emergency"
    assert picture(bench.core, 10.0).emergency is None


def test_a_stamp_that_is_not_there_cannot_be_undone() -> None:
    bench = Bench()
    bench.feed(10.0, UndoStamp("s9", "AK"), BEGIN, UndoStamp("s9", "AK"))
    assert bench.of(Refused) == [Refused("emergency", "nothing-to-undo")] * 2


def test_an_emergency_that_ended_is_silent_stands_still_and_can_still_be_read() -> None:
    bench = Bench()
    bench.feed(100.0, BEGIN, shock())
    bench.feed(400.0, EndEmergency("AK"))
    bench.wait(500.0)
    assert bench.core.sounding(500.0) is None
    assert view(bench).code_s(500.0) == 300.0
    assert len(view(bench).stamps) == 1
    bench.feed(600.0, BeginEmergency("NB"))
    assert view(bench) == EmergencyView(600.0, "NB")


def test_nothing_rings_after_the_session_and_none_begins() -> None:
    bench = Bench(treating=False)
    bench.feed(10.0, BEGIN, EndSession("AK"))
    assert bench.core.sounding(10.0) is None
    bench.feed(20.0, BEGIN)
    assert [one.reason for one in bench.of(Refused) if isinstance(one, Refused)] == [
        "refused-in-this-phase"
    ]


def test_where_alarms_are_heard_is_recorded_and_judged_by_nothing() -> None:
    bench = Bench()
    before = picture(bench.core, 10.0)
    bench.feed(10.0, QuietRoom(on=True, output="Headset", by="AK"))
    assert not bench.of(Refused)
    assert picture(bench.core, 10.0) == replace(before, now_s=10.0)


STEPS = st.lists(
    st.tuples(
        st.integers(0, 15),
        st.sampled_from(
            [
                BEGIN,
                AnswerEmergency("NB"),
                EndEmergency("NB"),
                *(shock("a"), shock("b")),
                *(UndoStamp("a", "NB"), UndoStamp("b", "NB")),
            ]
        ),
    ),
    max_size=25,
)


@given(STEPS)
def test_no_stamp_is_ever_lost_and_a_replay_shows_the_same(
    steps: list[tuple[int, Event]],
) -> None:
    cores = MonitorCore(OPENED), MonitorCore(OPENED)
    now, taken = 0.0, 0
    for core in cores:
        core.handle(OPENED, 0.0)
    for wait_s, event in steps:
        now += wait_s
        said = [[one.outcome for one in core.handle(event, now)] for core in cores]
        assert said[0] == said[1]
        refused = any(isinstance(one, Refused) for one in said[0])
        if isinstance(event, BeginEmergency):
            going = cores[0].emergency.view
            taken = taken if going is not None and going.began_s < now else _kept(cores[0])
        elif isinstance(event, EmergencyStamp) and not refused:
            taken += 1
        assert _kept(cores[0]) == taken
        assert cores[0].emergency.view == cores[1].emergency.view


def _kept(core: MonitorCore) -> int:
    view = core.emergency.view
    return 0 if view is None else len(view.stamps)
