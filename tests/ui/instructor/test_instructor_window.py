"""The instructor's window beside a learner's: real windows over one room moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_examples import LEARNER, alarms, lesson, shown, staged, treat
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from spoken import language

from devices.simulated.scenario.scenario import scenario_named, scenario_names
from monitor.training.staged import StagedKind
from monitor.vitals import VitalSign
from ui.app import application
from ui.controls import Tile
from ui.ink import Scale
from ui.instructor.beside import Beside
from ui.instructor.boxes import boxes_in
from ui.instructor.facts_board import FactsBoard, FactsFace
from ui.instructor.instructor_window import SMALLEST, InstructorWindow
from ui.theme import DARK
from ui.training import TrainingRoom
from ui.window import MainWindow
from ui.words import say

SIZES = ((1920, 1080), (1366, 768), (1280, 720), SMALLEST)
PAGED = ((1280, 700), (1366, 660), SMALLEST)
"""In these not all buttons are in sight at once."""


class Stage:
    """Both windows, looked at by hand."""

    def __init__(self, qtbot: QtBot, room: TrainingRoom) -> None:
        application()
        self.qtbot, self.room = qtbot, room
        self.learner = MainWindow(room, DARK, wall=room.utc)
        qtbot.addWidget(self.learner)
        self.learner.resize(1280, 720)
        self.learner.show()
        self.beside = Beside(room, self.learner)
        self.window: InstructorWindow = self.beside.window
        self.beside.show()
        qtbot.waitExposed(self.window)
        self.window.resize(1280, 720)
        self.go(30.0)

    def go(self, seconds: float) -> None:
        """Time goes on, and both windows look."""
        left = seconds
        while left > 0.0:
            self.room.advance(min(5.0, left))
            left -= 5.0
            self.learner.turn()
            self.window.turn()

    def resize(self, size: tuple[int, int]) -> None:
        self.window.resize(*size)
        self.qtbot.waitUntil(lambda: self.window.size().toTuple() == size)
        self.window.turn()

    def tap(self, tile: QAbstractButton) -> None:
        assert tile.isVisible()
        self.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)

    def words(self, window: QWidget) -> str:
        """Everything that stands on this window, as a screen reader would go through it."""
        return " ".join(
            part.accessibleName() for part in window.findChildren(QWidget) if part.isVisible()
        )


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with lesson(tmp_path) as room:
        made = Stage(qtbot, room)
        yield made
        made.window.let_go()


def test_a_pressed_tile_is_seen_by_the_learner(stage: Stage) -> None:
    stage.tap(stage.window.wall.tiles["oxygen-falls"])
    stage.go(75.0)
    now = shown(stage.room, VitalSign.SPO2)
    assert now is not None
    assert now <= 87
    assert alarms(stage.room) & {"spo2-low", "spo2-very-low"}
    assert staged(stage.room) == ["desaturation"]
    (one, *_) = stage.window.alarms.lines
    assert one.words.waits
    assert "unanswered" in one.since


def test_the_learner_sees_nothing_of_it(stage: Stage) -> None:
    stage.tap(stage.window.wall.tiles["probe-off"])
    stage.go(20.0)
    there = stage.words(stage.window)
    here = stage.words(stage.learner)
    cause = say(stage.room.lesson.cause)
    assert cause in there
    assert cause not in here
    assert say("truth-title") not in here
    assert say("trigger-probe-off") not in here


def test_the_truth_stands_beside_what_is_shown(stage: Stage) -> None:
    stage.tap(stage.window.wall.tiles["probe-off"])
    stage.go(30.0)
    rows = {row.name: row for row in stage.window.truth.rows}
    assert rows["SpO₂"].far
    assert rows["SpO₂"].truth.isdecimal()
    assert not rows["HR"].far


def test_what_goes_on_is_ended_with_its_own_button(stage: Stage) -> None:
    window = stage.window
    stage.tap(window.wall.lasting.tiles["long"])
    stage.tap(window.wall.tiles["probe-off"])
    stage.tap(window.wall.tiles["panic"])
    assert [one.name for one in window.running.running] == ["panic", "probe-off"]
    stage.tap(window.running.tiles[1])
    assert [one.name for one in window.running.running] == ["panic"]
    stage.go(15.0)
    assert shown(stage.room, VitalSign.SPO2) is not None
    assert staged(stage.room, StagedKind.ENDED) == ["probe-on"]


def test_a_button_says_what_it_would_do_with_what_is_chosen(stage: Stage) -> None:
    wall = stage.window.wall
    assert wall.tiles["pressure-up"].detail == "+50/+28 · 16 min"
    stage.tap(wall.strength.tiles["extreme"])
    stage.tap(wall.lasting.tiles["short"])
    assert wall.tiles["pressure-up"].detail == "+75/+42 · 8 min"
    assert "+75/+42" in wall.tiles["pressure-up"].accessibleName()


def test_freeze_stands_still_and_says_so(stage: Stage) -> None:
    window, at_s = stage.window, stage.room.now_s
    stage.tap(window.freeze)
    assert stage.room.frozen
    assert window.head.face.pace == say("instructor-frozen")
    assert not any(tile.isEnabled() for tile in window.wall.tiles.values())
    stage.go(30.0)
    assert stage.room.now_s == at_s
    stage.qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not stage.room.frozen
    dim = {key for key, tile in window.wall.tiles.items() if not tile.isEnabled()}
    assert dim == set(window.desk.lacks)
    stage.go(10.0)
    assert stage.room.now_s == at_s + 10.0


def test_the_speed_is_chosen_and_lit(stage: Stage) -> None:
    stage.tap(stage.window.speeds.tiles["30"])
    assert stage.room.speed == 30.0
    stage.room.speed = 5.0
    stage.window.turn()
    assert stage.window.speeds.key == "5"
    assert stage.window.speeds.tiles["5"].isChecked()


def test_a_note_is_typed_and_kept_with_its_time(stage: Stage) -> None:
    entry: QLineEdit = stage.window.story.entry
    stage.qtbot.keyClicks(entry, "asks the patient first")
    stage.qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert entry.text() == ""
    stage.go(2.0)
    assert staged(stage.room, StagedKind.NOTE) == ["asks the patient first"]
    assert any("asks the patient first" in line.text for line in stage.window.story.model.lines)


def test_who_reads_back_is_not_pulled_to_the_foot(stage: Stage) -> None:
    window = stage.window
    for number in range(30):
        stage.room.note(f"note {number}")
    stage.go(5.0)
    bar = window.story.view.verticalScrollBar()
    stage.qtbot.waitUntil(lambda: 0 < bar.maximum() == bar.value())
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    stage.room.note("and one more")
    window.read_anew()
    assert bar.value() < bar.maximum() // 2
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    stage.room.note("and another one")
    window.read_anew()
    stage.qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_an_empty_note_is_none(stage: Stage) -> None:
    stage.qtbot.keyClicks(stage.window.story.entry, "   ")
    stage.tap(stage.window.story.add)
    stage.go(1.0)
    assert staged(stage.room, StagedKind.NOTE) == []


def test_what_the_patient_says_is_read_from_the_window(stage: Stage) -> None:
    stage.tap(stage.window.wall.tiles["cue-severe-headache"])
    assert stage.window.story.told.text() == say("cue-severe-headache")
    assert stage.window.story.told.isVisible()


def test_every_tile_is_reached_and_pressed_by_the_keyboard(stage: Stage) -> None:
    window = stage.window
    window.activateWindow()
    stage.qtbot.waitUntil(window.isActiveWindow)
    reached: set[str] = set()
    for _step in range(100):
        stage.qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if isinstance(now, Tile):
            reached.add(now.accessibleName())
    tiles = [one for one in window.findChildren(Tile) if one.isVisible() and one.isEnabled()]
    wanted = {tile.accessibleName() for tile in tiles}
    assert wanted <= reached
    window.wall.tiles["panic"].setFocus()
    stage.qtbot.keyClick(window.wall.tiles["panic"], Qt.Key.Key_Space)
    assert [one.name for one in window.running.running] == ["panic"]


def test_finish_is_asked_once_and_then_done(stage: Stage) -> None:
    window = stage.window
    stage.tap(window.finish)
    assert not stage.room.finished
    assert window.finish.text() == say("instructor-finish-sure")
    stage.tap(window.finish)
    assert stage.room.finished
    assert window.head.face.pace == say("instructor-over")
    stage.qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not stage.room.frozen
    left = [tile for tile in window.findChildren(Tile) if tile.isVisible() and tile.isEnabled()]
    assert not left
    assert not window.story.entry.isEnabled()


def test_a_finish_that_nobody_confirms_is_taken_back(stage: Stage) -> None:
    window = stage.window
    window.sure.setInterval(1)
    stage.tap(window.finish)
    stage.qtbot.waitUntil(lambda: window.finish.text() == say("instructor-finish"))
    assert not stage.room.finished


def test_closing_it_does_not_end_the_lesson_and_a_key_brings_it_back(stage: Stage) -> None:
    stage.window.close()
    stage.go(20.0)
    assert not stage.room.finished
    assert stage.learner.isVisible()
    assert stage.window.desk.course.now_s == 50.0, "its curve has no hole"
    stage.learner.activateWindow()
    stage.qtbot.waitUntil(stage.learner.isActiveWindow)
    stage.qtbot.keyClick(stage.learner, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert stage.window.isVisible()
    stage.window.turn()
    assert stage.window.head.face.clock == "0:50", "it heard what went on meanwhile"


def test_it_goes_with_the_learners_window(stage: Stage) -> None:
    stage.learner.go("quit")
    assert not stage.learner.isVisible()
    assert not stage.window.isVisible()


@pytest.mark.parametrize("spoken", ["en", "de"])
def test_nothing_is_cut_off_and_nothing_overlaps(
    qtbot: QtBot, tmp_path: Path, spoken: str
) -> None:
    with language(spoken), lesson(tmp_path) as room:
        stage = Stage(qtbot, room)
        window = stage.window
        for name in ("pressure-up", "probe-off", "cuff-fails"):
            stage.tap(window.wall.tiles[name])
        stage.go(60.0)
        for size in SIZES:
            stage.resize(size)
            for part in window.wall.parts.tiles.values():
                if part.isVisible():
                    stage.tap(part)
                assert_fits(window)
        window.let_go()


def assert_fits(window: InstructorWindow) -> None:
    for board in (window.head, window.truth, window.facts, window.alarms, window.running):
        assert not [label.text for label in board.labels if label.shortened]
        low = [one.text for one in board.labels if one.baseline > board.height()]
        assert not low, (window.size(), board.geometry())
    for tile in window.findChildren(Tile):
        if tile.isVisible():
            assert tile.height() >= 44
            assert not [label.text for label in tile.labels() if label.shortened], tile.text()
            assert tile.parentWidget().rect().contains(tile.geometry()), tile.text()
    parts = [window.truth, window.curve, window.facts, window.alarms, window.wall]
    parts += [window.running, window.story, window.finish]
    for place, one in enumerate(parts):
        assert window.rect().contains(one.geometry())
        for other in parts[place + 1 :]:
            assert not one.geometry().intersects(other.geometry())
    tiles = [tile for tile in window.wall.tiles.values() if tile.isVisible()]
    for place, tile in enumerate(tiles):
        assert not any(tile.geometry().intersects(other.geometry()) for other in tiles[:place])


@pytest.mark.parametrize("spoken", ["en", "de"])
def test_every_hidden_cause_is_read_to_its_end(qtbot: QtBot, spoken: str) -> None:
    application()
    with language(spoken):
        board = FactsBoard(DARK)
        qtbot.addWidget(board)
        for size in SIZES:
            scale = Scale.of(*size)
            box = boxes_in(*size, scale, 100).facts
            board.set_scale(scale)
            board.resize(box.size())
            for scenario in map(scenario_named, scenario_names()):
                if scenario.lesson is None:
                    continue
                cause = say("instructor-hidden", say(scenario.lesson.cause))
                board.show_face(
                    FactsFace((("Phase", "x"), ("Given", "x"), ("Effect", "x")), cause)
                )
                told = " ".join(label.text for label in board.labels)
                assert told.endswith(cause)
                assert board.labels[-1].baseline < board.height() - 4, (size, cause)


def test_where_all_is_in_sight_there_are_no_pages(stage: Stage) -> None:
    wall = stage.window.wall
    for size in ((1280, 720), (1366, 768), (1920, 1080)):
        stage.resize(size)
        assert not wall.parts.isVisible()
        assert all(tile.isVisible() for tile in wall.tiles.values())


@pytest.mark.parametrize("size", PAGED)
def test_in_a_small_window_every_button_is_on_one_of_three_pages(
    stage: Stage, size: tuple[int, int]
) -> None:
    wall = stage.window.wall
    stage.resize(size)
    seen: list[str] = []
    for part in wall.parts.tiles.values():
        stage.tap(part)
        shown = [key for key, tile in wall.tiles.items() if tile.isVisible()]
        assert 0 < len(shown) < len(wall.tiles)
        seen += shown
    assert sorted(seen) == sorted(wall.tiles)
    stage.tap(wall.parts.tiles["monitor"])
    stage.tap(wall.tiles["probe-off"])
    stage.go(2.0)
    assert staged(stage.room) == ["probe-off"]


def test_what_would_do_nothing_here_is_dim_and_says_why(stage: Stage) -> None:
    wall = stage.window.wall
    for key, why in (("wire-clock-skew", "no clock"), ("wire-battery-low", "no battery")):
        assert not wall.tiles[key].isEnabled()
        assert wall.tiles[key].detail == why
        assert why in wall.tiles[key].accessibleName()
    stage.tap(wall.strength.tiles["extreme"])
    assert wall.tiles["wire-clock-skew"].detail == "no clock"
    stage.tap(stage.window.freeze)
    stage.tap(stage.window.freeze)
    assert not wall.tiles["wire-clock-skew"].isEnabled()
    assert wall.tiles["wire-stuck"].isEnabled()


def test_where_the_treatment_stands_and_what_was_really_given(stage: Stage) -> None:
    treat(stage.room)
    stage.go(120.0)
    facts = dict(stage.window.facts.face.facts)
    assert facts[say("truth-phase")] == say("ribbon-infusion", "2:10", "40:00")
    given = stage.room.glimpse(1).given_mg
    assert given > 1.0
    assert facts[say("truth-given")] == say("truth-given-mg", f"{given:.1f}")


def test_it_names_the_learner_and_the_lesson(stage: Stage) -> None:
    assert LEARNER in stage.window.head.face.lesson
    assert "S4" in stage.window.head.face.lesson
