"""The session second between two messages: even, never back, at any speed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.wave_clock import AHEAD_AT_MOST_S, WaveClock

TURN_S = 0.04


def test_before_anything_was_heard_it_is_zero() -> None:
    assert WaveClock().now_s(5.0) == 0.0


@pytest.mark.parametrize("speed", [1.0, 10.0])
def test_it_goes_on_between_messages_at_the_speed_of_the_chair(speed: float) -> None:
    clock = WaveClock()
    for turn in range(100):
        at = 500.0 + turn * TURN_S
        if turn % 6 == 0:  # about four messages a second
            clock.heard(30.0 + speed * turn * TURN_S, at)
        told = clock.now_s(at)
    assert clock.speed == pytest.approx(speed, rel=0.02)
    assert told == pytest.approx(30.0 + speed * 99 * TURN_S, abs=0.1 * speed)


def test_messages_that_wait_unevenly_do_not_shake_it() -> None:
    clock = WaveClock()
    told = []
    for turn in range(300):
        at = turn * TURN_S
        if turn % 6 == 0:
            waited_s = TURN_S * (turn * 7 % 11) / 11
            clock.heard(max(0.0, at - waited_s), at)
        told.append(clock.now_s(at))
    steps = [late - early for early, late in itertools.pairwise(told[100:])]
    assert min(steps) > 0.5 * TURN_S
    assert max(steps) < 1.5 * TURN_S


def test_when_nothing_is_heard_it_stands_still_soon() -> None:
    clock = WaveClock()
    for at in (0.0, 0.5, 1.0):
        clock.heard(at, at)
        clock.now_s(at)
    told = [clock.now_s(1.0 + second) for second in range(1, 60)]
    assert max(told) <= 1.0 + AHEAD_AT_MOST_S + 1.0
    assert told[-1] == told[-2]


@given(st.lists(st.tuples(st.floats(0.0, 5.0), st.floats(0.0, 9.0)), max_size=60))
def test_it_runs_back_only_to_what_was_never_guessed_beyond(
    messages: list[tuple[float, float]],
) -> None:
    clock = WaveClock()
    at = now_s = 0.0
    for after_s, session_s in messages:
        at += after_s
        now_s += session_s
        clock.heard(now_s, at)
        assert clock.now_s(at) >= 0.0
        assert clock.now_s(at) == pytest.approx(clock.now_s(at))
