"""From entries to a debrief: what was wanted, when it was done, and what it is worth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import Acknowledge, Action, Note, NoteKind, PauseInfusion, UndoNote
from monitor.outcomes import AlarmPhase, Priority, Refused
from monitor.training.debrief import Debrief, Verdict
from monitor.training.lesson import Deed, Moment
from monitor.training.scoring import MOST_LOST, NoLesson, debrief_of
from monitor.training.staged import LessonBegun, StagedKind
from monitor.vitals import CuffResult
from tests.monitor.training.lesson_records import (
    ALARM_S,
    KEY,
    acknowledged,
    alarm,
    lesson,
    paused,
    record,
    staged,
    stopped,
    true,
    wanted,
)

END_S = 4000.0


def verdict(debrief: Debrief, deed: Deed) -> Verdict:
    return next(one.verdict for one in debrief.findings if one.wanted.deed is deed)


def test_a_thing_that_is_done_in_time_is_worth_all_of_it() -> None:
    debrief = debrief_of(record(*paused(ALARM_S + 100), staged(END_S, StagedKind.FINISHED)))
    found = debrief.findings[0]
    assert (found.verdict, found.points, found.took_s) == (Verdict.MET, 4.0, 100.0)
    assert debrief.finished == "learner"


def test_a_late_one_is_worth_less_and_one_that_is_not_done_nothing() -> None:
    late = debrief_of(record(*paused(ALARM_S + 180), staged(END_S, StagedKind.FINISHED)))
    missed = debrief_of(record(staged(END_S, StagedKind.FINISHED)))
    assert late.findings[0].verdict is Verdict.LATE
    assert 0.0 < late.findings[0].points < 2.0
    assert (missed.findings[0].verdict, missed.findings[0].points) == (Verdict.MISSED, 0.0)
    assert late.score is not None
    assert missed.score is not None
    assert late.score > missed.score


def test_what_was_held_before_it_was_wanted_was_done() -> None:
    debrief = debrief_of(record(*paused(ALARM_S - 30), staged(END_S, StagedKind.FINISHED)))
    found = debrief.findings[0]
    assert (found.verdict, found.took_s) == (Verdict.MET, 0.0)


def test_who_stops_has_paused_too() -> None:
    debrief = debrief_of(record(*stopped(ALARM_S + 60), staged(END_S, StagedKind.FINISHED)))
    assert verdict(debrief, Deed.PAUSE) is Verdict.MET


def test_a_pause_is_no_stop() -> None:
    asked = lesson(wanted(Deed.STOP, within_s=600.0))
    debrief = debrief_of(
        record(*paused(ALARM_S - 30), staged(END_S, StagedKind.FINISHED), taught=asked)
    )
    assert verdict(debrief, Deed.STOP) is Verdict.MISSED


def test_a_refused_command_did_nothing() -> None:
    refused = [
        (ALARM_S + 10, PauseInfusion("N")),
        (ALARM_S + 10, Refused("pause-infusion", "pause-not-running")),
    ]
    debrief = debrief_of(record(*refused, staged(END_S, StagedKind.FINISHED)))
    assert verdict(debrief, Deed.PAUSE) is Verdict.MISSED


def test_what_happens_after_the_end_counts_for_nothing() -> None:
    over = staged(ALARM_S + 500, StagedKind.FINISHED)
    with_it = debrief_of(record(over, *paused(ALARM_S + 501)))
    without = debrief_of(record(over))
    assert replace(with_it, session_id="") == replace(without, session_id="")


def test_a_lesson_that_ends_before_the_time_is_over_decides_nothing() -> None:
    debrief = debrief_of(record(staged(ALARM_S + 30, StagedKind.FINISHED)))
    assert verdict(debrief, Deed.PAUSE) is Verdict.UNDECIDED
    assert debrief.score is None
    assert debrief.possible == 0.0


def test_what_was_never_wanted_is_in_no_sum() -> None:
    asked = lesson(
        wanted(Deed.PAUSE), wanted(Deed.EMERGENCY, after=Moment(alarm=("sbp-extreme",)))
    )
    debrief = debrief_of(
        record(*paused(ALARM_S + 5), staged(END_S, StagedKind.FINISHED), taught=asked)
    )
    assert verdict(debrief, Deed.EMERGENCY) is Verdict.NOT_NEEDED
    assert debrief.possible == 4.0 + 1.0, "and one medium alarm"
    assert debrief.score == 100


def test_what_must_not_be_done_is_wrong_when_it_is_done_and_kept_when_not() -> None:
    asked = lesson(wanted(Deed.STOP, never=True, within_s=600.0))
    over = staged(END_S, StagedKind.FINISHED)
    kept = debrief_of(record(over, taught=asked))
    broken = debrief_of(record(*stopped(ALARM_S + 60), over, taught=asked))
    assert verdict(kept, Deed.STOP) is Verdict.MET
    assert verdict(broken, Deed.STOP) is Verdict.WRONG
    assert broken.findings[0].points == 0.0


def test_a_stop_at_the_planned_end_is_none_that_is_forbidden_and_is_not_needless() -> None:
    asked = lesson(wanted(Deed.STOP, never=True, within_s=1500.0))
    over = staged(END_S, StagedKind.FINISHED)
    debrief = debrief_of(record(*stopped(600.0 + 2400.0), over, taught=asked))
    assert verdict(debrief, Deed.STOP) is Verdict.MET
    assert debrief.needless == ()


def test_a_reading_that_raised_the_alarm_is_not_the_one_that_repeats_it() -> None:
    asked = lesson(wanted(Deed.REMEASURE))
    cuff = CuffResult(188.0, 112.0, None, 90.0, "device:ivy-450c")
    over = staged(END_S, StagedKind.FINISHED)
    first = debrief_of(record((ALARM_S, cuff), over, taught=asked))
    repeated = debrief_of(record((ALARM_S, cuff), (ALARM_S + 90, cuff), over, taught=asked))
    assert verdict(first, Deed.REMEASURE) is Verdict.MISSED
    assert verdict(repeated, Deed.REMEASURE) is Verdict.MET


def test_a_note_that_was_undone_was_not_made() -> None:
    asked = lesson(wanted(Deed.NOTE_SYMPTOM, kind="severe-headache"))
    made = (ALARM_S + 20, Note("n1", NoteKind.SEVERE_HEADACHE, "", "N"))
    over = staged(END_S, StagedKind.FINISHED)
    kept = debrief_of(record(made, over, taught=asked))
    undone = debrief_of(record(made, (ALARM_S + 25, UndoNote("n1", "N")), over, taught=asked))
    assert verdict(kept, Deed.NOTE_SYMPTOM) is Verdict.MET
    assert verdict(undone, Deed.NOTE_SYMPTOM) is Verdict.MISSED


def test_a_hand_at_the_bedside_is_a_deed() -> None:
    asked = lesson(wanted(Deed.CHECK_PROBE))
    hand = staged(ALARM_S + 15, StagedKind.HAND, Deed.CHECK_PROBE)
    debrief = debrief_of(record(hand, staged(END_S, StagedKind.FINISHED), taught=asked))
    assert verdict(debrief, Deed.CHECK_PROBE) is Verdict.MET


def test_an_alarm_is_answered_by_an_acknowledgement_or_by_a_hand_on_the_pump() -> None:
    over = staged(END_S, StagedKind.FINISHED)
    plain = debrief_of(record(*acknowledged(ALARM_S + 40, Action.REMEASURED), over)).alarms[0]
    pump = debrief_of(record(*paused(ALARM_S + 50), over)).alarms[0]
    nobody = debrief_of(record(over)).alarms[0]
    assert (plain.verdict, plain.took_s, plain.how) == (Verdict.MET, 40.0, "re-measured")
    assert (pump.verdict, pump.took_s, pump.how) == (Verdict.MET, 50.0, "paused")
    assert (nobody.verdict, nobody.points) == (Verdict.MISSED, 0.0)


def test_an_alarm_that_gets_high_must_be_answered_within_its_minute() -> None:
    worse = (ALARM_S + 90, alarm(AlarmPhase.ESCALATED, priority=Priority.HIGH))
    over = staged(END_S, StagedKind.FINISHED)
    one = debrief_of(record(worse, *acknowledged(ALARM_S + 200), over)).alarms[0]
    assert (one.due_s, one.priority) == (ALARM_S + 120, Priority.HIGH)
    assert one.verdict is Verdict.LATE


def test_an_alarm_that_gets_worse_after_its_answer_is_one_more() -> None:
    worse = (ALARM_S + 90, alarm(AlarmPhase.ESCALATED, priority=Priority.HIGH))
    over = staged(END_S, StagedKind.FINISHED)
    debrief = debrief_of(record(*acknowledged(ALARM_S + 20), worse, over))
    assert [one.verdict for one in debrief.alarms] == [Verdict.MET, Verdict.MISSED]


def test_an_alarm_that_is_over_in_time_did_not_need_an_answer() -> None:
    gone = (ALARM_S + 60, alarm(AlarmPhase.CLEARED))
    debrief = debrief_of(record(gone, staged(END_S, StagedKind.FINISHED)))
    assert debrief.alarms[0].verdict is Verdict.NOT_NEEDED


def test_a_pause_without_any_alarm_of_the_patient_is_needless_and_costs() -> None:
    asked = lesson(wanted(Deed.ASK_PATIENT))
    over = staged(END_S, StagedKind.FINISHED)
    early = debrief_of(record(*paused(900.0), over, taught=asked))
    with_reason = debrief_of(record(*paused(ALARM_S + 10), over, taught=asked))
    assert [one.what for one in early.needless] == ["needless-pause"]
    assert early.lost == 5.0
    assert with_reason.needless == ()


def test_calling_a_true_alarm_an_artefact_costs_and_a_false_one_does_not() -> None:
    over = staged(END_S, StagedKind.FINISHED)
    called = acknowledged(ALARM_S + 30, Action.ARTEFACT)
    really = debrief_of(record(true(ALARM_S + 25, sbp=187.0), *called, over))
    falsely = debrief_of(record(true(ALARM_S + 25, sbp=141.0), *called, over))
    assert [one.what for one in really.needless] == ["needless-dismissed"]
    assert falsely.needless == ()


def test_what_had_no_reason_costs_at_most_a_quarter() -> None:
    asked = lesson(wanted(Deed.ASK_PATIENT))
    pauses = [one for at in range(700, 1300, 60) for one in paused(float(at), again=True)]
    debrief = debrief_of(record(*pauses, staged(END_S, StagedKind.FINISHED), taught=asked))
    assert sum(one.points for one in debrief.needless) > MOST_LOST
    assert debrief.lost == MOST_LOST


def test_a_record_without_a_lesson_is_none() -> None:
    without = [one for one in record() if not isinstance(one.what, LessonBegun)]
    with pytest.raises(NoLesson):
        debrief_of(without)


@given(
    st.floats(1.0, 900.0),
    st.floats(0.0, 900.0),
    st.floats(1.0, 900.0),
    st.floats(0.0, 900.0),
)
def test_later_is_never_worth_more(
    pause_s: float, later_s: float, answer_s: float, later_answer_s: float
) -> None:
    def scored(pause: float, answer: float) -> Debrief:
        both = sorted([*paused(ALARM_S + pause), *acknowledged(ALARM_S + answer)],
                          key=lambda one: one[0])  # fmt: skip
        return debrief_of(record(*both, staged(END_S, StagedKind.FINISHED)))

    soon = scored(pause_s, answer_s)
    assert scored(pause_s + later_s, answer_s).earned <= soon.earned
    assert scored(pause_s, answer_s + later_answer_s).earned <= soon.earned
    assert soon.score is not None
    assert 0 <= soon.score <= 100


def test_the_key_of_an_answer_is_that_of_the_alarm_of_its_moment() -> None:
    asked = lesson(wanted(Deed.ANSWER))
    other = (ALARM_S + 10, Acknowledge("hr/high", "N"))
    over = staged(END_S, StagedKind.FINISHED)
    wrong = debrief_of(record(other, over, taught=asked))
    right = debrief_of(record((ALARM_S + 10, Acknowledge(KEY, "N")), over, taught=asked))
    assert verdict(wrong, Deed.ANSWER) is Verdict.MISSED
    assert verdict(right, Deed.ANSWER) is Verdict.MET
