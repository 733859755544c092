"""A real window on a still clock, with a program behind it that keeps what it was asked."""

from __future__ import annotations

import pictures
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend, StillClock

from monitor.picture import ChairPicture
from ui.app import application
from ui.doors import QuietRoomDoor
from ui.theme import DARK
from ui.window import MainWindow


class WindowDesk:
    """A window on a still clock, and the program behind it."""

    def __init__(
        self, qtbot: QtBot, *, demo: bool = False, quiet: QuietRoomDoor | None = None
    ) -> None:
        application()
        self.qtbot = qtbot
        self.clock = StillClock()
        self.wall_s = 1_790_000_000.0
        self.backend = RecordingBackend(demo=demo)
        self.backend.quiet = quiet or self.backend.quiet
        self.window = MainWindow(self.backend, DARK, clock=self.clock, wall=lambda: self.wall_s)
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def show(self, picture: ChairPicture) -> None:
        if not self.window.state.chairs:
            self.backend.inbox.put(pictures.beginning(picture))
        self.backend.publish(picture)
        self.turn()

    def turn(self, seconds: float = 0.3) -> None:
        self.clock.now_s += seconds
        self.window.turn()

    def key(self, key: Qt.Key) -> None:
        """A hand's key: it is over before the next one."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key)
        self.qtbot.waitUntil(lambda: not self.window.scans.waits)

    def tap(self, tile: QAbstractButton) -> None:
        assert tile.isVisible()
        self.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)

    def words(self) -> str:
        return " ".join(label.text for label in self.window.shell.bar.labels)

    def close(self) -> None:
        """Without the question."""
        self.window.go("quit")
