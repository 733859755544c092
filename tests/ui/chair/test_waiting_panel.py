"""All that waits, one row each: done in one tap, or skipped with a reason."""

from __future__ import annotations

from collections.abc import Iterator

import during_examples as examples
import pytest
from during_examples import prompt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.treatment.view import PromptKind
from ui.chair.prompt_item import Does
from ui.chair.waiting_panel import WaitingPanel
from ui.controls import Tile
from ui.theme import DARK

TWO = (prompt(PromptKind.SEDATION, -20.0), prompt(PromptKind.OFF_MONITOR, 60.0, can_skip=False))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[WaitingPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 540)
    made = WaitingPanel(DARK, window)
    made.setGeometry(0, 0, 788, 524)
    window.show()
    qtbot.waitExposed(window)
    made.open()
    made.show_view(examples.view_of(examples.picture(*TWO)))
    yield made
    window.hide()


def tap(qtbot: QtBot, tile: Tile) -> None:
    assert tile.isVisible()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_each_thing_has_a_row_with_its_answer(panel: WaitingPanel, qtbot: QtBot) -> None:
    shown = [row for row in panel.rows if row.isVisible()]
    assert [row.item.text for row in shown if row.item is not None] == [
        "MOAA/S now",
        "Off the monitor, 1:00 left",
    ]
    with qtbot.waitSignal(panel.answered) as answered:
        tap(qtbot, shown[1].tiles[0])
    assert answered.args[0].does is Does.BACK
    assert panel.isHidden()


def test_only_what_may_be_skipped_offers_it(panel: WaitingPanel) -> None:
    assert panel.rows[0].skip.isVisible()
    assert not panel.rows[1].skip.isVisible()


def test_a_skip_names_its_reason(panel: WaitingPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.rows[0].skip)
    assert panel.why.sentence == "MOAA/S now"
    assert not panel.rows[0].isVisible()
    with qtbot.waitSignal(panel.skipped) as skipped:
        tap(qtbot, panel.why.presets[2])
    assert skipped.args == [TWO[0].id, "Patient declined"]
    assert panel.isHidden()


def test_going_back_skips_nothing(panel: WaitingPanel, qtbot: QtBot) -> None:
    heard: list[object] = []
    panel.skipped.connect(heard.append)
    tap(qtbot, panel.rows[0].skip)
    tap(qtbot, panel.why.back)
    assert panel.rows[0].isVisible()
    assert heard == []


def test_what_has_no_room_is_counted(panel: WaitingPanel) -> None:
    panel.show_view(examples.view_of(examples.everything()))
    shown = sum(row.isVisible() for row in panel.rows)
    left = len(panel.items) - shown
    assert left > 0
    assert f"and {left} more" in [label.text for label in panel.labels]
    boxes = [row.geometry() for row in panel.rows if row.isVisible()]
    assert all(panel.rect().contains(box) for box in boxes)


def test_when_nothing_waits_it_says_so(panel: WaitingPanel) -> None:
    panel.show_view(examples.view_of(examples.picture()))
    assert "Nothing waits." in [label.text for label in panel.labels]


def test_digits_choose_nothing_and_no_chair(panel: WaitingPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel, "12 ")
    assert panel.isVisible()
