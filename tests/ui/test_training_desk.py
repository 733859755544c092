"""The learner's window: the strip with the patient's words, the hands, the end, the debrief."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.training.lesson import Deed
from monitor.training.staged import StagedKind
from tests.ui.training_examples import begin, lesson_room
from ui.app import make_window
from ui.chair.bottom_bar import Act
from ui.training import TrainingRoom
from ui.training_desk import TrainingDesk
from ui.window import MainWindow
from ui.words import say

Seated = tuple[MainWindow, TrainingDesk, TrainingRoom]


@pytest.fixture
def seated(tmp_path: Path, qtbot: QtBot) -> Iterator[Seated]:
    with lesson_room(tmp_path, "S6") as room:
        window = make_window(room, wall=room.utc)
        qtbot.addWidget(window)
        desk = TrainingDesk(window, room, instructor=False, folder=tmp_path)
        window.resize(1280, 720)
        window.show()
        yield window, desk, room


def press(qtbot: QtBot, tile: QWidget) -> None:
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_the_strip_lies_below_the_alarm_bar_and_over_nothing(seated: Seated) -> None:
    window, desk, _room = seated
    shell = window.shell
    assert desk.strip.isVisible()
    assert desk.strip.geometry().top() == shell.bar.geometry().bottom() + 1
    assert shell.pages.geometry().top() == desk.strip.geometry().bottom() + 1
    for tile in (*desk.strip.hands.values(), desk.strip.finish):
        assert tile.height() >= 44
        assert tile.accessibleName()
        assert not any(label.shortened for label in tile.labels())


def test_what_the_patient_says_stands_on_the_strip(seated: Seated, qtbot: QtBot) -> None:
    _window, desk, room = seated
    begin(room)
    room.advance(1000.0)
    qtbot.waitUntil(lambda: "get out of here" in desk.strip.accessibleName())
    assert desk.strip.accessibleName().count(say("lesson-patient")) == 1


def test_a_hand_at_the_bedside_is_pressed_and_says_what_it_found(
    seated: Seated, qtbot: QtBot
) -> None:
    _window, desk, room = seated
    press(qtbot, desk.strip.hands[Deed.CHECK_PROBE])
    assert say("hand-found-check-probe") in desk.strip.accessibleName()
    assert [(one.staged.kind, one.staged.what) for one in room.staged] == [
        (StagedKind.HAND, "check-probe")
    ]
    room.freeze()
    press(qtbot, desk.strip.hands[Deed.ASK_PATIENT])
    assert say("practice-frozen") in desk.strip.accessibleName()


def test_while_time_stands_what_would_be_refused_is_dimmed_and_the_strip_says_why(
    seated: Seated, qtbot: QtBot
) -> None:
    window, desk, room = seated
    begin(room)
    qtbot.waitUntil(window.shell.bottom.tiles[Act.PAUSE].isEnabled)
    room.freeze()
    qtbot.waitUntil(lambda: not window.shell.bottom.isEnabled())
    assert not any(tile.isEnabled() for tile in window.shell.bottom.tiles.values())
    assert not any(tile.isEnabled() for tile in desk.strip.hands.values())
    assert desk.strip.finish.isEnabled()
    assert say("practice-frozen") in desk.strip.accessibleName()
    room.unfreeze()
    qtbot.waitUntil(window.shell.bottom.tiles[Act.PAUSE].isEnabled)
    assert all(tile.isEnabled() for tile in desk.strip.hands.values())
    assert say("practice-frozen") not in desk.strip.accessibleName()


def _frozen_is_said(window: MainWindow) -> bool:
    return window.shell.top.pace.detail == say("pace-frozen")


def test_only_where_there_is_no_instructor_the_learner_has_the_time_in_hand(
    tmp_path: Path, qtbot: QtBot
) -> None:
    for instructor in (False, True):
        with lesson_room(tmp_path) as room:
            window = make_window(room, wall=room.utc)
            qtbot.addWidget(window)
            TrainingDesk(window, room, instructor=instructor)
            window.show()
            qtbot.waitUntil(window.shell.top.pace.isVisible)
            press(qtbot, window.shell.top.pace)
            assert window.shell.panels.any_open is not instructor
            room.freeze()
            qtbot.waitUntil(partial(_frozen_is_said, window))
            window.close()


def test_the_end_is_asked_once_and_opens_the_debrief(seated: Seated, qtbot: QtBot) -> None:
    window, desk, room = seated
    begin(room)
    room.advance(60.0)
    press(qtbot, desk.strip.finish)
    assert not room.finished
    assert desk.strip.finish.text() == say("lesson-finish-sure")
    press(qtbot, desk.strip.finish)
    assert room.finished
    qtbot.waitUntil(lambda: window.shell.pages.currentWidget() is desk.page)
    assert desk.page.shown is not None
    assert desk.page.shown.debrief.facts.scenario == "S6"
    assert not any(tile.isVisible() for tile in desk.strip.hands.values())
    press(qtbot, desk.page.leave)
    assert window.shell.pages.currentWidget() is window.shell.live
    press(qtbot, desk.strip.finish)
    assert window.shell.pages.currentWidget() is desk.page


def test_the_debrief_is_saved_as_a_pdf_and_the_page_says_where(
    seated: Seated, qtbot: QtBot, tmp_path: Path
) -> None:
    _window, desk, room = seated
    begin(room)
    room.advance(120.0)
    room.finish("instructor")
    qtbot.waitUntil(lambda: desk.page.shown is not None)
    press(qtbot, desk.page.print)
    (file,) = tmp_path.glob("training-*.pdf")
    assert str(file) in desk.page.told.text()


def test_the_instructors_window_is_beside_and_closing_it_does_not_end_the_lesson(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with lesson_room(tmp_path) as room:
        window = make_window(room, wall=room.utc)
        qtbot.addWidget(window)
        desk = TrainingDesk(window, room, instructor=True)
        window.show()
        assert desk.instructor is not None
        assert desk.instructor.window.isVisible()
        desk.instructor.window.close()
        room.advance(5.0)
        assert not room.finished
