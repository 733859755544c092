from dataclasses import replace

from data.tally import Tally
from monitor.commands import EndSession, ManualCuff, Note, NoteKind, UndoNote
from monitor.outcomes import AlarmPhase, CuffUnconfirmed, PhaseChanged, Priority, Refused
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.treatment.commands import SetPlan
from monitor.vitals import CuffResult, DeviceNote, DeviceNoteKind, Quality
from tests.data.record_examples import NAME, SOURCE, alarm, opening


def after(*whats, t_ms=1000):
    tally = Tally()
    for what in whats:
        tally = tally.after(t_ms, what)
    return tally


def test_the_opening_says_who_and_what():
    tally = after(opening())
    assert (tally.patient_id, tally.initials, tally.chair) == (NAME, "AL", 2)
    assert (tally.driver, tally.profile, tally.simulated) == ("ivy-450c", "adult-iv", 1)
    assert (tally.mg_per_kg, tally.weight_kg, tally.dose_mg, tally.minutes) == (0.5, 82, 41, 40)


def test_all_its_devices_are_named_the_preferred_one_first():
    (first,) = opening().devices
    second = replace(first, source="device:nonin-df7")
    assert after(replace(opening(), devices=(first, second))).driver == "ivy-450c, nonin-df7"
    assert after(replace(opening(), devices=())).driver == ""


def test_a_session_that_only_watches_has_the_patients_weight_and_no_dose():
    watching = replace(opening(), plan=Plan(None, None, 40.0), patient=Patient("p", 61.0))
    tally = after(watching)
    assert (tally.weight_kg, tally.dose_mg, tally.mg_per_kg) == (61.0, None, None)


def test_a_second_opening_changes_nothing():
    again = replace(opening(), patient=Patient("somebody else", 50.0))
    assert after(opening(), again) == after(opening())


def test_peaks_are_those_of_this_session_and_may_come_from_two_results():
    tally = after(
        CuffResult(150.0, 80.0, None, None, SOURCE),
        ManualCuff(140.0, 95.0, "RN"),
        CuffResult(210.0, 120.0, None, None, SOURCE, Quality.BEFORE_SESSION),
        CuffResult(211.0, 121.0, None, None, SOURCE, Quality.AGE_UNKNOWN),
        CuffResult(212.0, 122.0, None, None, SOURCE, Quality.ARTEFACT),
        CuffResult(155.0, 70.0, None, None, SOURCE, Quality.UNCONFIRMED),
    )
    assert (tally.peak_sbp, tally.peak_dbp, tally.cuff_count) == (150.0, 95.0, 3)


def test_what_a_repeat_did_not_confirm_is_counted_and_no_peak():
    first, second = CuffResult(206.0, 124.0, None, None, SOURCE), ManualCuff(142.0, 88.0, "RN")
    tally = Tally().after(300_000, first).after(360_500, second)
    assert (tally.peak_sbp, tally.peak_dbp) == (206.0, 124.0)
    doubted = tally.after(360_500, CuffUnconfirmed(300.0))
    assert (doubted.peak_sbp, doubted.peak_dbp, doubted.cuff_count) == (142.0, 88.0, 2)
    neither = doubted.after(400_000, CuffUnconfirmed(360.5))
    assert (neither.peak_sbp, neither.peak_dbp, neither.cuff_count) == (None, None, 2)
    assert neither.after(401_000, CuffUnconfirmed(360.5)) is neither


def test_a_pressure_that_was_entered_late_is_a_peak_and_no_repeat_is_about_it():
    late = ManualCuff(190.0, 110.0, "RN", 120.0)
    tally = Tally().after(300_000, late).after(360_000, CuffUnconfirmed(300.0))
    assert (tally.peak_sbp, tally.peak_dbp, tally.cuff_count) == (190.0, 110.0, 1)


def test_what_was_refused_because_of_its_moment_does_not_count():
    tally = Tally().after(300_000, ManualCuff(190.0, 110.0, "RN", 301.0))
    tally = tally.after(300_000, Note("a", NoteKind.NAUSEA, "", "RN", -1.0))
    assert (tally.peak_sbp, tally.cuff_count, tally.notes) == (None, 0, 0)


