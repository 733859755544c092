"""Who is signed in, what waits for a PIN, and whose name an entry bears. No window."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.accounts import StaffMember
from monitor.commands import BeginDischarge, Command, EndSession, PauseInfusion, ResumeInfusion
from monitor.rights import Role
from monitor.treatment.commands import UNCLAIMED
from monitor.treatment.staffing import LOCKED_MAY
from ui.seat import REMEMBERED, Hold, Seat

NURSE, OTHER = StaffMember("Nurse 1", Role.NURSE), StaffMember("Nurse 2", Role.NURSE)


def seat_of(*members: StaffMember) -> Seat:
    seat = Seat()
    seat.know(members)
    return seat


def test_with_nobody_enlisted_the_name_of_the_opening_counts_and_nothing_locks() -> None:
    seat = seat_of()
    assert not seat.lock()
    assert (seat.locked, seat.by("AK")) == (False, "AK")
    assert seat.hold(ResumeInfusion("AK"), 0) is None


def test_as_soon_as_somebody_is_enlisted_nobody_is_inside() -> None:
    seat = seat_of(NURSE)
    assert (seat.locked, seat.name, seat.by("AK")) == (True, "", UNCLAIMED)
    seat.sign_in(NURSE, 0.0)
    assert (seat.locked, seat.name, seat.by("AK")) == (False, "Nurse 1", "Nurse 1")


def test_the_lock_remembers_who_was_there_but_does_not_use_her_name() -> None:
    seat = seat_of(NURSE)
    seat.sign_in(NURSE, 0.0)
    assert seat.lock()
    assert (seat.member, seat.name, seat.by("AK")) == (NURSE, "", UNCLAIMED)


def test_one_who_was_retired_is_out_and_one_with_a_new_role_has_it() -> None:
    seat = seat_of(NURSE, OTHER)
    seat.sign_in(NURSE, 0.0)
    seat.know((StaffMember("nurse 1", Role.SUPERVISOR), OTHER))
    assert seat.member is not None
    assert seat.member.role is Role.SUPERVISOR
    seat.know((OTHER,))
    assert seat.locked


@pytest.mark.parametrize("kind", sorted(get_args(Command), key=lambda kind: kind.__name__))
def test_behind_the_lock_every_command_but_the_urgent_ones_waits(kind: type) -> None:
    seat, command = seat_of(NURSE), object.__new__(kind)
    assert (seat.hold(command, 0) is None) is (kind in LOCKED_MAY)
    seat.sign_in(NURSE, 0.0)
    assert seat.hold(command, 0) is None


def test_only_the_end_of_a_session_waits_for_names() -> None:
    seat = seat_of(NURSE)
    seat.sign_in(NURSE, 0.0)
    assert seat.hold(EndSession("Nurse 1"), 2) is Hold.CLAIM
    assert seat.hold(EndSession("Nurse 1"), 0) is None
    assert seat.hold(BeginDischarge("Nurse 1"), 2) is None
    seat.lock()
    assert seat.hold(EndSession(UNCLAIMED), 2) is Hold.SIGN_IN


def test_what_is_held_is_asked_about_and_what_goes_is_remembered() -> None:
    seat, asked = seat_of(NURSE), []
    seat.ask = lambda chair, reason: asked.append((chair, reason))
    assert not seat.admit(2, ResumeInfusion(UNCLAIMED), 0)
    assert (seat.held, asked) == (True, [(2, Hold.SIGN_IN)])
    assert seat.admit(2, PauseInfusion(UNCLAIMED), 0)
    assert (seat.held, seat.nameless(2), seat.nameless(3)) == (False, (PauseInfusion,), ())
    seat.named(2)
    assert seat.nameless(2) == ()


def test_what_is_remembered_of_a_long_night_is_bounded() -> None:
    seat = seat_of(NURSE)
    for _ in range(3 * REMEMBERED):
        seat.admit(2, PauseInfusion(UNCLAIMED), 0)
    assert len(seat.nameless(2)) == REMEMBERED


@given(st.lists(st.floats(0.0, 1e4), min_size=1, max_size=20), st.floats(0.0, 1e4))
def test_idle_is_counted_from_the_last_touch(touches: list[float], after_s: float) -> None:
    seat, at = Seat(), 0.0
    for gap_s in touches:
        at += gap_s
        seat.touch(at)
    assert seat.idle_s(at + after_s) == pytest.approx(after_s, abs=1e-6)


def test_a_seat_nobody_touched_is_idle_from_the_first_look_on() -> None:
    seat = Seat()
    assert seat.idle_s(500.0) == 0.0
    assert seat.idle_s(530.0) == 30.0
