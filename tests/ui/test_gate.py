"""Who sits here, and may she? Every right and role through the gate, and what is never refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from noted_trail import STAFF, NotedTrail, StillTime, staffed

from data.accounts import StaffMember
from data.audit import AuditKind
from monitor.commands import (
    Acknowledge,
    BeginEmergency,
    ChangeLimit,
    EndSession,
    ResumeInfusion,
    StartInfusion,
)
from monitor.rights import MAY, RIGHTS, Right, Role
from monitor.treatment.commands import UNCLAIMED, HandOver, SignDecision, WasteDrug
from monitor.treatment.staffing import LOCKED_MAY
from ui.gate import GLASS_S, WINDOW, Gate, Glass, NoTrail
from ui.requests import Refusal

NURSE, PROVIDER, SUPERVISOR, VIEWER = (one.name for one in STAFF)
GLASS = Glass("Somebody", "patient", "nobody else is here")


@pytest.fixture
def trail() -> NotedTrail:
    return NotedTrail()


# ---- who may


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("member", STAFF, ids=lambda one: one.role.value)
def test_the_table_is_what_counts(right: Right, member: StaffMember, trail: NotedTrail) -> None:
    gate = staffed(trail, member.name)
    gate.sit(member.name)
    if member.role in MAY[right]:
        assert gate.want(right) == member.name
        assert not trail.lines
        return
    with pytest.raises(Refusal, match=f"{member.name} is signed in as {member.role.value}; only"):
        gate.want(right, at="s-1", about="test")
    assert (trail.last.kind, trail.last.by) == (AuditKind.REFUSED, member.name)
    assert (trail.last.session_id, trail.last.facts["right"]) == ("s-1", right.value)


def test_while_nobody_is_enlisted_everybody_may_everything(trail: NotedTrail) -> None:
    gate = Gate(trail)
    for right in Right:
        assert gate.want(right) == WINDOW
        assert gate.want(right, "AK") == "AK"
    assert gate.admit(StartInfusion("AK")) == StartInfusion("AK")
    assert gate.look("s-1", running=False) == WINDOW
    assert not trail.lines


def test_a_name_without_a_pin_is_nobody(trail: NotedTrail) -> None:
    gate = staffed(trail)
    for name in (NURSE, "Somebody"):
        with pytest.raises(Refusal, match=f"{name} is not signed in here"):
            gate.want(Right.TREAT, name)
        with pytest.raises(Refusal, match="not signed in"):
            gate.sit(name)
    with pytest.raises(Refusal, match="Nobody is signed in at this window"):
        gate.want(Right.VIEW_RECORD)
    assert trail.kinds == [AuditKind.REFUSED] * 3


def test_a_name_is_one_however_it_is_spelt(trail: NotedTrail) -> None:
    assert staffed(trail, " nurse  1").want(Right.TREAT, "NURSE 1") == NURSE


def test_who_was_retired_has_no_pin_here_any_more(trail: NotedTrail) -> None:
    gate = staffed(trail, NURSE)
    gate.sit(NURSE)
    gate.know(one for one in STAFF if one.name != NURSE)
    assert gate.seated == ""
    gate.know(STAFF)
    assert not gate.proved(NURSE)


def test_without_a_supervisor_whoever_is_signed_in_enlists_one_and_no_more(trail) -> None:
    gate = Gate(trail)
    gate.know([StaffMember(NURSE, Role.NURSE)])
    gate.prove(NURSE)
    assert gate.want(Right.STAFF, NURSE) == NURSE
    with pytest.raises(Refusal, match="only a supervisor"):
        gate.want(Right.DELETE, NURSE)


# ---- commands


def test_what_a_patient_may_need_at_once_is_never_refused(trail: NotedTrail) -> None:
    gate = staffed(trail, VIEWER)
    assert set(RIGHTS) >= LOCKED_MAY
    for by in (UNCLAIMED, VIEWER):
        for command in (BeginEmergency(by), Acknowledge("sbp-high", by)):
            assert gate.admit(command) == command
    assert not trail.lines


def test_under_a_name_without_a_pin_it_is_an_entry_to_be_claimed(trail: NotedTrail) -> None:
    gate = staffed(trail)
    for by in (NURSE, "Somebody"):
        assert gate.admit(BeginEmergency(by)) == BeginEmergency(UNCLAIMED)
    assert not trail.lines


def test_a_viewer_sends_nothing_else(trail: NotedTrail) -> None:
    gate = staffed(trail, VIEWER)
    for command in (StartInfusion(VIEWER), ChangeLimit("x", 1.0, VIEWER), EndSession(VIEWER)):
        with pytest.raises(Refusal, match="signed in as viewer"):
            gate.admit(command, "s-1")
        assert trail.last.facts["about"] == type(command).__name__
        assert trail.last.session_id == "s-1"


def test_behind_the_lock_the_rest_waits_for_a_pin(trail: NotedTrail) -> None:
    with pytest.raises(Refusal, match="Nobody is signed in"):
        staffed(trail, NURSE).admit(StartInfusion(UNCLAIMED))


def test_others_that_a_command_names_gave_their_pins_too(trail: NotedTrail) -> None:
    gate = staffed(trail, NURSE, VIEWER)
    waste = WasteDrug(5.0, "L1", VIEWER, NURSE)
    assert gate.admit(waste) == waste
    with pytest.raises(Refusal, match=f"{SUPERVISOR} is named and has not given a PIN"):
        gate.admit(replace(waste, witness=SUPERVISOR))
    decision = SignDecision(PROVIDER, "benefit", NURSE)
    with pytest.raises(Refusal, match="has not given a PIN"):
        gate.admit(decision)
    gate.prove(PROVIDER)
    assert gate.admit(decision) == decision
    with pytest.raises(Refusal, match="Viewer 1 is viewer here; this needs a provider"):
        gate.admit(replace(decision, provider=VIEWER))
    with pytest.raises(Refusal, match="Viewer 1 is viewer here; this needs a nurse"):
        gate.admit(HandOver(VIEWER, NURSE))
    assert gate.admit(ResumeInfusion(NURSE)) == ResumeInfusion(NURSE)  # nobody is named


def test_where_nobody_enlisted_could_a_name_is_enough(trail: NotedTrail) -> None:
    gate = Gate(trail)
    gate.know([StaffMember(NURSE, Role.NURSE)])
    gate.prove(NURSE)
    for command in (SignDecision("Provider 9", "", NURSE), WasteDrug(5.0, "L1", "AK", NURSE)):
        assert gate.admit(command) == command


def test_in_a_demo_names_need_no_pin_and_roles_count() -> None:
    gate = Gate(NoTrail(), trusting=True)
    gate.know(STAFF)
    assert gate.admit(StartInfusion("AK")) == StartInfusion("AK")
    assert gate.admit(StartInfusion(NURSE)) == StartInfusion(NURSE)
    with pytest.raises(Refusal, match="signed in as viewer"):
        gate.admit(StartInfusion(VIEWER))


# ---- looking


def test_one_look_is_one_line_while_one_person_sits_there(trail: NotedTrail) -> None:
    gate = staffed(trail, NURSE, PROVIDER)
    gate.sit(NURSE)
    for _look in range(3):
        gate.viewed(gate.look("s-1", running=False), "s-1", "session")
    gate.viewed(NURSE, "s-1", "course")
    gate.sit(PROVIDER)
    gate.viewed(gate.look("s-1", running=False), "s-1", "session")
    assert [(one.by, one.facts["what"]) for one in trail.lines] == [
        (NURSE, "session"),
        (NURSE, "course"),
        (PROVIDER, "session"),
    ]


def test_a_locked_window_shows_nothing(trail: NotedTrail) -> None:
    gate = staffed(trail, NURSE)
    gate.sit(NURSE)
    gate.lock()
    gate.lock()
    assert [(one.kind, one.by) for one in trail.lines] == [(AuditKind.LOCKED, NURSE)]
    for running in (True, False):
        with pytest.raises(Refusal, match="Nobody is signed in"):
            gate.look("s-1", running=running)


def test_in_the_emergency_view_only_running_sessions_are_shown(trail: NotedTrail) -> None:
    gate = staffed(trail)
    gate.break_glass(GLASS)
    first = trail.lines[0]
    assert (first.kind, first.by) == (AuditKind.BREAK_GLASS, "Somebody")
    assert first.facts == {"reason": "patient", "text": "nobody else is here", "pin": False}
    gate.viewed(gate.look("s-1", running=True), "s-1", "session")
    assert trail.last.facts["emergency"] is True
    with pytest.raises(Refusal, match="only the sessions that run at this seat"):
        gate.look("s-0", running=False)
    assert (trail.last.kind, trail.last.by) == (AuditKind.REFUSED, "Somebody")
    for right in (Right.EXPORT, Right.VIEW_RECORD, Right.PRINT):
        with pytest.raises(Refusal, match="Nobody is signed in"):
            gate.want(right)


def test_the_emergency_view_ends_by_itself_by_hand_and_with_a_pin(trail: NotedTrail) -> None:
    clock = StillTime()
    gate = staffed(trail, NURSE, clock=clock)
    gate.break_glass(GLASS)
    clock.now_s += GLASS_S - 1.0
    assert (gate.glass, gate.glass_left_s) == (GLASS, 1.0)
    clock.now_s += 1.0
    assert (gate.glass, gate.glass_left_s) == (None, 0.0)
    gate.end_glass()
    assert trail.kinds == [AuditKind.BREAK_GLASS]  # it was over
    gate.break_glass(GLASS)
    gate.end_glass()
    assert gate.glass is None
    assert (trail.last.kind, trail.last.facts) == (AuditKind.LOCKED, {"emergency": True})
    gate.break_glass(GLASS)
    gate.sit(NURSE)
    assert gate.glass is None
