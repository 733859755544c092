"""How fast simulated time goes is said beside the clock, and changed there or by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_examples import UTC_S, asked, room
from program_window import window_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.chair.pace_panel import FREEZE
from ui.chair.spans import clock_text
from ui.pace_desk import PaceDesk, pace_text
from ui.panels import Panel
from ui.practice import PracticeBackend
from ui.practice_pace import SPEEDS, Pace
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeBackend]:
    with room(tmp_path) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, practice: PracticeBackend) -> Iterator[MainWindow]:
    with window_of(practice, practice.utc, qtbot) as made:
        practice.open_session(asked(1, "sim:ivy-450c"))
        practice.advance(3.0)
        yield made
        made.go("quit")


def stands(window: MainWindow, words: str) -> bool:
    """On the tile with the clock."""
    tile = window.shell.top.pace
    return tile.isVisible() and tile.detail == words


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (Pace(1.0, None, False, 0.0), "×1"),
        (Pace(60.0, 58.0, False, 0.0), "×60"),
        (Pace(60.0, 23.4, False, 0.0), "×23"),
        (Pace(10.0, None, True, 0.0), "FROZEN"),
    ],
)
def test_it_says_what_is_reached_and_that_time_stands(pace: Pace, words: str) -> None:
    assert pace_text(pace) == words


def test_the_clock_is_that_of_the_room_and_says_how_fast_it_goes(
    qtbot: QtBot, window: MainWindow, practice: PracticeBackend
) -> None:
    PaceDesk(window, practice)
    qtbot.waitUntil(lambda: stands(window, "×1"))
    assert window.shell.top.face.clock == clock_text(UTC_S + 3.0)
    practice.speed = 10.0
    qtbot.waitUntil(lambda: stands(window, "×10"))
    practice.freeze()
    qtbot.waitUntil(lambda: stands(window, "FROZEN"))


def test_the_tile_opens_a_panel_whose_tiles_set_the_speed(
    qtbot: QtBot, window: MainWindow, practice: PracticeBackend
) -> None:
    PaceDesk(window, practice)
    qtbot.waitUntil(lambda: stands(window, "×1"))
    qtbot.mouseClick(window.shell.top.pace, Qt.MouseButton.LeftButton)
    panel = window.shell.panels.pace
    assert window.shell.panels.is_open(Panel.PACE)
    for speed in SPEEDS:
        tile = panel.choices[f"{speed:g}"]
        assert tile.height() >= 57
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        assert practice.speed == speed
        assert tile.look.edge is not None
    qtbot.mouseClick(panel.choices[FREEZE], Qt.MouseButton.LeftButton)
    assert practice.frozen
    assert panel.choices[FREEZE].text() == "Let time go on"
    qtbot.mouseClick(panel.choices[FREEZE], Qt.MouseButton.LeftButton)
    assert not practice.frozen


def test_keys_go_through_the_speeds_and_stop_at_both_ends(
    qtbot: QtBot, window: MainWindow, practice: PracticeBackend
) -> None:
    PaceDesk(window, practice)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reached = []
    for _press in range(len(SPEEDS)):
        QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
        reached.append(practice.speed)
    assert reached == [*SPEEDS[1:], SPEEDS[-1]]
    for _press in range(len(SPEEDS)):
        QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert practice.speed == SPEEDS[0]


def test_where_an_instructor_has_the_time_it_is_told_and_not_changed(
    qtbot: QtBot, window: MainWindow, practice: PracticeBackend
) -> None:
    PaceDesk(window, practice, only_tells=True)
    qtbot.waitUntil(lambda: stands(window, "×1"))
    tile = window.shell.top.pace
    assert tile.text() == clock_text(UTC_S + 3.0)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert not window.shell.panels.any_open
    assert practice.speed == SPEEDS[0]
    practice.freeze()
    qtbot.waitUntil(lambda: stands(window, "FROZEN"))


def test_on_the_clock_of_the_wall_nothing_is_said_of_it(window: MainWindow) -> None:
    window.turn()
    assert window.shell.top.pace.isHidden()
