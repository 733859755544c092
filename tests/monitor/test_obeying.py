"""What a person says to a chair: one place a command, and what each does."""

from __future__ import annotations

from typing import get_args

import pytest
from chairs import SOURCE, Bench, cuff

from monitor.commands import (
    Acknowledge,
    Action,
    BeginDischarge,
    ChangeLimit,
    Command,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    PreferSource,
    ResumeAudio,
    ResumeInfusion,
    SetBaseline,
    SoundChecked,
    StartCuff,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.obeying import OBEYED
from monitor.outcomes import (
    BaselineAccepted,
    LimitChanged,
    PhaseChanged,
    Priority,
    Refused,
)
from monitor.phases import Phase
from monitor.treatment.treatment import TREATED
from monitor.vitals import VitalSign


def refused(bench: Bench) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [one for one in bench.of(Refused) if isinstance(one, Refused)]
    return [(one.command, one.reason, one.arguments) for one in found]


def phases(bench: Bench) -> list[Phase]:
    return [one.after for one in bench.of(PhaseChanged) if isinstance(one, PhaseChanged)]


def test_every_command_has_exactly_one_place() -> None:
    assert set(OBEYED | TREATED) == set(get_args(Command))
    assert not OBEYED.keys() & TREATED.keys()


def test_the_course_of_a_session_follows_the_commands() -> None:
    bench = Bench(treating=False)
    bench.feed(10.0, StartInfusion("AK"), PauseInfusion("AK"), ResumeInfusion("AK"))
    bench.feed(20.0, StopInfusion("AK"), BeginDischarge("AK"), EndSession("AK"))
    assert phases(bench) == [
        Phase.BASELINE,
        Phase.TREATING,
        Phase.PAUSED,
        Phase.TREATING,
        Phase.RECOVERY,
        Phase.DISCHARGE,
        Phase.SIGNED,
    ]
    assert refused(bench) == []


def test_a_step_that_does_not_fit_is_refused_and_changes_nothing() -> None:
    bench = Bench(treating=False)
    before = bench.core.state.phase
    bench.feed(10.0, ResumeInfusion("AK"))
    assert refused(bench) == [("resume", "resume-before-start", ("resume", "baseline"))]
    assert bench.core.state.phase is before
    assert not bench.core.state.clock.running


def test_a_baseline_given_by_hand_leaves_open_what_it_does_not_say() -> None:
    bench = Bench(treating=False)
    bench.feed(10.0, SetBaseline(124.0, 76.0, None, None, "AK"))
    bench.feed(20.0, SetBaseline(None, None, 72.0, None, "AK"))
    assert bench.of(BaselineAccepted)[-1] == BaselineAccepted(124.0, 76.0, 72.0, None)


@pytest.mark.parametrize("action", [None, *Action])
def test_every_answer_silences_its_own_alarm_and_no_other(action: Action | None) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 45), cuff(206, 45))
    bench.feed(310.0, Acknowledge("bp/high", "AK", action))
    assert bench.core.sound(310.0) is Priority.MEDIUM  # the low side
    assert bench.alarms()[-1][3] == "acknowledged"


@pytest.mark.parametrize("key", ["hr/high", "spo2/low", "nobody"])
def test_what_is_not_open_cannot_be_acknowledged(key: str) -> None:
    bench = Bench()
    bench.feed(10.0, Acknowledge(key, "AK", Action.ARTEFACT))
    assert refused(bench) == [("acknowledge", "nothing-to-acknowledge", (key,))]


def test_an_artefact_of_a_continuous_sign_asks_for_no_cuff_and_speaks_again_as_others_do() -> None:
    bench = Bench()
    bench.stream(0.0, 30.0, hr=140.0)
    wanted_before = bench.core.state.wish(30.0, None)
    bench.feed(30.0, Acknowledge("hr/high", "AK", Action.ARTEFACT))
    assert bench.core.state.wish(30.0, None) == wanted_before
    (view,) = [one for one in bench.core.judge.engine.views(30.0) if one.key == "hr/high"]
    other = Bench()
    other.stream(0.0, 30.0, hr=140.0)
    other.feed(30.0, Acknowledge("hr/high", "AK"))
    (plain,) = [one for one in other.core.judge.engine.views(30.0) if one.key == "hr/high"]
    assert view.reminds_in_s == plain.reminds_in_s


def test_sound_is_off_for_so_long_as_was_asked_and_on_when_somebody_says_so() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90), PauseAudio("AK", 60.0))
    assert bench.core.sound(330.0) is None
    bench.feed(340.0, ResumeAudio("AK"))
    assert bench.core.sound(340.0) is Priority.HIGH


