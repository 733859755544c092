"""The training room: the learner's lesson from its first moment, staged and kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.simulated.scenario.mishaps import ProbeOff, ProbeOn, Surge
from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import Action, NoteKind, StartInfusion
from monitor.events import SessionOpened
from monitor.phases import Phase
from monitor.picture import AlarmView
from monitor.training.debrief import Debrief, Verdict
from monitor.training.lesson import Deed
from monitor.training.scoring import debrief_of
from monitor.training.staged import LessonBegun, Staged, StagedKind, TrueState
from monitor.treatment.commands import GiveDrug
from monitor.vitals import VitalSign
from tests.ui.training_examples import (
    LEARNER,
    PAUSE,
    S4_LATE,
    S4_WELL,
    Acts,
    begin,
    do,
    lesson_room,
    note,
    play,
)
from ui.places import open_record
from ui.requests import Refusal
from ui.training import CHAIR, TRUTH_EVERY_S, StagedAt, TrainingRoom


def kinds(room: TrainingRoom) -> list[tuple[str, str]]:
    return [(one.staged.kind.value, one.staged.what) for one in room.staged]


def finished(folder: Path, name: str, acts: Acts, until_min: float) -> Debrief:
    with lesson_room(folder, name) as room:
        play(room, acts, until_min)
        room.finish("learner")
        return room.debrief()


def test_a_lesson_begins_at_its_chair_with_nothing_done_and_says_what_it_is(
    tmp_path: Path,
) -> None:
    with lesson_room(tmp_path) as room:
        room.advance(30.0)
        picture = room.picture()
        assert picture is not None
        assert (picture.phase, picture.simulated) == (Phase.BASELINE, True)
        entries = room.record(room.session_id).entries
    opened, begun = entries[0].what, [
        one.what for one in entries if isinstance(one.what, LessonBegun)
    ]  # fmt: skip
    assert isinstance(opened, SessionOpened)
    assert opened.patient.patient_id == LEARNER, "the learner stands in the patient's place"
    assert [(one.scenario, one.learner, one.seed) for one in begun] == [("S4", LEARNER, 1)]
    assert begun[0].lesson == scenario_named("S4").lesson


def test_a_scenario_that_is_no_lesson_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="S1 is no lesson"):
        TrainingRoom(tmp_path / "t.db", scenario_named("S1"), learner=LEARNER)


def test_whatever_is_staged_befalls_the_patient_and_is_a_line_that_nobody_judges(
    tmp_path: Path,
) -> None:
    with lesson_room(tmp_path) as room:
        begin(room)
        before = room.truth().sbp
        room.stage(Surge(45.0, 25.0), "without a word")
        room.advance(200.0)
        assert room.truth().sbp > before + 30.0
        room.note("  talks first ")
        room.note("   ")
        staged = [one.staged for one in room.staged]
        assert [(one.kind, one.what) for one in staged] == [
            (StagedKind.EVENT, "surge"),
            (StagedKind.NOTE, ""),
        ]
        assert staged[0].text.startswith("blood pressure +45/+25 mmHg")
        assert staged[0].text.endswith("· without a word")
        assert staged[1].text == "talks first"
        room.settle()
        kept = [
            StagedAt(one.now_s, one.what)
            for one in room.record(room.session_id).entries
            if isinstance(one.what, Staged)
        ]
        assert tuple(kept) == room.staged


def test_a_frozen_room_takes_nothing_and_both_ends_are_in_the_record(tmp_path: Path) -> None:
    with lesson_room(tmp_path) as room:
        room.freeze()
        at = room.here.now
        for pressed in (
            lambda: room.hand(Deed.ASK_PATIENT),
            lambda: room.stage(Surge(30.0, 10.0)),
            lambda: room.send(CHAIR, StartInfusion(LEARNER)),
        ):
            with pytest.raises(Refusal, match="frozen"):
                pressed()
        room.advance(60.0)
        assert room.here.now == at
        room.unfreeze()
        room.speed = 30.0
        room.advance(5.0)
        assert room.here.now == at + 5.0
        assert kinds(room) == [("pace", "frozen"), ("pace", "unfrozen"), ("pace", "speed")]


def test_the_patient_says_what_the_lesson_has_it_say_when_its_moment_comes(
    tmp_path: Path,
) -> None:
    with lesson_room(tmp_path, "S5") as room:
        begin(room)
        assert room.hand(Deed.ASK_PATIENT) == "“I am fine.”"
        room.advance(1640.0)
        assert ("cue", "cue-severe-headache") not in kinds(room)
        room.advance(20.0)
        assert ("cue", "cue-severe-headache") in kinds(room)
        assert "splitting" in room.hand(Deed.ASK_PATIENT)


@pytest.mark.parametrize("entered", [False, True])
def test_what_the_provider_gives_in_a_lesson_works_whether_or_not_it_is_entered(
    tmp_path: Path, entered: bool
) -> None:
    with lesson_room(tmp_path, "S9") as room:
        begin(room)
        room.advance(1262.0)
        assert ("cue", "cue-labetalol") in kinds(room)
        if entered:
            room.send(CHAIR, GiveDrug("Labetalol", "100", "mg", "IV", "Provider 1", LEARNER))
        room.advance(12.0 * 60.0)
        truth = room.truth()
        assert 78.0 <= truth.sbp <= 98.0
        cuff = room.here.picture.numerals[VitalSign.SBP].value
        assert cuff is not None
        assert abs(cuff - truth.sbp) < 30.0


def test_time_is_as_on_the_wall_from_the_first_alarm_on_when_it_shall(tmp_path: Path) -> None:
    with lesson_room(tmp_path, "S12") as room:
        room.slows = True
        room.speed = 60.0
        begin(room)
        room.advance(60.0 * 21)
        assert room.speed == 60.0
        room.advance(120.0)
        assert room.speed == 1.0


def test_the_truth_is_in_the_record_every_ten_seconds(tmp_path: Path) -> None:
    with lesson_room(tmp_path) as room:
        room.advance(300.0)
        entries = room.record(room.session_id).entries
        points = [one.now_s for one in entries if isinstance(one.what, TrueState)]
    assert len(points) == pytest.approx(300.0 / TRUTH_EVERY_S, abs=1)


def test_a_lesson_ends_by_itself_after_its_time(tmp_path: Path) -> None:
    with lesson_room(tmp_path, "S20") as room:
        room.advance(1300.0)
        assert room.finished
        assert room.debrief().finished == "time"


def test_hands_at_the_bedside_put_right_what_was_wrong(tmp_path: Path) -> None:
    with lesson_room(tmp_path) as room:
        begin(room)
        room.stage(ProbeOff())
        room.advance(40.0)
        assert "sensor-off" in [one.alarm for one in _alarms(room)]
        room.hand(Deed.CHECK_PROBE)
        room.advance(40.0)
        assert "sensor-off" not in [one.alarm for one in _alarms(room) if one.state != "latched"]
        room.end_staged(ProbeOn())
        assert ("ended", "probe-on") in kinds(room)


def _alarms(room: TrainingRoom) -> list[AlarmView]:
    picture = room.picture()
    return [] if picture is None else list(picture.alarms)


def test_a_planned_fault_is_mended_by_the_hand_that_fits(tmp_path: Path) -> None:
    probe = finished(tmp_path, "S12", {22.8: (Deed.ASK_PATIENT, Deed.CHECK_PROBE)}, 33.0)
    assert {one.verdict for one in probe.findings[:1]} == {Verdict.MET}
    assert probe.alarms[0].ended_s is not None
    assert probe.alarms[0].ended_s < 600.0 + 60.0 * 24


@dataclass(frozen=True, slots=True)
class Ended:
    """A lesson that the instructor ended: judged in its room, and again from its record."""

    live: Debrief
    again: Debrief


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """It takes long to play."""
    folder = tmp_path_factory.mktemp("late")
    with lesson_room(folder) as room:
        play(room, S4_LATE, 70.0)
        room.finish("instructor")
        live, session_id = room.debrief(), room.session_id
    with open_record(folder / "training.db", read_only=True) as store:
        return Ended(live, debrief_of(store.entries(session_id)))


def test_a_good_learner_has_all_points_and_a_late_one_few(tmp_path: Path, late: Ended) -> None:
    well = finished(tmp_path, "S4", S4_WELL, 70.0)
    assert well.score == 100
    assert all(one.verdict is Verdict.MET for one in well.findings)
    assert late.live.score is not None
    assert late.live.score < 60
    assert {one.verdict for one in late.live.findings} >= {Verdict.LATE, Verdict.MISSED}


def test_an_untreated_emergency_costs_and_a_treated_one_does_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    nobody = finished(tmp_path / "a", "S5", {}, 40.0)
    assert nobody.score is not None
    assert nobody.score < 40
    assert "sbp-extreme" in [one.alarm for one in nobody.alarms]
    with lesson_room(tmp_path, "S5") as room:
        play(
            room,
            {
                27.9: (note(NoteKind.SEVERE_HEADACHE), Action.PROVIDER_CALLED, Deed.REMEASURE),
                28.9: (PAUSE, Action.PROVIDER_CALLED),
            },
            30.0,
        )
        do(room, Deed.OXYGEN)
        treated = debrief_of(room.record(room.session_id).entries)
    assert treated.earned > nobody.earned


def test_the_score_of_the_reopened_record_is_the_one_of_the_running_room(late: Ended) -> None:
    assert late.again == late.live
    assert late.live.finished == "instructor"


def test_finishing_closes_the_session_and_counts_once(tmp_path: Path) -> None:
    with lesson_room(tmp_path) as room:
        begin(room)
        room.advance(60.0)
        room.finish("learner")
        room.finish("instructor")
        assert room.here.ended
        assert room.debrief().finished == "learner"
        assert room.debrief().ended_s == 660.0
