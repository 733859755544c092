"""The program's own signs: what an alarm looks like, that sound is paused, that it was answered.

Shapes differ as well as colours: a filled triangle with three or two marks for high and medium,
a circle with one mark for low; a bell with a *dashed* cross means that sound is paused for a
limited time; a tick means acknowledged. They are drawn for a square box of any size.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from monitor.outcomes import Priority

MARKS = {Priority.HIGH: 3, Priority.MEDIUM: 2, Priority.LOW: 1}


def alarm_width(priority: Priority, side: float) -> float:
    """How wide `draw_alarm` paints in a strip of height `side`: the shape and its marks."""
    return side * (1.12 + 0.24 * MARKS[priority])


def draw_alarm(painter: QPainter, box: QRectF, priority: Priority, ink: QColor) -> None:
    """The shape at the left of the box, as high as the box, and its marks to the right."""
    side = box.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if priority is Priority.LOW:
        painter.drawEllipse(QRectF(box.left(), box.top() + side * 0.06, side * 0.88, side * 0.88))
    else:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(box.left() + side * 0.5, box.top() + side * 0.04),
                    QPointF(box.left() + side, box.top() + side * 0.94),
                    QPointF(box.left(), box.top() + side * 0.94),
                ]
            )
        )
    for mark in range(MARKS[priority]):
        left = box.left() + side * (1.2 + 0.24 * mark)
        painter.drawRoundedRect(
            QRectF(left, box.top() + side * 0.1, side * 0.11, side * 0.54),
            side * 0.04,
            side * 0.04,
        )
        painter.drawEllipse(
            QRectF(left - side * 0.01, box.top() + side * 0.8, side * 0.13, side * 0.13)
        )


def draw_tick(painter: QPainter, box: QRectF, ink: QColor) -> None:
    pen = QPen(ink, box.height() * 0.14)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(box.left() + box.width() * 0.12, box.top() + box.height() * 0.55),
                QPointF(box.left() + box.width() * 0.40, box.top() + box.height() * 0.82),
                QPointF(box.left() + box.width() * 0.90, box.top() + box.height() * 0.20),
            ]
        )
    )


def draw_bell_paused(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """The outline of a bell under a dashed cross: audio paused, for a limited time."""
    side = box.height()

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + side * x, box.top() + side * y)

    bell = QPainterPath(at(0.5, 0.06))
    bell.cubicTo(at(0.74, 0.08), at(0.79, 0.24), at(0.79, 0.44))
    bell.lineTo(at(0.79, 0.60))
    bell.lineTo(at(0.92, 0.78))
    bell.lineTo(at(0.08, 0.78))
    bell.lineTo(at(0.21, 0.60))
    bell.lineTo(at(0.21, 0.44))
    bell.cubicTo(at(0.21, 0.24), at(0.26, 0.08), at(0.5, 0.06))
    painter.setPen(QPen(ink, side * 0.07))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(bell)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(at(0.40, 0.83), at(0.60, 1.0)))
    cross = QPen(ink, side * 0.075)
    cross.setCapStyle(Qt.PenCapStyle.FlatCap)
    cross.setDashPattern([2.0, 1.4])
    painter.setPen(cross)
    painter.drawLine(at(-0.06, -0.04), at(1.06, 1.04))
    painter.drawLine(at(1.06, -0.04), at(-0.06, 1.04))


def draw_watermark(painter: QPainter, box: QRectF, text: str, ink: QColor) -> None:
    """Large words along the rising diagonal, in whatever font is set, scaled to the box."""
    metrics = painter.fontMetrics()
    length = math.hypot(box.width(), box.height()) * 0.62
    factor = length / max(1, metrics.horizontalAdvance(text))
    painter.save()
    painter.translate(box.center())
    painter.rotate(-math.degrees(math.atan2(box.height(), box.width())) * 0.72)
    painter.scale(factor, factor)
    painter.setPen(ink)
    painter.drawText(QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), text)
    painter.restore()
