"""The trainings of this computer, from the menu of a window in which nobody is a patient."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from tests.ui.training_examples import begin, lesson_room
from ui.debrief.past_desk import PastDesk
from ui.panels import Panel
from ui.words import say


def test_the_menu_offers_them_only_where_somebody_shows_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = WindowDesk(qtbot, demo=True).window
    entry = window.shell.panels.menu.choices["trainings"]
    window.shell.top.menu_pressed.emit()
    assert entry.isHidden()
    window.toggle(Panel.MENU)
    PastDesk(window, tmp_path / "training.db")
    window.shell.top.menu_pressed.emit()
    assert entry.isVisible()


def test_the_entry_opens_the_newest_debrief_and_back_leads_away(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with lesson_room(tmp_path) as room:
        begin(room)
        room.finish("learner")
    window = WindowDesk(qtbot, demo=True).window
    desk = PastDesk(window, tmp_path / "training.db", tmp_path)
    window.shell.top.menu_pressed.emit()
    entry = window.shell.panels.menu.choices["trainings"]
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert window.shell.pages.currentWidget() is desk.page
    assert desk.page.shown is not None
    assert desk.page.shown.debrief.facts.scenario == "S4"
    qtbot.mouseClick(desk.page.print, Qt.MouseButton.LeftButton)
    (file,) = tmp_path.glob("training-*.pdf")
    assert str(file) in desk.page.told.text()
    qtbot.mouseClick(desk.page.leave, Qt.MouseButton.LeftButton)
    assert window.shell.pages.currentWidget() is not desk.page


def test_before_the_first_training_it_says_how_to_begin_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = WindowDesk(qtbot, demo=True).window
    desk = PastDesk(window, tmp_path / "none.db")
    window.go("trainings")
    assert desk.page.told.text() == say("debrief-none")
    assert "chairside train" in desk.page.told.text()