def test_of_two_results_of_one_moment_the_first_is_doubted():
    first, second = (CuffResult(sbp, 80.0, None, None, SOURCE) for sbp in (206.0, 150.0))
    tally = Tally().after(0, first).after(0, second).after(0, CuffUnconfirmed(0.0))
    assert tally.peak_sbp == 150.0


def test_alarms_count_when_they_sound_and_when_they_escalate():
    medium = alarm(165.0, Priority.MEDIUM)
    tally = after(
        replace(medium, state=AlarmPhase.PENDING),
        medium,
        replace(medium, state=AlarmPhase.REMINDED),
        replace(alarm(185.0), state=AlarmPhase.ESCALATED),
        replace(medium, state=AlarmPhase.ACKNOWLEDGED),
        alarm(120.0, Priority.LOW),
    )
    assert (tally.alarms_medium, tally.alarms_high) == (1, 1)


def test_undone_notes_do_not_count():
    notes = [Note(name, NoteKind.NAUSEA, "", "RN") for name in "ab"]
    assert after(*notes).notes == 2
    assert after(*notes, UndoNote("a", "RN")).notes == 1


def test_a_signed_session_has_ended():
    tally = after(EndSession("RN"), PhaseChanged(Phase.RECOVERY, Phase.SIGNED))
    assert (tally.ended_ms, tally.phase) == (1000, "signed")


def test_a_refused_end_is_no_end():
    refusal = Refused("end", "refused-in-this-phase", ("end", "treating"))
    started = PhaseChanged(Phase.BASELINE, Phase.TREATING)
    tally = after(started, EndSession("RN"), refusal)
    assert (tally.ended_ms, tally.phase) == (None, "treating")


def test_a_pressure_that_was_entered_after_the_end_is_no_peak():
    ended = after(ManualCuff(140.0, 80.0, "RN"), PhaseChanged(Phase.RECOVERY, Phase.SIGNED))
    refused = Refused("manual-cuff", "session-over")
    tally = ended.after(2000, ManualCuff(210.0, 120.0, "RN")).after(2000, refused)
    assert (tally.peak_sbp, tally.peak_dbp, tally.cuff_count) == (140.0, 80.0, 1)
    late = ManualCuff(150.0, 90.0, "RN", ago_s=-1.0)
    assert ended.after(3000, late).after(3000, replace(refused, reason="late-not-past")) == ended


def test_a_later_refusal_does_not_open_an_ended_session_again():
    ended = after(EndSession("RN"), PhaseChanged(Phase.RECOVERY, Phase.SIGNED))
    assert ended.after(1000, Refused("start", "refused-in-this-phase")).ended_ms == 1000
    assert after(EndSession("RN")).after(2000, Refused("undo", "x")).ended_ms == 1000


def test_the_demonstration_data_of_a_monitor_make_a_session_a_simulated_one():
    real = replace(opening(), simulated=False)
    demo = DeviceNote(DeviceNoteKind.DEMO_MODE, "demonstration mode", SOURCE)
    over = DeviceNote(DeviceNoteKind.DEMO_MODE, "", SOURCE)
    assert after(real).simulated == 0
    assert after(real, over).simulated == 0
    assert after(real, demo, over).simulated == 1


def test_a_dose_that_is_planned_at_the_chair_is_the_dose():
    opened = replace(opening(), plan=Plan(None, None, 40.0))
    tally = after(opened)
    assert (tally.mg_per_kg, tally.dose_mg, tally.weight_kg) == (None, None, 82)
    planned = SetPlan(Plan(0.5, 80.0, 45.0, concentration_mg_per_ml=10.0), "Nurse 1")
    tally = after(opened, planned)
    assert (tally.mg_per_kg, tally.dose_mg, tally.weight_kg, tally.minutes) == (0.5, 40, 80, 45)


def test_a_plan_that_was_refused_is_no_dose():
    first = SetPlan(Plan(0.5, 82.0, 40.0), "Nurse 1")
    second = SetPlan(Plan(2.0, 82.0, 40.0), "Nurse 1")
    refused = Refused("set-plan", "plan-stands")
    tally = after(opening(), first)
    for at_ms in (1000, 2000):
        again = tally.after(at_ms, second).after(at_ms, refused)
        assert (again.mg_per_kg, again.dose_mg) == (0.5, 41)
    other = tally.after(2000, second).after(2500, refused)
    assert other.dose_mg == 164
