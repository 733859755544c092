"""The list of recorded sessions, newest first, with a filter.

Rule 1: each session's time is told by the clock of the place where it was recorded.
Rule 2: a simulated session, an open one and one that was cut off say so in words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from monitor.outcomes import Priority
from ui.icons import alarm_width, draw_alarm
from ui.ink import Label, Weight, draw_label, fill_round, fitted, text_width
from ui.page_growth import Growth, in_code
from ui.page_kit import label
from ui.requests import SessionRow
from ui.review.moments import date_text, opened_text
from ui.start.entry import tidy
from ui.start.fields import Field
from ui.theme import Theme, colour
from ui.words import figure, say

ROW_PX = 70
SETTLE_MS = 60
"""A held arrow key runs through the list; the session it stops at is opened."""
SESSION = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def marks_of(row: SessionRow, cut_off: Collection[str]) -> list[str]:
    """Words that stand beside the date: open, cut off, SIMULATED."""
    marks = []
    if not row.ended:
        marks.append(say("review-cut-off" if row.session_id in cut_off else "review-open"))
    if row.simulated:
        marks.append(say("review-simulated"))
    return marks


def dose_text(row: SessionRow) -> str:
    if row.mg_per_kg is None:
        return say("review-watch")
    if row.dose_mg is None:
        return say("review-dose-per-kg", figure(f"{row.mg_per_kg:g}"), figure(f"{row.minutes:g}"))
    return say("review-dose", tidy(row.dose_mg), figure(f"{row.minutes:g}"))


def peak_text(row: SessionRow) -> str:
    if row.peak_sbp is None or row.peak_dbp is None:
        return say("stat-none")
    return say("review-peak", f"{row.peak_sbp:.0f}", f"{row.peak_dbp:.0f}")


def row_sentence(row: SessionRow, cut_off: Collection[str]) -> str:
    """The whole line in words, for a screen reader."""
    when = f"{date_text(row)} {opened_text(row)}"
    marks = ", ".join(marks_of(row, cut_off))
    counts = (row.alarms_high, row.alarms_medium)
    who = row.patient_id
    return say("review-row", when, who, dose_text(row), peak_text(row), *counts, marks).strip()


def matches(row: SessionRow, cut_off: Collection[str], wanted: str) -> bool:
    """Every word that was typed is found somewhere in the line."""
    words = (row.patient_id, row.initials, row.driver, dose_text(row), peak_text(row))
    line = " ".join((date_text(row), opened_text(row), *words, *marks_of(row, cut_off))).lower()
    return all(word in line for word in wanted.lower().split())


class SessionModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SessionRow] = []
        self.cut_off: frozenset[str] = frozenset()

    def show_rows(self, rows: Sequence[SessionRow], cut_off: frozenset[str]) -> None:
        self.beginResetModel()
        self.rows, self.cut_off = list(rows), cut_off
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == SESSION:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row_sentence(row, self.cut_off)
        return None


class SessionDelegate(QStyledItemDelegate):
    """Paints one session: when and how high above, who and how much and alarms below."""

    def __init__(self, theme: Theme, model: SessionModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.growth = 1.0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, round(ROW_PX * self.growth))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, row = self._theme, self._model.rows[index.row()]
        box = in_code(option.rect, self.growth).adjusted(4, 2, -4, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.growth, self.growth)
        if chosen:
            fill_round(painter, box, t.infusion, 8)
        left, right = box.left() + 12, box.right() - 12
        upper, lower = box.top() + 27, box.top() + 51
        when = f"{date_text(row)}  {opened_text(row)}"
        draw_label(painter, Label(when, left, upper, 170, 16, t.text, Weight.Medium))
        free = left + text_width(when, 16, Weight.Medium) + 10
        marks = marks_of(row, self._model.cut_off)
        wanted = sum(text_width(mark, 12, Weight.DemiBold) + 18 for mark in marks)
        above = wanted <= right - text_width(peak_text(row), 17, Weight.DemiBold) - free - 6
        self._paint_peak(painter, row, right, upper, free + wanted if above else free)
        alarms_left = self._paint_alarms(painter, row, right, lower)
        if above:
            self._paint_marks(painter, marks, free, upper)
        else:
            left = self._paint_marks(painter, marks, left, lower)
        who = " · ".join(part for part in (row.initials, f"#{row.patient_id}") if part)
        text = f"{who} · {dose_text(row)}"
        width = alarms_left - left - 10
        draw_label(painter, fitted(Label(text, left, lower, width, 15, t.text_2), 13))
        painter.restore()

    def _paint_peak(
        self, painter: QPainter, row: SessionRow, right: float, base: float, free: float
    ) -> None:
        """The word before the value only where there is room."""
        t, text = self._theme, peak_text(row)
        width = text_width(text, 17, Weight.DemiBold)
        left = right - width
        draw_label(painter, Label(text, left, base, width, 17, t.nibp, Weight.DemiBold))
        small = say("review-peak-label")
        word = left - 6 - text_width(small, 13)
        if word >= free:
            draw_label(painter, Label(small, word, base, 60, 13, t.text_2))

    def _paint_marks(
        self, painter: QPainter, marks: Sequence[str], left: float, base: float
    ) -> float:
        """Outlined words one after another; where the next thing may stand."""
        t = self._theme
        for mark in marks:
            width = text_width(mark, 12, Weight.DemiBold)
            painter.setPen(colour(t.text_2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 0.5, base - 14.5, width + 12, 19), 5, 5)
            words = Label(mark, left + 6, base - 1, width, 12, t.text_2, Weight.DemiBold)
            draw_label(painter, words)
            left += width + 18
        return left

    def _paint_alarms(
        self, painter: QPainter, row: SessionRow, right: float, base: float
    ) -> float:
        t, at = self._theme, right
        for count, priority, ink in (
            (row.alarms_medium, Priority.MEDIUM, t.medium),
            (row.alarms_high, Priority.HIGH, t.high),
        ):
            if count:
                text = str(count)
                at -= text_width(text, 15, Weight.Medium)
                draw_label(painter, Label(text, at, base, 40, 15, t.text, Weight.Medium))
                at -= alarm_width(priority, 13) + 5
                draw_alarm(painter, QRectF(at, base - 12, 13, 13), priority, colour(ink))
                at -= 14
        return at


class SessionList(QWidget):
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._all: list[SessionRow] = []
        self._cut_off: frozenset[str] = frozenset()
        self.filter = Field(
            say("review-filter"), placeholder=say("review-filter-example"), most=80
        )
        self.model = SessionModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = SessionDelegate(theme, self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(say("review-list"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.empty = label("", tone="second", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._open_current)
        self.filter.edited.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._settle.start())

    def grow(self, growth: Growth) -> None:
        self._delegate.growth = growth.type
        self.view.scheduleDelayedItemsLayout()

    def show_rows(self, rows: Sequence[SessionRow], cut_off: frozenset[str]) -> None:
        self._all, self._cut_off = list(rows), cut_off
        self._filter()

    def current(self) -> str:
        index = self.view.currentIndex()
        return self.model.rows[index.row()].session_id if index.isValid() else ""

    def choose(self, session_id: str) -> bool:
        """Mark this session without opening it; clears a filter that hides it."""
        if not self._mark(session_id) and any(r.session_id == session_id for r in self._all):
            self.clear_filter()
            self._mark(session_id)
        return self.current() == session_id

    def clear_filter(self) -> None:
        self.filter.clear()
        self._filter()

    def _mark(self, session_id: str) -> bool:
        for place, row in enumerate(self.model.rows):
            if row.session_id == session_id:
                self.view.setCurrentIndex(self.model.index(place))
                self._settle.stop()
                return True
        return False

    def _filter(self) -> None:
        wanted = self.filter.text()
        kept = self.current()
        rows = [row for row in self._all if matches(row, self._cut_off, wanted)]
        self.model.show_rows(rows, self._cut_off)
        self._mark(kept)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(say("review-no-match", wanted.strip(), len(self._all)))

    def _open_current(self) -> None:
        session_id = self.current()
        if session_id:
            self.chosen.emit(session_id)
