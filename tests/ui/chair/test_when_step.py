"""How long ago it happened, one tap a step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.chair.when_step import MINUTES_AGO, WhenStep
from ui.theme import DARK


@pytest.fixture
def step(qtbot: QtBot) -> Iterator[WhenStep]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 60)
    made = WhenStep(DARK, window)
    made.setGeometry(0, 0, 400, 60)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


def test_it_begins_at_now_and_goes_back_in_the_steps_of_the_rules(
    step: WhenStep, qtbot: QtBot
) -> None:
    seen = [(step.ago_s, step.words)]
    while step.earlier.isEnabled():
        qtbot.mouseClick(step.earlier, Qt.MouseButton.LeftButton)
        seen.append((step.ago_s, step.words))
    assert [ago_s / 60 for ago_s, _words in seen] == list(MINUTES_AGO) == [0, 1, 2, 5, 10, 15]
    assert [words for _ago, words in seen] == [
        "Now", "1 min ago", "2 min ago", "5 min ago", "10 min ago", "15 min ago",
    ]  # fmt: skip


def test_one_tap_leads_back_to_now(step: WhenStep, qtbot: QtBot) -> None:
    assert not step.now.isVisible()
    step.earlier.click()
    step.earlier.click()
    with qtbot.waitSignal(step.changed):
        qtbot.mouseClick(step.now, Qt.MouseButton.LeftButton)
    assert step.ago_s == 0.0


def test_it_says_aloud_when(step: WhenStep) -> None:
    step.earlier.click()
    assert step.accessibleName() == "1 min ago"
