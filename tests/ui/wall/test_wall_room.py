"""The chairs of the room, its alarms in order, and whom the two sound keys are about."""

from __future__ import annotations

import random
from dataclasses import replace

import alarm_examples
import pictures
import pytest
from rooms import AT, full_room, on_chair, state_of

from monitor.entries import ChairBroken
from monitor.outcomes import AlarmPhase, Priority
from monitor.phases import Phase
from monitor.picture import ChairPicture
from ui.wall.room import (
    BROKEN,
    SILENT,
    alarms_of,
    alarms_of_room,
    asked_of_room,
    room_of,
    running,
    silenced_next,
)


@pytest.mark.parametrize(
    ("highest", "places", "columns"), [(1, 4, 2), (4, 4, 2), (5, 6, 3), (6, 6, 3), (7, 8, 4)]
)
def test_a_room_is_the_smallest_that_holds_its_highest_chair(
    highest: int, places: int, columns: int
) -> None:
    room = room_of(frozenset({highest}))
    assert (room.places, room.columns) == (tuple(range(1, places + 1)), columns)


def test_a_chair_beyond_the_eighth_is_still_shown() -> None:
    assert room_of(frozenset({2, 11})).places == (1, 2, 3, 4, 5, 6, 7, 8, 11)


def test_places_do_not_move_when_a_session_begins_or_ends() -> None:
    assert room_of(frozenset({4})).places == room_of(frozenset({1, 2, 4})).places


def test_the_most_urgent_alarm_of_all_chairs_comes_first() -> None:
    alarms = alarms_of_room(full_room(), AT)
    assert (alarms[0].number, alarms[0].priority) == (2, Priority.HIGH)
    assert {words.number for words in alarms} == {2, 3, 4, 5, 6, 7}


def test_an_alarm_that_speaks_comes_before_one_that_was_answered_however_urgent() -> None:
    answered = replace(alarm_examples.CONFIRMED, state=AlarmPhase.ACKNOWLEDGED)
    state = state_of(
        on_chair(1, pictures.picture(alarms=(answered,))),
        on_chair(2, pictures.picture(alarms=(pictures.SENSOR_OFF,))),
    )
    assert [words.number for words in alarms_of_room(state, AT)] == [2, 1]


@pytest.mark.parametrize(("first", "last"), [(1, 2), (2, 1)])
def test_of_equally_urgent_alarms_the_one_that_began_first_comes_first(
    first: int, last: int
) -> None:
    """Whatever its chair, and whatever second of its own session it began in."""

    def racing(session_s: float, ago_s: float) -> ChairPicture:
        began = replace(pictures.HR_MEDIUM, since_s=session_s - ago_s)
        return replace(pictures.picture(), now_s=session_s, alarms=(began,))

    state = state_of(on_chair(first, racing(2000.0, 30.0)), on_chair(last, racing(300.0, 10.0)))
    assert [words.number for words in alarms_of_room(state, AT)] == [first, last]
    worse = racing(300.0, 10.0)
    worse = replace(worse, alarms=(replace(worse.alarms[0], priority=Priority.HIGH),))
    state = state_of(on_chair(first, racing(2000.0, 30.0)), on_chair(last, worse))
    assert [words.number for words in alarms_of_room(state, AT)] == [last, first]


def test_a_chair_that_is_not_watched_comes_before_everything_and_hides_its_old_alarms() -> None:
    state = full_room()
    state.absorb(ChairBroken(2, "a bug"), AT, 0.0)
    alarms = alarms_of_room(state, AT)
    assert (alarms[0].number, alarms[0].key) == (2, BROKEN)
    assert [words.key for words in alarms if words.number == 2] == [BROKEN]
    assert asked_of_room(alarms) is not None
    assert asked_of_room(alarms).number != 2


def test_a_chair_that_stopped_answering_says_so_alone() -> None:
    state = full_room(3)
    for chair in (1, 3):
        state.chairs[chair].heard_at = AT + 5.0
    assert [words.key for words in alarms_of(state, 2, AT + 5.0)] == [SILENT]
    assert SILENT not in {words.key for words in alarms_of(state, 3, AT + 5.0)}


def test_an_ended_session_has_no_alarms_and_is_not_running() -> None:
    state = state_of(on_chair(1, replace(pictures.medium(), phase=Phase.SIGNED)))
    assert alarms_of(state, 1, AT) == ()
    assert running(state) == ()


def test_silence_is_about_the_most_urgent_chair_that_is_heard() -> None:
    state = state_of(
        on_chair(1, pictures.medium()),
        on_chair(2, alarm_examples.confirmed()),
        on_chair(3, pictures.calm()),
    )
    assert silenced_next(state, alarms_of_room(state, AT)) == 2
    paused = replace(state.chairs[2].picture, sound=None, audio_pause_left_s=100.0)
    state.chairs[2].picture = paused
    assert silenced_next(state, alarms_of_room(state, AT)) == 1
    state.chairs[1].picture = replace(state.chairs[1].picture, sound=None)
    assert silenced_next(state, alarms_of_room(state, AT)) == 2
    state.chairs[2].picture = replace(paused, audio_pause_left_s=None)
    assert silenced_next(state, alarms_of_room(state, AT)) is None


def test_whatever_the_alarms_each_keeps_the_number_of_its_chair() -> None:
    dice = random.Random(7)
    known = [pictures.BP_MEDIUM, pictures.BP_EXTREME, pictures.HR_MEDIUM, pictures.LINK_LOST]
    for _ in range(200):
        shown, wanted = [], set()
        for chair in dice.sample(range(1, 9), 5):
            own = [
                replace(alarm, value=float(100 + chair), key=f"{alarm.key}#{chair}")
                for alarm in dice.sample(known, dice.randint(0, 4))
            ]
            wanted |= {(chair, alarm.key) for alarm in own}
            shown.append(on_chair(chair, pictures.picture(alarms=tuple(own))))
        alarms = alarms_of_room(state_of(*shown), AT)
        assert {(words.number, words.key) for words in alarms} == wanted
        assert all(words.key.endswith(f"#{words.number}") for words in alarms)
        assert all(words.chair == f"Chair {words.number}" for words in alarms)
