"""What an instructor presses befalls the patient through bytes, and stands in the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_examples import alarms, desk_of, lesson, shown, staged

from monitor.events import LinkState
from monitor.outcomes import AlarmPhase
from monitor.training.staged import StagedKind
from monitor.vitals import VitalSign
from ui.instructor.instructor_desk import CUES, InstructorDesk, press_groups
from ui.instructor.triggers import TRIGGERS, Chosen, Lasting, Needs, Strength
from ui.staged_text import staged_id
from ui.training import TrainingRoom
from ui.training_hands import CHAIR_HANDS
from ui.words import say

SEVERE = Chosen()
FOR_EVER = Chosen(lasting=Lasting.LONG)
Lesson = tuple[TrainingRoom, InstructorDesk]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Lesson]:
    """The patient is measured, and somebody sits at the desk."""
    with lesson(tmp_path) as room, desk_of(room) as desk:
        room.advance(100.0)
        yield room, desk


CLOCK = re.compile(r"(\d\d):(\d\d):(\d\d)")
TELLS_ALL = ("ivy-450c", "nellcor-n560")
"""Together they have everything that something can befall."""


def test_every_button_leaves_a_line_in_the_record(tmp_path: Path) -> None:
    with lesson(tmp_path, drivers=TELLS_ALL) as room, desk_of(room) as desk:
        assert desk.lacks == {}
        room.advance(5.0)
        for group in press_groups():
            for press in group.presses:
                desk.press(press.key, SEVERE)
        room.advance(1.0)
        assert staged(room) == [staged_id(one.make(SEVERE)) for one in TRIGGERS]
        assert staged(room, StagedKind.CUE) == list(CUES)
        assert staged(room, StagedKind.HAND) == list(CHAIR_HANDS)
        assert desk.course.marks


def test_every_button_works_in_every_strength_and_length(tmp_path: Path) -> None:
    with lesson(tmp_path, drivers=TELLS_ALL) as room, desk_of(room) as desk:
        room.advance(5.0)
        for strength in Strength:
            for lasting in Lasting:
                for trigger in TRIGGERS:
                    desk.press(trigger.name, Chosen(strength, lasting))
                    assert desk.told == ""
                room.advance(30.0)
                for one in desk.running.at(room.now_s):
                    desk.end(one.number)
                assert desk.running.at(room.now_s) == ()
        room.advance(120.0)
        assert not room.finished


def test_a_desaturation_is_seen_by_the_learner_and_judged(running: Lesson) -> None:
    room, desk = running
    before = shown(room, VitalSign.SPO2)
    assert before is not None
    assert before > 94
    desk.press("oxygen-falls", SEVERE)
    room.advance(75.0)
    now = shown(room, VitalSign.SPO2)
    assert now is not None
    assert now <= 87
    assert alarms(room) & {"spo2-low", "spo2-very-low"}


def test_a_desaturation_that_is_ended_comes_back_sooner(running: Lesson) -> None:
    room, desk = running
    desk.press("oxygen-falls", FOR_EVER)
    room.advance(60.0)
    (one,) = desk.running.at(room.now_s)
    desk.end(one.number)
    room.advance(70.0)
    now = shown(room, VitalSign.SPO2)
    assert now is not None
    assert now > 94
    assert staged(room, StagedKind.ENDED) == ["subsides"]


def test_pressing_twice_is_no_double_dose(running: Lesson) -> None:
    room, desk = running
    before = room.truth().sbp
    for _press in range(3):
        desk.press("pressure-up", SEVERE)
        room.advance(20.0)
    room.advance(150.0)
    assert room.truth().sbp - before == pytest.approx(50.0, abs=6.0)
    assert [one.name for one in desk.running.at(room.now_s)] == ["pressure-up"]


@pytest.mark.parametrize(
    ("name", "sign", "by"),
    [("panic", VitalSign.HR, 30.0), ("fast-rhythm", VitalSign.HR, 60.0)],
)
def test_a_racing_heart_is_seen_by_the_learner(
    running: Lesson, name: str, sign: VitalSign, by: float
) -> None:
    room, desk = running
    before = shown(room, sign)
    assert before is not None
    desk.press(name, SEVERE)
    room.advance(60.0)
    now = shown(room, sign)
    assert now is not None
    assert now - before > by


@pytest.mark.parametrize("name", ["slow-heart", "faint"])
def test_a_slow_heart_is_seen_by_the_learner(running: Lesson, name: str) -> None:
    room, desk = running
    before = shown(room, VitalSign.HR)
    assert before is not None
    desk.press(name, SEVERE)
    room.advance(60.0)
    now = shown(room, VitalSign.HR)
    assert now is not None
    assert now - before < -20.0


@pytest.mark.parametrize(
    ("name", "least", "most"), [("pressure-up", 175, 215), ("faint", 80, 115)]
)
def test_what_befalls_the_pressure_is_what_the_next_cuff_finds(
    running: Lesson, name: str, least: float, most: float
) -> None:
    room, desk = running
    desk.press(name, SEVERE)
    room.advance(95.0)
    desk.press("press-start", SEVERE)
    room.advance(60.0)
    sbp = shown(room, VitalSign.SBP)
    assert sbp is not None
    assert least <= sbp <= most


def test_the_next_cuff_gives_what_was_chosen(running: Lesson) -> None:
    room, desk = running
    desk.press("next-cuff", SEVERE)
    desk.press("press-start", SEVERE)
    room.advance(60.0)
    assert (shown(room, VitalSign.SBP), shown(room, VitalSign.DBP)) == (186.0, 112.0)
    assert alarms(room) & {"sbp-very-high", "dbp-very-high"}


def test_a_cuff_that_fails_is_no_value(running: Lesson) -> None:
    room, desk = running
    before = shown(room, VitalSign.SBP)
    desk.press("cuff-fails", SEVERE)
    desk.press("press-start", SEVERE)
    for _look in range(40):
        room.advance(5.0)
        if "nibp-failed" in alarms(room):
            break
    assert "nibp-failed" in alarms(room)
    assert shown(room, VitalSign.SBP) in {None, before}


def test_a_probe_that_is_off_gives_no_value_until_it_is_on_again(running: Lesson) -> None:
    room, desk = running
    desk.press("probe-off", FOR_EVER)
    room.advance(40.0)
    assert shown(room, VitalSign.SPO2) is None
    assert "sensor-off" in alarms(room)
    (one,) = desk.running.at(room.now_s)
    desk.end(one.number)
    room.advance(20.0)
    assert shown(room, VitalSign.SPO2) is not None
    assert staged(room, StagedKind.ENDED) == ["probe-on"]


def test_the_learners_hand_mends_what_was_let_happen(running: Lesson) -> None:
    room, desk = running
    desk.press("probe-off", FOR_EVER)
    room.advance(20.0)
    assert desk.running.at(room.now_s)
    desk.press("hand-check-probe", SEVERE)
    assert desk.running.at(room.now_s) == ()
    assert desk.told == say("hand-found-check-probe")
    room.advance(20.0)
    assert shown(room, VitalSign.SPO2) is not None


@pytest.mark.parametrize("name", ["cable-out", "wire-silent", "wire-wrong-baud"])
def test_a_wire_that_carries_nothing_is_a_lost_link_until_it_is_mended(
    running: Lesson, name: str
) -> None:
    room, desk = running
    desk.press(name, FOR_EVER)
    room.advance(45.0)
    picture = room.picture()
    assert picture is not None
    assert picture.link is not None
    assert picture.link.state is not LinkState.UP
    assert "link-lost" in alarms(room)
    assert shown(room, VitalSign.HR) is None
    for one in desk.running.at(room.now_s):
        desk.end(one.number)
    room.advance(45.0)
    assert shown(room, VitalSign.HR) is not None


def test_what_the_patient_says_is_told_and_recorded(running: Lesson) -> None:
    room, desk = running
    desk.press(CUES[0], SEVERE)
    assert desk.told == say(CUES[0])
    room.advance(1.0)
    assert staged(room, StagedKind.CUE) == [CUES[0]]


def test_while_time_stands_nothing_befalls_and_a_note_is_kept(running: Lesson) -> None:
    room, desk = running
    desk.freeze_or_go_on()
    at_s = room.now_s
    desk.press("panic", SEVERE)
    assert desk.told == say("practice-frozen")
    assert desk.running.at(room.now_s) == ()
    desk.note("talks to the patient first")
    room.advance(60.0)
    assert room.now_s == at_s
    desk.freeze_or_go_on()
    room.advance(10.0)
    assert room.now_s == at_s + 10.0
    assert staged(room) == []
    assert staged(room, StagedKind.NOTE) == ["talks to the patient first"]
    assert staged(room, StagedKind.PACE) == ["frozen", "unfrozen"]


def test_the_speed_is_changed_and_recorded(running: Lesson) -> None:
    room, desk = running
    desk.go(30.0)
    assert room.pace().speed == 30.0
    room.advance(1.0)
    assert staged(room, StagedKind.PACE) == ["speed"]


def test_the_account_of_the_instructor_is_that_of_the_review(running: Lesson) -> None:
    room, desk = running
    desk.press("oxygen-falls", SEVERE)
    desk.note("waits too long")
    room.advance(90.0)
    texts = [line.text for line in desk.story.lines()]
    assert any("waits too long" in text for text in texts)
    ended = {say("past-still-on"), say("past-to-end")}
    assert not any(ended & set(line.detail.split(" · ")) for line in desk.story.lines())
    assert desk.view is not None
    assert desk.view.opened is not None


def test_a_story_of_hours_stays_small(running: Lesson) -> None:
    room, desk = running
    before = desk.story.news
    room.advance(300.0)
    assert desk.story.news - before < 40, "the values of each second are no lines"


def test_a_lesson_that_is_over_takes_nothing_more(running: Lesson) -> None:
    room, desk = running
    desk.finish()
    assert room.finished
    assert staged(room, StagedKind.FINISHED) == ["instructor"]
    desk.press("panic", SEVERE)
    room.advance(10.0)
    assert staged(room) == []


def test_what_no_monitor_of_the_chair_tells_is_said_and_not_let_happen(running: Lesson) -> None:
    room, desk = running
    assert desk.lacks == {
        "wire-clock-skew": Needs.CLOCK,
        "wire-battery-low": Needs.BATTERY,
    }
    desk.press("wire-battery-low", SEVERE)
    assert desk.told == say("trigger-lacks", say("trigger-wire-battery-low"), "no battery")
    assert staged(room) == []
    assert desk.running.at(room.now_s) == ()


def test_an_empty_battery_alarms_and_a_wrong_clock_is_measured(tmp_path: Path) -> None:
    with lesson(tmp_path, drivers=TELLS_ALL) as room, desk_of(room) as desk:
        room.advance(100.0)
        right_s = skew_s(room)
        desk.press("wire-battery-low", FOR_EVER)
        desk.press("wire-clock-skew", FOR_EVER)
        room.advance(20.0)
        assert "battery-low" in alarms(room)
        assert skew_s(room) - right_s == pytest.approx(-420.0, abs=3.0)
        for one in desk.running.at(room.now_s):
            desk.end(one.number)
        room.advance(20.0)
        (left,) = room.picture().alarms
        assert (left.alarm, left.state) == ("battery-low", AlarmPhase.LATCHED)
        assert skew_s(room) == pytest.approx(right_s, abs=3.0)


def skew_s(room: TrainingRoom) -> float:
    """How far the clock that the oximeter says itself is ahead of the session's, seconds."""
    (line,) = [line for line in room.here.device_lines() if "nellcor" in line.source]
    said = b"".join(data for direction, data in line.tail if direction == "rx").decode("ascii")
    hours, minutes, seconds = (int(one) for one in CLOCK.findall(said)[-1])
    return (hours - 10) * 3600.0 + minutes * 60.0 + seconds - room.now_s
