"""The page on which recorded sessions are looked at: the list on the left, one session beside it.

Rule 1: it reads the record and never changes it.
Rule 2: Esc leaves filter and calendar, then takes off what narrows the list, then leaves the page;
        it never touches an alarm.
Rule 3: there is a key for everything that is done with the list; those that are letters need
        Ctrl, so that neither typing nor a scanner presses them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.page_growth import Page
from ui.page_kit import STRONG, TITLE_PX, Button, label, scrolling, style_sheet
from ui.requests import Backend, Refusal, SessionRow
from ui.review.finder import Finder
from ui.review.hand_over_panel import HandOverPanel
from ui.review.session_list import SessionList
from ui.review.session_page import SessionPage
from ui.review.top_row import TopRow
from ui.theme import Theme
from ui.words import say

LEAST_PX, GROWN_PX, MOST_PX = 300, 380, 420
"""Of the list of sessions; a large window has room for a line of it without an ellipsis."""


MOST_AT_ONCE = 2000
"""Sessions that are handed over in one go."""
WORDS_KEY, FINDER_KEY, UNSIGNED_KEY = "Ctrl+F", "Ctrl+G", "Ctrl+N"
"""None of them means anything in a field, on whatever system: Ctrl+D and Ctrl+U delete there."""


def today_here() -> date:
    """By the clock and the zone of this computer."""
    return datetime.now(UTC).astimezone().date()


class ReviewPage(Page):
    closed = Signal()
    clinic_asked = Signal()

    def __init__(
        self,
        backend: Backend,
        theme: Theme,
        today: Callable[[], date] = today_here,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._backend, self._theme, self._today = backend, theme, today
        self._finder: Finder | None = None
        self._area = QWidget()
        """What the finder scrolls in, once it is made."""
        self._shown = ""
        self.list = SessionList(backend, theme)
        self.session = SessionPage(backend, theme)
        self.buttons = self.session.button_row()
        self.message = label("", tone="second", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clinic = Button(say("figures-open"))
        self.leave = Button(say("review-close"))
        self.many = HandOverPanel(backend)
        self.many.installEventFilter(self)
        self.outcome = label("", wrap=True)
        self.outcome.hide()
        self.beside = QStackedWidget()
        self.beside.addWidget(self.message)
        self.beside.addWidget(self.session)
        self._lay_out()
        # Once for all that is there: a widget that joins a dressed page is styled by itself.
        self.setStyleSheet(style_sheet(theme))
        self.list.chosen.connect(self._open)
        self.list.refused.connect(self._tell)
        self.clinic.clicked.connect(self.clinic_asked)
        self.list.take.clicked.connect(self._offer_many)
        self.many.done.connect(self._say)
        self.leave.clicked.connect(self.closed)
        self._connect_keys()
        self._tell(say("review-choose"))

    def _connect_keys(self) -> None:
        self.list.finder.clicked.connect(self._turn_finder)
        self.list.narrowed.connect(self._show_narrowed)
        self.list.entered.connect(self._go_on)
        for key, press in (
            (WORDS_KEY, self._look_for_words),
            (FINDER_KEY, self._turn_finder),
            (UNSIGNED_KEY, self.list.turn_unsigned),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda press=press: self.list.isVisible() and press())
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.list.filter.line)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_down)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        title = label(say("review-title"), TITLE_PX, weight=STRONG)
        self.top = TopRow(title, (self.buttons, self.clinic, self.leave))
        column.addWidget(self.top)
        column.addWidget(self.many)
        column.addWidget(self.outcome)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.list, 1)
        both.addWidget(self.beside, 3)
        column.addLayout(both, 1)
        self.grow()
        QWidget.setTabOrder(self.session.events.view, self.leave)

    def grow(self) -> None:
        super().grow()
        self.top.grow(self.growth)
        self.list.grow(self.growth)
        self.session.grow(self.growth)
        if self._finder is not None:
            self._finder.grow(self.growth)
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
        self.session.show_record(record, goes_on=self._goes_on(record.row))
        self._put_beside(self.session)
        return record.row

    def _goes_on(self, row: SessionRow) -> bool:
        """As the list says it; without the list nobody here knows."""
        known = bool(self.list.model.rows)
        return known and not row.ended and row.session_id not in self.list.model.cut_off

    def _offer_many(self) -> None:
        """All sessions that the list is narrowed to."""
        self._say("")
        try:
            rows = self.list.all_found(MOST_AT_ONCE + 1)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        if len(rows) > MOST_AT_ONCE:
            self._say(say("hand-over-too-many", MOST_AT_ONCE))
        elif rows:
            self.many.offer_many(rows)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """While many are handed over, the list that they were taken from stays as it is."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            away = not self.many.isHidden()
            self.list.setVisible(bool(self.list.count) and not away)
            self.beside.setHidden(away)
        return super().eventFilter(part, event)

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    def _tell(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._put_beside(self.message)

    def _put_beside(self, part: QWidget) -> None:
        self.beside.setCurrentWidget(self._area if part is self._finder else part)
        self.buttons.setVisible(part is self.session)
        self.list.finder.setChecked(part is self._finder)

    # ---- words, filter and calendar

    @property
    def finder(self) -> Finder:
        """Made when it is asked for first; few who look at a session need it."""
        if self._finder is None:
            self._finder = made = Finder(self._theme, self._today)
            made.changed.connect(self.list.narrow)
            made.turned.connect(self._count_days)
            made.left.connect(self._leave_finder)
            self._area = scrolling(made, say("filter-title"))
            self.beside.addWidget(self._area)
            self.grow()
        return self._finder

    @property
    def finding(self) -> bool:
        """Filter and calendar are in sight."""
        return self._finder is not None and self._finder.isVisible()

    def _turn_finder(self) -> None:
        if self.finding:
            self._leave_finder()
            return
        finder = self.finder
        finder.show_narrowing(self.list.narrowing)
        self._put_beside(finder)
        self._count_days()
        self.list.stay()
        finder.calendar.view.setFocus()

    def _leave_finder(self) -> None:
        self._put_beside(self.session if self._shown else self.message)
        self.list.view.setFocus()

    def _look_for_words(self) -> None:
        self.list.filter.line.setFocus()
        self.list.filter.line.selectAll()

    def _go_down(self) -> None:
        """From the words into the list, at its first line."""
        self.list.look()
        view, model = self.list.view, self.list.model
        if model.rows:
            view.setFocus()
            if not view.currentIndex().isValid():
                view.setCurrentIndex(model.index(0))

    def _go_on(self) -> None:
        if self.session.isVisible():
            self.session.events.view.setFocus()

    def _show_narrowed(self) -> None:
        if self.finding:
            self.finder.show_narrowing(self.list.narrowing)
            self._count_days()

    def _count_days(self) -> None:
        """How many of the sessions that are left there are on each day of the month in sight."""
        view = self.finder.calendar.view
        try:
            counts = self._backend.library_days(*view.shown, self.list.wanted, self.list.narrowing)
        except Refusal:
            counts = {}  # the list has said why
        view.show_counts(counts)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            if self.finding:
                self._leave_finder()
            elif self.list.is_narrowed:
                self.list.clear_filter()
            else:
                self.closed.emit()
        else:
            super().keyPressEvent(event)
