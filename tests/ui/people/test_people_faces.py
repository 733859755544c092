"""What the top line and the panel say about people, in words."""

from __future__ import annotations

from dataclasses import replace

import pictures
import pytest

from data.accounts import StaffMember
from monitor.commands import Note, PauseInfusion
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.rights import Role
from monitor.treatment.staffing import LOCKED_MAY
from monitor.treatment.view import GivingView, PeopleView, TreatmentView
from ui.people.faces import (
    WhoFace,
    chair_sentence,
    chairs_text,
    count_text,
    entries_text,
    unclaimed,
    who_face,
)
from ui.people.people_face import people_face
from ui.seat import Seat
from ui.view_state import ChairView, ViewState
from ui.words import SENTENCES, say

NURSE, OTHER = StaffMember("Nurse 1", Role.NURSE), StaffMember("Nurse 2", Role.NURSE)
NOW_S = pictures.calm().now_s


def view(people: PeopleView, phase: Phase = Phase.TREATING) -> ChairView:
    treatment = TreatmentView(True, GivingView(Plan(0.5, 82.0, 40.0)), people=people)
    picture = replace(pictures.calm(), treatment=treatment, phase=phase)
    return ChairView(picture, 0.0, 0.0, pictures.opened())


def inside(member: StaffMember | None, *members: StaffMember) -> Seat:
    seat = Seat()
    seat.know(members or (NURSE, OTHER))
    if member is not None:
        seat.sign_in(member, 0.0)
    return seat


def test_the_owner_at_her_own_chair_is_one_name() -> None:
    assert who_face(inside(NURSE), view(PeopleView("Nurse 1"))) == WhoFace("Nurse 1")


def test_somebody_else_is_told_whose_chair_it_is() -> None:
    found = who_face(inside(OTHER), view(PeopleView("Nurse 1")))
    assert (found.name, found.detail) == ("Nurse 2", "chair of Nurse 1")
    assert found.spoken == "Nurse 2 · chair of Nurse 1"


def test_a_cover_is_counted_down_for_both() -> None:
    covered = view(PeopleView("Nurse 1", "Nurse 2", NOW_S + 500.0))
    assert who_face(inside(OTHER), covered).detail == "covers Nurse 1 8:20"
    assert who_face(inside(NURSE), covered).detail == "Nurse 2 covers 8:20"
    assert chair_sentence(covered) == ("Chair 2 is Nurse 1's; Nurse 2 covers it for 8:20 more.")


def test_behind_the_lock_no_name_is_shown_but_the_owner_of_the_chair() -> None:
    found = who_face(inside(None), view(PeopleView("Nurse 1")))
    assert found == WhoFace(say("who-locked"), "chair of Nurse 1", locked=True)


def test_without_a_chair_it_is_whoever_is_signed_in_or_nobody() -> None:
    assert who_face(inside(NURSE), None) == WhoFace("Nurse 1")
    assert who_face(Seat(), None) == WhoFace(say("who-none"))


def test_a_chair_that_is_over_is_nobodys_any_more() -> None:
    over = view(PeopleView("Nurse 1", unclaimed=2), Phase.SIGNED)
    assert who_face(inside(OTHER), over).detail == ""
    assert chair_sentence(over) == ""


def test_what_was_entered_is_counted_by_kind() -> None:
    assert entries_text((Note, PauseInfusion, Note)) == "note ×2, pause"
    assert (count_text(1), count_text(3)) == ("1 entry", "3 entries")
    assert (chairs_text([3]), chairs_text([5, 2])) == ("chair 3", "chairs 2, 5")


@pytest.mark.parametrize("kind", sorted(LOCKED_MAY, key=lambda kind: kind.__name__))
def test_every_entry_that_may_lack_a_name_has_a_word(kind: type) -> None:
    assert f"entry-{kind.__name__}" in SENTENCES


def test_only_sessions_that_go_on_are_asked_about() -> None:
    state = ViewState()
    for chair, count, phase in (
        (2, 3, Phase.TREATING),
        (3, 0, Phase.TREATING),
        (4, 1, Phase.SIGNED),
    ):
        made = view(PeopleView("Nurse 1", unclaimed=count), phase)
        made.picture = replace(made.picture, chair=chair)
        state.chairs[chair] = made
    found = unclaimed(state, inside(NURSE))
    assert [(one.chair, one.count) for one in found] == [(2, 3)]


def test_the_panel_offers_only_what_makes_sense() -> None:
    own = view(PeopleView("Nurse 1"))
    made = people_face(inside(NURSE), own, "", going=True, nameless=False)
    assert made.ways == ("cover-other", "hand-over", "staff", "lock")
    assert made.names == (OTHER,)
    made = people_face(inside(OTHER), own, "", going=True, nameless=True)
    assert made.ways == ("cover", "hand-over", "claim", "staff", "lock")
    covered = view(PeopleView("Nurse 1", "Nurse 2", NOW_S + 9.0))
    assert "cover-end" in people_face(inside(OTHER), covered, "", going=True, nameless=False).ways
    made = people_face(Seat(), None, "", going=False, nameless=False)
    assert made.ways == ("staff",)
    assert people_face(inside(None), own, "", going=True, nameless=True).ways == ()


def test_staff_that_cannot_be_read_is_said() -> None:
    made = people_face(
        inside(NURSE), None, "The record cannot be read.", going=False, nameless=False
    )
    assert made.lines == ("The record cannot be read.",)
