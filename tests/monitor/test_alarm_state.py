"""The table of an alarm's life, walked."""

from __future__ import annotations

import itertools

import pytest

from monitor.alarm_state import AUDIBLE, SAID, TRANSITIONS, AlarmState, Stimulus
from monitor.events import AlarmPhase


def reachable(start: AlarmState, stimuli: set[Stimulus]) -> set[AlarmState]:
    found, todo = {start}, [start]
    while todo:
        row = TRANSITIONS[todo.pop()]
        for stimulus in stimuli & row.keys():
            if row[stimulus] not in found:
                found.add(row[stimulus])
                todo.append(row[stimulus])
    return found


def test_every_state_has_a_row() -> None:
    assert set(TRANSITIONS) == set(AlarmState)


def test_every_move_has_its_words_and_every_word_its_move() -> None:
    moves = {(state, stimulus) for state, row in TRANSITIONS.items() for stimulus in row}
    assert moves == set(SAID)


@pytest.mark.parametrize("start", sorted(AUDIBLE, key=lambda state: state.name))
def test_an_alarm_that_sounded_is_never_forgotten_without_an_acknowledgement(
    start: AlarmState,
) -> None:
    others = set(Stimulus) - {Stimulus.ACKNOWLEDGE}
    assert AlarmState.QUIET not in reachable(start, others)


def test_an_extreme_is_not_silenced_by_being_over() -> None:
    assert TRANSITIONS[AlarmState.SOUNDING][Stimulus.OVER_EXTREME] in AUDIBLE


def test_what_gets_worse_is_heard_whatever_was_acknowledged() -> None:
    for state in (AlarmState.SOUNDING, AlarmState.INSISTING, AlarmState.ACKNOWLEDGED):
        assert TRANSITIONS[state][Stimulus.WORSE] in AUDIBLE


def test_a_lesser_tier_neither_speaks_nor_silences_while_an_extreme_waits() -> None:
    move = (AlarmState.INSISTING, Stimulus.LESSER)
    assert SAID[move] == ()
    assert TRANSITIONS[move[0]][move[1]] in AUDIBLE


def test_only_an_acknowledgement_silences_an_extreme() -> None:
    silencing = {
        stimulus
        for stimulus, after in TRANSITIONS[AlarmState.INSISTING].items()
        if after not in AUDIBLE
    }
    assert silencing == {Stimulus.ACKNOWLEDGE}


def test_what_somebody_knows_is_cleared_when_it_is_over_and_spoken_of_when_it_lasts() -> None:
    row = TRANSITIONS[AlarmState.ACKNOWLEDGED]
    assert row[Stimulus.OVER] is row[Stimulus.OVER_EXTREME] is AlarmState.QUIET
    assert row[Stimulus.REMIND] in AUDIBLE


def test_every_state_can_be_reached_and_left() -> None:
    assert reachable(AlarmState.QUIET, set(Stimulus)) == set(AlarmState)
    assert all(TRANSITIONS[state] for state in AlarmState)


def test_sounding_is_said_once_an_onset() -> None:
    onsets = [move for move, words in SAID.items() if AlarmPhase.SOUNDING in words]
    assert sorted(move[0].name for move in onsets) == ["INSISTING", "LATCHED", "QUIET"]
    assert all(stimulus is Stimulus.RAISED for _state, stimulus in onsets)


def test_an_unknown_stimulus_moves_nothing() -> None:
    for state, stimulus in itertools.product(AlarmState, Stimulus):
        after = TRANSITIONS[state].get(stimulus, state)
        assert after in AlarmState
