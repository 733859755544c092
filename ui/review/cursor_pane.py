"""A pane that shows what was about the cursor, read from the record only when it is looked at.

Rule 1: nothing is read while the pane is folded away, nor while the cursor still moves: it has to
        stand for `SETTLES_MS`.
Rule 2: with another session nothing of the one before is left.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

SETTLES_MS = 160


class CursorPane(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._session_id = ""
        self._zero_s = 0.0
        self._at_s: float | None = None
        self._read_s: float | None = None
        self._waits = QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(SETTLES_MS)
        self._waits.timeout.connect(self._look)

    def show_session(self, session_id: str, zero_s: float) -> None:
        self._waits.stop()
        self._session_id, self._zero_s = session_id, zero_s
        self._at_s = self._read_s = None
        self.empty_out()

    def put_cursor(self, at_s: float | None) -> None:
        """The cursor stands there now; None = it is gone."""
        self._at_s = at_s
        if self.isVisible():
            self._waits.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        if self._at_s is None:
            self.empty_out()
        elif self._at_s != self._read_s and self._session_id and self.isVisible():
            self._read_s = self._at_s
            self.read(self._session_id, self._at_s, self._zero_s)

    def empty_out(self) -> None:
        """There is no cursor."""

    def read(self, session_id: str, at_s: float, zero_s: float) -> None:
        """Show what was about this moment."""
