"""Another drug that was given: for the record only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.chair.drug_panel import DrugPanel
from ui.controls import Tile
from ui.theme import DARK


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[DrugPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 540)
    made = DrugPanel(DARK, window)
    made.setGeometry(0, 0, 788, 524)
    made.offer(("Ondansetron 4 mg IV", "Labetalol 10 mg IV"))
    window.show()
    qtbot.waitExposed(window)
    made.open()
    yield made
    window.hide()


def tap(qtbot: QtBot, tile: Tile) -> None:
    assert tile.isVisible()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_a_drug_of_the_list_is_recorded_in_two_taps(panel: DrugPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.presets["Ondansetron 4 mg IV"])
    with qtbot.waitSignal(panel.given) as given:
        tap(qtbot, panel.store)
    assert given.args == ["Ondansetron", "4", "mg", "IV", "", 0.0]
    assert panel.isHidden()


def test_another_drug_is_typed_with_dose_unit_route_and_time(
    panel: DrugPanel, qtbot: QtBot
) -> None:
    panel.name.setFocus()
    qtbot.keyClicks(panel.name, "Clonidine")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    for key in "75":
        tap(qtbot, panel.keypad.keys[key])
    tap(qtbot, panel.units["mcg"])
    tap(qtbot, panel.routes["PO"])
    tap(qtbot, panel.when.earlier)
    with qtbot.waitSignal(panel.given) as given:
        tap(qtbot, panel.store)
    assert given.args == ["Clonidine", "75", "mcg", "PO", "", 60.0]


def test_only_the_name_is_needed(panel: DrugPanel, qtbot: QtBot) -> None:
    panel.name.setText("Oxygen")
    tap(qtbot, panel.onward)
    with qtbot.waitSignal(panel.given) as given:
        tap(qtbot, panel.store)
    assert given.args == ["Oxygen", "", "", "", "", 0.0]


def test_without_a_name_nothing_goes_on(panel: DrugPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.onward)
    assert not panel.store.isVisible()


def test_who_ordered_it_is_named(panel: DrugPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.presets["Labetalol 10 mg IV"])
    tap(qtbot, panel.ordered)
    qtbot.keyClicks(panel.who.line, "Provider 1")
    qtbot.keyClick(panel.who.line, Qt.Key.Key_Return)
    assert panel.ordered.detail == "Provider 1"
    with qtbot.waitSignal(panel.given) as given:
        tap(qtbot, panel.store)
    assert given.args[4] == "Provider 1"


def test_it_can_only_be_noted_that_a_drug_was_given(panel: DrugPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.when.earlier)
    with qtbot.waitSignal(panel.noted) as noted:
        tap(qtbot, panel.only)
    assert noted.args == [60.0]


def test_it_says_that_it_advises_nothing(panel: DrugPanel) -> None:
    assert any("nothing is advised" in label.text for label in panel.labels)


def test_another_list_of_the_clinic_replaces_the_first(panel: DrugPanel) -> None:
    panel.offer(("Midazolam 1 mg IV",))
    assert list(panel.presets) == ["Midazolam 1 mg IV"]
    panel.offer(())
    assert panel.presets == {}
    assert panel.name.isVisible()


def test_going_back_forgets_the_drug(panel: DrugPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.presets["Labetalol 10 mg IV"])
    tap(qtbot, panel.back)
    assert panel.drug == ""
    assert panel.presets["Ondansetron 4 mg IV"].isVisible()


def test_the_digits_of_a_scanner_go_nowhere(panel: DrugPanel, qtbot: QtBot) -> None:
    heard: list[object] = []
    panel.given.connect(heard.append)
    qtbot.keyClicks(panel, "20417")
    assert (heard, panel.keypad.text) == ([], "")
