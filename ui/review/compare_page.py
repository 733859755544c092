"""The sessions of one patient laid over one another, and the course in panes and as a table.

Rule 1: only sessions of that very patient id, either real or simulated ones; the page says so.
Rule 2: it reads the record and never changes it. Esc goes back to the session.
Rule 3: which session is strong is chosen in the table; at first it is the one that was looked at.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from data.overlays import Overlay as Sessions
from ui.page_growth import Page
from ui.page_kit import (
    SMALL_PX,
    STRONG,
    TITLE_PX,
    Button,
    ChoiceRow,
    label,
    style_sheet,
    tag,
)
from ui.requests import Backend, Refusal
from ui.review.compared import Compared, Sign, birth_years, compared
from ui.review.course_panes import CoursePanes
from ui.review.course_table import CourseTable
from ui.review.overlay import Overlay
from ui.theme import Theme
from ui.words import say, sign_label

WHO_PX = 18
VALUE, CHANGE = "value", "change"


class ComparePage(Page):
    closed = Signal()

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self.sessions: tuple[Compared, ...] = ()
        self._strong = ""
        self.setStyleSheet(style_sheet(theme))
        self.who = label("", WHO_PX, tone="second")
        self.simulated = tag(say("simulated"))
        self.guard = label("", SMALL_PX, tone="second", wrap=True)
        self.doubt = label("", SMALL_PX, tone="caution", wrap=True)
        self.message = label("", tone="second", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        signs = [(sign.value, sign_label(sign.vital)) for sign in Sign]
        self.sign = ChoiceRow(say("compare-sign"), signs, Sign.SBP.value)
        ways = [(way, say(f"compare-as-{way}")) for way in (VALUE, CHANGE)]
        self.way = ChoiceRow(say("compare-as"), ways, VALUE)
        self.leave = Button(say("compare-back"))
        self.overlay = Overlay(theme)
        self.panes = CoursePanes(theme)
        self.table = CourseTable(theme)
        self._lay_out()
        self.sign.changed.connect(self._draw)
        self.way.changed.connect(self._draw)
        self.table.chosen.connect(self._choose)
        self.leave.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(label(say("compare-title"), TITLE_PX, weight=STRONG))
        top.addWidget(self.who)
        top.addWidget(self.simulated)
        top.addStretch(1)
        top.addWidget(self.sign)
        top.addSpacing(8)
        top.addWidget(self.way)
        top.addSpacing(8)
        top.addWidget(self.leave)
        column.addLayout(top)
        column.addWidget(self.guard)
        column.addWidget(self.doubt)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.message)
        self._stack.addWidget(self._course())
        column.addWidget(self._stack, 1)

    def _course(self) -> QWidget:
        made = QWidget()
        made.setProperty("part", "bare")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.overlay, 9)
        both.addWidget(self.panes, 5)
        column.addLayout(both, 3)
        column.addWidget(self.table, 2)
        return made

    def grow(self) -> None:
        super().grow()
        self.overlay.growth = self.panes.growth = self.growth.type
        self.table.grow(self.growth)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if not event.spontaneous():
            (self.table if self.sessions else self.leave).setFocus()

    def show_patient(self, patient_id: str, session_id: str, *, simulated: bool) -> None:
        """The course of this patient, with this session strong."""
        self.sessions, self._strong = (), session_id
        self.overlay.set_cursor(None)
        self.simulated.setVisible(simulated)
        self.doubt.hide()
        self.who.setText("")
        self.guard.setText("")
        if not patient_id.strip():
            self._tell(say("compare-no-id"))
            return
        try:
            found = self._backend.overlay(patient_id, simulated=simulated, about=session_id)
        except Refusal as refusal:
            self._tell(str(refusal))
            return
        self.sessions = compared(found)
        self._say_whose(found, simulated=simulated)
        if not self.sessions:
            self._tell(say("compare-none", patient_id))
            return
        self.table.show_course(self.sessions, session_id)
        self._draw()
        self._stack.setCurrentIndex(1)

    def _say_whose(self, found: Sessions, *, simulated: bool) -> None:
        newest = next((one.patient for one in reversed(self.sessions) if one.patient), None)
        initials = "" if newest is None else newest.initials
        who = say("compare-who", initials, found.patient_id)
        self.who.setText(who if initials else say("review-patient", found.patient_id))
        treated = sum(one.number is not None for one in self.sessions)
        words = "compare-guard-simulated" if simulated else "compare-guard"
        self.guard.setText(say(words, found.patient_id, len(self.sessions), treated))
        doubts = []
        if len(years := birth_years(self.sessions)) > 1:
            doubts.append(say("compare-years", ", ".join(map(str, years))))
        if found.older:
            doubts.append(say("compare-older", found.older))
        if found.unreadable:
            doubts.append(say("compare-unreadable", ", ".join(found.unreadable)))
        self.doubt.setText(" ".join(doubts))
        self.doubt.setVisible(bool(doubts))

    def _tell(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._stack.setCurrentIndex(0)

    def _choose(self, session_id: str) -> None:
        self._strong = session_id
        self._draw()

    def _draw(self) -> None:
        sign, change = Sign(self.sign.key()), self.way.key() == CHANGE
        self.overlay.show_course(self.sessions, self._strong, sign, change=change)
        self.panes.show_course(self.sessions, self._strong)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.overlay.cursor_s is not None:
            self.overlay.set_cursor(None)
        else:
            self.closed.emit()
