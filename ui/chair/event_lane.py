"""The lane under the curves: onsets of alarms as signs, and what was done in two rows of words.

Rule 1: words never overlap; the newest come first, older ones are shortened, and omitted when not
        even that fits. What is undone and what only ended give way to all others. The tick of an
        event is always there.
Rule 2: an alarm's colour is never alone: high is a large triangle, medium a smaller one, low a
        circle.
Rule 3: the tick of an event without words stands below the rows, where it crosses nobody's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from monitor.outcomes import Priority
from ui.chair.painted import Painted
from ui.chair.trend_layout import SMALLEST_PX, XScale, fit_between, lane_heights, place_labels
from ui.theme import Theme, colour, font
from ui.trend_marks import AlarmMark, Mark

ROWS = 2
SIGN_WIDTH = 1.15
"""Of the size of the type."""


@dataclass(frozen=True, slots=True)
class Written:
    """An event in the lane; `text` is already shortened to `width`, empty = only its tick."""

    at: float
    row: int
    width: float
    text: str
    struck: bool


class EventLane(Painted):
    def __init__(self, theme: Theme) -> None:
        super().__init__(z=10)
        self._theme = theme
        self._type_px = self._words_px = SMALLEST_PX
        self.written: tuple[Written, ...] = ()
        self._signs: list[tuple[Priority, float]] = []

    def show_marks(
        self,
        marks: Sequence[Mark],
        alarms: Sequence[AlarmMark],
        x: XScale,
        box: QRectF,
        type_px: int,
    ) -> None:
        self._type_px = type_px
        self._words_px = type_px
        self.written = write(marks, x, box.right() - type_px * 0.5, self._words_px)
        seen = sorted((mark for mark in alarms if x.shows(mark.at_s)), key=lambda mark: mark.at_s)
        places = _apart([x.px(mark.at_s) for mark in seen], type_px * SIGN_WIDTH)
        onsets = [(mark.priority, at) for mark, at in zip(seen, places, strict=True)]
        self._signs = sorted(onsets, key=lambda sign: sign[0])
        self.set_box(box)
        self.changed()

    @property
    def signs(self) -> Sequence[tuple[Priority, float]]:
        return self._signs

    def draw(self, painter: QPainter) -> None:
        alarms, row, _ = lane_heights(self._type_px)
        top = self.box.top() + alarms + self._type_px * 0.2
        for event in self.written:
            self._event(painter, event, top + event.row * row, row)
        for priority, at in self._signs:
            self._sign(painter, priority, at, self.box.top() + alarms * 0.62)

    def _event(self, painter: QPainter, event: Written, top: float, row: float) -> None:
        painter.setPen(QPen(colour(self._theme.text_2), 1.4))
        if not event.text:
            notch = self.box.bottom() - self._type_px * 0.3
            painter.drawLine(QLineF(event.at, notch, event.at, self.box.bottom()))
            return
        painter.drawLine(QLineF(event.at, top + 1, event.at, top + row - 1))
        set_in = _font(self._words_px, struck=event.struck)
        painter.setFont(set_in)
        painter.setPen(colour(self._theme.text_2 if event.struck else self._theme.text))
        rise = QFontMetricsF(set_in).capHeight() / 2
        painter.drawText(
            QPointF(event.at + self._words_px * 0.4, top + row / 2 + rise), event.text
        )

    def _sign(self, painter: QPainter, priority: Priority, at: float, middle: float) -> None:
        ink = {
            Priority.LOW: self._theme.low,
            Priority.MEDIUM: self._theme.medium,
            Priority.HIGH: self._theme.high,
        }[priority]
        half = self._type_px * (0.5 if priority is Priority.HIGH else 0.38)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink))
        if priority is Priority.LOW:
            painter.drawEllipse(QPointF(at, middle), half * 0.8, half * 0.8)
            return
        corners = [
            QPointF(at, middle - half),
            QPointF(at + half * 1.1, middle + half),
            QPointF(at - half * 1.1, middle + half),
        ]
        painter.drawPolygon(QPolygonF(corners))


def write(marks: Sequence[Mark], x: XScale, right: float, type_px: int) -> tuple[Written, ...]:
    """Find a row and a width for the words of every mark in sight."""
    seen = sorted((mark for mark in marks if x.shows(mark.at_s)), key=lambda mark: mark.at_s)
    metrics = QFontMetricsF(font(type_px))
    before, after = type_px * 0.4, type_px * 0.45
    least = type_px * 3.5

    def wide(mark: Mark) -> float:
        return metrics.horizontalAdvance(mark.text) + before + after

    late = [mark for mark in seen if mark.struck or mark.minor]
    valid = [mark for mark in seen if not (mark.struck or mark.minor)]
    lefts = [x.px(mark.at_s) for mark in valid]
    placed = place_labels(lefts, [wide(mark) for mark in valid], right, ROWS, least)
    for mark in late:
        left = x.px(mark.at_s)
        placed.append(fit_between(left, wide(mark), placed, right, ROWS, least))
        valid.append(mark)
    return tuple(
        Written(
            place.left,
            place.row,
            place.width,
            _shortened(mark.text, place.width - before - after + 1.0, metrics),
            mark.struck,
        )
        for place, mark in zip(placed, valid, strict=True)
    )


def _apart(wanted: Sequence[float], wide: float) -> list[float]:
    """Signs of the same moment stand beside each other, at most two widths from their moment."""
    found: list[float] = []
    for at in wanted:
        free = found[-1] + wide if found else at
        found.append(min(max(at, free), at + 2 * wide))
    return found


def _shortened(text: str, width: float, metrics: QFontMetricsF) -> str:
    if width <= 1.0:
        return ""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _font(type_px: int, *, struck: bool) -> QFont:
    made = font(type_px)
    made.setStrikeOut(struck)
    return made
