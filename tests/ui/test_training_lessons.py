"""Lessons that are won by a hand or by leaving alone, each played well, badly and by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from monitor.commands import Action, EmergencyStamp, EndSession, Sedation, StampKind
from monitor.training.debrief import Debrief, Verdict
from monitor.training.lesson import Deed
from monitor.treatment.commands import CountBreaths, GiveDrug
from tests.ui.training_examples import (
    CHAIR,
    EMERGENCY,
    LEARNER,
    PAUSE,
    STOP,
    Acts,
    begin,
    lesson_room,
    play,
)
from ui.debrief.course import Course, course_of
from ui.debrief.course_chart import CourseChart
from ui.ink import Scale
from ui.theme import DARK
from ui.words import say

BAG = EmergencyStamp("s-1", StampKind.BAG_MASK, "", LEARNER)
ROUSED: Acts = {
    24.6: (Deed.STIMULATE, PAUSE, Action.PROVIDER_CALLED),
    25.1: (EMERGENCY, STOP, Deed.OXYGEN),
    26.0: (CountBreaths(14, LEARNER), Sedation(4, LEARNER), Action.REMEASURED),
}
BAGGED: Acts = {24.5: (EMERGENCY, BAG, Action.PROVIDER_CALLED), 25.0: (STOP,)}
BLAMED: Acts = {
    24.5: (Deed.CHECK_PROBE, Action.ARTEFACT),
    25.2: (Deed.OXYGEN, Deed.CHECK_CABLE),
    29.0: (PAUSE,),
}


def played(folder: Path, name: str, acts: Acts, until_min: float) -> Debrief:
    with lesson_room(folder, name) as room:
        play(room, acts, until_min)
        room.finish("learner")
        return room.debrief()


def verdicts(debrief: Debrief) -> dict[str, Verdict]:
    """By reason: some things are wanted twice."""
    return {one.wanted.why: one.verdict for one in debrief.findings}


def score_of(debrief: Debrief) -> int:
    assert debrief.score is not None
    return debrief.score


def lowest(debrief: Debrief) -> float:
    return min(true.spo2 for _, true in debrief.truth)


def without_breath_s(debrief: Debrief) -> float:
    return 10.0 * sum(true.rr < 1.0 for _, true in debrief.truth)


@pytest.fixture(scope="module")
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Debrief:
    """Lesson S11 and nobody there."""
    return played(tmp_path_factory.mktemp("nobody"), "S11", {}, 35.0)


def test_an_apnoea_waits_for_a_hand_and_without_one_is_nearly_fatal(nobody: Debrief) -> None:
    assert without_breath_s(nobody) >= 300.0
    assert lowest(nobody) < 55.0
    assert min(true.hr for _, true in nobody.truth) < 40.0
    assert nobody.truth[-1][1].spo2 > 94.0, "the spasm breaks in the end"
    assert score_of(nobody) < 15
    assert {"rr-low", "spo2-extreme", "hr-very-low"} <= {one.alarm for one in nobody.alarms}


def test_who_rouses_at_once_wins_though_the_saturation_falls_on(tmp_path: Path) -> None:
    well = played(tmp_path, "S11", ROUSED, 30.0)
    assert set(verdicts(well).values()) == {Verdict.MET}
    assert score_of(well) == 100
    assert without_breath_s(well) <= 40.0
    assert 80.0 < lowest(well) < 85.0, "it follows the breath by a minute"


def test_a_bag_is_as_good_as_a_voice_and_the_patient_is_seen_to_breathe(tmp_path: Path) -> None:
    with lesson_room(tmp_path, "S11") as room:
        play(room, {**BAGGED, 24.3: (Deed.ASK_PATIENT,)}, 25.0)
        assert room.truth().rr >= 12.0
        assert room.hand(Deed.ASK_PATIENT) == say("cue-no-breath-over")
        found = verdicts(room.debrief())
    assert found["why-breathe"] is found["why-oxygen-apnoea"] is Verdict.MET
    assert found["why-call-apnoea"] is Verdict.MET


def test_who_blames_the_sensor_and_gives_only_oxygen_does_not_help(
    tmp_path: Path, nobody: Debrief
) -> None:
    blamed = played(tmp_path, "S11", BLAMED, 35.0)
    assert lowest(blamed) == pytest.approx(lowest(nobody), abs=1.0)
    assert verdicts(blamed)["why-no-artefact"] is Verdict.WRONG
    assert verdicts(blamed)["why-breathe"] is Verdict.MISSED
    assert [one.what for one in blamed.needless] == ["needless-dismissed"]
    assert score_of(blamed) < 35


def test_what_a_patient_shows_is_shown_until_it_is_over(tmp_path: Path) -> None:
    with lesson_room(tmp_path, "S11") as room:
        begin(room)
        room.advance(60.0 * 24.5)
        assert room.hand(Deed.ASK_PATIENT) == say("cue-no-breath")
        room.hand(Deed.OXYGEN)
        room.advance(60.0 * 5)
        assert room.hand(Deed.ASK_PATIENT) == say("cue-no-breath")
        room.advance(60.0)
        assert room.hand(Deed.ASK_PATIENT) == say("cue-no-breath-over")


def test_a_battery_that_is_seen_to_in_time_never_runs_empty(tmp_path: Path) -> None:
    well = played(tmp_path, "S17", {8.5: (Deed.CHECK_CABLE, Action.REMEASURED)}, 17.9)
    assert [one.alarm for one in well.alarms] == ["battery-low"]
    assert verdicts(well)["why-mains-late"] is Verdict.NOT_NEEDED
    assert score_of(well) == 100


def test_a_battery_that_is_forgotten_ends_in_a_monitor_that_is_off(tmp_path: Path) -> None:
    late = played(tmp_path, "S17", {12.6: (PAUSE,), 12.9: (Deed.CHECK_CABLE,)}, 17.9)
    lost = next(one for one in late.alarms if one.alarm == "link-lost")
    assert lost.ended_s is not None
    assert lost.ended_s - lost.began_s < 60.0, "the mains switch it on"
    found = verdicts(late)
    assert (found["why-mains"], found["why-mains-late"]) == (Verdict.LATE, Verdict.MET)
    assert found["why-no-pause-technical"] is Verdict.WRONG
    assert score_of(late) < 60


def test_time_slows_down_for_a_low_alarm_that_the_lesson_is_about(tmp_path: Path) -> None:
    with lesson_room(tmp_path, "S17") as room:
        room.slows, room.speed = True, 60.0
        begin(room)
        room.advance(60.0 * 7.9)
        assert room.speed == 60.0
        room.advance(30.0)
        assert room.speed == 1.0


def test_a_calm_patient_is_looked_after_and_left_alone(tmp_path: Path) -> None:
    acts: Acts = {15.5: (Sedation(5, LEARNER),), 20.5: (Deed.ASK_PATIENT,), 40.0: (STOP,)}
    well = played(tmp_path, "S2", acts, 44.9)
    assert well.alarms == ()
    assert set(verdicts(well).values()) == {Verdict.MET}
    assert score_of(well) == 100


def test_a_calm_patient_that_is_treated_costs_all_of_it(tmp_path: Path) -> None:
    drug = GiveDrug("atropine", "0.5", "mg", "IV", "Provider 1", LEARNER)
    with lesson_room(tmp_path, "S2") as room:
        play(room, {20.5: (drug, STOP)}, 25.0)
        room.send(CHAIR, EndSession(LEARNER, reason="feels well", second="Provider 1"))
        room.advance(10.0)
        found = verdicts(room.debrief())
        assert room.debrief().score == 0
    wrong = {"why-no-pause-calm", "why-no-drug-calm", "why-no-leave-early"}
    assert {why for why, verdict in found.items() if verdict is Verdict.WRONG} == wrong


def test_the_chart_of_a_deep_fall_reaches_down_to_its_floor(
    tmp_path: Path, nobody: Debrief, qtbot: QtBot
) -> None:
    chart = CourseChart(DARK)
    qtbot.addWidget(chart)
    chart.set_scale(Scale.of(1280, 720))
    chart.resize(800, 400)

    def numbers(course: Course) -> set[str]:
        chart.show_course(course)
        return {label.text for label in chart.lay_out() if label.text.isdigit()}

    calm = played(tmp_path, "S2", {}, 3.0)
    assert "40" not in numbers(course_of(calm, []))
    assert 40.0 < lowest(nobody) < 60.0
    assert {"40", "100"} <= numbers(course_of(nobody, []))
