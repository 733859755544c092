"""One window for all the examples of what fits: it is built once, and empty before each test.

A window is a thousand parts: building one takes longer than laying out what stands in it.
Only for tests that look at what is laid out. What is pressed and sent gets a window of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend, StillClock
from window_desk import WindowDesk

from ui.app import application
from ui.theme import DARK
from ui.window import MainWindow


@contextmanager
def shared_window(backend: RecordingBackend, wall_s: float) -> Iterator[MainWindow]:
    """Its clocks stand still."""
    application()
    made = MainWindow(backend, DARK, clock=StillClock(), wall=lambda: wall_s)
    yield made
    made.leave()
    assert made.isHidden()
    made.deleteLater()


def emptied(window: MainWindow) -> MainWindow:
    """As before its first session: no chair, no panel, no list, no waves, nothing written."""
    backend = window._backend
    assert isinstance(backend, RecordingBackend)
    assert not list(backend.inbox.drain())
    backend.lines = ()
    shell = window.shell
    shell.panels.close_all()
    shell.alarm_list.hide()
    shell.which.hide()
    shell.live.ribbon.ask(None)
    window.desk.chair = None
    window.where._at_home = False
    window.state.chairs.clear()
    window.state.show_waves(shown=False)
    window.courses._models.clear()
    window.scene.forget()
    window.scene.show_toast(0.0)
    window.turn()
    return window


class SharedDesk(WindowDesk):
    """Somebody in front of a window that others have used before; it is empty."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = emptied(window), qtbot
        assert isinstance(window._backend, RecordingBackend)
        assert isinstance(window._clock, StillClock)
        self.backend, self.clock = window._backend, window._clock
