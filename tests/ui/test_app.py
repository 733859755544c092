"""The application is dressed once, in the bundled type."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontInfo, QPalette
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend

from ui.app import application, make_window, run
from ui.theme import DARK, FAMILY
from ui.window import MainWindow

IN_VAIN = 3
"""The exit code of a program that had to be ended by the test."""


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


@pytest.fixture
def signals_as_before() -> Iterator[None]:
    before = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


@pytest.mark.usefixtures("qapp", "signals_as_before")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_while_it_is_still_being_set_up_it_ends(asked: signal.Signals) -> None:
    app = application()
    rescue = QTimer()
    rescue.setSingleShot(True)
    rescue.timeout.connect(lambda: app.exit(IN_VAIN))

    def dress(_window: MainWindow) -> None:
        rescue.start(20_000)
        signal.raise_signal(asked)

    assert run(RecordingBackend(), dress=dress) == 0
    rescue.stop()
