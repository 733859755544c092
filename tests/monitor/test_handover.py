"""What the newcomer is told of a chair."""

from __future__ import annotations

from dataclasses import replace

from chairs import Bench, cuff, numerics

from monitor.commands import Acknowledge, Note, NoteKind, PauseInfusion, StopInfusion
from monitor.limits import PROFILES
from monitor.phases import Phase
from monitor.treatment.commands import UNCLAIMED, AnswerQuestion, Distress, EndNote, OffMonitor
from monitor.treatment.handover import CUFF, HandoverFacts, NextDue, handover_summary
from monitor.treatment.view import PromptKind
from monitor.viewing import Viewer

PAIN = Note("n1", NoteKind.CHEST_PAIN, "", "Nurse 1")


def told(bench: Bench, at: float) -> HandoverFacts:
    bench.wait(at)
    return handover_summary(Viewer(bench.core).picture(at))


def test_dose_last_pressure_with_its_age_and_what_is_due_next() -> None:
    bench = Bench()
    bench.feed(590.0, cuff(142, 86))
    facts = told(bench, 720.0)
    assert (facts.chair, facts.patient_id, facts.phase) == (1, "20417", Phase.TREATING)
    assert facts.mg_given == 12.0
    assert facts.dose_mg == 40.0
    assert (facts.sbp, facts.dbp, facts.bp_age_s) == (142.0, 86.0, 130.0)
    assert facts.next_due == NextDue(CUFF, 890.0)
    assert facts.overdue == ()
    assert facts.owner == "AK"


def test_before_anything_was_measured_nothing_is_made_up() -> None:
    facts = told(Bench(treating=False), 10.0)
    assert (facts.sbp, facts.dbp, facts.bp_age_s) == (None, None, None)
    assert facts.escort is None
    assert not facts.mg_given


def test_what_is_overdue_is_named_and_is_the_next_thing_due() -> None:
    bench = Bench()
    bench.feed(890.0, cuff(120, 70))
    facts = told(bench, 1000.0)
    assert facts.next_due == NextDue(PromptKind.SEDATION, 900.0)
    assert [one.kind for one in facts.overdue] == [PromptKind.SEDATION]


def test_the_pressure_at_40_min_is_not_named_twice() -> None:
    bench = Bench(profile=PROFILES["intranasal"])
    bench.feed(2300.0, cuff(120, 70))
    facts = told(bench, 2390.0)
    assert facts.next_due is not None
    assert (facts.next_due.what, facts.next_due.due_s) != (PromptKind.BP_AT_40, 2400.0)


def test_acknowledged_alarms_are_told_too() -> None:
    bench = Bench()
    bench.feed(600.0, cuff(205, 90), Acknowledge("bp/high", "AK"))
    assert [one.alarm for one in told(bench, 610.0).alarms] == ["sbp-extreme"]


def test_a_symptom_is_told_while_it_stands_or_is_asked_about() -> None:
    bench = Bench()
    bench.feed(3000.0, PAIN, replace(PAIN, note_id="n2", ago_s=1200.0))
    bench.feed(3000.0, Note("n3", NoteKind.NAUSEA, "", "Nurse 1"))
    assert [one.note.note_id for one in told(bench, 3001.0).symptoms] == ["n1", "n2"]
    bench.feed(3002.0, EndNote("n1", "Nurse 1"))
    assert [one.note.note_id for one in told(bench, 3002.0).symptoms] == ["n2"]


def test_the_newest_answer_about_the_escort_is_told() -> None:
    bench = Bench(flow=True, treating=False)
    bench.feed(1.0, AnswerQuestion("escort", "none", "Nurse 1"))
    bench.feed(2.0, AnswerQuestion("escort", "named", "Nurse 1", "sister, 555 0100"))
    escort = told(bench, 3.0).escort
    assert escort is not None
    assert (escort.answer, escort.text) == ("named", "sister, 555 0100")


def test_who_is_away_or_frightened_and_what_nobody_claimed_is_told() -> None:
    bench = Bench()
    bench.feed(100.0, OffMonitor("Nurse 1"), Distress("Nurse 1"), PauseInfusion(UNCLAIMED))
    facts = told(bench, 110.0)
    assert (facts.off_monitor_since_s, facts.distress_since_s, facts.unclaimed) == (100, 100, 1)
    assert facts.phase is Phase.PAUSED


def test_a_picture_that_was_made_by_hand_has_a_summary_too() -> None:
    bench = Bench()
    bench.feed(100.0, numerics(hr=70), StopInfusion("Nurse 1"))
    picture = replace(Viewer(bench.core).picture(100.0), treatment=None)
    facts = handover_summary(picture)
    assert (facts.owner, facts.overdue, facts.escort) == ("", (), None)
