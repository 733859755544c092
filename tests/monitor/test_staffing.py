"""Whose chair it is: cover, handover, and entries behind a locked screen."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from chairs import Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import (
    Acknowledge,
    BeginEmergency,
    ChangeLimit,
    Command,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.events import Event
from monitor.outcomes import Priority, Refused
from monitor.treatment.commands import (
    UNCLAIMED,
    Claim,
    Cover,
    EndNote,
    GiveDose,
    HandOver,
    OverrideCriterion,
    SignDecision,
    StillPresent,
)
from monitor.treatment.staffing import LOCKED_MAY
from monitor.treatment.view import PeopleView
from monitor.viewing import Viewer

LOCKED = Note("n1", NoteKind.NAUSEA, "", UNCLAIMED)


def people(bench: Bench, at: float) -> PeopleView:
    bench.wait(at)
    treatment = Viewer(bench.core).picture(at).treatment
    assert treatment is not None
    return treatment.people


def refusals(bench: Bench) -> list[tuple[str, str]]:
    return [(one.command, one.reason) for one in bench.of(Refused) if isinstance(one, Refused)]


# ---- cover


def test_the_owner_is_who_opened_the_session() -> None:
    assert people(Bench(), 10.0) == PeopleView("AK")


def test_a_cover_ends_by_itself_at_its_second_and_the_owner_stays() -> None:
    bench = Bench()
    bench.feed(100.0, Cover("Nurse 2", 300.0))
    assert people(bench, 399.999) == PeopleView("AK", "Nurse 2", 400.0)
    assert people(bench, 400.0) == PeopleView("AK")


def test_0_s_end_a_cover_and_another_one_takes_its_place() -> None:
    bench = Bench()
    bench.feed(100.0, Cover("Nurse 2"))
    bench.feed(200.0, Cover("Nurse 3", 60.0))
    assert people(bench, 200.0) == PeopleView("AK", "Nurse 3", 260.0)
    bench.feed(210.0, Cover("AK", 0.0))
    assert people(bench, 210.0) == PeopleView("AK")
    bench.feed(220.0, Cover("AK", 0.0))
    assert refusals(bench) == [("cover", "nobody-covers")]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (Cover("Nurse 2", 600.001), "cover-too-long"),
        (Cover("Nurse 2", -1.0), "cover-too-long"),
        (Cover("Nurse 2", float("nan")), "cover-too-long"),
        (Cover("AK"), "cover-is-owner"),
        (Cover(UNCLAIMED), "sign-in-first"),
        (Cover("  "), "sign-in-first"),
        (HandOver("Nurse 2", UNCLAIMED), "sign-in-first"),
        (HandOver(UNCLAIMED, "AK"), "hand-over-to-nobody"),
        (HandOver("", "AK"), "hand-over-to-nobody"),
        (HandOver("AK", "AK"), "hand-over-to-owner"),
        (Claim(UNCLAIMED), "sign-in-first"),
        (Claim("AK"), "nothing-to-claim"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nobody(command: Command, reason: str) -> None:
    bench = Bench()
    bench.feed(100.0, command)
    assert [why for _what, why in refusals(bench)] == [reason]
    assert replace(people(bench, 100.0), unclaimed=0) == PeopleView("AK")


# ---- handover


def test_a_handover_changes_the_owner_and_ends_the_cover() -> None:
    bench = Bench()
    bench.feed(100.0, Cover("Nurse 2"), HandOver("Nurse 3", "AK"))
    assert people(bench, 100.0) == PeopleView("Nurse 3")


def test_alarms_that_were_acknowledged_and_are_true_still_speak_again_once() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(205, 90))
    bench.stream(300.0, 320.0, hr=120)
    bench.feed(320.0, Acknowledge("bp/high", "AK"), Acknowledge("hr/high", "AK"))
    assert bench.core.sound(320.0) is None
    heard = len(bench.alarms())
    bench.feed(321.0, numerics(hr=120), HandOver("Nurse 2", "AK"))
    assert sorted(bench.alarms()[heard:]) == [
        (321.0, "hr-high", "medium", "reminded"),
        (321.0, "sbp-extreme", "high", "reminded"),
    ]
    assert bench.core.sound(321.0) is Priority.HIGH
    bench.feed(322.0, HandOver("Nurse 3", "Nurse 2"))
    assert len(bench.alarms()) == heard + 2


def test_what_is_over_is_not_brought_back() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(205, 90), Acknowledge("bp/high", "AK"))
    bench.feed(400.0, cuff(120, 70))
    heard = len(bench.alarms())
    bench.feed(401.0, HandOver("Nurse 2", "AK"))
    assert len(bench.alarms()) == heard


def test_a_newcomer_is_told_although_the_sound_is_paused() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(205, 90), PauseAudio("AK"))
    bench.feed(301.0, Acknowledge("bp/high", "AK"), HandOver("Nurse 2", "AK"))
    assert bench.core.sound(301.0) is Priority.HIGH


# ---- behind a locked screen


def test_everything_unnamed_is_counted_until_one_claims_it() -> None:
    bench = Bench()
    bench.feed(100.0, LOCKED, PauseInfusion(UNCLAIMED), BeginEmergency(UNCLAIMED))
    bench.feed(101.0, Note("n2", NoteKind.NAUSEA, "", "AK"))
    assert people(bench, 101.0).unclaimed == 3
    bench.feed(110.0, Claim("Nurse 2"))
    assert people(bench, 110.0).unclaimed == 0
    bench.feed(111.0, LOCKED)
    assert people(bench, 111.0).unclaimed == 1


def test_a_session_that_ended_can_still_be_claimed_and_not_handed_over() -> None:
    bench = Bench()
    bench.feed(100.0, StopInfusion(UNCLAIMED), EndSession("AK"))
    bench.feed(101.0, Claim("AK"), Cover("Nurse 2"), HandOver("Nurse 2", "AK"))
    assert refusals(bench) == [("cover", "session-over"), ("hand-over", "session-over")]
    assert people(bench, 101.0) == PeopleView("AK")


@share_of_examples(1)
@given(st.lists(st.sampled_from((LOCKED, Claim("AK"), replace(LOCKED, by="AK"), cuff(120, 70)))))
def test_the_count_is_that_of_the_record_since_the_last_claim(events: list[Event]) -> None:
    bench = Bench()
    for event in events:
        bench.feed(10.0, event)
    claims = [place for place, event in enumerate(events) if isinstance(event, Claim)]
    since = events[claims[-1] + 1 :] if claims else events
    assert people(bench, 10.0).unclaimed == since.count(LOCKED)


def test_what_a_patient_may_need_at_once_works_behind_a_locked_screen_and_no_more() -> None:
    may = {Acknowledge, Note, EndNote, StillPresent, PauseInfusion, StopInfusion, ManualCuff}
    assert may | {PauseAudio, BeginEmergency} <= LOCKED_MAY
    assert not LOCKED_MAY & {
        StartInfusion, ResumeInfusion, GiveDose, ChangeLimit, EndSession, SignDecision,
        OverrideCriterion, HandOver, Cover, Claim,
    }  # fmt: skip


def test_what_works_behind_a_locked_screen_are_commands_that_bear_a_name() -> None:
    commands = set(get_args(Command))
    assert commands >= LOCKED_MAY
    assert all("by" in kind.__dataclass_fields__ for kind in LOCKED_MAY)
