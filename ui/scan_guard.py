"""Keeps a barcode scanner from pressing anything, and hands what it read to the page in sight.

Rule 1: a character that no field took waits until it is clear whose it is; then a hand's does
        what it does, and a scanner's does nothing.
Rule 2: Enter and Space in the middle of a burst, or at its end, never press a button.
Rule 3: in a field to type into a scan goes where the typing goes; the separator inside a GS1 code,
        which a field would drop, is kept.
Rule 4: the moment of a key is the window system's own, so that keys that waited for a busy window
        are not taken for a scanner's.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from ui.scanner import GAP_S, Heard, Wedge
from ui.vial_code import GROUP_SEPARATOR

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PRESSING = ENTER | {Qt.Key.Key_Space}
_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ScanGuard(QObject):
    """`typed` carries one character of a hand that nothing took; `scanned` a whole label."""

    typed = Signal(str)
    scanned = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open, self._seen = Wedge(), Wedge()
        self._watched: QWidget | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(round(GAP_S * 1000) + 10)
        self._rest.timeout.connect(self._rested)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())

    @property
    def waits(self) -> bool:
        """A character waits until it is clear whose it is."""
        return self._rest.isActive()

    def take(self, event: QKeyEvent) -> bool:
        """A key that nothing took has come to the window; True = nothing else may act on it."""
        text = _character(event)
        if event.key() in ENTER:
            return self._end(_at(event))
        if not text:
            return False
        if not event.isAutoRepeat():
            self._feed(text, _at(event))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Sees every key before the widget that has the keyboard."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at, text = _at(event), _character(event)
        if isinstance(watched, QLineEdit):
            return self._in_field(watched, text, at)
        quick = self._seen.goes_on(at)
        if text:
            self._seen.feed(text, at)
        if event.key() not in _PRESSING:
            return False
        if not self._open.goes_on(at):
            return quick and isinstance(watched, QAbstractButton)
        if event.key() in ENTER:
            return self._end(at)
        self._feed(" ", at)
        return True

    def _in_field(self, line: QLineEdit, text: str, at: float) -> bool:
        quick = self._seen.goes_on(at)
        if text:
            self._seen.feed(text, at)
        if text != GROUP_SEPARATOR or not quick:
            return False
        line.insert(text)
        return True

    def _feed(self, text: str, at: float) -> None:
        self._tell(self._open.feed(text, at))
        self._rest.start()

    def _end(self, at: float) -> bool:
        self._rest.stop()
        heard, text = self._open.end(at)
        if heard is Heard.NOTHING:
            self._rested()
        elif heard is Heard.SCAN:
            self.scanned.emit(text)
        return heard is not Heard.NOTHING

    def _rested(self) -> None:
        heard, text = self._open.rest()
        if heard is Heard.KEY:
            self.typed.emit(text)

    def _tell(self, before: str) -> None:
        """A burst ended without a rest, because the window was busy."""
        if len(before) == 1:
            self.typed.emit(before)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._lost)
        self._watched = None
        self._seen.forget()
        if now is not None and now is not self._window and self._window.isAncestorOf(now):
            self._watched = now
            now.installEventFilter(self)
            now.destroyed.connect(self._lost)

    def _lost(self) -> None:
        self._watched = None


def _character(event: QKeyEvent) -> str:
    """What was typed; empty = no character. Ctrl+] is how scanners type the separator."""
    text, chord = event.text(), bool(event.modifiers() & _CHORD)
    if text == GROUP_SEPARATOR or (chord and event.key() == Qt.Key.Key_BracketRight):
        return GROUP_SEPARATOR
    return text if len(text) == 1 and text.isprintable() and not chord else ""


def _at(event: QKeyEvent) -> float:
    """Seconds; the window system's, or ours where it gives none."""
    stamp = event.timestamp()
    return stamp / 1000 if stamp else time.monotonic()
