"""The table of an alarm's life, walked."""

from __future__ import annotations

import itertools

import pytest

from monitor.alarm_state import AUDIBLE, SAID, TRANSITIONS, AlarmState, Stimulus
from monitor.outcomes import AlarmPhase


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


@pytest.mark.parametrize("start", sorted(AUDIBLE, key=str))
def test_an_alarm_that_sounded_is_never_forgotten_without_an_acknowledgement(
    start: AlarmState,
) -> None:
    others = set(Stimulus) - {Stimulus.ACKNOWLEDGE, Stimulus.OVER_UNHEARD}
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
    assert row[Stimulus.OVER_UNHEARD] is AlarmState.QUIET
    assert row[Stimulus.REMIND] in AUDIBLE


def test_every_state_can_be_reached_and_left() -> None:
    assert reachable(AlarmState.QUIET, set(Stimulus)) == set(AlarmState)
    assert all(TRANSITIONS[state] for state in AlarmState)


def test_sounding_is_said_once_an_onset() -> None:
    onsets = [move for move, words in SAID.items() if AlarmPhase.SOUNDING in words]
    assert sorted(move[0].name for move in onsets) == [
        "INSISTING",
        "LATCHED",
        "PENDING",
        "QUIET",
        "WITHDRAWN",
    ]
    assert all(stimulus is Stimulus.RAISED for _state, stimulus in onsets)


def test_an_unknown_stimulus_moves_nothing() -> None:
    for state, stimulus in itertools.product(AlarmState, Stimulus):
        after = TRANSITIONS[state].get(stimulus, state)
        assert after in AlarmState


def test_a_card_sounds_only_when_it_is_confirmed_and_waits_for_no_hand() -> None:
    assert AlarmState.PENDING not in AUDIBLE
    assert Stimulus.ACKNOWLEDGE not in TRANSITIONS[AlarmState.PENDING]
    audible = {x for x, after in TRANSITIONS[AlarmState.PENDING].items() if after in AUDIBLE}
    assert audible == {Stimulus.RAISED}


@pytest.mark.parametrize(
    "state", [AlarmState.PENDING, AlarmState.SOUNDING, AlarmState.ACKNOWLEDGED]
)
def test_what_is_taken_back_is_silent_at_once_and_stays_as_a_note(state: AlarmState) -> None:
    assert TRANSITIONS[state][Stimulus.TAKEN_BACK] is AlarmState.WITHDRAWN
    assert SAID[state, Stimulus.TAKEN_BACK] == (AlarmPhase.WITHDRAWN,)
    assert AlarmState.WITHDRAWN not in AUDIBLE


def test_a_note_goes_only_when_somebody_acknowledges_it() -> None:
    for state in (AlarmState.WITHDRAWN, AlarmState.LATCHED):
        leaving = {x for x, after in TRANSITIONS[state].items() if after is AlarmState.QUIET}
        assert leaving == {Stimulus.ACKNOWLEDGE}


def test_a_confirmed_extreme_can_not_be_taken_back() -> None:
    assert Stimulus.TAKEN_BACK not in TRANSITIONS[AlarmState.INSISTING]
    assert Stimulus.ASKED not in TRANSITIONS[AlarmState.INSISTING]
