"""Says once, soon after a widget was first painted: now there is time for what can come later."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

SOON_MS = 100
"""Long enough for the picture to reach the screen, too short for a hand to reach a key."""


class FirstPaint(QObject):
    """Lives as long as `widget`, and stops watching it after the first paint."""

    passed = Signal()

    def __init__(self, widget: QWidget, after_ms: int = SOON_MS) -> None:
        super().__init__(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.passed)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start()
        return False
