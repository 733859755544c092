"""The window is painted before what its first page does not need is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pictures
import pytest
from helpers import ROOT
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from data.store import SessionStore
from ui.first_paint import FirstPaint
from ui.panels import Panel

UNTIL_PAINTED = """
import sys
from pathlib import Path
import shiboken6
from ui.app import application, make_window
from ui.wiring import Program
program = Program(Path(sys.argv[1]), sound=False)
app = application()
window = make_window(program)
window.show()
window.grab()
late = ("pyqtgraph", "numpy", "sqlite_utils", "devices.drivers.", "devices.simulated", "click")
print(sorted(name for name in sys.modules if name.startswith(late)))
program.start()
program.close()
shiboken6.delete(window)
"""


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def test_it_is_said_once_and_after_the_paint(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    said: list[bool] = []
    FirstPaint(widget, 0).passed.connect(lambda: said.append(widget.isVisible()))
    widget.show()
    qtbot.waitUntil(lambda: bool(said))
    widget.repaint()
    with qtbot.waitSignal(widget.windowHandle().heightChanged):
        widget.resize(500, 501)
    assert said == [True]


def test_the_first_window_is_painted_without_curves_and_drivers(tmp_path: Path) -> None:
    SessionStore.open(tmp_path / "record.db").close()
    run = subprocess.run(
        [sys.executable, "-c", UNTIL_PAINTED, tmp_path / "record.db"],
        cwd=ROOT,
        env=os.environ | {"CHAIRSIDE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stdout == "[]\n"


def test_the_live_view_is_there_before_anybody_asks_for_it(desk: WindowDesk) -> None:
    pages = desk.window.shell.pages
    desk.qtbot.waitUntil(lambda: pages.count() == 2)
    assert pages.currentWidget() is desk.window.shell.start


def test_a_chair_or_a_panel_brings_the_live_view_at_once(qtbot: QtBot) -> None:
    for ask in (lambda one: one.show(pictures.calm()), lambda one: one.window.toggle(Panel.MENU)):
        desk = WindowDesk(qtbot)
        ask(desk)
        assert desk.window.shell.pages.count() == 2
        box = desk.window.shell.panels.menu.geometry()
        assert box.left() > desk.window.shell.live.cuff.geometry().right()
        desk.close()


def test_review_and_about_are_made_when_they_are_visited(desk: WindowDesk) -> None:
    pages = desk.window.shell.pages
    desk.qtbot.waitUntil(lambda: pages.count() == 2)
    for place, name in enumerate(("review", "about"), start=3):
        desk.window.go(name)
        desk.window.go(name)
        assert pages.count() == place
        desk.window.go("live")
        assert pages.currentWidget() is desk.window.shell.start
