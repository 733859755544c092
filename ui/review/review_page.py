"""The page on which recorded sessions are looked at: the list on the left, one session beside it.

Rule 1: it reads the record and never changes it.
Rule 2: Esc empties the filter, then leaves the page; it never touches an alarm.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.page_growth import Page
from ui.page_kit import STRONG, TITLE_PX, Button, label, style_sheet
from ui.requests import Backend, Refusal, SessionRow
from ui.review.session_list import SessionList
from ui.review.session_page import SessionPage
from ui.theme import Theme
from ui.words import say

LEAST_PX, GROWN_PX, MOST_PX = 300, 380, 420
"""Of the list of sessions; a large window has room for a line of it without an ellipsis."""


class ReviewPage(Page):
    closed = Signal()

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self._shown = ""
        self.setStyleSheet(style_sheet(theme))
        self.list = SessionList(backend, theme)
        self.session = SessionPage(backend, theme)
        self.buttons = self.session.button_row()
        self.message = label("", tone="second", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.leave = Button(say("review-close"))
        self.beside = QStackedWidget()
        self.beside.addWidget(self.message)
        self.beside.addWidget(self.session)
        self._lay_out()
        self.list.chosen.connect(self._open)
        self.list.refused.connect(self._tell)
        self.leave.clicked.connect(self.closed)
        self._tell(say("review-choose"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(label(say("review-title"), TITLE_PX, weight=STRONG))
        top.addStretch(1)
        top.setSpacing(8)
        top.addWidget(self.buttons)
        top.addWidget(self.leave)
        column.addLayout(top)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.list, 1)
        both.addWidget(self.beside, 3)
        column.addLayout(both, 1)
        self.grow()
        QWidget.setTabOrder(self.session.events.view, self.leave)

    def grow(self) -> None:
        super().grow()
        self.list.grow(self.growth)
        self.session.grow(self.growth)
        least = LEAST_PX if self.growth.type == 1.0 else GROWN_PX
        self.list.setMinimumWidth(round(least * self.growth.type))
        self.list.setMaximumWidth(round(MOST_PX * self.growth.type))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if not event.spontaneous():
            (self.list.view if self.list.model.rows else self.leave).setFocus()

    def reload(self) -> None:
        """Read the list again; the session that is shown stays, with what has come since."""
        try:
            self.list.reload()
        except Refusal as refusal:
            self.list.empty_out()
            self._tell(str(refusal))
            return
        self.list.setVisible(bool(self.list.count))
        if not self.list.count:
            self._shown = ""
            self._tell(say("review-none"))
        elif self._shown:
            self._open(self._shown)
        else:
            self._tell(say("review-choose"))

    def show_session(self, session_id: str) -> None:
        row = self._open(session_id)
        if row is None or self.list.choose(row):
            return
        self.list.look()
        self.list.setVisible(bool(self.list.count))
        self.list.choose(row)

    def show_alone(self, session_id: str) -> None:
        """Show it without the list: to one who may not look at the others."""
        self.list.empty_out()
        self.list.hide()
        self._open(session_id)

    def _open(self, session_id: str) -> SessionRow | None:
        """Show this session beside the list; None when it cannot be read."""
        try:
            record = self._backend.review(session_id)
        except Refusal as refusal:
            self._shown = ""
            self._tell(str(refusal))
            return None
        self._shown = session_id
        self.session.show_record(record)
        self._put_beside(self.session)
        return record.row

    def _tell(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._put_beside(self.message)

    def _put_beside(self, part: QWidget) -> None:
        self.beside.setCurrentWidget(part)
        self.buttons.setVisible(part is self.session)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            if self.list.filter.text():
                self.list.clear_filter()
            else:
                self.closed.emit()
        else:
            super().keyPressEvent(event)
