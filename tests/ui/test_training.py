"""The training room: the learner's lesson from its first moment, staged and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.simulated.scenario.mishaps import ProbeOff, ProbeOn, Surge
from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import StartInfusion
from monitor.events import SessionOpened
from monitor.phases import Phase
from monitor.picture import AlarmView
from monitor.training.lesson import Deed
from monitor.training.staged import LessonBegun, Staged, StagedKind, TrueState
from monitor.treatment.commands import GiveDrug
from monitor.vitals import VitalSign
from tests.ui.training_examples import LEARNER, RESTED_S, begin, lesson_room
from ui.requests import Refusal
from ui.training import CHAIR, TRUTH_EVERY_S, StagedAt, TrainingRoom


def kinds(room: TrainingRoom) -> list[tuple[str, str]]:
    return [(one.staged.kind.value, one.staged.what) for one in room.staged]


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
    with lesson_room(tmp_path, "S6") as room:
        begin(room)
        assert room.hand(Deed.ASK_PATIENT) == "“I am fine.”"
        room.advance(980.0)
        assert ("cue", "cue-panic") not in kinds(room)
        room.advance(20.0)
        assert ("cue", "cue-panic") in kinds(room)
        assert "get out of here" in room.hand(Deed.ASK_PATIENT)


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


def test_finishing_closes_the_session_and_counts_once(tmp_path: Path) -> None:
    with lesson_room(tmp_path) as room:
        begin(room)
        room.advance(60.0)
        room.finish("learner")
        room.finish("instructor")
        assert room.here.ended
        assert room.debrief().finished == "learner"
        assert room.debrief().ended_s == RESTED_S + 60.0
