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
WORDS_KEPT = 4_000
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
        self._type_px = SMALLEST_PX
        self._words = Words(SMALLEST_PX)
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
        if self._words.type_px != type_px:
            self._words = Words(type_px)
        self.written = write(marks, x, box.right() - type_px * 0.5, self._words)
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
        self._notches(painter)
        for event in self.written:
            if event.text:
                self._event(painter, event, top + event.row * row, row)
        for priority, at in self._signs:
            self._sign(painter, priority, at, self.box.top() + alarms * 0.62)

    def _notches(self, painter: QPainter) -> None:
        """Of events without words; of those on the same pixel one stands for all."""
        notch, end = self.box.bottom() - self._type_px * 0.3, self.box.bottom()
        places = {round(event.at): event.at for event in self.written if not event.text}
        painter.setPen(QPen(colour(self._theme.text_2), 1.4))
        painter.drawLines([QLineF(at, notch, at, end) for at in places.values()])

    def _event(self, painter: QPainter, event: Written, top: float, row: float) -> None:
        painter.setPen(QPen(colour(self._theme.text_2), 1.4))
        painter.drawLine(QLineF(event.at, top + 1, event.at, top + row - 1))
        set_in = _font(self._type_px, struck=event.struck)
        painter.setFont(set_in)
        painter.setPen(colour(self._theme.text_2 if event.struck else self._theme.text))
        rise = QFontMetricsF(set_in).capHeight() / 2
        painter.drawText(QPointF(event.at + self._type_px * 0.4, top + row / 2 + rise), event.text)

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


class Words:
    """The words of marks and how wide they are in one type; each mark is measured once."""

    def __init__(self, type_px: int) -> None:
        self.type_px = type_px
        self.metrics = QFontMetricsF(font(type_px))
        self._known: dict[Mark, tuple[str, float]] = {}

    def of(self, mark: Mark) -> tuple[str, float]:
        known = self._known.get(mark)
        if known is None:
            if len(self._known) > WORDS_KEPT:
                self._known.clear()
            text = mark.text
            known = self._known[mark] = text, self.metrics.horizontalAdvance(text)
        return known


def write(marks: Sequence[Mark], x: XScale, right: float, words: Words) -> tuple[Written, ...]:
    """Find a row and a width for the words of every mark in sight."""
    seen = sorted((mark for mark in marks if x.shows(mark.at_s)), key=lambda mark: mark.at_s)
    type_px = words.type_px
    before, after = type_px * 0.4, type_px * 0.45
    least = type_px * 3.5
    late = [mark for mark in seen if mark.struck or mark.minor]
    valid = [mark for mark in seen if not (mark.struck or mark.minor)]
    lefts = [x.px(mark.at_s) for mark in valid]
    widths = [words.of(mark)[1] + before + after for mark in valid]
    placed = place_labels(lefts, widths, right, ROWS, least)
    named = [place for place in placed if place.width > 0]
    for mark in late:
        wide = words.of(mark)[1] + before + after
        place = fit_between(x.px(mark.at_s), wide, named, right, ROWS, least)
        placed.append(place)
        valid.append(mark)
        if place.width > 0:
            named.append(place)
    return tuple(
        Written(
            place.left,
            place.row,
            place.width,
            _shortened(*words.of(mark), place.width - before - after + 1.0, words.metrics),
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


def _shortened(text: str, wide: float, width: float, metrics: QFontMetricsF) -> str:
    if width <= 1.0:
        return ""
    if wide <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _font(type_px: int, *, struck: bool) -> QFont:
    made = font(type_px)
    made.setStrikeOut(struck)
    return made
