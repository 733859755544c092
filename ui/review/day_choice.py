"""The choice of the days that the clinic's figures are about: a span, and the way through time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.page_kit import HEADING_PX, MEDIUM, Button, ChoiceRow, label
from ui.review.clinic_span import Days, Span, around, moved, title, typed
from ui.start.fields import Input
from ui.words import say

DAY_PX = 150


class DayChoice(QWidget):
    """`changed`: other `days`; `wrong` carries a sentence about what was typed.

    `today` gives the day that it begins with: its month.
    """

    changed = Signal()
    wrong = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.days: Days = around(Span.MONTH, today())
        self.setProperty("part", "bare")
        spans = [(span.value, say(f"figures-span-{span}")) for span in Span]
        self.span = ChoiceRow(say("figures-span"), spans, Span.MONTH.value)
        self.earlier, self.later = Button("‹", "slim"), Button("›", "slim")
        self.earlier.setAccessibleName(say("figures-earlier"))
        self.later.setAccessibleName(say("figures-later"))
        self.which = label("", HEADING_PX, weight=MEDIUM)
        self.first, self.last = _day_input("figures-from"), _day_input("figures-to")
        self.show_days = Button(say("figures-show"))
        self._lay_out()
        self.span.changed.connect(self._span_chosen)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.show_days.clicked.connect(self._typed)
        self._tell()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.span)
        row.addSpacing(8)
        fields = (self.first, self.last, self.show_days)
        for widget in (self.earlier, self.which, *fields[:2], self.later, fields[2]):
            row.addWidget(widget)
        for field in fields:
            field.hide()
        row.addStretch(1)

    def focus(self) -> None:
        self.span.button(self.span.key()).setFocus()

    def choose(self, days: Days) -> None:
        """Go to these days; nobody is told."""
        self.days = days
        self._tell()

    def _tell(self) -> None:
        self.which.setText(title(Span(self.span.key()), self.days))
        self.first.setText(self.days[0].isoformat())
        self.last.setText(self.days[1].isoformat())

    def _change(self, days: Days) -> None:
        self.choose(days)
        self.changed.emit()

    def _span_chosen(self, name: str) -> None:
        span = Span(name)
        by_hand = span is Span.DAYS
        self.which.setVisible(not by_hand)
        for field in (self.first, self.last, self.show_days):
            field.setVisible(by_hand)
        if by_hand:
            self._change(self.days)
            self.first.setFocus()
        else:
            # The days that were looked at stay in sight, but for those that are still to come.
            first, last = self.days
            self._change(around(span, max(first, min(last, self._today()))))

    def _move(self, by: int) -> None:
        self._change(moved(Span(self.span.key()), self.days, by))

    def _typed(self) -> None:
        days = typed(self.first.text(), self.last.text())
        if isinstance(days, str):
            self.wrong.emit(days)
        else:
            self._change(days)


def _day_input(name: str) -> Input:
    made = Input(say(name), say("figures-day-example"))
    made.setMaxLength(10)
    made.setMinimumWidth(DAY_PX)
    made.setMaximumWidth(round(DAY_PX * 1.4))
    return made
