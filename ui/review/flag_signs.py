"""How a flag looks: its shape, its colour, and how wide it is."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from monitor.outcomes import Priority
from ui.review.flags import Flag
from ui.review.line import Kind, Line
from ui.theme import Theme, colour, font

BESIDE = 0.5
"""Of the size of the type, left and right of a sign."""


def sign_width(line: Line, size: int) -> float:
    """With the room beside it in which stands how many there are."""
    beside = 2 * BESIDE * size
    if line.badge:
        words = QFontMetricsF(font(_badge_px(size))).horizontalAdvance(line.badge)
        return words + size * 0.7 + beside
    return size * (1.15 if line.kind in (Kind.ALARM, Kind.DRUG) else 0.8) + beside


def _badge_px(size: int) -> int:
    return max(10, round(size * 0.9))


def draw_sign(painter: QPainter, flag: Flag, middle: float, size: int, theme: Theme) -> None:
    """The face of a flag at its place."""
    line, at = flag.line, QPointF(flag.middle, middle)
    ink = _ink(line, theme)
    if line.kind is Kind.ALARM:
        _alarm(painter, line, at, size * 0.5, ink)
    elif line.badge:
        wide = flag.width - 2 * BESIDE * size
        box = QRectF(at.x() - wide / 2, middle - size * 0.62, wide, size * 1.24)
        _badge(painter, line.badge, box, size, theme)
    elif line.kind is Kind.DRUG:
        _diamond(painter, at, size * 0.52, ink)
    elif line.kind is Kind.NOTE:
        side = size * 0.56
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
    else:
        half = size * (0.5 if line.kind is Kind.COURSE else 0.34)
        painter.setPen(QPen(ink, 1.8))
        painter.drawLine(QLineF(at.x(), at.y() - half, at.x(), at.y() + half))


def _ink(line: Line, theme: Theme) -> QColor:
    if line.struck:
        return colour(theme.text_3)
    if line.priority is not None:
        inks = {Priority.HIGH: theme.high, Priority.MEDIUM: theme.medium, Priority.LOW: theme.low}
        return colour(inks[line.priority])
    by_kind = {Kind.DRUG: theme.infusion_edge, Kind.COURSE: theme.text, Kind.NOTE: theme.text}
    return colour(by_kind.get(line.kind, theme.text_2))


def _alarm(painter: QPainter, line: Line, at: QPointF, half: float, ink: QColor) -> None:
    """As in the lane of the live curve: large triangle, smaller triangle, circle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if line.priority is Priority.LOW or line.priority is None:
        painter.drawEllipse(at, half * 0.66, half * 0.66)
        return
    tall = half if line.priority is Priority.HIGH else half * 0.8
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(at.x(), at.y() - tall),
                QPointF(at.x() + tall * 1.1, at.y() + tall * 0.9),
                QPointF(at.x() - tall * 1.1, at.y() + tall * 0.9),
            ]
        )
    )


def _diamond(painter: QPainter, at: QPointF, half: float, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(at.x(), at.y() - half),
                QPointF(at.x() + half * 0.8, at.y()),
                QPointF(at.x(), at.y() + half),
                QPointF(at.x() - half * 0.8, at.y()),
            ]
        )
    )


def _badge(painter: QPainter, text: str, box: QRectF, size: int, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.raised))
    painter.drawRoundedRect(box, 3, 3)
    set_in = font(_badge_px(size))
    metrics = QFontMetricsF(set_in)
    painter.setFont(set_in)
    painter.setPen(colour(theme.text))
    base = box.center().y() + metrics.capHeight() / 2
    left = box.center().x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(left, base), text)
