"""Breaths by hand: a tap each, or a number that is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recording_backend import StillClock

from ui.chair.breaths_panel import BreathsPanel
from ui.theme import DARK


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def panel(qtbot: QtBot, clock: StillClock) -> Iterator[BreathsPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 540)
    made = BreathsPanel(DARK, window)
    made.clock = clock
    made.setGeometry(0, 0, 788, 524)
    window.show()
    qtbot.waitExposed(window)
    made.open()
    yield made
    window.hide()


def test_a_tap_for_each_breath_and_twice_that_is_stored(
    panel: BreathsPanel, qtbot: QtBot, clock: StillClock
) -> None:
    qtbot.mousePress(panel.beat, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(panel.beat, Qt.MouseButton.LeftButton)
    for _ in range(7):
        clock.now_s += 4.0
        qtbot.mouseClick(panel.beat, Qt.MouseButton.LeftButton)
    assert panel.beat.text() == "7"
    assert not panel.store.isEnabled()
    clock.now_s += 4.0
    qtbot.waitUntil(panel.store.isEnabled)
    with qtbot.waitSignal(panel.counted) as counted:
        qtbot.mouseClick(panel.store, Qt.MouseButton.LeftButton)
    assert counted.args == [14.0]
    assert panel.isHidden()


def test_a_number_can_be_typed_instead(panel: BreathsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel, "16")
    assert any("16 breaths a minute" in label.text for label in panel.labels)
    with qtbot.waitSignal(panel.counted) as counted:
        panel.store.click()
    assert counted.args == [16.0]


def test_counting_anew_forgets_what_was_counted(panel: BreathsPanel, clock: StillClock) -> None:
    panel.beat.click()
    clock.now_s += 1.0
    panel.beat.click()
    panel.anew.click()
    assert panel.count.breaths == 0
    assert panel.beat.text() == "0"


def test_opened_again_it_begins_at_nothing(panel: BreathsPanel, clock: StillClock) -> None:
    panel.beat.click()
    panel.dismiss()
    clock.now_s += 60.0
    panel.open()
    assert panel.rate is None
    assert panel.beat.text() == "Start"
