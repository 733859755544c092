"""A newcomer's first minutes: a real window, and a real clinic behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from program_window import window_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.commands import Acknowledge
from monitor.outcomes import Priority
from ui.clinic_past import RISING
from ui.running_clinic import RunningClinic
from ui.tour.first_minutes import FirstMinutes
from ui.tour.setting_up import SettingUp
from ui.window import MainWindow
from ui.words import say

PATIENCE_MS = 120_000


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[RunningClinic]:
    made = RunningClinic(tmp_path / "demo.db", speed=1.0)
    with closing(made):
        yield made


@pytest.fixture
def window(qtbot: QtBot, clinic: RunningClinic) -> Iterator[MainWindow]:
    with window_of(clinic, clinic.wall, qtbot) as made:
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        yield made


def test_from_an_empty_window_to_the_first_answered_alarm_in_a_few_presses(
    qtbot: QtBot, clinic: RunningClinic, window: MainWindow, tmp_path: Path
) -> None:
    first = FirstMinutes(window, clinic, tmp_path)
    clinic.start()
    assert window.shell.pages.currentWidget() is first.page
    qtbot.waitUntil(lambda: 0.0 < first.page.card.share < 1.0, timeout=PATIENCE_MS)
    assert window.state.chairs == {}

    qtbot.waitUntil(first.tour.bubble.isVisible, timeout=PATIENCE_MS)
    assert set(window.state.chairs) == {1, 2, 3}
    assert window.shell.pages.currentWidget() is window.shell.wall
    qtbot.waitUntil(window.shell.top.pace.isVisible)

    QTest.keyClick(window, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: window.desk.chair == RISING.chair)
    for _step in range(9):
        QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: first.tour.tour.seen.waiting, timeout=PATIENCE_MS)
    clinic.speed = 1.0
    assert window.state.chairs[RISING.chair].picture.sound in {Priority.MEDIUM, Priority.HIGH}

    QTest.keyClick(window, Qt.Key.Key_F3)
    answer = window.shell.panels.answer
    qtbot.waitUntil(answer.isVisible)
    qtbot.waitUntil(first.tour.bubble.isHidden)
    tile = next(one for one in answer.tiles if one.isVisible() and one is not answer.close_tile)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first.tour.tour.answered)
    session = window.state.chairs[RISING.chair].picture.session_id

    def recorded() -> bool:
        answers = [
            one for one in clinic.record(session).entries if isinstance(one.what, Acknowledge)
        ]
        return len(answers) == 2  # the colleague's, and this one

    qtbot.waitUntil(recorded, timeout=10_000)


def test_the_window_can_be_closed_while_the_clinic_is_set_up(
    clinic: RunningClinic, window: MainWindow, tmp_path: Path
) -> None:
    FirstMinutes(window, clinic, tmp_path)
    clinic.start()
    assert window.close()
    assert not clinic.ready


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_a_clinic_that_cannot_be_set_up_says_so(qtbot: QtBot, size: tuple[int, int]) -> None:
    desk = WindowDesk(qtbot, demo=True)
    desk.window.resize(*size)
    shell = desk.window.shell
    page = SettingUp(shell.theme)
    shell.add(page)
    shell.pages.setCurrentWidget(page)
    page.show_done(0.4, say("setup-failed"))
    assert "could not be set up" in page.card.accessibleName()
    card = page.card
    assert page.rect().contains(card.geometry())
    assert card.labels[-1].baseline < card.height()
    assert not any(label.shortened for label in card.labels)
    desk.close()