def test_a_note_stays_struck_through_and_can_be_undone_once() -> None:
    bench = Bench()
    bench.feed(10.0, Note("n", NoteKind.NAUSEA, "", "AK"), UndoNote("n", "AK"))
    assert bench.core.state.notes["n"].undone
    bench.feed(20.0, UndoNote("n", "AK"), UndoNote("other", "AK"))
    assert [reason for _, reason, _ in refused(bench)] == ["nothing-to-undo"] * 2


def test_to_undo_a_symptom_never_clears_its_alarm() -> None:
    bench = Bench()
    bench.feed(10.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"), UndoNote("n", "AK"))
    assert bench.core.sound(10.0) is Priority.HIGH


def test_a_symptom_that_was_undone_is_no_evidence_for_the_next_pressure() -> None:
    standing, undone = Bench(), Bench()
    for bench in (standing, undone):
        bench.feed(10.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    undone.feed(11.0, UndoNote("n", "AK"))
    for bench in (standing, undone):
        bench.feed(60.0, cuff(184, 90))
    assert standing.alarms()[-1] == (60.0, "sbp-very-high", "high", "sounding")
    assert undone.alarms()[-1] == (60.0, "sbp-very-high", "medium", "sounding")


@pytest.mark.parametrize(("sbp", "dbp"), [(1.0, 1.0), (300.0, 290.0), (80.0, 140.0)])
def test_a_pressure_that_a_person_measured_is_never_refused(sbp: float, dbp: float) -> None:
    bench = Bench()
    bench.feed(10.0, ManualCuff(sbp, dbp, "AK"))
    assert refused(bench) == []
    last = bench.core.state.latest.last_cuff()
    assert last is not None
    assert (last.result.sbp, last.result.dbp, last.result.source) == (sbp, dbp, "manual")


def test_a_manual_pressure_answers_a_pending_repeat() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 112))
    bench.feed(360.0, ManualCuff(184, 112, "AK"))
    assert bench.alarms()[-1] == (360.0, "sbp-very-high", "high", "escalated")


def test_a_limit_moves_with_who_said_so_and_goes_back_in_one() -> None:
    bench = Bench()
    bench.feed(10.0, ChangeLimit("sbp-high", 150.0, "AK"))
    bench.feed(20.0, ChangeLimit("sbp-high", None, "BL"))
    assert bench.of(LimitChanged) == [
        LimitChanged("sbp-high", 160, 150, "AK"),
        LimitChanged("sbp-high", 150, 160, "BL"),
    ]
    assert bench.core.state.profile.changed == {}


@pytest.mark.parametrize(
    ("rule", "value", "reason"),
    [
        ("sbp-high", 90.0, "limit-out-of-bounds"),
        ("sbp-high", 185.0, "limit-crossed"),
        ("nobody", 100.0, "limit-unknown"),
        ("sbp-high", float("nan"), "limit-out-of-bounds"),
    ],
)
def test_a_limit_that_cannot_be_is_refused_and_the_old_one_stands(
    rule: str, value: float, reason: str
) -> None:
    bench = Bench()
    bench.feed(10.0, ChangeLimit(rule, value, "AK"))
    assert [why for _, why, _ in refused(bench)] == [reason]
    assert (bench.core.state.profile.changed, bench.core.state.moved) == ({}, {})


def test_a_cuff_is_not_started_after_the_end() -> None:
    bench = Bench()
    bench.feed(10.0, StopInfusion("AK"), EndSession("AK"), StartCuff(SOURCE, "AK"))
    assert refused(bench)[-1][1] == "refused-in-this-phase"


def test_a_sign_is_preferred_from_a_known_device_only() -> None:
    bench = Bench()
    bench.feed(10.0, PreferSource(VitalSign.HR, "device:nobody", "AK"))
    assert refused(bench) == [
        ("prefer-source", "prefer-no-device", ("device:nobody", SOURCE)),
    ]


def test_a_sound_that_was_not_heard_at_one_seat_stays_an_alarm_until_it_is_heard_there() -> None:
    bench = Bench()
    bench.feed(10.0, SoundChecked("desk", full=True, heard=False, by="AK"))
    bench.feed(20.0, SoundChecked("door", full=True, heard=True, by="AK"))
    assert [view.alarm for view in bench.core.judge.engine.views(20.0)] == ["sound-failed"]
    bench.feed(30.0, SoundChecked("desk", full=False, heard=True, by="AK"))
    assert bench.alarms()[-1][3] in {"cleared", "latched"}
