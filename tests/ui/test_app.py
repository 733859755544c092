"""The application is dressed once, in the bundled type."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend

from ui.app import application, make_window
from ui.theme import DARK, FAMILY

IN_VAIN = 3
"""The exit code of a program that did not end because it was asked to."""


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


STARTED = f"""
import signal, sys
from PySide6.QtCore import QTimer
from recording_backend import RecordingBackend
from ui.app import application, run

def dress(window):
    QTimer.singleShot(20_000, lambda: application().exit({IN_VAIN}))
    signal.raise_signal(int(sys.argv[1]))

sys.exit(run(RecordingBackend(), dress=dress))
"""
"""A program of its own: one that was ended takes no other window to the front in this process."""


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_while_it_is_still_being_set_up_it_ends(asked: signal.Signals) -> None:
    here = Path(__file__).parent
    ran = subprocess.run(
        [sys.executable, "-c", STARTED, str(int(asked))],
        cwd=here.parents[1],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (here.parents[1], here)))},
        capture_output=True,
        text=True,
        timeout=60.0,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
