"""One session under way: counted, recorded, shown, and brought back after a crash."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import BASELINE, OPENED, UP, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from test_core import STEPS

from monitor.chair import Chair
from monitor.commands import EndSession, StartInfusion
from monitor.core import MonitorCore
from monitor.entries import Committed, Entry, Published
from monitor.events import Event, Resumed, is_event
from monitor.outcomes import AlarmChanged, PhaseChanged, Priority
from monitor.phases import Phase
from monitor.sounding import Melody, Sounding
from monitor.vitals import Wave, WaveChunk

WATCHED = replace(OPENED, technical_alarms=True)
WAVE = WaveChunk(Wave.PLETH, 62.5, "1", (0.1, 0.2))


class Seat:
    """A chair with everything that left it."""

    def __init__(self, past: list[Entry] | None = None) -> None:
        self.entries: list[Entry] = []
        self.shown: list[Published] = []
        self.chair = Chair(WATCHED, self.entries.append, self.shown.append)
        if past is None:
            self.chair.begin()
        else:
            self.chair.relive(past)

    def take(self, at: float, *events: Event | None) -> None:
        for event in events:
            self.chair.take(event, at)

    @property
    def recorded_at_s(self) -> float | None:
        return self.shown[-1].picture.recorded_at_s


def treated(seat: Seat) -> Seat:
    seat.take(0.0, UP, BASELINE, StartInfusion("AK"))
    return seat


def live(steps: list[tuple[int, Event]]) -> Seat:
    """A seat that lived through the steps, and was looked at in between."""
    seat, now = treated(Seat()), 0.0
    for step, event in steps:
        seat.take(now + step / 3, None)
        now += step
        seat.take(now, event)
    return seat


def test_the_first_line_of_a_record_is_its_opening() -> None:
    seat = Seat()
    assert seat.entries == [
        Entry("s-1", 0, 0.0, WATCHED),
        Entry("s-1", 1, 0.0, PhaseChanged(Phase.PLANNED, Phase.BASELINE)),
    ]
    assert seat.shown[0].event == WATCHED
    assert seat.chair.number == 1


@share_of_examples(0.4)
@given(STEPS)
def test_unwatched_it_judges_and_records_the_same_and_shows_it_as_soon_as_somebody_looks(
    steps: list[tuple[int, Event]],
) -> None:
    watched, unwatched = treated(Seat()), treated(Seat())
    unwatched.chair.watched = False
    before = unwatched.shown[-1].picture
    now = 0.0
    for step, event in steps:
        now += step
        watched.take(now, event)
        unwatched.take(now, event)
    assert unwatched.entries == watched.entries
    assert unwatched.chair.drawn_at == watched.chair.drawn_at
    assert [one.outcomes for one in unwatched.shown] == [one.outcomes for one in watched.shown]
    assert unwatched.shown[-1].picture is before
    watched.take(now, None)
    assert unwatched.chair.look() == watched.shown[-1].picture
    unwatched.chair.watched = True
    unwatched.take(now, None)
    assert unwatched.shown[-1].picture == watched.shown[-1].picture


@share_of_examples(0.4)
@given(STEPS)
def test_the_record_is_counted_without_a_gap_and_its_time_never_goes_back(
    steps: list[tuple[int, Event]],
) -> None:
    seat = live(steps)
    assert [entry.seq for entry in seat.entries] == list(range(len(seat.entries)))
    moments = [entry.now_s for entry in seat.entries]
    assert moments == sorted(moments)
    assert moments == [round(moment, 3) for moment in moments]


@share_of_examples(0.4)
@given(STEPS)
def test_a_fresh_core_fed_with_the_record_says_what_the_record_says(
    steps: list[tuple[int, Event]],
) -> None:
    seat = live(steps)
    fresh = MonitorCore(WATCHED)
    said = []
    for entry in seat.entries:
        if is_event(entry.what):
            said += fresh.handle(entry.what, entry.now_s)
    said += fresh.tick(seat.entries[-1].now_s)
    assert [(one.at, one.outcome) for one in said] == [
        (entry.now_s, entry.what) for entry in seat.entries if not is_event(entry.what)
    ]


@share_of_examples(0.4)
@given(STEPS, STEPS, st.data())
def test_after_a_crash_a_chair_goes_on_as_if_it_had_never_been_away(
    before: list[tuple[int, Event]], after: list[tuple[int, Event]], data: st.DataObject
) -> None:
    """The record may be cut off anywhere behind its first event."""
    seat = live(before)
    kept = data.draw(st.integers(1, len(seat.entries)))
    past = seat.entries[:kept]
    back = Seat(past)
    there = Seat()
    for entry in past[1:]:
        if is_event(entry.what):
            there.take(entry.now_s, entry.what)
    # What is due at a moment is said once that moment is over: until then it may still be met.
    now = past[-1].now_s + 0.001
    back.take(now, None)
    there.take(now, None)
    assert past + back.entries == there.entries, "nothing is lost and nothing is said twice"
    for step, event in after:
        now += step
        back.take(now, event)
        there.take(now, event)
    assert past + back.entries == there.entries
    assert back.chair.sounding() == there.chair.sounding()
    if after:
        assert replace(back.shown[-1].picture, recorded_at_s=None) == replace(
            there.shown[-1].picture, recorded_at_s=None
        )


def test_an_alarm_that_was_said_by_time_alone_is_not_said_again_after_a_crash() -> None:
    seat = treated(Seat())
    seat.take(430.0, None)
    assert isinstance(seat.entries[-1].what, AlarmChanged)
    back = Seat(seat.entries)
    back.take(440.0, Resumed(430.0))
    assert back.entries[0].seq == len(seat.entries)
    alarms = [entry.what.alarm for entry in back.entries if isinstance(entry.what, AlarmChanged)]
    assert "bp-overdue" not in alarms


def test_an_alarm_that_the_crash_kept_from_the_disk_is_recorded_when_it_is_back() -> None:
    seat = treated(Seat())
    seat.take(60.0, cuff(206, 90))
    assert isinstance(seat.entries[-1].what, AlarmChanged)
    back = Seat(seat.entries[:-1])
    assert back.entries == seat.entries[-1:]


def test_a_record_that_was_judged_by_other_rules_is_left_as_it_is() -> None:
    seat = treated(Seat())
    seat.take(60.0, cuff(206, 90))
    others = [entry for entry in seat.entries if not isinstance(entry.what, AlarmChanged)]
    first = others.pop(1)
    assert isinstance(first.what, PhaseChanged)
    back = Seat([*others, replace(first, seq=99, now_s=60.0)])
    assert back.entries == []
    back.take(61.0, UP)
    assert back.entries[0].seq == 100


def test_what_was_due_while_the_program_was_away_bears_the_moment_it_was_due() -> None:
    seat = treated(Seat())
    back = Seat(seat.entries)
    back.take(500.0, Resumed(0.0))
    due = [one for one in back.entries if isinstance(one.what, AlarmChanged)]
    assert next(one.now_s for one in due if one.what.alarm == "bp-overdue") == 420.0


@pytest.mark.parametrize("gap_s", [7.0, 300.0])
def test_what_a_return_says_is_said_again_by_its_record(gap_s: float) -> None:
    seat = treated(Seat())
    away_s = seat.entries[-1].now_s
    back = Seat(seat.entries)
    back.take(away_s + gap_s, Resumed(away_s))
    record = [*seat.entries, *back.entries]
    again = MonitorCore(seat.chair.opened)
    said = [one for e in record if is_event(e.what) for one in again.handle(e.what, e.now_s)]
    recorded = [(e.now_s, e.what) for e in record if not is_event(e.what)]
    assert [(one.at, one.outcome) for one in said] == recorded


# ---- what is on the disk


def test_recorded_is_what_was_committed_and_not_a_moment_more() -> None:
    seat = Seat()
    assert seat.recorded_at_s is None
    seat.chair.heard_committed(Committed("s-1", 1))
    seat.take(2.0, UP)
    assert seat.recorded_at_s == 1.999, "the line of this very moment is still on its way"
    seat.take(3.0, None)
    assert seat.recorded_at_s == 1.999
    seat.chair.heard_committed(Committed("another", 99))
    seat.take(4.0, None)
    assert seat.recorded_at_s == 1.999
    seat.chair.heard_committed(Committed("s-1", 2))
    seat.take(5.0, None)
    assert seat.recorded_at_s == 5.0


def test_the_last_picture_of_an_ended_session_says_that_all_of_it_is_recorded() -> None:
    seat = Seat()
    seat.take(2.0, EndSession("AK"))
    lines, pictures = len(seat.entries), len(seat.shown)
    seat.chair.heard_committed(Committed("s-1", seat.entries[-1].seq - 1))
    assert len(seat.shown) == pictures, "a line is still on its way"
    seat.chair.heard_committed(Committed("s-1", seat.entries[-1].seq))
    assert seat.recorded_at_s == 2.0
    assert len(seat.entries) == lines


def test_half_of_what_happened_at_one_moment_is_not_that_moment() -> None:
    seat = Seat()
    seat.take(2.0, UP, BASELINE)
    seat.chair.committed(2)
    seat.take(3.0, None)
    assert seat.recorded_at_s == 1.999


# ---- what is shown


def test_every_step_is_recorded_before_it_is_shown() -> None:
    order: list[str] = []
    chair = Chair(
        WATCHED,
        lambda entry: order.append(type(entry.what).__name__),
        lambda _p: order.append("!"),
    )
    chair.begin()
    chair.take(cuff(206, 90), 1.0)
    assert order == ["SessionOpened", "PhaseChanged", "!", "CuffResult", "AlarmChanged", "!"]


def test_a_wave_is_passed_on_and_changes_nothing_in_the_picture() -> None:
    seat = treated(Seat())
    seat.take(1.0, numerics(hr=80))
    seat.take(1.1, WAVE)
    assert seat.shown[-1].event == WAVE
    assert seat.shown[-1].picture is seat.shown[-2].picture
    assert seat.entries[-1].what == WAVE
    seat.take(6.5, WAVE)
    assert seat.shown[-1].picture.numerals == seat.shown[-2].picture.numerals


def test_a_wave_that_finds_something_due_brings_a_new_picture() -> None:
    seat = treated(Seat())
    seat.take(1.0, numerics(spo2=84))
    seat.take(430.0, WAVE)
    assert seat.shown[-1].picture is not seat.shown[-2].picture
    assert {view.alarm for view in seat.shown[-1].picture.alarms} >= {"bp-overdue"}


def test_moments_are_put_on_the_grid_and_a_late_message_takes_the_present() -> None:
    seat = treated(Seat())
    seat.take(10.00049, numerics(hr=80))
    assert seat.entries[-1].now_s == 10.0
    seat.take(9.0, numerics(hr=81))
    assert seat.entries[-1].now_s == 10.0
    assert seat.shown[-1].now_s == 10.0


@pytest.mark.parametrize("event", [None, UP])
def test_a_chair_tells_when_it_is_over_when_to_wake_and_what_sounds(event: Event | None) -> None:
    seat = treated(Seat())
    assert seat.chair.wake_at() == 300.0
    seat.take(1.0, cuff(206, 90), event)
    assert seat.chair.sounding() == Sounding(1, Priority.HIGH, Melody.CARDIOVASCULAR)
    assert not seat.chair.ended
    other = Seat()
    other.take(1.0, EndSession("AK"), event)
    assert other.chair.ended
    assert other.chair.sounding() is None
