"""The application is dressed once, in the bundled type."""

from __future__ import annotations

from PySide6.QtGui import QFontInfo, QPalette
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend

from ui.app import application, make_window
from ui.theme import DARK, FAMILY


def test_there_is_one_application_and_it_is_dressed(qtbot: QtBot) -> None:
    app = application()
    assert application() is app
    assert QFontInfo(app.font()).family() == FAMILY
    assert app.palette().color(QPalette.ColorRole.Window).name() == DARK.background


def test_a_window_can_be_as_small_as_1024_by_640(qtbot: QtBot) -> None:
    application()
    window = make_window(RecordingBackend())
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    qtbot.waitExposed(window)
    assert (window.width(), window.height()) == (1024, 640)
    assert window.close()
