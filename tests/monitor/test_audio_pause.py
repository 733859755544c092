"""Two minutes of silence at most, and what breaks it."""

from __future__ import annotations

import pytest

from monitor.audio_pause import LONGEST_S, AudioPause
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority


def change(priority: Priority, state: AlarmPhase = AlarmPhase.SOUNDING) -> AlarmChanged:
    return AlarmChanged("hr/high", "hr-high", None, priority, state, None, None)


def paused(sounding: Priority | None) -> AudioPause:
    pause = AudioPause()
    pause.begin(100.0, 60.0, sounding)
    return pause


def test_it_counts_down_and_ends_at_its_instant() -> None:
    pause = paused(Priority.MEDIUM)
    assert (pause.left_s(100.0), pause.left_s(159.0), pause.left_s(160.0)) == (60.0, 1.0, None)
    assert pause.ends_at() == 160.0
    pause.pass_time(159.999)
    assert pause.ends_at() == 160.0
    pause.pass_time(160.0)
    assert pause.ends_at() is None


@pytest.mark.parametrize(("asked", "got"), [(900.0, LONGEST_S), (120.0, 120.0), (30.0, 30.0)])
def test_nobody_is_given_more_than_two_minutes(asked: float, got: float) -> None:
    pause = AudioPause()
    pause.begin(0.0, asked, None)
    assert pause.left_s(0.0) == got


def test_a_pause_of_no_or_less_time_is_none() -> None:
    for seconds in (0.0, -5.0):
        pause = AudioPause()
        pause.begin(10.0, seconds, Priority.LOW)
        assert pause.left_s(10.0) is None


@pytest.mark.parametrize("sounding", [None, *Priority])
@pytest.mark.parametrize("new", Priority)
@pytest.mark.parametrize("word", AlarmPhase)
def test_only_a_new_condition_of_equal_or_higher_rank_breaks_it(
    sounding: Priority | None, new: Priority, word: AlarmPhase
) -> None:
    pause = paused(sounding)
    pause.hear([change(new, word)])
    speaks = word in {AlarmPhase.SOUNDING, AlarmPhase.ESCALATED, AlarmPhase.REMINDED}
    broken = speaks and new >= (sounding or Priority.LOW)
    assert (pause.left_s(100.0) is None) is broken


def test_a_second_pause_begins_anew() -> None:
    pause = paused(Priority.LOW)
    pause.begin(150.0, 60.0, Priority.HIGH)
    pause.hear([change(Priority.MEDIUM)])
    assert pause.left_s(150.0) == 60.0
    pause.end()
    assert pause.left_s(150.0) is None
