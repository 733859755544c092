"""One line of the list of sessions, painted: when and how high above, who and how much below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from monitor.outcomes import Priority
from ui.icons import alarm_width, draw_alarm
from ui.ink import Label, Weight, draw_label, fill_round, fitted, text_width
from ui.page_growth import in_code
from ui.requests import SessionRow
from ui.review.moments import date_text, opened_text
from ui.review.session_line import dose_text, marks_of, peak_text
from ui.review.session_model import SessionModel
from ui.theme import Theme, colour
from ui.words import say

ROW_PX = 70
Index = QModelIndex | QPersistentModelIndex


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
