"""The colours and shapes of a verdict: never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from monitor.outcomes import Priority
from monitor.training.debrief import Verdict
from ui.ink import mixed
from ui.theme import Theme, colour


def verdict_colour(theme: Theme, verdict: Verdict) -> str:
    """Green, amber, red; grey for what does not count."""
    return {
        Verdict.MET: theme.hr,
        Verdict.LATE: theme.caution,
        Verdict.MISSED: theme.high,
        Verdict.WRONG: theme.high,
    }.get(verdict, theme.text_3)


def priority_colour(theme: Theme, priority: Priority) -> str:
    return {Priority.HIGH: theme.high, Priority.MEDIUM: theme.medium}.get(priority, theme.low)


def draw_verdict(painter: QPainter, theme: Theme, verdict: Verdict, box: QRectF) -> None:
    """A tick, a clock's hands, a cross or a dash in a disc."""
    ink = verdict_colour(theme, verdict)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(mixed(ink, theme.panel, 0.22)))
    painter.drawEllipse(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour(ink), max(1.6, box.width() * 0.09))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

    match verdict:
        case Verdict.MET:
            painter.drawPolyline([at(0.30, 0.52), at(0.44, 0.66), at(0.71, 0.36)])
        case Verdict.LATE:
            painter.drawPolyline([at(0.50, 0.28), at(0.50, 0.52), at(0.66, 0.62)])
        case Verdict.MISSED | Verdict.WRONG:
            painter.drawLine(at(0.35, 0.35), at(0.65, 0.65))
            painter.drawLine(at(0.65, 0.35), at(0.35, 0.65))
        case _:
            painter.drawLine(at(0.34, 0.5), at(0.66, 0.5))
