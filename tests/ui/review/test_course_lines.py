from __future__ import annotations

from monitor.commands import (
    BeginDischarge,
    EndSession,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.outcomes import PhaseChanged
from monitor.phases import Phase
from monitor.treatment.commands import UNCLAIMED, Claim, GiveDose
from tests.ui.page_sessions import cuff, opening
from tests.ui.past_examples import NURSE, OTHER, PROVIDER, SPRAY, Recorded, treatment


def test_a_start_and_a_pause_that_were_entered_late_stand_where_they_were() -> None:
    record = Recorded().ready()
    record.say(600.0, StartInfusion(NURSE, 120.0))
    record.say(1200.0, PauseInfusion(NURSE, 60.0))
    record.say(1230.0, ResumeInfusion(NURSE, ago_s=10.0))
    assert not record.refusals()
    assert record.told(479.0) == [
        (480.0, "Infusion started", "by Nurse 1 · entered 10:00"),
        (1140.0, "Infusion paused", "by Nurse 1 · entered 20:00"),
        (1220.0, "Infusion resumed", "by Nurse 1"),
    ]


def test_a_resume_against_the_rules_names_the_provider_and_the_reason() -> None:
    record = Recorded().started()
    for begin_s in (700.0, 800.0):
        record.say(begin_s, PauseInfusion(NURSE))
        record.say(begin_s + 30.0, ResumeInfusion(NURSE, PROVIDER, "pressure is down"))
    last = record.told()[-1]
    assert last == (
        830.0,
        "Infusion resumed",
        "allowed by Provider 1 · “pressure is down” · by Nurse 1",
    )


def test_the_end_says_who_signed_and_why_it_was_signed_all_the_same() -> None:
    record = Recorded().started().ended()
    assert not record.refusals()
    assert record.told()[-1] == (
        3060.0,
        "Ended and signed",
        "“agreed with the provider” · by Nurse 1 · second: Nurse 2",
    )


def test_an_end_without_a_name_is_no_signature() -> None:
    record = Recorded(opening()).say(10.0, EndSession(""))
    assert not record.refusals()
    assert record.told()[-1] == (10.0, "Phase: Ended", "")


def test_what_was_claimed_bears_the_name_of_who_claimed_it() -> None:
    record = Recorded().started()
    record.say(700.0, PauseInfusion(UNCLAIMED)).say(900.0, Claim(OTHER))
    assert record.told(650.0) == [
        (700.0, "Infusion paused", "by Nurse 2, claimed afterwards"),
        (900.0, "Entries claimed: 1", "by Nurse 2"),
    ]


def test_a_phase_that_came_by_itself_has_no_name() -> None:
    record = Recorded()
    first = next(one for one in record.lines() if one.text.startswith("Phase"))
    assert first.detail == ""


def test_a_spray_is_not_an_infusion() -> None:
    record = Recorded(treatment(SPRAY, "intranasal")).ready()
    record.say(600.0, GiveDose(28.0, NURSE)).say(900.0, GiveDose(28.0, NURSE))
    record.say(1000.0, StopInfusion(NURSE)).say(1010.0, cuff(120, 70))
    record.say(1020.0, BeginDischarge(NURSE))
    assert record.told(500.0) == [
        (600.0, "Device 1: 28 mg", "by Nurse 1"),
        (900.0, "Device 2: 28 mg", "by Nurse 1"),
        (1000.0, "Nothing more is given", "by Nurse 1"),
        (1020.0, "Phase: Discharge", "by Nurse 1"),
    ]
    changes = [one.what for one in record.entries if isinstance(one.what, PhaseChanged)]
    assert PhaseChanged(Phase.BASELINE, Phase.TREATING) in changes
