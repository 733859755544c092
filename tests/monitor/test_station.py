"""The station: a real thread, a real queue, real cores; what breaks is contained and named."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from chairs import UP, cuff, numerics
from helpers import wait_until
from room import UTC, Room

from monitor.chair import Chair
from monitor.commands import EndSession, StartInfusion
from monitor.entries import (
    AnchorReason,
    ChairBroken,
    Committed,
    Published,
    StoreTrouble,
    StoreWell,
)
from monitor.events import ClockJumped, Event, Numerics, Part, PartFailed
from monitor.outcomes import AlarmPhase, Priority
from monitor.sounding import Melody, Sounding
from monitor.station import (
    BEAT_S,
    SCREEN_STALLED_AFTER_S,
    awake_clock,
    utc_offset_min,
)
from monitor.vitals import CuffResult

EXTREME_OF_1 = Sounding(1, Priority.HIGH, Melody.CARDIOVASCULAR)
BROKEN_1 = Sounding(1, Priority.HIGH, Melody.GENERAL)


class Poisoned(Chair):
    """A chair whose core has a bug at a pressure of 111."""

    def take(self, event: Event | None, now: float) -> None:
        if event == cuff(111, 70):
            raise ZeroDivisionError("a bug at 111")
        super().take(event, now)


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    made.station.stop()


def poisoned(room: Room, number: int) -> Poisoned:
    whole = room.chair(number, join=False)
    chair = Poisoned(whole.opened, room.entries[number].append, room.shown[number].append)
    room.station.join(chair, room.clock.now)
    return chair


# ---- what comes in


def test_what_is_heard_is_judged_at_the_moment_it_was_heard(room: Room) -> None:
    room.chair(1)
    room.clock.now += 20.0
    room.station.hear(1, room.clock.now - 3.0, (UP, cuff(206, 90)))
    room.expect(1, "sbp-extreme")
    assert [entry.now_s for entry in room.entries[1][2:]] == [17.0, 17.0, 17.0]
    wait_until(lambda: (EXTREME_OF_1,) in room.sounds, what="the sound")


def test_a_command_is_judged_and_shown(room: Room) -> None:
    room.chair(1)
    room.heard(1, StartInfusion("AK"))
    wait_until(
        lambda: isinstance(room.shown[1][-1].picture.infusion_started_s, float),
        what="the start of the infusion",
    )


def test_what_is_for_a_chair_that_nobody_sits_in_is_dropped(room: Room) -> None:
    room.heard(9, cuff(206, 90))
    room.settled()
    assert room.broken == []
    assert set(room.sounds) == {()}


def test_a_chair_whose_session_ended_is_free(room: Room) -> None:
    room.chair(1)
    room.heard(1, cuff(206, 90), EndSession("AK"), cuff(206, 90))
    room.settled()
    last = room.entries[1][-1]
    assert [type(entry.what) for entry in room.entries[1]].count(CuffResult) == 1
    room.clock.now += 1000.0
    room.settled()
    assert room.entries[1][-1] is last
    assert room.sounds[-1] == ()
    room.chair(1)
    room.heard(1, cuff(206, 90))
    room.expect(1, "sbp-extreme")


def test_what_is_on_the_disk_reaches_its_chair(room: Room) -> None:
    room.chair(1)
    room.settled()
    room.station.stored(Committed("s-1", 1))
    room.clock.now += 1.0
    wait_until(lambda: room.shown[1][-1].picture.recorded_at_s == 1.0, what="the word of the disk")


def test_stopping_first_works_off_what_is_queued() -> None:
    room = Room()
    room.chair(1)
    for at in range(200):
        room.station.hear(1, 1000.0 + at / 1000, (numerics(hr=80 + at % 7),))
    room.station.stop()
    heard = [entry for entry in room.entries[1] if isinstance(entry.what, Numerics)]
    assert len(heard) == 200
    assert [entry.now_s for entry in heard] == [round(at / 1000, 3) for at in range(200)]


# ---- time


def test_what_is_due_is_said_though_nobody_speaks(room: Room) -> None:
    room.chair(1, technical=True)
    room.settled()
    room.clock.now += 10.0
    room.expect(1, "link-lost")
    assert room.entries[1][-1].now_s == 10.0


def test_heartbeats_keep_coming_with_and_without_chairs(room: Room) -> None:
    wait_until(lambda: room.beats >= 3, what="three beats")
    room.chair(1)
    before = room.beats
    wait_until(lambda: room.beats >= before + 3, what="three more")


def test_a_chair_that_hears_nothing_is_shown_though_another_one_is_busy(room: Room) -> None:
    """Else the window would think that its program has stopped."""
    room.chair(1)
    room.chair(2)
    room.settled()
    shown = len(room.shown[2])
    turns: list[int] = []
    for step in range(40):
        room.clock.now += BEAT_S / 4
        room.heard(1, numerics(hr=80))
        turns.append(room.beats)
        wait_until(lambda: room.beats > turns[-1], what=f"turn {step}")
    assert len(room.shown[2]) >= shown + 9
    assert room.shown[2][-1].now_s >= 9.0 * BEAT_S


def test_after_a_stall_what_waited_is_judged_before_time_goes_on(room: Room) -> None:
    """Thirty seconds of values wait in the queue: late is not missing."""
    begun, go_on = threading.Event(), threading.Event()
    whole = room.chair(1, technical=True, join=False)

    def stall(_published: Published) -> None:
        begun.set()
        go_on.wait(5.0)

    room.station.join(Chair(whole.opened, room.entries[1].append, stall), room.clock.now)
    room.heard(1, UP, StartInfusion("AK"))
    assert begun.wait(5.0)
    for step in range(1, 301):
        room.station.hear(1, room.clock.now + step / 10, (numerics(hr=80, spo2=98),))
    room.clock.now += 31.0
    go_on.set()
    room.settled()
    assert room.alarms(1) == []
    assert room.entries[1][-1].now_s == 30.0


def test_a_clock_that_is_stepped_is_anchored_and_said_on_every_chair(room: Room) -> None:
    room.chair(1)
    room.clock.now += 100.0
    room.chair(2)
    room.settled()
    assert room.anchors == []
    room.clock.stepped_s = -3600.0
    wait_until(lambda: len(room.anchors) == 2, what="an anchor for each chair")
    room.settled()
    utc_s = UTC + 1100.0 - 3600.0
    assert [(a.session_id, a.from_s, a.utc_s, a.reason) for a in room.anchors] == [
        ("s-1", 100.0, utc_s, AnchorReason.CLOCK_STEP),
        ("s-2", 0.0, utc_s, AnchorReason.CLOCK_STEP),
    ]
    for number in (1, 2):
        jumps = [e.what for e in room.entries[number] if isinstance(e.what, ClockJumped)]
        assert jumps == [ClockJumped(-3600.0)]
        assert ("clock-jumped", "sounding") in room.alarms(number)


def test_the_clock_of_the_station_goes_on_and_the_zone_is_whole_minutes() -> None:
    first = awake_clock()
    assert awake_clock() >= first
    assert -14 * 60 <= utc_offset_min(1_700_000_000.0) <= 14 * 60


# ---- what breaks


def test_a_chair_that_breaks_is_named_and_sounds_and_the_others_go_on(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    poisoned(room, 1)
    room.chair(2)
    room.station.hear(1, room.clock.now, (cuff(111, 70), cuff(111, 70), cuff(120, 76)))
    wait_until(lambda: room.broken, what="the name of the broken chair")
    room.settled()
    assert room.broken == [ChairBroken(1, "ZeroDivisionError: a bug at 111")]
    assert room.sounds[-1] == (BROKEN_1,), "until the program is started again"
    shown = len(room.shown[1])
    room.heard(2, cuff(185, 90))
    room.expect(2, "sbp-very-high")
    room.settled()
    assert room.sounds[-1] == (BROKEN_1, Sounding(2, Priority.MEDIUM, Melody.CARDIOVASCULAR))
    assert len(room.shown[1]) == shown
    [told] = caplog.records
    assert (told.levelno, told.exc_info is not None) == (logging.ERROR, True)
    assert "chair 1" in told.getMessage()


class Unwakeable(Chair):
    """A bug in what a chair says about itself, not in what it does."""

    def wake_at(self) -> float | None:
        raise LookupError("no such instant")


class Mute(Chair):
    def sounding(self) -> Sounding | None:
        raise LookupError("no such sound")


class Forgetful(Chair):
    def heard_committed(self, report: Committed) -> None:
        raise LookupError(f"never wrote {report.seq}")


@pytest.mark.parametrize("kind", [Unwakeable, Mute, Forgetful])
def test_wherever_a_chair_breaks_the_station_lives(
    room: Room, caplog: pytest.LogCaptureFixture, kind: type[Chair]
) -> None:
    whole = room.chair(1, join=False)
    chair = kind(whole.opened, room.entries[1].append, room.shown[1].append)
    room.station.join(chair, room.clock.now)
    room.chair(2)
    room.station.stored(Committed("s-2", 0))
    wait_until(lambda: room.broken, what="the name of the broken chair")
    room.heard(2, cuff(185, 90))
    room.expect(2, "sbp-very-high")
    assert [broken.chair for broken in room.broken] == [1]
    assert len(caplog.records) == 1


def test_a_store_in_trouble_is_an_alarm_on_every_chair_and_on_those_that_come(room: Room) -> None:
    room.chair(1)
    room.chair(2)
    room.station.stored(StoreTrouble("the disk is full"))
    room.expect(1, "store-failed")
    room.expect(2, "store-failed")
    room.chair(3)
    room.expect(3, "store-failed")
    room.station.stored(StoreWell())
    for number in (1, 2, 3):
        room.expect(number, "store-failed", AlarmPhase.LATCHED)
    room.chair(4)
    room.settled()
    assert room.alarms(4) == []


def test_a_part_that_says_its_trouble_twice_is_recorded_once(room: Room) -> None:
    room.chair(1)
    for _again in range(3):
        room.station.part(PartFailed(Part.SOUND, "no sound card"))
    room.station.part(PartFailed(Part.SOUND, "no sound at all"))
    room.settled()
    told = [e.what.text for e in room.entries[1] if isinstance(e.what, PartFailed)]
    assert told == ["no sound card", "no sound at all"]


def test_a_part_that_recovers_without_having_failed_is_no_news(room: Room) -> None:
    room.chair(1)
    room.settled()
    entries = len(room.entries[1])
    room.station.stored(StoreWell())
    room.settled()
    assert len(room.entries[1]) == entries


def test_a_screen_that_stalls_is_an_alarm_until_it_goes_on(room: Room) -> None:
    room.chair(1)
    room.station.screen_beat()
    room.clock.now += SCREEN_STALLED_AFTER_S
    room.settled()
    assert room.alarms(1) == []
    room.clock.now += 0.5
    room.expect(1, "screen-stalled")
    room.station.screen_beat()
    room.expect(1, "screen-stalled", AlarmPhase.LATCHED)


def test_without_a_window_no_screen_stalls(room: Room) -> None:
    room.chair(1)
    room.clock.now += 1.9
    room.settled()
    assert room.alarms(1) == []


def test_every_chair_says_what_it_asks_to_be_heard(room: Room) -> None:
    room.chair(1)
    room.chair(2)
    room.heard(1, cuff(185, 90))
    room.settled()
    very_high = Sounding(1, Priority.MEDIUM, Melody.CARDIOVASCULAR)
    assert room.sounds[-1] == (very_high,)
    room.heard(2, cuff(206, 90))
    room.expect(2, "sbp-extreme")
    room.settled()
    assert room.sounds[-1] == (very_high, replace(EXTREME_OF_1, chair=2))
    room.heard(2, EndSession("AK"))
    room.settled()
    assert room.sounds[-1] == (very_high,)
