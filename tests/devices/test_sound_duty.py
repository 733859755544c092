from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.sound_duty import (
    STARVED_AFTER_S,
    TRANSITIONS,
    Ask,
    Duty,
    SoundDuty,
    Stimulus,
    understand,
)
from devices.sound_player import Trial, Wish
from devices.sounds import PROGRAM_STOPPED, Sound
from monitor.outcomes import Priority
from monitor.sounding import Melody, Sounding

ORPHAN_S = 60.0
HIGH = Sounding(2, Priority.HIGH, Melody.CARDIOVASCULAR)
LOW = Sounding(1, Priority.LOW)
SILENCE = Wish()
STOPPED = Wish((Sounding(0, Priority.HIGH, Melody.PROGRAM_STOPPED),))


class Life:
    """A duty and its clock, ticked as the sound process ticks it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.duty = SoundDuty(self.now, ORPHAN_S)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            self.duty.tick(self.now)


def test_the_table_knows_every_duty_and_leaves_the_last_one_alone() -> None:
    assert set(TRANSITIONS) == set(Duty)
    assert TRANSITIONS[Duty.OVER] == {}


def test_every_duty_can_be_reached_and_ends() -> None:
    reached, waiting = set(), [Duty.RESTING]
    while waiting:
        duty = waiting.pop()
        if duty not in reached:
            reached.add(duty)
            waiting += TRANSITIONS[duty].values()
    assert reached == set(Duty)


@pytest.mark.parametrize("duty", [Duty.WATCHED, Duty.ALONE])
def test_a_program_that_was_watching_never_goes_unannounced(duty: Duty) -> None:
    assert TRANSITIONS[duty][Stimulus.HUNG_UP] is Duty.ORPHANED
    assert TRANSITIONS[duty][Stimulus.ABANDONED] is Duty.ORPHANED


def test_what_is_asked_for_is_sounded() -> None:
    life = Life()
    assert life.duty.wish == SILENCE
    life.duty.take(Ask((LOW, HIGH)))
    assert life.duty.wish == Wish((LOW, HIGH))
    life.duty.take(Ask(()))
    assert life.duty.wish == SILENCE


def test_a_burst_of_a_sound_check_is_kept_beside_what_is_asked_for() -> None:
    life = Life()
    trial = Trial(1, Sound(Priority.LOW))
    life.duty.take(trial)
    life.duty.take(Ask((HIGH,)))
    assert life.duty.wish == Wish((HIGH,), trial)


def test_a_program_that_stopped_is_announced_in_its_own_melody() -> None:
    assert Sound.of(STOPPED.asked[0]) == PROGRAM_STOPPED


def test_no_beat_is_missed_before_the_first_one() -> None:
    life = Life()
    life.wait(600.0)
    assert life.duty.wish == SILENCE


def test_a_program_that_stops_beating_is_announced_after_two_seconds() -> None:
    life = Life()
    life.duty.take(Stimulus.BEAT)
    life.wait(STARVED_AFTER_S - 0.2)
    assert life.duty.wish == SILENCE
    life.wait(0.4)
    assert life.duty.wish == STOPPED


def test_a_program_that_beats_is_not_announced() -> None:
    life = Life()
    for _ in range(100):
        life.duty.take(Stimulus.BEAT)
        life.wait(0.5)
    assert life.duty.duty is Duty.WATCHED


def test_the_announcement_ends_with_the_next_beat_and_the_alarm_is_back() -> None:
    life = Life()
    life.duty.take(Ask((HIGH,)))
    life.duty.take(Stimulus.BEAT)
    life.wait(5.0)
    assert life.duty.wish == STOPPED
    life.duty.take(Stimulus.BEAT)
    assert life.duty.wish == Wish((HIGH,))


def test_a_program_that_rests_need_not_beat() -> None:
    life = Life()
    life.duty.take(Stimulus.BEAT)
    life.duty.take(Stimulus.REST)
    life.wait(600.0)
    assert life.duty.duty is Duty.RESTING


def test_a_closed_lid_is_not_a_missed_beat() -> None:
    life = Life()
    life.duty.take(Stimulus.BEAT)
    life.now += 3600.0
    life.duty.tick(life.now)
    assert life.duty.wish == SILENCE


def test_a_killed_program_is_announced_for_a_bounded_time() -> None:
    life = Life()
    life.duty.take(Stimulus.BEAT)
    life.duty.hang_up()
    assert life.duty.wish == STOPPED
    life.wait(ORPHAN_S - 1.0)
    assert life.duty.wish == STOPPED
    life.wait(2.0)
    assert life.duty.duty is Duty.OVER
    assert life.duty.wish == SILENCE


def test_a_program_killed_while_an_alarm_sounds_is_announced_though_it_never_beat() -> None:
    life = Life()
    life.duty.take(Ask((LOW,)))
    life.duty.hang_up()
    assert life.duty.wish == STOPPED


def test_a_program_that_went_while_it_rested_is_nobodys_loss() -> None:
    life = Life()
    life.duty.hang_up()
    assert life.duty.duty is Duty.OVER


def test_quit_ends_it_in_silence() -> None:
    life = Life()
    life.duty.take(Ask((HIGH,)))
    life.duty.take(Stimulus.QUIT)
    assert (life.duty.duty, life.duty.wish) == (Duty.OVER, SILENCE)


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ({"do": "beat"}, Stimulus.BEAT),
        ({"do": "rest"}, Stimulus.REST),
        ({"do": "quit"}, Stimulus.QUIT),
        ({"do": "sound", "asked": [[2, "high", "cardiovascular"]]}, Ask((HIGH,))),
        ({"do": "sound", "asked": [[1, "low", "general"]] * 2}, Ask((LOW, LOW))),
        ({"do": "sound", "asked": []}, Ask(())),
        ({"do": "sound", "asked": [[1, "shrill", "general"]]}, None),
        ({"do": "sound", "asked": [[1, "high", "program-stopped"]]}, None),
        ({"do": "sound", "asked": [[1, "high"]]}, None),
        ({"do": "sound", "asked": ["high"]}, None),
        ({"do": "sound", "asked": [[[1], ["high"], {}]]}, None),
        ({"do": "sound"}, None),
        ({"do": "try", "number": 3, "priority": "low"}, Trial(3, Sound(Priority.LOW))),
        ({"do": "try", "number": "3", "priority": "low"}, None),
        ({"do": "try", "number": 3, "priority": ["low"]}, None),
        ({"do": "try"}, None),
        ({"do": ["beat"]}, None),
        ({}, None),
        ([1], None),
    ],
)
def test_a_line_means_what_it_says_or_nothing(message: object, meaning: object) -> None:
    assert understand(json.dumps(message).encode()) == meaning


@given(st.binary())
def test_no_line_is_a_bug(line: bytes) -> None:
    assert understand(line) is None or b"do" in line
