"""A month of the library: which days have sessions, and how many; a day that is chosen narrows.

Rule 1: everything goes by the keyboard: arrows go by days and weeks, Page Up and Down by months
        (with Shift by years), Home and End to the ends of the month, Enter chooses, Shift+Enter
        reaches to there from the day that was chosen.
Rule 2: a week begins on Monday, and days are told as in the list.
Rule 3: it decides nothing: whoever made it counts the sessions and narrows the list.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.ink import CENTRE, Label, Weight, draw_label, fill_round, middle
from ui.page_growth import Growth
from ui.page_kit import HEADING_PX, STRONG, Button, label
from ui.theme import Theme, colour
from ui.words import say

WEEKS, DAYS = 6, 7
HEAD_PX, CELL_PX, LEAST_WIDE_PX = 26, 46, 336
_BY_KEY = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-DAYS),
    Qt.Key.Key_Down: timedelta(days=DAYS),
}
_CHOOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def month_of(day: date) -> date:
    """The first of its month."""
    return day.replace(day=1)


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last one of a month that is too short."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not MINYEAR < year < MAXYEAR:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_text(day: date) -> str:
    return say("calendar-month", say("library-months").split()[day.month - 1], day.year)


class MonthView(QWidget):
    """`chosen` carries a day, and whether it is the other end of a range."""

    chosen = Signal(object, bool)
    turned = Signal()
    """Another month is shown."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self.today = self.cursor_day = today
        self._growth = 1.0
        self._counts: Mapping[date, int] = {}
        self._first: date | None = None
        self._last: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.grow(Growth())
        self._name()

    @property
    def month(self) -> date:
        return month_of(self.cursor_day)

    @property
    def shown(self) -> tuple[date, date]:
        """The first and the last day of the month in sight."""
        first = self.month
        return first, first.replace(day=monthrange(first.year, first.month)[1])

    def grow(self, growth: Growth) -> None:
        self._growth = growth.type
        self.setMinimumSize(LEAST_WIDE_PX, round((HEAD_PX + WEEKS * CELL_PX) * self._growth))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.minimumSize()

    def show_counts(self, counts: Mapping[date, int]) -> None:
        self._counts = dict(counts)
        self._name()
        self.update()

    def show_days(self, first: date | None, last: date | None) -> None:
        """Which days narrow the list."""
        if (first, last) != (self._first, self._last):
            self._first, self._last = first, last
            self._name()
            self.update()

    def show_today(self, today: date) -> None:
        """A program runs for days."""
        if today != self.today:
            self.today = today
            self.update()

    def go(self, day: date) -> None:
        """Lead the cursor to this day."""
        before, self.cursor_day = self.month, day
        self._name()
        self.update()
        if self.month != before:
            self.turned.emit()

    def is_chosen(self, day: date) -> bool:
        if self._first is None and self._last is None:
            return False
        after = self._first is None or day >= self._first
        return after and (self._last is None or day <= self._last)

    def _name(self) -> None:
        """What a screen reader says: the day of the cursor, and what is on it."""
        day = self.cursor_day
        weekday = say("calendar-weekdays-long").split()[day.weekday()]
        found = self._counts.get(day, 0)
        count = say("library-one") if found == 1 else say("library-count", found)
        state = say("calendar-is-chosen") if self.is_chosen(day) else ""
        words = (say("calendar-day", weekday, day.isoformat()), count, state)
        self.setAccessibleName(", ".join(word for word in words if word))

    # ---- keys and fingers

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
        first, last = self.shown
        try:
            if key in _BY_KEY:
                self.go(self.cursor_day + _BY_KEY[key])
            elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                months = 12 if shift else 1
                self.turn(-months if key == Qt.Key.Key_PageUp else months)
            elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
                self.go(first if key == Qt.Key.Key_Home else last)
            elif key in _CHOOSING and not event.isAutoRepeat():
                self.chosen.emit(self.cursor_day, shift)
            else:
                super().keyPressEvent(event)
        except OverflowError:
            return  # the calendar ends here

    def turn(self, months: int) -> None:
        self.go(months_on(self.cursor_day, months))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        spot = event.position()
        for day in self._days():
            if self._cell(day).contains(spot):
                self.go(day)
                self.chosen.emit(day, bool(event.modifiers() & _SHIFT))
                return

    # ---- where and how

    def _days(self) -> list[date]:
        first, last = self.shown
        return [first.replace(day=number) for number in range(1, last.day + 1)]

    def cell(self, day: date) -> QRectF:
        """Where a day of this month is painted."""
        return self._cell(day)

    def _cell(self, day: date) -> QRectF:
        week, column = divmod(self.month.weekday() + day.day - 1, DAYS)
        head = HEAD_PX * self._growth
        wide, high = self.width() / DAYS, (self.height() - head) / WEEKS
        return QRectF(column * wide, head + week * high, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, wide = round(13 * self._growth), self.width() / DAYS
        for column, name in enumerate(say("calendar-weekdays").split()):
            base = middle(0, HEAD_PX * self._growth - 4, small)
            ink = self._theme.text_2
            draw_label(painter, Label(name, column * wide, base, wide, small, ink, align=CENTRE))
        for day in self._days():
            self._paint_day(painter, day)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date) -> None:
        t, box, count = self._theme, self._cell(day).adjusted(2, 2, -2, -2), self._counts.get(day)
        if self.is_chosen(day):
            fill_round(painter, box, t.infusion, 8)
        elif count:
            fill_round(painter, box, t.raised, 8)
        focused = self.hasFocus() and day == self.cursor_day
        if focused or day == self.today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = t.infusion_edge if focused else t.text_3
            painter.setPen(QPen(colour(ink), 2 if focused else 1))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        size, small = round(16 * self._growth), round(12 * self._growth)
        upper, lower = box.height() * 0.58, box.height() * 0.42
        base = middle(box.top(), upper if count else box.height(), size)
        ink, weight = (t.text, Weight.DemiBold) if count else (t.text_2, Weight.Normal)
        draw_label(
            painter,
            Label(str(day.day), box.left(), base, box.width(), size, ink, weight, CENTRE),
        )
        if count:
            base = middle(box.top() + upper - 3, lower, small)
            text = str(count)
            draw_label(
                painter,
                Label(text, box.left(), base, box.width(), small, t.infusion_edge, align=CENTRE),
            )


class Calendar(QWidget):
    """A `MonthView` below its name, with buttons that turn it."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.view = MonthView(theme, today)
        self.name = label("", HEADING_PX, weight=STRONG)
        self.back = Button("‹", "slim", HEADING_PX)
        self.on = Button("›", "slim", HEADING_PX)
        self.back.setAccessibleName(say("calendar-back"))
        self.on.setAccessibleName(say("calendar-on"))
        self.back.clicked.connect(lambda: self.view.turn(-1))
        self.on.clicked.connect(lambda: self.view.turn(1))
        self.view.turned.connect(self._show_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        column.addLayout(row)
        column.addWidget(self.view)
        self._show_name()

    def _show_name(self) -> None:
        self.name.setText(month_text(self.view.month))
