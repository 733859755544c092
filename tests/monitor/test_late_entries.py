"""What was entered later than it happened: symptoms, pressures, notes, other drugs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import Bench, cuff
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import (
    Acknowledge,
    ManualCuff,
    Note,
    NoteKind,
    StartInfusion,
    UndoNote,
)
from monitor.core import MonitorCore
from monitor.entries import Entry
from monitor.events import Event
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority, Refused
from monitor.picture import NoteView
from monitor.taken import entries_taken
from monitor.treatment import late_entries
from monitor.treatment.commands import EndNote, GiveDrug, StillPresent
from monitor.treatment.view import PromptKind, PromptView
from monitor.viewing import Viewer
from monitor.vitals import VitalSign

KEY = "symptom-emergency"
PAIN = Note("n1", NoteKind.CHEST_PAIN, "", "Nurse 1")
ACK = Acknowledge(KEY, "Nurse 1")


def ago(seconds: float, note: Note = PAIN) -> Note:
    return replace(note, ago_s=seconds)


def asked(bench: Bench, at: float) -> list[PromptView]:
    treatment = Viewer(bench.core).picture(at).treatment
    assert treatment is not None
    return [one for one in treatment.prompts if one.kind is PromptKind.STILL_PRESENT]


def line(bench: Bench, note_id: str = "n1") -> NoteView:
    return bench.core.state.notes[note_id]


def refusals(bench: Bench) -> list[str]:
    return [one.reason for one in bench.of(Refused) if isinstance(one, Refused)]


def symptom_alarms(bench: Bench) -> list[tuple[float, str]]:
    return [(at, state) for at, alarm, _priority, state in bench.alarms() if alarm == KEY]


# ---- symptoms


@pytest.mark.parametrize("ago_s", [0.0, 60.0, 899.0, 900.0])
def test_a_symptom_of_the_last_15_min_is_judged_when_it_is_entered(ago_s: float) -> None:
    bench = Bench()
    bench.feed(3000.0, ago(ago_s))
    assert symptom_alarms(bench) == [(3000.0, "sounding")]
    assert bench.core.sound(3000.0) is Priority.HIGH
    assert line(bench).at_s == 3000.0 - ago_s
    assert asked(bench, 3000.0) == []


def test_an_older_symptom_is_no_alarm_and_is_asked_about() -> None:
    bench = Bench()
    bench.feed(3000.0, ago(901.0))
    assert symptom_alarms(bench) == []
    assert not bench.core.state.symptom_stands(3000.0)
    (prompt,) = asked(bench, 3000.0)
    assert (prompt.about, prompt.due_s, prompt.can_skip) == ("n1", 3000.0, False)


def test_still_there_is_judged_at_that_moment() -> None:
    bench = Bench()
    bench.feed(3000.0, ago(3600.0 / 2))
    bench.feed(3040.0, StillPresent("n1", True, "Nurse 1"))
    assert symptom_alarms(bench) == [(3040.0, "sounding")]
    assert bench.core.state.symptom_stands(3040.0 + 900.0)
    assert not bench.core.state.symptom_stands(3040.0 + 900.001)
    assert asked(bench, 3040.0) == []


def test_no_longer_there_is_its_end_and_no_alarm() -> None:
    bench = Bench()
    bench.feed(3000.0, ago(1800.0))
    bench.feed(3040.0, StillPresent("n1", False, "Nurse 1"))
    assert symptom_alarms(bench) == []
    assert line(bench).ended_s == 3040.0
    assert asked(bench, 3040.0) == []


def test_an_answer_to_what_nobody_asks_is_refused() -> None:
    bench = Bench()
    bench.feed(3000.0, ago(60.0))
    bench.feed(3010.0, StillPresent("n1", True, "Nurse 1"), StillPresent("?", True, "Nurse 1"))
    assert refusals(bench) == ["nothing-asked", "nothing-asked"]
    assert len(symptom_alarms(bench)) == 1


def test_a_symptom_that_ended_stands_no_more_and_its_alarm_stays() -> None:
    bench = Bench()
    bench.feed(3000.0, PAIN)
    bench.feed(3100.0, EndNote("n1", "Nurse 1", ago_s=40.0))
    assert line(bench).ended_s == 3060.0
    assert not bench.core.state.symptom_stands(3100.0)
    assert bench.core.sound(3100.0) is Priority.HIGH


def test_a_symptom_that_stands_makes_a_very_high_pressure_high_and_an_ended_one_does_not() -> None:
    stands, ended = Bench(), Bench()
    for bench in (stands, ended):
        bench.feed(3000.0, ago(600.0), ACK)
    ended.feed(3005.0, EndNote("n1", "Nurse 1"))
    for bench in (stands, ended):
        bench.feed(3700.0, cuff(185, 90))
    assert stands.alarms()[-1] == (3700.0, "sbp-very-high", "high", "sounding")
    assert ended.alarms()[-1] == (3700.0, "sbp-very-high", "medium", "sounding")


@pytest.mark.parametrize("late_s", [0.0, 1200.0])
def test_an_undo_is_a_line_through_it_and_clears_no_alarm(late_s: float) -> None:
    bench = Bench()
    bench.feed(3000.0, PAIN, ago(late_s, replace(PAIN, note_id="n2")))
    bench.feed(3002.0, UndoNote("n1", "Nurse 1"), UndoNote("n2", "Nurse 1"))
    assert line(bench, "n1").undone
    assert line(bench, "n2").undone
    assert asked(bench, 3002.0) == []
    assert not bench.core.state.symptom_stands(3002.0)
    assert bench.core.sound(3002.0) is Priority.HIGH


def test_an_end_before_the_beginning_is_refused() -> None:
    bench = Bench()
    bench.feed(3000.0, ago(60.0))
    bench.feed(3010.0, EndNote("n1", "Nurse 1", ago_s=71.0), EndNote("?", "Nurse 1"))
    bench.feed(3020.0, EndNote("n1", "Nurse 1", ago_s=80.0))
    assert refusals(bench) == ["note-end-before-begin", "note-unknown"]
    assert line(bench).ended_s == 2940.0


def test_of_two_ends_the_newest_counts() -> None:
    bench = Bench()
    bench.feed(3000.0, PAIN)
    bench.feed(3100.0, EndNote("n1", "Nurse 1"), EndNote("n1", "Nurse 1", ago_s=30.0))
    assert line(bench).ended_s == 3070.0


# ---- bounds


@pytest.mark.parametrize(
    ("ago_s", "reason"),
    [
        (-0.001, "late-not-past"),
        (float("nan"), "late-not-past"),
        (float("inf"), "late-too-long"),
        (12 * 3600.0 + 1.0, "late-too-long"),
        (3000.001, "late-before-session"),
    ],
)
def test_what_cannot_have_happened_then_is_refused_with_one_sentence(
    ago_s: float, reason: str
) -> None:
    bench = Bench()
    bench.feed(
        3000.0,
        ago(ago_s),
        ManualCuff(130.0, 80.0, "Nurse 1", ago_s),
        GiveDrug("labetalol", "10", "mg", "iv", "Provider 1", "Nurse 1", ago_s),
    )
    assert refusals(bench) == [reason] * 3
    assert bench.core.state.notes == {}
    assert bench.core.state.latest.cuffs == bench.core.state.latest.late == []


def test_the_opening_itself_and_12_h_ago_are_still_possible() -> None:
    bench = Bench()
    bench.feed(12 * 3600.0, ago(12 * 3600.0))
    assert line(bench).at_s == 0.0
    assert refusals(bench) == []


# ---- pressures


def test_a_pressure_of_the_last_minute_is_the_current_one_and_answers_a_repeat() -> None:
    bench = Bench()
    bench.feed(3000.0, cuff(184, 90))
    bench.feed(3060.0, ManualCuff(140.0, 80.0, "Nurse 1", 60.0))
    assert bench.alarms()[-1][3] == "withdrawn"
    assert Viewer(bench.core).picture(3060.0).numerals[VitalSign.SBP].value == 140.0


def test_what_was_measured_before_the_newest_reading_takes_nothing_back() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(310.0, ManualCuff(142.0, 88.0, "Nurse 1", ago_s=45.0))
    picture = Viewer(bench.core).picture(310.0)
    assert picture.sound is Priority.HIGH
    assert picture.numerals[VitalSign.SBP].value == 206.0
    [late] = bench.core.state.latest.late
    assert late.at == 265.0
    bench.feed(320.0, ManualCuff(142.0, 88.0, "Nurse 1", ago_s=20.0))
    assert Viewer(bench.core).picture(320.0).sound is None


def test_an_old_pressure_is_never_the_current_one() -> None:
    bench, told = Bench(), ManualCuff(210.0, 125.0, "Nurse 1", 61.0)
    bench.feed(2900.0, cuff(150, 85))
    due_at = bench.core.state.cuff_due_at()
    bench.feed(3000.0, told)
    assert bench.alarms() == []
    assert bench.core.state.cuff_due_at() == due_at
    assert Viewer(bench.core).picture(3000.0).numerals[VitalSign.SBP].value == 150.0
    assert [one.at for one in bench.core.state.latest.late] == [2939.0]


def test_an_old_pressure_answers_no_repeat() -> None:
    bench = Bench()
    bench.feed(3000.0, cuff(184, 90))
    bench.feed(3070.0, ManualCuff(120.0, 80.0, "Nurse 1", 65.0))
    bench.wait(3121.0)
    assert bench.alarms()[-1] == (3120.0, "sbp-very-high", "high", "escalated")


def test_an_old_pressure_of_before_the_start_is_part_of_the_baseline() -> None:
    bench = Bench(treating=False)
    bench.feed(100.0, cuff(120, 70))
    bench.feed(400.0, ManualCuff(130.0, 80.0, "Nurse 1", 120.0))
    bench.feed(500.0, StartInfusion("Nurse 1"))
    assert bench.core.state.baseline is not None
    assert (bench.core.state.baseline.sbp, bench.core.state.baseline.dbp) == (125.0, 75.0)


# ---- other drugs


def test_another_drug_is_recorded_at_its_true_moment_and_in_order() -> None:
    bench = Bench()
    first = GiveDrug("ondansetron", "4", "mg", "iv", "Provider 1", "Nurse 1", 600.0)
    second = replace(first, drug="labetalol", ago_s=900.0)
    bench.feed(3000.0, first, second)
    assert [(one.at_s, one.given.drug) for one in bench.core.treatment.duties.drugs] == [
        (2100.0, "labetalol"),
        (2400.0, "ondansetron"),
    ]
    treatment = Viewer(bench.core).picture(3000.0).treatment
    assert treatment is not None
    assert treatment.drugs[0].given.ordered_by == "Provider 1"


def test_a_drug_without_a_name_is_refused() -> None:
    bench = Bench()
    bench.feed(10.0, GiveDrug("  ", "4", "mg", "iv", "", "Nurse 1"))
    assert refusals(bench) == ["drug-no-name"]
    assert bench.core.treatment.duties.drugs == ()


# ---- a record that is read again


def test_a_record_is_read_in_the_order_of_what_happened() -> None:
    told = (
        (100.0, cuff(150, 80)),
        (400.0, cuff(160, 85)),
        (500.0, ManualCuff(142.0, 80.0, "Nurse 1", 250.0)),
        (510.0, ManualCuff(142.0, 80.0, "Nurse 1", 511.0)),
        (520.0, ago(60.0)),
        (530.0, ago(600.0)),
    )
    entries = [Entry("s-1", seq, at, what) for seq, (at, what) in enumerate(told)]
    read = [(entry.seq, entry.now_s) for entry in entries_taken(entries)]
    assert read == [(0, 100.0), (2, 250.0), (1, 400.0), (4, 460.0)]


# ---- whatever comes

IDS = st.sampled_from(("a", "b", "c"))
AGO = st.sampled_from((0.0, 30.0, 61.0, 600.0, 900.0, 901.0, 2000.0, 9000.0))
KINDS = st.sampled_from((NoteKind.CHEST_PAIN, NoteKind.DYSPNOEA, NoteKind.NAUSEA))
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(lambda i, kind, at: Note(i, kind, "", "Nurse 1", at), IDS, KINDS, AGO),
    st.builds(lambda i: UndoNote(i, "Nurse 1"), IDS),
    st.builds(lambda i, at: EndNote(i, "Nurse 1", at), IDS, AGO),
    st.builds(lambda i, still: StillPresent(i, still, "Nurse 1"), IDS, st.booleans()),
    st.just(ACK),
)
STEPS = st.lists(st.tuples(st.sampled_from((0, 5, 60, 901)), EVENTS), max_size=30)
Steps = list[tuple[int, Event]]


class Naive:
    """Whether it rings, told again from the commands alone."""

    def __init__(self) -> None:
        self.rings = False
        self._asked: set[str] = set()
        self._began: dict[str, float] = {}
        """Of the notes that were not taken back."""

    def take(self, event: Event, now: float) -> None:
        match event:
            case Note(note_id, kind, _text, _by, ago_s) if ago_s <= now:
                emergency = kind is not NoteKind.NAUSEA
                self._began[note_id] = now - ago_s
                self._asked.discard(note_id)
                if emergency and ago_s > 900.0:
                    self._asked.add(note_id)
                self.rings = self.rings or (emergency and ago_s <= 900.0)
            case UndoNote(note_id):
                self._began.pop(note_id, None)
                self._asked.discard(note_id)
            case EndNote(note_id, _by, ago_s):
                if note_id in self._began and self._began[note_id] <= now - ago_s:
                    self._asked.discard(note_id)
            case StillPresent(note_id, still):
                self.rings = self.rings or (still and note_id in self._asked)
                self._asked.discard(note_id)
            case Acknowledge():
                self.rings = False
            case _:
                pass


@share_of_examples(3)
@given(STEPS)
def test_no_schedule_of_notes_undos_and_ends_hides_an_emergency(steps: Steps) -> None:
    bench, naive, now = Bench(), Naive(), 1000.0
    for step, event in steps:
        now += step
        bench.feed(now, event)
        naive.take(event, now)
        assert (bench.core.sound(now) is Priority.HIGH) is naive.rings


@share_of_examples(1)
@given(STEPS)
def test_a_fresh_core_says_and_shows_the_same(steps: Steps) -> None:
    live, now = Bench(), 1000.0
    for step, event in steps:
        live.wait(now + step / 2)
        now += step
        live.feed(now, event)
    fresh = MonitorCore(live.core.state.opened)
    again = [(one.at, one.outcome) for at, event in live.fed for one in fresh.handle(event, at)]
    assert again == live.said
    assert Viewer(fresh).picture(now) == Viewer(live.core).picture(now)


@given(st.floats(0, 43200), st.integers(0, 60_000_000))
def test_a_moment_lies_where_it_was_said_to_lie(ago_s: float, now_ms: int) -> None:
    now = now_ms / 1000.0
    at = late_entries.moment(ago_s, now)
    assert abs(now - at - ago_s) <= 0.00051
    assert (late_entries.trouble(ago_s, now) == "") is (at >= 0.0)


def test_an_alarm_of_a_symptom_is_one_alarm_however_often_it_is_noted() -> None:
    bench = Bench()
    bench.feed(3000.0, PAIN, ago(60.0, replace(PAIN, note_id="n2")))
    onsets = [
        one
        for one in bench.of(AlarmChanged)
        if isinstance(one, AlarmChanged) and one.state is AlarmPhase.SOUNDING
    ]
    assert {one.key for one in onsets} == {KEY}
