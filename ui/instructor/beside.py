"""Opens the instructor's window beside the learner's, and closes it with it.

Rule 1: the learner's window decides how long: when it is closed, the other one goes too. Closing
        the instructor's leaves the lesson as it is, and `Ctrl+I` in the learner's brings it back.
Rule 2: where there is a second screen, it goes there; else it lies beside, and never in front of
        the learner's when that is clicked.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.instructor.instructor_window import InstructorWindow
from ui.instructor.lesson_room import LessonRoom
from ui.theme import DARK, Theme

SHOW_KEYS = "Ctrl+I"
ONE_SCREEN_SHARE = 0.86
"""Of the only screen: the learner's window is seen behind it."""


class Beside(QObject):
    """The window of the instructor, as long as `learner`, a window, lives."""

    def __init__(self, room: LessonRoom, learner: QWidget, theme: Theme = DARK) -> None:
        super().__init__(learner)
        self.window = InstructorWindow(room, theme)
        self._learner = learner
        learner.installEventFilter(self)
        learner.destroyed.connect(self._gone)
        QShortcut(QKeySequence(SHOW_KEYS), learner).activated.connect(self.show)

    def show(self) -> None:
        """Where it is not yet, or again."""
        if not self.window.isVisible():
            self._place()
        self.window.activateWindow()

    def _place(self) -> None:
        own = self._learner.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        if others:
            self.window.setGeometry(others[0].availableGeometry())
            self.window.showMaximized()
            return
        box = own.availableGeometry()
        wide, high = (round(side * ONE_SCREEN_SHARE) for side in (box.width(), box.height()))
        least = self.window.minimumSize()
        self.window.resize(max(wide, least.width()), max(high, least.height()))
        self.window.move(box.right() - self.window.width(), box.bottom() - self.window.height())
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if (
            watched is self._learner
            and event.type() == QEvent.Type.Hide
            and not event.spontaneous()
        ):
            self.window.let_go()
        return False

    def _gone(self) -> None:
        """At once: it must not outlive the application."""
        if shiboken6.isValid(self.window):
            self.window.let_go()
            shiboken6.delete(self.window)
