"""A pressure by hand: six digits and a tap; standing ones with the question about symptoms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.vitals import VitalSign
from ui.chair.cuff_panel import CuffPanel
from ui.controls import Tile
from ui.theme import DARK


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[CuffPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 540)
    made = CuffPanel(DARK, window)
    made.setGeometry(0, 0, 788, 524)
    window.show()
    qtbot.waitExposed(window)
    made.open()
    yield made
    window.hide()


def tap(qtbot: QtBot, tile: Tile) -> None:
    assert tile.isVisible()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("digits", "meant"),
    [("12882", (128, 82)), ("9862", (98, 62)), ("168101", (168, 101)), ("206124", (206, 124))],
)
def test_the_digits_alone_fill_both_fields(
    panel: CuffPanel, qtbot: QtBot, digits: str, meant: tuple[int, int]
) -> None:
    for digit in digits:
        tap(qtbot, panel.keys[digit])
    with qtbot.waitSignal(panel.stored) as stored:
        tap(qtbot, panel.store)
    assert stored.args == [*map(float, meant), 0.0]


def test_when_it_was_measured_is_chosen_before(panel: CuffPanel, qtbot: QtBot) -> None:
    for _ in range(2):
        tap(qtbot, panel.when.earlier)
    qtbot.keyClicks(panel, "12882")
    assert panel.hint() == "Enter stores it, measured 2 min ago."
    with qtbot.waitSignal(panel.stored) as stored:
        qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert stored.args == [128.0, 82.0, 120.0]
    panel.open()
    assert panel.when.ago_s == 0.0


def test_an_odd_pressure_is_asked_about_once_and_then_stored(
    panel: CuffPanel, qtbot: QtBot
) -> None:
    heard: list[float] = []
    panel.stored.connect(lambda sbp, _dbp, _ago: heard.append(sbp))
    for digit in "12":
        tap(qtbot, panel.keys[digit])
    panel.mark(VitalSign.DBP)
    for digit in "80":
        tap(qtbot, panel.keys[digit])
    tap(qtbot, panel.store)
    assert heard == []
    assert panel.store.text() == "Store it so"
    tap(qtbot, panel.store)
    assert heard == [12.0]


def test_a_correction_after_the_question_asks_again(panel: CuffPanel, qtbot: QtBot) -> None:
    for digit in "12":
        panel.type(digit)
    panel.mark(VitalSign.DBP)
    for digit in "80":
        panel.type(digit)
    panel.enter()
    assert panel.asked_odd
    panel.delete()
    assert not panel.asked_odd


def test_a_standing_pressure_wants_the_question_about_symptoms_answered(
    panel: CuffPanel, qtbot: QtBot
) -> None:
    panel.stand(1)
    assert panel.title == "Blood pressure standing"
    assert not panel.when.isVisible()
    for digit in "11070":
        tap(qtbot, panel.keys[digit])
    tap(qtbot, panel.store)
    assert panel.isVisible()
    assert panel.hint() == "Any symptoms while standing?"
    tap(qtbot, panel.answers[True])
    with qtbot.waitSignal(panel.stood) as stood:
        tap(qtbot, panel.store)
    assert stood.args == [110.0, 70.0, 1, True]


def test_another_minute_asks_about_symptoms_again(panel: CuffPanel, qtbot: QtBot) -> None:
    panel.stand(1)
    tap(qtbot, panel.answers[False])
    tap(qtbot, panel.minutes[3])
    assert (panel.minute, panel.symptoms) == (3, None)


def test_opened_by_its_key_it_is_of_a_patient_who_sits(panel: CuffPanel) -> None:
    panel.stand(3)
    panel.dismiss()
    panel.open()
    assert panel.minute is None
    assert not any(tile.isVisible() for tile in panel.minutes.values())
