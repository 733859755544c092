"""The quiet room: what it needs, and everything that ends it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.quiet_room import (
    HERE_EVERY_S,
    TRANSITIONS,
    WHY,
    Quiet,
    QuietSeat,
    SoundOutput,
    Stir,
    refusal,
)

ROOM, DESK = SoundOutput("Speaker", usual=True), SoundOutput("Headset", usual=False)


def quiet(now: float = 100.0) -> QuietSeat:
    seat = QuietSeat()
    seat.begin("Headset")
    seat.stir(Stir.HEARD, now)
    return seat


@pytest.mark.parametrize(
    ("outputs", "wanted", "reason"),
    [
        ((), "Headset", "quiet-one-output"),
        ((ROOM,), "Speaker", "quiet-one-output"),
        ((ROOM, DESK), "Speaker", "quiet-same-output"),
        ((ROOM, DESK), "Radio", "quiet-no-output"),
        ((ROOM, DESK), "Headset", ""),
    ],
)
def test_it_needs_a_loudspeaker_that_is_not_the_rooms(
    outputs: tuple[SoundOutput, ...], wanted: str, reason: str
) -> None:
    assert refusal(outputs, wanted) == reason


def test_nothing_is_quiet_before_somebody_heard_the_burst_at_the_desk() -> None:
    for state, ways in TRANSITIONS.items():
        for stir, after in ways.items():
            if after is Quiet.ON:
                assert (state, stir) == (Quiet.CHECKING, Stir.HEARD)


def test_whatever_happens_there_is_a_way_back_to_sound_in_the_room() -> None:
    for state in (Quiet.CHECKING, Quiet.ON):
        assert TRANSITIONS[state][Stir.END] is Quiet.OFF
        assert TRANSITIONS[state][Stir.LOST] is Quiet.OFF


def test_without_i_am_here_the_sound_comes_back_after_15_min() -> None:
    seat = quiet(100.0)
    assert not seat.tick(100.0 + HERE_EVERY_S - 0.001)
    assert seat.here_left_s(100.0 + HERE_EVERY_S - 60.0) == 60.0
    assert seat.tick(100.0 + HERE_EVERY_S)
    assert (seat.state, seat.why, seat.output) == (Quiet.OFF, "quiet-nobody", "")
    assert not seat.tick(100.0 + 2 * HERE_EVERY_S)


def test_i_am_here_gives_another_15_min() -> None:
    seat = quiet(100.0)
    seat.here(900.0)
    assert not seat.tick(900.0 + HERE_EVERY_S - 1.0)
    assert seat.tick(900.0 + HERE_EVERY_S)
    seat.here(2000.0)
    assert seat.here_left_s(2000.0) is None


@pytest.mark.parametrize(("stir", "why"), [*WHY.items(), (Stir.END, "")])
def test_why_it_ended_is_known(stir: Stir, why: str) -> None:
    seat = quiet()
    if stir is Stir.NOT_HEARD:
        seat = QuietSeat()
        seat.begin("Headset")
    assert seat.stir(stir, 200.0)
    assert (seat.state, seat.why) == (Quiet.OFF, why)


def test_while_it_is_on_no_other_output_is_tried() -> None:
    seat = quiet()
    assert not seat.begin("Radio")
    assert seat.output == "Headset"


@given(st.lists(st.tuples(st.integers(0, 600), st.sampled_from(Stir))))
def test_it_is_quiet_only_while_somebody_was_there_in_the_last_15_min(
    course: list[tuple[int, Stir]],
) -> None:
    seat, now, heard_at = QuietSeat(), 0.0, 0.0
    for wait_s, stir in course:
        now += wait_s
        seat.tick(now)
        if stir is Stir.TRY:
            seat.begin("Headset")
        elif seat.stir(stir, now) and seat.state is Quiet.ON:
            heard_at = now
        if seat.state is Quiet.ON:
            assert now - heard_at < HERE_EVERY_S
        assert bool(seat.output) is (seat.state is not Quiet.OFF)
