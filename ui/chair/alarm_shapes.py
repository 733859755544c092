"""What an alarm looks like: its shape and its colours, the same in the bar, the list and beside.

Rule 1: colour and shape say the same thing. A triangle or a circle is about the patient, a square
        is about the equipment; both bear the marks of their priority.
Rule 2: a card that asks for a repeat is an amber ring with an arrow, a note that a repeat took
        something back is a grey ring with a dash: neither has a colour of an alarm.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from monitor.outcomes import Priority
from ui.chair.alarm_text import AlarmWords, Manner
from ui.chair.numerals import alarm_colour
from ui.icons import MARKS, alarm_width, draw_alarm, draw_tick
from ui.theme import Theme, colour

RINGS = frozenset({Manner.CARD, Manner.NOTE})
RING_WIDTH = 1.1
TICK_WIDTH = 1.3
"""Of the height."""


def bar_colours(theme: Theme, priority: Priority) -> tuple[str, str]:
    """(bar, words) of a full bar."""
    return {
        Priority.HIGH: (theme.high_bar, theme.on_high),
        Priority.MEDIUM: (theme.medium, theme.on_medium),
        Priority.LOW: (theme.low, theme.on_low),
    }[priority]


def hue_of(theme: Theme, words: AlarmWords) -> str:
    """The colour of its shape and its edge on a dark ground."""
    if words.manner is Manner.CARD:
        return theme.caution
    return theme.text_2 if words.manner is Manner.NOTE else alarm_colour(theme, words.priority)


def shape_width(words: AlarmWords, side: float) -> float:
    """How wide `draw_shape` paints in a strip of height `side`."""
    if words.manner in RINGS:
        return side * RING_WIDTH
    tick = side * TICK_WIDTH if words.manner is Manner.ANSWERED else 0.0
    return alarm_width(words.priority, side) + tick


def draw_shape(painter: QPainter, box: QRectF, words: AlarmWords, ink: QColor, tick: str) -> None:
    """The shape at the left of the box, as high as the box; `tick` is the colour of its tick."""
    if words.manner in RINGS:
        _draw_ring(painter, box, ink, arrow=words.manner is Manner.CARD)
        return
    if words.technical:
        _draw_square(painter, box, words.priority, ink)
    else:
        draw_alarm(painter, box, words.priority, ink)
    if words.manner is Manner.ANSWERED:
        side = box.height()
        left = box.left() + alarm_width(words.priority, side) + side * 0.15
        draw_tick(painter, QRectF(left, box.top(), side, side), colour(tick))


def _draw_square(painter: QPainter, box: QRectF, priority: Priority, ink: QColor) -> None:
    side = box.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(
        QRectF(box.left() + side * 0.04, box.top() + side * 0.08, side * 0.86, side * 0.86),
        side * 0.1,
        side * 0.1,
    )
    for mark in range(MARKS[priority]):
        left = box.left() + side * (1.2 + 0.24 * mark)
        stroke = QRectF(left, box.top() + side * 0.1, side * 0.11, side * 0.54)
        painter.drawRoundedRect(stroke, side * 0.04, side * 0.04)
        painter.drawEllipse(
            QRectF(left - side * 0.01, box.top() + side * 0.8, side * 0.13, side * 0.13)
        )


def _draw_ring(painter: QPainter, box: QRectF, ink: QColor, *, arrow: bool) -> None:
    """An open ring that ends in an arrow, or a whole one around a dash."""
    side = box.height()
    pen = QPen(ink, side * 0.11)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(box.left() + side * 0.1, box.top() + side * 0.1, side * 0.8, side * 0.8)
    if not arrow:
        painter.drawEllipse(ring)
        middle = box.top() + side * 0.5
        painter.drawLine(
            QPointF(box.left() + side * 0.3, middle), QPointF(box.left() + side * 0.7, middle)
        )
        return
    painter.drawArc(ring, 70 * 16, 290 * 16)
    tip = QPointF(ring.center().x() + side * 0.42, ring.top() + side * 0.08)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF(
            [
                tip,
                QPointF(tip.x() - side * 0.34, tip.y() - side * 0.24),
                QPointF(tip.x() - side * 0.30, tip.y() + side * 0.20),
            ]
        )
    )
